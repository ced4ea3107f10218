/** Names of the chosen project's sites: each tries eight sides of its sign, or is left out. Pure. */
import type { Placed } from "./layout.ts";
import type { Window } from "./map.ts";
import { say } from "./vocabulary.ts";

export interface SiteName {
  readonly text: string;
  /** Which end of the line, or its middle, stands at the place: so that a wider face than the one measured still meets its sign. */
  readonly end: "start" | "middle" | "end";
  /** In pixels of the world; `y` is the middle of the line. */
  readonly x: number;
  readonly y: number;
}

interface Side extends Omit<SiteName, "text"> {
  readonly box: Window;
}

/** Width in pixels of a text at a size, in the face of the page. */
export type Measure = (text: string, size: number, weight: number) => number;

/** How a name is measured, and by how much letters are larger than usual. */
export interface Letters {
  readonly measure: Measure;
  readonly enlarged: number;
}

/** Size and weight of a name, half its line, and the breath it needs at its ends. */
const SIZE = 12;
const WEIGHT = 600;
const HALF_LINE = 9;
const BREATH = 4;

const short = (place: Placed, lang: string): string => {
  if (place.site.label) return say(place.site.label, lang);
  // Names of sites run «what it is, town»; on the map the sign says what it is.
  const [head = ""] = say(place.site.name, lang).split(/[:(（：]/);
  return place.project.sites.length > 1 ? (head.split(", ").at(-1) ?? head).trim() : head.trim();
};

const covers = (a: Window, b: Window): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

const inside = (a: Window, b: Window): boolean => a.left > b.left && a.right < b.right && a.top > b.top && a.bottom < b.bottom;

/** A name without its sign would name nothing. */
const seen = ({ x, y }: Placed, { left, right, top, bottom }: Window): boolean => x > left && x < right && y > top && y < bottom;

/** The room a sign takes. */
export const boxOf = ({ x, y, radius, precision, seed, scale }: Placed): Window => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + (precision === "exact" && !seed ? 22 * scale : radius),
});

/** Names of the sites in hand, and the room they take, to be kept free by what is written after. */
export function siteNames(placed: readonly Placed[], lang: string, window: Window, letters: Letters): { names: SiteName[]; boxes: Window[] } {
  const signs = placed.map((place) => ({ place, box: boxOf(place) }));
  const names: SiteName[] = [];
  const boxes: Window[] = [];
  // The site in hand first, then from south to north.
  const order = placed.filter((place) => place.chosen && seen(place, window)).sort((a, b) => Number(b.hand) - Number(a.hand) || b.y - a.y);
  for (const place of order) {
    const text = short(place, lang);
    const width = letters.measure(text, SIZE * letters.enlarged, WEIGHT) + BREATH;
    const cost = (box: Window): number =>
      signs.reduce((sum, sign) => sum + (sign.place !== place && covers(box, sign.box) ? (sign.place.chosen ? 3 : 1) : 0), 0) + boxes.filter((other) => covers(box, other)).length * 3 + (inside(box, window) ? 0 : 3);
    const sides = around(place, width, HALF_LINE * letters.enlarged).map((side) => ({ ...side, cost: cost(side.box) }));
    const best = sides.reduce((least, side) => (side.cost < least.cost ? side : least));
    if (best.cost >= 3) continue;
    names.push({ text, end: best.end, x: best.x, y: best.y });
    boxes.push(best.box);
  }
  return { names, boxes };
}

/** The name of a project beside the sign under pointer or focus, on the side where the window has room. */
export function nameBeside(place: Placed, lang: string, window: Window, letters: Letters): { name: SiteName; box: Window } {
  const [text = ""] = say(place.project.name, lang).split(/ [(（]/);
  const sides = around(place, letters.measure(text, SIZE * letters.enlarged, WEIGHT) + 2 * BREATH, HALF_LINE * letters.enlarged);
  const { box, ...at } = sides.find((side) => inside(side.box, window)) ?? (sides[0] as Side);
  return { name: { text, ...at }, box };
}

/** Half the width of the sign of a line, with the ends that stand out on both sides. */
const LINE_SIGN = 18;

function around({ x, y, radius, precision, seed, scale }: Placed, width: number, half: number): Side[] {
  const r = radius + 4;
  const beside = precision === "schematic" && !seed ? LINE_SIGN * scale + 4 : r;
  const side = (end: Side["end"], at: number, middle: number): Side => {
    const left = at - (end === "start" ? 0 : end === "end" ? width : width / 2);
    return { end, x: at, y: middle, box: { left, right: left + width, top: middle - half, bottom: middle + half } };
  };
  return [
    side("start", x + beside, y),
    side("end", x - beside, y),
    side("middle", x, y - r - half + 2),
    side("middle", x, y + r + half - 2),
    side("start", x + r * 0.6, y - r),
    side("start", x + r * 0.6, y + r),
    side("end", x - r * 0.6, y - r),
    side("end", x - r * 0.6, y + r),
  ];
}
