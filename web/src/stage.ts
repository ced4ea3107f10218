/** The map with all that is drawn on it; where it cannot be drawn, a picture from the server stands in its box. */
import { placed as hasPlace, stands, type Atlas, type Project } from "./atlas.ts";
import { drawGround } from "./basemap.ts";
import { addControls } from "./controls.ts";
import type { Facts } from "./facts.ts";
import { degreeFrame } from "./graticule.ts";
import { elsewhereCard } from "./elsewhere.ts";
import { layingOut } from "./layout.ts";
import { drawLettering } from "./lettering.ts";
import { drawLines } from "./lines.ts";
import { openMap, type Chart } from "./map.ts";
import { drawMarkers } from "./markers.ts";
import { offerOthers } from "./others.ts";
import { middle, placing } from "./places.ts";
import type { State, View } from "./state.ts";
import { inTurns, turn, type Steps, type Underway } from "./tasks.ts";
import { fetchBaseMap, loadBaseMap, parseBaseMap, type BaseMap, type Read } from "./topology.ts";
import { edition, extent, precisions } from "./vocabulary.ts";
import type { Words } from "./words.ts";

export interface Stage {
  draw(state: State, passes: (project: Project) => boolean, day: string): void;
  highlight(project: string | null): void;
  focus(id: string): boolean;
  /** Brings a project or site into view. */
  reveal(id: string): void;
  /** Goes as near to a site as its precision bears. */
  goTo(site: string): void;
  /** Shows a view; none is the whole region. */
  show(view: View | null): void;
  resize(): void;
  /** Whether a project has a place in the part of the map that is seen. */
  sees(project: Project, on: string | null): boolean;
}

export interface StageHooks {
  /** A project or site was pressed; `many` when the sign stands for several sites. */
  open(sel: string, many: boolean): void;
  point(project: string | null): void;
  /** The reader has moved the map; none is the whole region. */
  moved(view: View | null): void;
  /** The map has come to rest, whoever moved it. */
  rested(): void;
}

/** A fit to the whole region never comes this near. */
const DEEPEST = 15;
/** Only a slow load is worth a word. */
const PATIENCE = 400;

export async function openStage(box: HTMLElement, facts: Facts, state: State, hooks: StageHooks, load: () => Promise<Atlas>, again: () => void): Promise<Stage> {
  const word = document.createElement("p");
  word.className = "map-word";
  const timer = setTimeout(() => {
    word.textContent = facts.words.loadingMap;
    box.append(word);
  }, PATIENCE);
  try {
    const [atlas, coarse] = await Promise.all([load(), loadBaseMap(facts.base)]);
    await turn();
    return await inTurns(build(box, facts, state, hooks, atlas, coarse)).done;
  } catch (error) {
    fail(box, facts.words, again);
    throw error;
  } finally {
    clearTimeout(timer);
    word.remove();
  }
}

/** In short tasks, so that a slow processor answers a press in between. */
function* build(box: HTMLElement, facts: Facts, state: State, hooks: StageHooks, atlas: Atlas, coarse: Read): Steps<Stage> {
  yield* coarse.ahead();
  box.replaceChildren();
  const chart = openMap(box, state.map ?? extent);
  yield;
  const ground = yield* drawGround(chart, coarse);
  yield;
  const lines = drawLines(chart);
  const lettering = drawLettering(chart, facts.lang);
  const markers = drawMarkers(chart, {
    lang: facts.lang,
    words: facts.words,
    open: ({ id, project, stack }) => hooks.open(project.sites.length > 1 ? id : project.id, stack > 1),
    point(project) {
      lettering.point(project);
      hooks.point(project);
    },
    holds: lettering.covers,
  });
  yield;
  addControls(chart, facts.words, () => {
    chart.fit(extent, DEEPEST);
    hooks.moved(null);
  });
  yield;
  degreeFrame(chart, facts.words.west);
  yield;
  offerOthers(chart, facts);
  lettering.setGround(ground);
  refine(chart, facts.fine, (fine) => {
    ground.refine(fine);
    lettering.setGround(ground);
  });

  const goTo = (id: string): void => {
    const site = find(id);
    if (!site) return;
    const [lon, lat] = middle(site);
    chart.show({ zoom: precisions.get(site.precision)?.deepest_zoom ?? 7, lat, lon });
    hooks.moved(chart.view());
  };
  const tellElsewhere = elsewhereCard(chart, facts.lang, facts.words, goTo);

  let last: Parameters<Stage["draw"]> | null = null;
  let named = 0;
  let drawing: Underway<void> | null = null;
  function* steps(...[now, passes, day]: Parameters<Stage["draw"]>): Steps {
    const zoom = chart.zoom();
    const shown = yield* placing({ atlas, zoom, passes, sel: now.sel, day, past: day < edition, project: (lat, lon) => chart.project(lat, lon) });
    yield;
    const laid = yield* layingOut(shown, zoom);
    const chosen = shown.find((place) => place.chosen)?.project.id ?? null;
    lines.draw([...atlas.projects.values()].filter(passes), laid, chosen, day < edition ? day : null);
    yield;
    yield* markers.draw(laid, chosen);
    tellElsewhere(laid);
    box.ariaBusy = null;
    // Names come last, in a task of their own: signs without them can already be read and pressed.
    clearTimeout(named);
    named = window.setTimeout(() => lettering.draw(laid, lines.along()));
  }
  /** What is not laid out yet when a newer state comes is left. */
  const draw: Stage["draw"] = (...asked) => {
    last = asked;
    drawing?.stop();
    box.ariaBusy = "true";
    drawing = inTurns(steps(...asked));
  };
  let zoomed = chart.zoom();
  chart.onMoved(() => hooks.moved(chart.view()));
  chart.on("moveend", () => {
    const zoom = chart.zoom();
    if (zoom !== zoomed && last) draw(...last);
    zoomed = zoom;
    hooks.rested();
  });

  const find = (id: string) => [...atlas.projects.values()].flatMap((project) => project.sites.filter((site) => hasPlace(site) && (site.id === id || project.id === id)))[0];
  return {
    draw,
    highlight(project) {
      markers.highlight(project);
      lettering.point(project);
    },
    focus: markers.focus,
    reveal(id) {
      const site = find(id);
      if (!site) return;
      const [lon, lat] = middle(site);
      // The record has just taken its part of the width.
      chart.resize();
      chart.reveal(lat, lon);
    },
    goTo,
    show: (view) => (view ? chart.show(view) : chart.fit(extent, DEEPEST)),
    resize: chart.resize,
    sees(project, on) {
      const { left, top, right, bottom } = chart.window();
      return project.sites.some((site) => {
        if (!hasPlace(site) || !stands(site, on)) return false;
        const [lon, lat] = middle(site);
        const { x, y } = chart.project(lat, lon);
        return x > left && x < right && y > top && y < bottom;
      });
    },
  };
}

/** From this zoom the finer base map is read, a little before it is drawn; from afar it would only cost. */
const READ_FROM = 4.5;

/** The finer base map comes once the page is at rest, where data are saved not before it is needed; it is read when one comes near. */
export function refine(chart: Chart, address: string, use: (fine: BaseMap) => void): void {
  if (!address) return;
  let file: Promise<ArrayBuffer> | null = null;
  const load = (): Promise<ArrayBuffer> =>
    (file ??= fetchBaseMap(address).catch((error: unknown) => {
      file = null;
      throw error;
    }));
  let taken = false;
  const take = (): void => {
    if (taken || chart.zoom() < READ_FROM) return;
    taken = true;
    void load().then(parseBaseMap).then(use, () => undefined);
  };
  chart.on("zoom", take);
  take();
  if ((navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true) return;
  // Into the browser's cache and no further: to take in a megabyte here would hold up a slow phone that may never need it.
  const early = (): void => {
    const link = document.createElement("link");
    if (!link.relList.supports("prefetch")) return void load().catch(() => undefined);
    Object.assign(link, { rel: "prefetch", as: "fetch", href: address });
    document.head.append(link);
  };
  if ("requestIdleCallback" in window) requestIdleCallback(early, { timeout: 2000 });
  else setTimeout(early, 500);
}

function fail(box: HTMLElement, words: Words, retry: () => void): void {
  // Fetched only now: it weighs as much as the map's own data, and most readers never need it.
  const { picture, pictureAlt } = box.dataset;
  if (picture && !box.querySelector("img")) {
    const img = document.createElement("img");
    img.alt = pictureAlt ?? "";
    img.src = picture;
    box.append(img);
  }
  box.querySelector(".map-failed")?.remove();
  const line = document.createElement("p");
  line.className = "map-word map-failed";
  line.setAttribute("role", "alert");
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = words.tryAgain;
  again.addEventListener("click", retry);
  line.append(`${words.mapFailed} `, again);
  box.append(line);
}
