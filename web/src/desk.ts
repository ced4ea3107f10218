/** The state of the desk: what is chosen and filtered, kept in the address, told to list, map and record. */
import { loadAtlas, projectOf, type Atlas, type Project } from "./atlas.ts";
import { compact } from "./breakpoints.ts";
import type { Facts } from "./facts.ts";
import { dayOf, known, passes, within, type Condition } from "./filter.ts";
import { opensAsDialog, type Dialog } from "./dialog.ts";
import { tellOfData } from "./foot.ts";
import { linkLayers } from "./layers.ts";
import { linkRows } from "./list.ts";
import { openPanel } from "./panel.ts";
import type { Desk } from "./part.ts";
import { loadParts } from "./parts.ts";
import { written } from "./dates.ts";
import { numbers } from "./numbers.ts";
import { oneAtATime } from "./retrying.ts";
import { makeSheet } from "./sheet.ts";
import { openStage, type Stage, type StageHooks } from "./stage.ts";
import { readState, writeState, type State } from "./state.ts";
import { say } from "./vocabulary.ts";
import { writeResult } from "./result.ts";
import { tally, type Tally } from "./tally.ts";
import type { Words } from "./words.ts";

export interface Kept {
  /** The reader has chosen light or dark. */
  themed(theme: "light" | "dark"): void;
}

/** Milliseconds without a movement after which the view goes into the address. */
const SETTLED = 150;

export function start(facts: Facts): Kept | null {
  const side = facts.desk.querySelector<HTMLElement>(".side");
  const record = facts.desk.querySelector<HTMLElement>(".record");
  const box = facts.desk.querySelector<HTMLElement>(".map");
  if (!side || !record || !box) return null;

  let state = known(readState(location.search));
  let atlas: Atlas | null = null;
  let stage: Stage | null = null;
  /** Where the focus was when the record opened: a row of the list or a sign on the map. */
  let opener: "row" | "sign" = "row";

  /** Before the data has come, every id is taken for one. */
  const chosen = (sel: string | null): string | null => (atlas ? (projectOf(atlas, sel)?.id ?? null) : (sel?.split(".")[0] ?? null));

  /** What a search left out: the server answers a search with the page, for every row at once. */
  const missed = new Set([...side.querySelectorAll<HTMLElement>(".row[data-missed]")].map((row) => row.dataset["project"]));
  let limit = (project: Project): boolean => !missed.has(project.id);
  const lets = (project: Project, except?: Condition): boolean => limit(project) && passes(project, state, except);
  const watchers: ((shown: readonly Project[]) => void)[] = [];

  /** List and counts answer in this frame; the signs, which take longer to lay out, in the next task after it. */
  let soon = 0;
  const drawSoon = (): void => {
    soon ||= requestAnimationFrame(() => setTimeout(() => {
      soon = 0;
      const passing = new Set(now?.shown);
      stage?.draw(state, (project) => passing.has(project), dayOf(state));
    }));
  };

  const number = numbers(facts.lang);
  let now: Tally | null = null;

  const refresh = (): void => {
    if (!atlas) return;
    now = tally(atlas.projects.values(), state, limit);
    rows.show(new Set(now.shown.map(({ id }) => id)));
    layers.count(now.counts.layer, number);
    for (const watcher of watchers) watcher(now.shown);
    filters?.done((facts.words.show[now.projects === 1 ? 0 : 1]).replace("#", number(now.projects)));
    writeResult(side, now, state.on === null ? "" : written(state.on, facts.lang), number);
    drawSoon();
  };

  /** Which record is open changes no count: what goes with it follows the paint, so that the press is answered first. */
  let following = 0;
  const followSoon = (): void => {
    following ||= requestAnimationFrame(() => setTimeout(() => {
      following = 0;
      refresh();
    }));
  };

  const address = (): string => `${location.pathname}${writeState(state)}`;
  /** The picture that is printed in the map's place; until it is printed it is not fetched. */
  const printed = facts.desk.querySelector<HTMLImageElement>(".map-print");
  const [picture = "", size] = printed?.getAttribute("src")?.split("?") ?? [];
  const toPrint = (): void => {
    if (printed && size !== undefined) printed.src = `${picture}${writeState({ ...state, theme: null }) || "?"}&plain=1&w=720&h=760`;
  };
  /** A view that has come to rest but is not yet in the address: browsers count how often it is written. */
  let late = 0;
  const settle = (): void => {
    if (late) {
      history.replaceState(null, "", address());
      toPrint();
    }
    clearTimeout(late);
    late = 0;
  };
  const keep = (next: Partial<State>, push: boolean): void => {
    settle();
    state = { ...state, ...next };
    if (push) history.pushState(null, "", address());
    else history.replaceState(null, "", address());
    toPrint();
  };

  const select = (sel: string | null, { push = true, focus = true, section }: { push?: boolean; focus?: boolean; section?: string } = {}): void => {
    const before = panel.shown();
    const stood = !record.hidden;
    if (push && sel !== state.sel) keep({ sel }, true);
    else state = { ...state, sel };
    const project = chosen(sel);
    rows.mark(project);
    // Of an id that the record does not have, the server tells the nearest names.
    const asked = project ?? sel?.split(".")[0] ?? null;
    if (asked !== null) void panel.open(asked, focus, section).then(() => stage?.reveal(sel ?? asked));
    else {
      panel.close();
      // What was not open gives no focus back.
      if (focus && stood && !(before && ((opener === "sign" && stage?.focus(before)) || rows.focus(before)))) side.focus();
    }
    if (push) followSoon();
    else refresh();
  };

  const goTo = (site: string): void => {
    select(site, { focus: false });
    stage?.goTo(site);
  };
  const panel = openPanel(record, {
    record: facts.record,
    words: facts.words,
    closed: () => select(null),
    named: (id) => say(atlas?.projects.get(id)?.name, facts.lang) || id,
    site: goTo,
  });
  const rows = linkRows(side, {
    open(project) {
      opener = "row";
      select(project);
    },
    point: (project) => stage?.highlight(project),
  });
  const layers = linkLayers(side, facts.words, (layer) => {
    keep({ layer }, true);
    refresh();
  });
  makeSheet(side, facts.words, () => stage?.resize());

  const stageHooks: StageHooks = {
    open(sel, many) {
      opener = "sign";
      select(sel, many ? { section: "where" } : {});
    },
    point: (project) => rows.highlight(project),
    moved(map) {
      state = { ...state, map };
      clearTimeout(late);
      late = window.setTimeout(settle, SETTLED);
    },
    rested() {
      for (const run of resting) run();
    },
  };
  const resting: (() => void)[] = [];

  side.querySelector<HTMLFormElement>("form.ask")?.addEventListener("submit", (event) => {
    // The state of the page goes with the search; where the map stood and what was open do not.
    event.preventDefault();
    const q = side.querySelector<HTMLInputElement>("#find")?.value.trim() || null;
    location.assign(`${location.pathname}${writeState({ ...state, q, sel: null, map: null })}`);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !record.hidden) select(null);
  });
  addEventListener("popstate", () => {
    clearTimeout(late);
    late = 0;
    state = known(readState(location.search));
    if (atlas) state = within(state, atlas);
    layers.set(state.layer);
    select(state.sel, { push: false });
    stage?.show(state.map);
  });

  const filters = foldFilters(side, facts.words);
  layers.set(state.layer);

  const foot = tellOfData(side, facts.words, facts.lang, () => void ready());
  let coming: Promise<Atlas> | null = null;
  /** Asked for once: what is drawn, listed and found has to be the same projects. */
  const load = (): Promise<Atlas> =>
    (coming ??= loadAtlas(facts.data).then(
      (come) => {
        state = within(state, come);
        return (atlas = come);
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    ));
  const prepare = async (): Promise<void> => {
    try {
      stage = await openStage(box, facts, state, stageHooks, load, () => void ready());
    } catch {
      // The stage has said so in its own place; list and records go on without the map.
      await load().catch(() => null);
    }
    foot(atlas?.edition ?? null);
    if (state.sel !== null && record.hidden) select(state.sel, { push: false, focus: false });
    else {
      rows.mark(chosen(state.sel));
      refresh();
    }
    if (!atlas || joined) return;
    joined = true;
    loadParts(facts.parts, join(atlas));
  };
  /** All of the page stands on the older copy: once the newer is at hand, the page begins anew with it. */
  const renew = async (older: Atlas): Promise<void> => {
    const { edition } = await loadAtlas(facts.data, "reload").catch(() => older);
    if (edition > older.edition) location.reload();
  };
  // Two tries at once would open two maps in one box.
  const ready = oneAtATime(async () => {
    await (stage && atlas ? renew(atlas) : prepare());
    return stage !== null;
  });
  let joined = false;
  const join = (atlas: Atlas): Desk => ({
    facts,
    side,
    atlas,
    state: () => state,
    change(next, push) {
      keep(next, push);
      layers.set(state.layer);
      refresh();
    },
    select,
    passes: lets,
    limit(test) {
      limit = test;
    },
    found: (project) => limit(project),
    refresh,
    tally: () => now ?? tally(atlas.projects.values(), state, limit),
    arrange: rows.arrange,
    inView: (project) => stage?.sees(project, state.on) ?? true,
    rested: (run) => void resting.push(run),
    watch(run) {
      watchers.push(run);
      run([...atlas.projects.values()].filter((project) => lets(project)));
    },
  });
  void ready();
  return { themed: (theme) => keep({ theme }, false) };
}

/** On a phone the layers open from a button beside the search field. */
function foldFilters(side: HTMLElement, words: Words): Dialog | undefined {
  const content = side.querySelector<HTMLElement>(".choices");
  const find = side.querySelector(".find");
  if (!content || !find) return undefined;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "filters-open";
  button.textContent = words.filters;
  find.after(button);
  const field = find.querySelector("input");
  const long = field?.placeholder ?? "";
  const shorten = (): void => void (field && (field.placeholder = compact.matches ? words.find : long));
  compact.addEventListener("change", shorten);
  shorten();
  return opensAsDialog(button, content, words.filters, words.close);
}
