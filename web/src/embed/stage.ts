/** The map of a frame: the same ground, signs, lines and names as on the map page, and no more than a frame needs. */
import { placed, type Atlas, type Project } from "../atlas.ts";
import { FINE_FROM, drawGround } from "../basemap.ts";
import { addControls } from "../controls.ts";
import { elsewhereCard } from "../elsewhere.ts";
import { degreeFrame } from "../graticule.ts";
import { layout, type Placed } from "../layout.ts";
import { drawLettering } from "../lettering.ts";
import { drawLines } from "../lines.ts";
import { openMap, type Extent, type Window } from "../map.ts";
import { drawMarkers } from "../markers.ts";
import { middle, places } from "../places.ts";
import type { State, View } from "../state.ts";
import { atOnce } from "../tasks.ts";
import { loadBaseMap } from "../topology.ts";
import { edition, precisions } from "../vocabulary.ts";
import type { Words } from "../words.ts";
import { yieldScroll } from "./scroll.ts";

export interface FrameStage {
  draw(state: State, passes: (project: Project) => boolean, day: string): void;
  /** The box has changed; what is in hand comes back into view. */
  resize(sel: string | null): void;
  focus(project: string): boolean;
}

export interface StageFacts {
  readonly lang: string;
  readonly words: Words;
  readonly base: string;
  readonly fine: string;
  readonly controls: boolean;
  readonly start: View | Extent;
  /** What the button "whole region" shows. */
  readonly whole: Extent;
  /** A fit to the start comes no nearer. */
  readonly deepest: number;
  readonly atlas: Atlas;
  open(sel: string, byKey: boolean): void;
  /** The signs that are drawn, and what of the map is seen. */
  seen(laid: readonly Placed[], window: Window): void;
}

export async function openStage(box: HTMLElement, facts: StageFacts): Promise<FrameStage> {
  const { atlas, words, lang } = facts;
  const coarse = await loadBaseMap(facts.base);
  box.replaceChildren();
  const chart = openMap(box, facts.start);
  if (!("zoom" in facts.start)) chart.fit(facts.start, facts.deepest);
  yieldScroll(box);
  const ground = atOnce(drawGround(chart, coarse));
  const lines = drawLines(chart);
  const lettering = drawLettering(chart, lang);
  const markers = drawMarkers(chart, {
    lang,
    words,
    open: ({ id, project }) => facts.open(project.sites.length > 1 ? id : project.id, document.activeElement?.matches(".sign:focus-visible") === true),
    point: lettering.point,
    holds: lettering.covers,
  });
  if (facts.controls) addControls(chart, words, () => chart.fit(facts.whole, facts.deepest));
  degreeFrame(chart, words.west);
  lettering.setGround(ground);

  const siteOf = (id: string) => [...atlas.projects.values()].flatMap((project) => project.sites.filter((site) => placed(site) && (site.id === id || project.id === id)))[0];
  const goTo = (id: string): void => {
    const site = siteOf(id);
    if (!site) return;
    const [lon, lat] = middle(site);
    chart.show({ zoom: precisions.get(site.precision)?.deepest_zoom ?? 7, lat, lon });
  };
  const tellElsewhere = elsewhereCard(chart, lang, words, goTo);

  let asked = false;
  const refine = (): void => {
    // It weighs more than all else: it comes only for a reader who goes near enough to see it.
    if (asked || !facts.fine || chart.zoom() < FINE_FROM) return;
    asked = true;
    loadBaseMap(facts.fine).then(
      (fine) => {
        ground.refine(fine);
        lettering.setGround(ground);
      },
      () => undefined,
    );
  };

  chart.onMoved(refine);

  let last: Parameters<FrameStage["draw"]> | null = null;
  let laid: readonly Placed[] = [];
  const draw: FrameStage["draw"] = (...now) => {
    last = now;
    const [{ sel }, passes, day] = now;
    const zoom = chart.zoom();
    const shown = places({ atlas, zoom, passes, sel, day, past: day < edition, project: (lat, lon) => chart.project(lat, lon) });
    laid = layout(shown, zoom);
    const chosen = shown.find((place) => place.chosen)?.project.id ?? null;
    lines.draw([...atlas.projects.values()].filter(passes), laid, chosen, day < edition ? day : null);
    atOnce(markers.draw(laid, chosen));
    lettering.draw(laid, lines.along());
    tellElsewhere(laid);
    facts.seen(laid, chart.window());
  };
  let zoomed = chart.zoom();
  chart.on("moveend", () => {
    const zoom = chart.zoom();
    if (zoom !== zoomed && last) draw(...last);
    zoomed = zoom;
    facts.seen(laid, chart.window());
  });
  return {
    draw,
    resize(sel) {
      chart.resize();
      const site = sel === null ? undefined : siteOf(sel);
      if (!site) return;
      const [lon, lat] = middle(site);
      chart.reveal(lat, lon);
    },
    focus: markers.focus,
  };
}
