/** The frame: what is shown, the card of the project in hand, list or map. */
import { placed, projectOf, readAtlas, type Atlas, type Project } from "../atlas.ts";
import { dayOf, known, passes } from "../filter.ts";
import type { Extent } from "../map.ts";
import { readState, type State } from "../state.ts";
import { extent, precisions } from "../vocabulary.ts";
import { wordsOf } from "../words.ts";
import { openCard } from "./card.ts";
import { narrowKey } from "./key.ts";
import { linkList } from "./list.ts";
import { openStage, type FrameStage } from "./stage.ts";

/** A view that fits what is shown comes no nearer: a place is told by what lies around it, and the coarse base map bears no more. */
const DEEPEST_FIT = 6.2;

export async function openFrame(body: HTMLElement): Promise<void> {
  const box = body.querySelector<HTMLElement>("#map");
  const data = body.querySelector("#data")?.textContent;
  if (!box || !data) return;
  const lang = document.documentElement.lang;
  const words = wordsOf(lang);
  const atlas = readAtlas(JSON.parse(data));
  // A copy of the frame on a static host says nothing of the state; its address does.
  let state: State = known(readState(body.dataset["state"] || location.search));
  // What the server cannot find in the record it does not fill the card with.
  if (!projectOf(atlas, state.sel)) state = { ...state, sel: null };
  const lets = (project: Project): boolean => passes(project, state);

  let stage: FrameStage | null = null;
  const draw = (): void => stage?.draw(state, lets, dayOf(state));
  const card = openCard(body, {
    closed(project, byKey) {
      state = { ...state, sel: null };
      draw();
      if (byKey) stage?.focus(project);
    },
    // The map has more room or less: what is in hand must stay in view.
    resized: () => stage?.resize(state.sel),
  });
  const list = linkList(body, lets, atlas, (project) => {
    list.show(false);
    select(project, true);
  });
  const select = (sel: string, byKey: boolean): void => {
    const project = projectOf(atlas, sel);
    if (!project) return;
    state = { ...state, sel };
    card.open(project.id, byKey);
    draw();
    stage?.resize(sel);
  };
  // A server has filled the card; a copy made of files has not.
  const first = projectOf(atlas, state.sel);
  if (first && !body.querySelector("#card .item")) card.open(first.id, false);
  const key = narrowKey(body, words.key);
  const picture = [...box.children];
  const start = state.map ?? fitting(atlas, lets, state.sel) ?? extent;
  try {
    stage = await openStage(box, {
      lang,
      words,
      base: body.dataset["base"] ?? "",
      fine: body.dataset["baseFine"] ?? "",
      controls: body.dataset["controls"] !== "0",
      start,
      whole: fitting(atlas, lets, null) ?? extent,
      deepest: deepest(atlas, state.sel),
      atlas,
      sel: state.sel,
      open: select,
      seen: key,
    });
    draw();
  } catch {
    fail(box, picture, words.mapFailed);
  }
}

/** The box of the project in hand, else of all that is shown; none where nothing has a place. */
function fitting(atlas: Atlas, lets: (project: Project) => boolean, sel: string | null): Extent | null {
  const one = projectOf(atlas, sel);
  const shown = one ? [one] : [...atlas.projects.values()].filter(lets);
  // Lines to other continents would make all else small.
  const points = shown.flatMap(({ sites }) => sites.filter(placed).flatMap(({ geometry }) => (geometry?.type === "Point" ? [geometry.coordinates] : [])));
  const lines = shown.flatMap(({ sites }) => sites.filter(placed).flatMap(({ geometry }) => (geometry?.type === "LineString" ? geometry.coordinates : [])));
  const all = points.length ? points : lines;
  if (!all.length) return null;
  const [lons, lats] = [all.map(([lon = 0]) => lon), all.map(([, lat = 0]) => lat)];
  const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
  const [dx, dy] = [(box[2] - box[0]) * 0.08, (box[3] - box[1]) * 0.08];
  return [box[0] - dx, box[1] - dy, box[2] + dx, box[3] + dy];
}

function deepest(atlas: Atlas, sel: string | null): number {
  const sites = projectOf(atlas, sel)?.sites ?? [];
  return Math.min(DEEPEST_FIT, ...sites.map(({ precision }) => precisions.get(precision)?.deepest_zoom ?? DEEPEST_FIT));
}

/** The picture that readers without a script see stands in the map's place; the list is there as well. */
function fail(box: HTMLElement, picture: readonly Element[], words: string): void {
  const line = document.createElement("p");
  line.className = "map-word";
  line.setAttribute("role", "alert");
  line.textContent = words;
  box.classList.remove("waits");
  box.replaceChildren(...picture, line);
}
