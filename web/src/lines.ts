/** What is drawn beneath the signs: schematic lines, the disc of a near place, and leaders back to true points. */
import { familyOf, stands, type Project } from "./atlas.ts";
import type { Placed } from "./layout.ts";
import type { Chart, Window } from "./map.ts";
import { METRES } from "./mercator.ts";
import { COUNTRIES_UNTIL } from "./names.ts";
import { disc, layout as rules, line as lineRules, sizeAt } from "./signs.ts";
import type { Pixel } from "./places.ts";
import { precisions } from "./vocabulary.ts";

export interface Lines {
  /** As of an earlier day, or as of the edition's: null. */
  draw(projects: readonly Project[], placed: readonly Placed[], chosen: string | null, on: string | null): void;
  /** Boxes along the schematic lines that were drawn last, in pixels of the whole world, while countries are named. */
  along(): readonly Window[];
}

/** How far apart these boxes stand, and half their side. */
const STEP = 6;
const HALF = 2;

export function drawLines(chart: Chart): Lines {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "lines");
  chart.pane("lines", 320).append(svg);
  let last: Parameters<Lines["draw"]> = [[], [], null, null];
  let zoomDrawn = chart.zoom();
  let boxes: Window[] = [];

  const paint = (...[projects, placed, chosen, on]: Parameters<Lines["draw"]>): void => {
    last = [projects, placed, chosen, on];
    const zoom = chart.zoom();
    const size = sizeAt(zoom);
    // Between two layouts, while fingers still spread, the last one is stretched.
    const stretch = 2 ** (zoom - zoomDrawn);
    const at = (x: number, y: number): string => {
      const p = chart.local({ x, y });
      return `${p.x.toFixed(1)} ${p.y.toFixed(1)}`;
    };
    const dim = (id: string): string => (chosen !== null && chosen !== id ? " dim" : "");
    const out: string[] = [];
    boxes = [];
    // What looks alike is one path: a map of hundreds of elements is sorted into layers in every frame of a drag.
    const alike = new Map<string, string[]>();
    const add = (name: string, d: string): void => void (alike.get(name)?.push(d) ?? alike.set(name, [d]));
    for (const project of projects) {
      for (const site of project.sites) {
        const { geometry } = site;
        if (geometry?.type !== "LineString" || !stands(site, on)) continue;
        const points = geometry.coordinates.map(([lon = 0, lat = 0]) => chart.project(lat, lon));
        const tint = `f-${familyOf(project)}${dim(project.id)}`;
        out.push(`<path class="l-line ${tint}" d="M${points.map(({ x, y }) => at(x, y)).join("L")}"/>`);
        // They are for names of countries. From nearer a cable across an ocean would be hundreds of thousands of them.
        if (zoom < COUNTRIES_UNTIL) boxes.push(...along(points));
        const radius = size.sites === "one" ? lineRules.end_radius_one : lineRules.end_radius;
        for (const end of [points[0], points.at(-1)]) if (end) add(`l-end ${tint}`, dot(at(end.x, end.y), radius));
      }
    }
    for (const place of placed) {
      const tint = `f-${place.family}${dim(place.project.id)}`;
      const point = at(place.point.x * stretch, place.point.y * stretch);
      if (place.precision === disc.precision && place.site.geometry?.type === "Point") {
        const [, lat = 0] = place.site.geometry.coordinates;
        const radius = ((precisions.get(place.precision)?.radius_m ?? 0) * 2 ** zoom) / (METRES * Math.cos((lat * Math.PI) / 180));
        if (2 * radius >= disc.least_diameter) out.push(`<path class="l-disc ${tint}" d="${dot(point, radius)}"/>`);
      }
      if (place.leader) {
        add(`lead ${tint}`, `M${point}L${at(place.x * stretch, place.y * stretch)}`);
        add(`lead-point ${tint}`, dot(point, rules.leader_dot));
      }
    }
    for (const name of ["l-end", "lead", "lead-point"]) for (const [key, all] of alike) if (key.startsWith(`${name} `)) out.push(`<path class="${key}" d="${all.join("")}"/>`);
    svg.innerHTML = out.join("");
  };
  chart.on("zoom", () => paint(...last));
  return {
    draw(...asked) {
      zoomDrawn = chart.zoom();
      paint(...asked);
    },
    along: () => boxes,
  };
}

function along(points: readonly Pixel[]): Window[] {
  const out: Window[] = [];
  points.slice(1).forEach((end, i) => {
    const from = points[i] as Pixel;
    const steps = Math.ceil(Math.hypot(end.x - from.x, end.y - from.y) / STEP);
    for (let step = 0; step < steps; step++) {
      const [x, y] = [from.x + ((end.x - from.x) * step) / steps, from.y + ((end.y - from.y) * step) / steps];
      out.push({ left: x - HALF, right: x + HALF, top: y - HALF, bottom: y + HALF });
    }
  });
  return out;
}

/** A circle as path data. */
const dot = (at: string, radius: number): string => {
  const [r, d] = [radius.toFixed(1), (2 * Number(radius.toFixed(1))).toFixed(1)];
  return `M${at}m-${r} 0a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0-${d} 0`;
};
