/** The state of the desk: what is chosen and filtered, kept in the address, told to list, map and record. */
import { loadAtlas, placed, type Atlas, type Project } from "./atlas.ts";
import { dayOf, passes } from "./filter.ts";
import { linkLayers } from "./layers.ts";
import { linkRows } from "./list.ts";
import { openPanel } from "./panel.ts";
import { makeSheet } from "./sheet.ts";
import { openStage, type Stage } from "./stage.ts";
import { readState, writeState, type State } from "./state.ts";
import { layers as allLayers } from "./vocabulary.ts";
import { writeResult } from "./result.ts";
import type { Words } from "./words.ts";

export interface Facts {
  readonly desk: HTMLElement;
  readonly lang: string;
  readonly words: Words;
  /** Root of this language: `/` or `/es/`. */
  readonly root: string;
  /** Addresses of the data and of the two base-map files. */
  readonly data: string;
  readonly base: string;
  readonly fine: string;
}

export async function start(facts: Facts): Promise<void> {
  const side = facts.desk.querySelector<HTMLElement>(".side");
  const record = facts.desk.querySelector<HTMLElement>(".record");
  const box = facts.desk.querySelector<HTMLElement>(".map");
  if (!side || !record || !box) return;

  let state = readState(location.search);
  let atlas: Atlas | null = null;
  let stage: Stage | null = null;
  /** Where the focus was when the record opened: a row of the list or a sign on the map. */
  let opener: "row" | "sign" = "row";

  const projectOf = (sel: string | null): Project | undefined =>
    sel === null ? undefined : (atlas?.projects.get(sel) ?? [...(atlas?.projects.values() ?? [])].find(({ sites }) => sites.some(({ id }) => id === sel)));

  const refresh = (): void => {
    if (!atlas) return;
    const shown = [...atlas.projects.values()].filter((project) => passes(project, state));
    rows.show(new Set(shown.map(({ id }) => id)));
    const counts = new Map([...allLayers.keys()].map((id) => [id, 0]));
    for (const project of atlas.projects.values()) {
      if (project.entry === "project" && passes(project, state, "layer")) counts.set(project.layer, (counts.get(project.layer) ?? 0) + 1);
    }
    layers.count(counts);
    writeResult(side, shown.filter(({ entry }) => entry === "project").length, shown.filter(({ entry }) => entry !== "project").length, shown.filter(({ sites }) => !sites.some(placed)).length);
    stage?.draw(state, (project) => passes(project, state), dayOf(state));
  };

  const keep = (next: Partial<State>, push: boolean): void => {
    state = { ...state, ...next };
    const address = `${location.pathname}${writeState(state)}`;
    if (push) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };

  const select = (sel: string | null, { push = true, focus = true }: { push?: boolean; focus?: boolean } = {}): void => {
    const before = panel.shown();
    if (push && sel !== state.sel) keep({ sel }, true);
    else state = { ...state, sel };
    const project = projectOf(sel);
    rows.mark(project?.id ?? null);
    if (project) {
      void panel.open(project.id, focus).then(() => stage?.reveal(sel ?? project.id));
    } else {
      panel.close();
      if (before && focus && !(opener === "sign" && stage?.focus(before))) rows.focus(before);
    }
    refresh();
  };

  const panel = openPanel(record, { root: facts.root, words: facts.words, closed: () => select(null), site: (id) => stage?.goTo(id) });
  const rows = linkRows(side, {
    open(project) {
      opener = "row";
      select(project);
    },
    point: (project) => stage?.highlight(project),
  });
  const layers = linkLayers(side, (layer) => {
    keep({ layer }, false);
    refresh();
  });
  makeSheet(side, facts.words, () => stage?.resize());

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && panel.shown()) select(null);
  });
  addEventListener("popstate", () => {
    state = readState(location.search);
    layers.set(state.layer);
    select(state.sel, { push: false });
    if (state.map) stage?.show(state.map);
  });

  layers.set(state.layer);
  try {
    stage = await openStage(box, facts, state, {
      open(sel) {
        opener = "sign";
        select(sel);
      },
      point: (project) => rows.highlight(project),
      moved: (map) => keep({ map }, false),
    }, async () => (atlas = await loadAtlas(facts.data)));
  } catch {
    // The stage has said so in its own place; list and records go on without the map.
    atlas ??= await loadAtlas(facts.data).catch(() => null);
  }
  if (state.sel !== null && panel.shown() === null) select(state.sel, { push: false, focus: false });
  else {
    rows.mark(projectOf(state.sel)?.id ?? null);
    refresh();
  }
}
