/** What of a layer is fetched, and what is said when that is not all of it. Pure. */
import type { Extent, Window } from "./map.ts";
import { latOf, lonOf } from "./mercator.ts";
import type { Words } from "./words.ts";

/** More than this at once is more than a phone can hold. */
const MOST_FEATURES = 5000;
const MOST_BYTES = 8_000_000;
/** Of a layer that is fetched by view: at most so many at a time. */
export const LIMIT = 2000;

export const byView = (features: number, bytes: number): boolean => features > MOST_FEATURES || bytes > MOST_BYTES;

/** What is seen, in degrees; the window is in pixels of the world at that zoom. */
export function degrees({ left, top, right, bottom }: Window, zoom: number): Extent {
  const scale = 2 ** zoom;
  return [lonOf(left / scale), latOf(bottom / scale), lonOf(right / scale), latOf(top / scale)];
}

/** The box rounded outward by at most a fiftieth, so that small movements ask for the same; never off the earth. */
export function outward([west, south, east, north]: Extent): Extent {
  const digits = Math.max(0, Math.min(6, -Math.floor(Math.log10(Math.max(east - west, north - south, 1e-6) / 50))));
  const step = 10 ** -digits;
  const within = (value: number, most: number): number => Number(Math.max(-most, Math.min(most, value)).toFixed(digits));
  const down = (value: number, most: number): number => within(Math.floor(value / step) * step, most);
  const up = (value: number, most: number): number => within(Math.ceil(value / step) * step, most);
  return [down(west, 180), down(south, 90), up(east, 180), up(north, 90)];
}

/** The address of the items in a box, with no property but the one that names them. */
export const itemsIn = (items: string, box: Extent, naming: string): string =>
  `${items}?f=geojson&limit=${LIMIT}&bbox=${box.join(",")}&properties=${encodeURIComponent(naming)}`;

export interface Got {
  readonly shown: number;
  readonly matched: number;
  readonly unplaced: number;
}

/** Says what is not drawn; empty where all is. */
export function missing({ shown, matched, unplaced }: Got, words: Words, lang: string): string {
  const count = (n: number): string => new Intl.NumberFormat(lang, { useGrouping: true }).format(n);
  const parts: string[] = [];
  if (shown < matched) parts.push(words.someOf.replace("{shown}", count(shown)).replace("{all}", count(matched)));
  if (unplaced > 0) parts.push(words.withoutPlace.replace("{n}", count(unplaced)));
  return parts.join(" ");
}
