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
  /** What is in hand. */
  readonly sel: string | null;
  open(sel: string, byKey: boolean): void;
  /** The signs that are drawn, and what of the map is seen. */
  seen(laid: readonly Placed[], window: Window): void;
}

/** Room around what is in hand, for its ring and what stands beside it; in a low box less, in pixels. */
const AROUND = 36;
/** The buttons, and a sign beside them: in a column, or two by two as in a low frame (frame.css). */
const BUTTONS = { column: 76, square: 120 };

export async function openStage(box: HTMLElement, facts: StageFacts): Promise<FrameStage> {
  const { atlas, words, lang } = facts;
  const coarse = await loadBaseMap(facts.base);
  // Until here the picture stands for the map.
  box.replaceChildren();
  box.classList.remove("waits");
  const chart = openMap(box, facts.start);
  const siteOf = (id: string) => [...atlas.projects.values()].flatMap((project) => project.sites.filter((site) => placed(site) && (site.id === id || project.id === id)))[0];
  const inHand = facts.sel === null ? undefined : siteOf(facts.sel);
  const low = matchMedia("(max-height: 400px)");
  const right = (room: number): number => (facts.controls ? BUTTONS[low.matches ? "square" : "column"] : room);
  const begin = (): void => {
    if (!("zoom" in facts.start)) chart.fit(facts.start, facts.deepest, inHand ? Math.min(AROUND, box.clientHeight / 5) : 8);
    if (!inHand) return;
    // A view chosen for a wide frame may have left what is in hand at the edge of a narrow one.
    const [lon, lat] = middle(inHand);
    chart.clear(lat, lon, right(AROUND));
  };
  begin();
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

  const height = box.clientHeight;
  let begun = false;
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
    // The key has its size only now, and what it took is missing from the map.
    if (!begun && box.clientHeight !== height) {
      begun = true;
      chart.resize();
      begin();
      draw(...now);
    }
    follows ??= true;
  };
  let follows: boolean | null = null;
  const reveal = (id: string | null): void => {
    const site = id === null ? undefined : siteOf(id);
    if (!site) return;
    const [lon, lat] = middle(site);
    chart.reveal(lat, lon);
  };
  let zoomed = chart.zoom();
  chart.on("moveend", () => {
    const zoom = chart.zoom();
    if (zoom !== zoomed && last) draw(...last);
    zoomed = zoom;
    facts.seen(laid, chart.window());
  });
  // A page that is printed or turned resizes the frame: what is in hand stays in view, unless the reader has gone on.
  chart.onMoved(() => {
    const held = laid.find((place) => place.hand);
    if (!held) return;
    const { left, right, top, bottom } = chart.window();
    follows = held.x > left && held.x < right && held.y > top && held.y < bottom;
  });
  chart.on("resize", () => {
    const held = laid.find((place) => place.hand);
    if (!follows || !held) return;
    // The sign itself: it may stand well beside its point.
    const view = chart.window();
    const room = Math.min(AROUND, (view.bottom - view.top) / 4);
    const into = (at: number, from: number, to: number): number => Math.min(at - from, 0) + Math.max(at - to, 0);
    const [dx, dy] = [into(held.x, view.left + room, view.right - right(room)), into(held.y, view.top + room, view.bottom - room)];
    if (dx !== 0 || dy !== 0) chart.panBy(dx, dy);
  });
  return {
    draw,
    resize(sel) {
      chart.resize();
      reveal(sel);
    },
    focus: markers.focus,
  };
}
