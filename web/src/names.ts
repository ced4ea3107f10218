/**
 * Names of the base map: each tries places near its own, gives way to signs, or is left out. The server writes them
 * by the same rules, on its pictures: both keep to tests/cases/names.json. Pure.
 */
import { framed } from "./graticule.ts";
import { apart, inRings, type Line } from "./geometry.ts";
import type { Window } from "./map.ts";
import type { Pixel } from "./places.ts";
import type { Measure } from "./siteNames.ts";
import { atOnce, type Steps } from "./tasks.ts";
import type { Name } from "./topology.ts";

export interface Written {
  readonly name: Name;
  readonly text: string;
  readonly rank: number;
  /** Centre (of a town: its point), in pixels of the world. */
  readonly x: number;
  readonly y: number;
}

export interface Setting {
  readonly zoom: number;
  readonly lang: string;
  readonly window: Window;
  /** What a name may not cover: signs and their names. */
  readonly taken: readonly Window[];
  /** What a country's name rather stands beside: schematic lines. */
  readonly lines: readonly Window[];
  readonly countries: ReadonlyMap<string, readonly Line[]>;
  readonly measure: Measure;
  /** By how much letters are larger than usual. */
  readonly enlarged: number;
}

/** Size in pixels, letter-spacing in em, and the room of a line, by kind and rank. */
interface Face {
  readonly size: number;
  readonly track: number;
  readonly capitals: boolean;
}

const FACES: Record<Name["kind"], readonly Face[]> = {
  country: [
    { size: 13, track: 0.34, capitals: true },
    { size: 11, track: 0.2, capitals: true },
    { size: 11, track: 0.1, capitals: true },
    { size: 11, track: 0, capitals: false },
  ],
  region: [{ size: 11, track: 0.1, capitals: true }],
  area: [{ size: 11, track: 0.1, capitals: false }],
  water: [{ size: 13, track: 0.05, capitals: false }],
  town: [{ size: 12, track: 0, capitals: false }],
};

export const faceClass = ({ name: { kind }, rank }: Pick<Written, "name" | "rank">): string => `n-${kind}${kind === "country" ? ` n${Math.min(rank, 3)}` : ""}`;

/** Countries give way to their provinces here. */
export const COUNTRIES_UNTIL = 6.5;
const COUNTRIES_TOUCH_UNTIL = 4.75;
/** Square pixels of a sign that such a name may touch: about one letter's corner. */
const TOUCH = 90;
const REGIONS_UNTIL = 10;
const WATERS_UNTIL = 7;
/** How far a name may go from its own place at zoom 4, in pixels; it doubles with each zoom. */
const REACH = 46;
/** A country's name may go this far at any zoom, by its rank: from afar only the sea beside it has room. */
const LEAST_REACH = [108, 76, 76];
/** Below this only the greatest are named, and only on their own ground. */
const ALL_FROM = 2.85;
/** What the base map gives out for this zoom belongs to the whole region, which on a low screen is seen from a little farther. */
const OVERVIEW = 3;
const TRIES: readonly (readonly [number, number])[] = [
  [0, 0], [0, -7], [0, 7], [12, 0], [-12, 0], [0, -14], [0, 14], [14, 10], [-14, -10], [-14, 10], [14, -10],
  [24, 0], [-24, 0], [24, -16], [-24, 16], [0, -28], [0, 28], [46, 0], [-46, 0], [36, 26], [-36, -26],
  [40, -20], [-40, 20], [0, 40], [0, -40], [60, 0], [-60, 0], [58, 24], [-58, 24], [58, -24], [-58, -24], [58, 40], [-58, 40], [74, 8], [-74, 8],
  [88, 30], [-88, 30], [92, 50], [100, 0],
];

const widthOf = (text: string, { size, track, capitals }: Face, measure: Measure): number =>
  measure(capitals ? text.toUpperCase() : text, size, 400) + [...text].length * track * size;

/** Square pixels that two boxes share. */
const overlap = (a: Window, b: Window): number => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
const meets = (a: Window, b: Window): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

export const writeNames = (names: readonly Name[], setting: Setting): Written[] => atOnce(writingNames(names, setting));

/** The same with pauses. */
export function* writingNames(names: readonly Name[], setting: Setting): Steps<Written[]> {
  const { zoom, lang, window } = setting;
  const scale = 2 ** zoom;
  const edge = framed(zoom, window.right - window.left, setting.enlarged) ? { left: 36 * setting.enlarged, bottom: 18 * setting.enlarged } : { left: 3, bottom: 2 };
  const out: Written[] = [];
  const written: Window[] = [];
  const order: Name["kind"][] = ["country", "water", "area", "town", "region"];
  const candidates = names
    .filter((name) => stands(name, zoom) && name.x * scale > window.left - 60 && name.x * scale < window.right + 60 && name.y * scale > window.top - 40 && name.y * scale < window.bottom + 40)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.rank - b.rank);
  for (const name of candidates) {
    yield;
    const text = name.text[lang] ?? name.text.en;
    const found = ways(name).reduce<Found | null>((found, way) => found ?? place(name, text, way), null);
    if (!found) continue;
    out.push({ name, text, rank: found.rank, ...found.at });
    written.push(found.box);
  }
  return out;

  function place(name: Name, text: string, { rank, home }: Way): Found | null {
    const faces = FACES[name.kind];
    const usual = faces[Math.min(rank, faces.length - 1)] as Face;
    const face = { ...usual, size: usual.size * setting.enlarged };
    const parts = text.split(name.kind === "water" ? " " : " / ");
    const width = Math.max(...parts.map((part) => widthOf(part, face, setting.measure)));
    const [w, h] = [width / 2 + 2, (face.size * 0.62 + 2) * parts.length];
    // From afar a country is named even where its name must touch a sign; nothing else is.
    const allowed = name.kind === "country" && name.rank < 3 && zoom >= ALL_FROM && zoom < COUNTRIES_TOUCH_UNTIL ? TOUCH : 0;
    const strays = name.kind === "country" ? strayer(name, width, scale, setting.countries, home) : null;
    let best: (Found & { cost: number }) | null = null;
    for (const [dx, dy] of tries(name, zoom)) {
      const at: Pixel = { x: name.x * scale + dx, y: name.y * scale + dy };
      // A town's name stands right of its dot.
      const box = name.kind === "town" ? { left: at.x - 4, right: at.x + 8 + width, top: at.y - 8 * setting.enlarged, bottom: at.y + 8 * setting.enlarged } : { left: at.x - w, right: at.x + w, top: at.y - h, bottom: at.y + h };
      if (box.left < window.left + edge.left || box.right > window.right - 3 || box.top < window.top + 2 || box.bottom > window.bottom - edge.bottom) continue;
      if (written.some((other) => meets(box, other))) continue;
      const covered = setting.taken.reduce((sum, other) => sum + overlap(box, other), 0);
      const cost = covered + (name.kind === "country" ? setting.lines.reduce((sum, other) => sum + overlap(box, other), 0) : 0);
      if (covered > allowed || (best && cost >= best.cost)) continue;
      if (strays?.(at)) continue;
      best = { at, box, cost, rank };
      if (cost === 0) break;
    }
    return best;
  }
}

interface Found {
  readonly at: Pixel;
  readonly box: Window;
  readonly rank: number;
}

/** In the letters of which rank, and whether on its own ground alone. */
interface Way {
  readonly rank: number;
  readonly home: boolean;
}

/** The widest letters say that all around is this country: in the sea beside it they would name the sea. */
const ways = ({ kind, rank }: Name): readonly Way[] => (kind === "country" && rank === 0 ? [{ rank, home: true }, { rank: 1, home: false }] : [{ rank, home: false }]);

function stands({ kind, zoom: from, rank }: Name, zoom: number): boolean {
  if (kind === "country") return zoom >= (rank > 0 && from <= OVERVIEW ? ALL_FROM : from) && zoom < COUNTRIES_UNTIL;
  if (kind === "region") return zoom >= from && zoom < REGIONS_UNTIL;
  if (kind === "water") return zoom >= from && zoom < WATERS_UNTIL;
  return zoom >= from;
}

const tries = ({ kind, rank }: Name, zoom: number): readonly (readonly [number, number])[] => {
  if (kind === "town" || kind === "area") return TRIES.slice(0, 1);
  const reach = Math.max(kind === "country" && zoom >= ALL_FROM ? (LEAST_REACH[rank] ?? 0) : 0, REACH * 2 ** (zoom - 4));
  return TRIES.filter(([x, y]) => Math.hypot(x, y) <= reach);
};

/** How many points of the way from a country to its name are looked at. */
const PROBES = 8;
/** A name in the sea keeps this far from a neighbour's coast, so that it cannot be taken for the neighbour's. */
const CLEAR = 14;

/**
 * Tells whether a country's name would lie in another country, or beyond one: the sea beside its own is free where
 * it need not stay at home, but a name may not cross a neighbour to reach it.
 */
function strayer({ id, x, y }: Name, width: number, scale: number, countries: Setting["countries"], home: boolean): (at: Pixel) => boolean {
  const [fromX, fromY] = [x * scale, y * scale];
  const reach = width / 2 + CLEAR + Math.max(...LEAST_REACH, REACH * (scale / 16));
  const around = { left: (fromX - reach) / scale, right: (fromX + reach) / scale, top: (fromY - reach) / scale, bottom: (fromY + reach) / scale };
  const neighbours = [...countries].flatMap(([code, rings]) => (code === id ? [] : rings.filter(({ box }) => !apart(box, around))));
  const own = countries.get(id) ?? [];
  const foreign = (px: number, py: number): boolean => inRings(neighbours, px / scale, py / scale);
  return (at) => {
    for (let i = 1; i <= PROBES; i++) if (foreign(fromX + ((at.x - fromX) * i) / PROBES, fromY + ((at.y - fromY) * i) / PROBES)) return true;
    const within = inRings(own, at.x / scale, at.y / scale);
    if (home && !within) return true;
    const clear = within ? 0 : CLEAR;
    return [-0.45, 0, 0.45].some((part) => [-clear, 0, clear].some((dy) => foreign(at.x + part * width + Math.sign(part) * clear, at.y + dy)));
  };
}
