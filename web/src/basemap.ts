/** Draws land, water, borders and the graticule: the coarse file first, the fine one as one comes closer. */
import { pathData, type Line } from "./geometry.ts";
import { graticule } from "./graticule.ts";
import type { Chart, Window } from "./map.ts";
import { atOnce, type Steps } from "./tasks.ts";
import type { BaseMap, Name } from "./topology.ts";

/** From this zoom the fine file is drawn; below it a pixel is wider than what it adds. */
export const FINE_FROM = 5.25;
/** From this zoom lines within a country help more than they crowd. */
const PROVINCES_FROM = 5.75;
const RIVERS_FROM = 5;
/** How much is drawn beyond each edge, as a part of the view, so that a drag does not bare the ground. */
const MARGIN = 0.6;

/** Lines that are written between two pauses. */
const AT_ONCE = 40;

type Stratum = readonly [paint: string, lines: readonly Line[]];

export interface Ground {
  readonly names: () => readonly Name[];
  readonly countries: () => BaseMap["countries"];
  /** Takes the fine file when it has come. */
  refine(fine: BaseMap): void;
}

/** Pauses between the first strata; later ones are drawn within the movement that asks for them. */
export function* drawGround(chart: Chart, coarse: BaseMap): Steps<Ground> {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "ground");
  chart.pane("ground", 200).append(svg);
  // The rest of the world is one territory more, in which no name of ours may stand.
  const territories = new Map([...coarse.countries, ["", coarse.out]]);
  let fine: BaseMap | null = null;
  let drawn: (Window & { zoom: number }) | null = null;

  const strata = (zoom: number): Stratum[] => {
    const near = fine !== null && zoom >= FINE_FROM ? fine : coarse;
    return [
      ["b-out", coarse.out],
      ["b-land", near.land],
      ["b-lake", near.lakes],
      ["b-river", zoom >= RIVERS_FROM ? near.rivers : []],
      ["b-province", zoom >= PROVINCES_FROM ? near.provinces : []],
      ["b-border", near.borders],
      ["b-border", coarse.farBorders],
      ["b-disputed", near.disputed],
      ["b-coast", near.coast],
      ["b-coast", coarse.farCoast],
    ];
  };

  const draw = (force: boolean): void => atOnce(drawing(force));
  function* drawing(force: boolean): Steps {
    const seen = chart.window();
    const zoom = chart.zoom();
    if (!force && drawn?.zoom === zoom && seen.left >= drawn.left && seen.right <= drawn.right && seen.top >= drawn.top && seen.bottom <= drawn.bottom) return;
    const [dx, dy] = [(seen.right - seen.left) * MARGIN, (seen.bottom - seen.top) * MARGIN];
    const frame = { left: seen.left - dx, right: seen.right + dx, top: seen.top - dy, bottom: seen.bottom + dy };
    const corner = chart.local({ x: frame.left, y: frame.top });
    const origin = { x: frame.left, y: frame.top };
    const scale = 2 ** zoom;
    const paths: string[] = [];
    for (const [paint, lines] of strata(zoom)) {
      let d = "";
      for (let at = 0; at < lines.length; at += AT_ONCE) {
        d += pathData(lines.slice(at, at + AT_ONCE), scale, origin, frame);
        yield;
      }
      paths.push(d ? `<path class="${paint}" d="${d}"/>` : "");
    }
    const [out, land, lake, ...lines] = paths;
    const [width, height] = [Math.ceil(frame.right - frame.left), Math.ceil(frame.bottom - frame.top)];
    svg.setAttribute("width", String(width));
    svg.setAttribute("height", String(height));
    svg.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
    svg.innerHTML = [out, land, lake, graticule(zoom, frame), ...lines].join("");
    drawn = { ...frame, zoom };
  }

  yield* drawing(true);
  chart.on("zoom", () => draw(true));
  chart.on("move", () => draw(false));
  chart.on("resize", () => draw(false));
  // The box may have changed in a pause.
  draw(false);
  return {
    names: () => (fine ? [...coarse.names, ...fine.names] : coarse.names),
    countries: () => territories,
    refine(next) {
      fine = next;
      if (chart.zoom() >= FINE_FROM) draw(true);
    },
  };
}
