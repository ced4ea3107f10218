/** The map beside a story: shows the state of a stop and flies to the next; where it cannot be drawn, the stop's picture. */
import { loadAtlas, placed, type Atlas, type Project } from "./atlas.ts";
import { drawGround } from "./basemap.ts";
import { addControls } from "./controls.ts";
import { degreeFrame } from "./graticule.ts";
import { dayOf, known, passes } from "./filter.ts";
import { layout } from "./layout.ts";
import { drawLettering } from "./lettering.ts";
import { drawLines } from "./lines.ts";
import { openMap, type Extent } from "./map.ts";
import { drawMarkers } from "./markers.ts";
import { middle, places } from "./places.ts";
import { refine } from "./stage.ts";
import { readState, type State, type View } from "./state.ts";
import { atOnce } from "./tasks.ts";
import { loadBaseMap } from "./topology.ts";
import { fitting, secondsTo } from "./tour.ts";
import { edition, extent } from "./vocabulary.ts";
import type { Words } from "./words.ts";

export interface TourMap {
  /** Shows a state, written as the map page writes it; flies there where asked to. */
  show(state: string, fly: boolean): void;
}

export interface TourMapFacts {
  readonly lang: string;
  readonly words: Words;
  readonly data: string;
  readonly base: string;
  readonly fine: string;
  /** A sign was pressed; with the day as of which the map is shown. */
  readonly open: (project: Project, day: string) => void;
}

/** A project in one place is not looked at from nearer than this where the story names no view. */
const DEEPEST = 9;

export async function openTourMap(box: HTMLElement, facts: TourMapFacts, first: string): Promise<TourMap> {
  const [atlas, coarse] = await Promise.all([loadAtlas(facts.data), loadBaseMap(facts.base)]);
  box.replaceChildren();
  let state = known(readState(first));
  const chart = openMap(box, viewOf(state, atlas, box));
  const ground = atOnce(drawGround(chart, coarse));
  const lines = drawLines(chart);
  const lettering = drawLettering(chart, facts.lang);
  const markers = drawMarkers(chart, {
    lang: facts.lang,
    words: facts.words,
    open: ({ project }) => facts.open(project, dayOf(state)),
    point: lettering.point,
    holds: lettering.covers,
  });
  addControls(chart, facts.words, () => chart.fit(extent, DEEPEST));
  degreeFrame(chart, facts.words.west);
  lettering.setGround(ground);
  refine(chart, facts.fine, (fine) => {
    ground.refine(fine);
    lettering.setGround(ground);
  });

  let drawnAt = -1;
  const draw = (): void => {
    const zoom = chart.zoom();
    const lets = (project: Project): boolean => passes(project, state);
    const day = dayOf(state);
    const shown = places({ atlas, zoom, passes: lets, sel: state.sel, day, past: day < edition, project: (lat, lon) => chart.project(lat, lon) });
    const laid = layout(shown, zoom);
    const chosen = shown.find((place) => place.chosen)?.project.id ?? null;
    lines.draw([...atlas.projects.values()].filter(lets), laid, chosen, day < edition ? day : null);
    atOnce(markers.draw(laid, chosen));
    lettering.draw(laid, lines.along());
    drawnAt = zoom;
  };
  chart.on("moveend", () => chart.zoom() !== drawnAt && draw());
  // A turned phone has another box for the same stop.
  chart.on("resize", () => go(false));
  draw();

  const go = (fly: boolean): void => {
    const target = viewOf(state, atlas, box);
    if (!("zoom" in target)) chart.fit(target, DEEPEST);
    else if (fly) chart.fly(target, secondsTo(chart.view(), target));
    else chart.show(target);
  };
  return {
    show(next, fly) {
      state = known(readState(next));
      go(fly);
      draw();
    },
  };
}

/** The view that a state asks for, else what holds the sites in hand, else the whole region. */
function viewOf(state: State, atlas: Atlas, box: HTMLElement): View | Extent {
  if (state.map) return fitting(state.map, box.clientWidth, box.clientHeight);
  const projects = [...atlas.projects.values()].filter(({ id }) => id === state.sel?.split(".")[0]);
  const points = projects.flatMap(({ sites }) => sites.filter(placed).map(middle));
  if (points.length === 0) return extent;
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
