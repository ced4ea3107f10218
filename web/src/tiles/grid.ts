/** Which tiles cover a view. Pure. */
import type { Window } from "../map.ts";
import type { Square } from "./mvt.ts";

/** Pixels of the page along a side of a tile where the zoom is a whole number: half as many requests as with 256. */
const SIDE = 512;
/** The last zoom that is served; nearer views enlarge it. */
export const DEEPEST = 16;

/** The zoom of tiles for a zoom of the map. */
export const tileZoom = (zoom: number): number => Math.max(0, Math.min(DEEPEST, Math.round(zoom - Math.log2(SIDE / 256))));

export const keyOf = ({ z, x, y }: Square): string => `${z}/${y}/${x}`;

/** Rows and columns of tiles at a zoom, the last ones included. */
interface Range {
  readonly z: number;
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
}

const across = (z: number, zoom: number): number => (256 * 2 ** zoom) / 2 ** z;

function range({ left, top, right, bottom }: Window, zoom: number, margin: number): Range {
  const z = tileZoom(zoom);
  const side = across(z, zoom);
  const last = 2 ** z - 1;
  const at = (n: number): number => Math.max(0, Math.min(last, Math.floor(n / side)));
  return { z, west: at(left - margin), east: at(right + margin), north: at(top - margin), south: at(bottom + margin) };
}

/** The same text for all windows that meet the same tiles, with each of the margins. */
export const within = (window: Window, zoom: number, margins: readonly number[]): string =>
  margins.map((margin) => Object.values(range(window, zoom, margin)).join()).join(";");

/** The tiles that meet a window, which is in pixels of the world at this zoom, the middle ones first; `margin` in pixels around it. */
export function cover(window: Window, zoom: number, margin: number): Square[] {
  const { z, west, east, north, south } = range(window, zoom, margin);
  const squares: Square[] = [];
  for (let y = north; y <= south; y++) for (let x = west; x <= east; x++) squares.push({ z, x, y });
  const side = across(z, zoom);
  const [cx, cy] = [(window.left + window.right) / 2 / side - 0.5, (window.top + window.bottom) / 2 / side - 0.5];
  const far = ({ x, y }: Square): number => Math.hypot(x - cx, y - cy);
  return squares.sort((a, b) => far(a) - far(b));
}

/** The address of a tile. */
export const addressOf = (form: string, { z, x, y }: Square): string => form.replace("{z}", String(z)).replace("{y}", String(y)).replace("{x}", String(x));

/** Whether a tile holds a point of the world of zoom 0. */
export function holds({ z, x, y }: Square, at: { readonly x: number; readonly y: number }): boolean {
  const side = 256 / 2 ** z;
  return Math.floor(at.x / side) === x && Math.floor(at.y / side) === y;
}
