/** Lines and rings on the world of zoom 0, and their way to the screen: scaled, clipped, thinned. */
import type { Window } from "./map.ts";

/** x, y, x, y … on the world of 256 pixels. */
export type Coordinates = Float64Array;

export interface Line {
  readonly at: Coordinates;
  readonly closed: boolean;
  readonly box: Window;
}

export function line(at: Coordinates, closed: boolean): Line {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let i = 0; i < at.length; i += 2) {
    const [x, y] = [at[i] as number, at[i + 1] as number];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return { at, closed, box };
}

export const apart = (a: Window, b: Window): boolean => a.right < b.left || a.left > b.right || a.bottom < b.top || a.top > b.bottom;
const within = (a: Window, b: Window): boolean => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

/** An island smaller than this is a speck of coastline, not land. */
const SPECK = 1.6;
/** Two points nearer than this on the screen are one. */
const NEAR = 0.55;

/**
 * Path data of lines as seen through a window, both in pixels of the world at `scale` = 2^zoom;
 * the origin is subtracted. What lies outside is cut off, so paths stay short at deep zooms.
 */
export function pathData(lines: readonly Line[], scale: number, origin: { readonly x: number; readonly y: number }, seen: Window): string {
  const frame = { left: seen.left / scale, right: seen.right / scale, top: seen.top / scale, bottom: seen.bottom / scale };
  const out: string[] = [];
  for (const { at, closed, box } of lines) {
    if (apart(box, frame) || Math.max(box.right - box.left, box.bottom - box.top) * scale < SPECK) continue;
    const whole = within(box, frame);
    const pieces = whole ? [at] : closed ? [clipRing(at, frame)] : clipLine(at, frame);
    for (const piece of pieces) write(out, piece, closed, scale, origin);
  }
  return out.join("");
}

/** To one place behind the point, as thousands of times at each zoom: of whole numbers made, in a third of the time of `toFixed`. */
function tenths(value: number): string {
  const all = Math.round(Math.abs(value) * 10);
  const part = all % 10;
  const text = part === 0 ? `${all / 10}` : `${(all - part) / 10}.${part}`;
  return value < 0 && all > 0 ? `-${text}` : text;
}

function write(out: string[], at: ArrayLike<number>, closed: boolean, scale: number, origin: { readonly x: number; readonly y: number }): void {
  let lastX = Infinity;
  let lastY = Infinity;
  let points = 0;
  let text = "";
  for (let i = 0; i < at.length; i += 2) {
    const x = (at[i] as number) * scale - origin.x;
    const y = (at[i + 1] as number) * scale - origin.y;
    const last = i + 2 >= at.length;
    if (Math.abs(x - lastX) < NEAR && Math.abs(y - lastY) < NEAR && !(last && !closed)) continue;
    text += `${points++ ? "L" : "M"}${tenths(x)} ${tenths(y)}`;
    lastX = x;
    lastY = y;
  }
  if (points > (closed ? 2 : 1)) out.push(closed ? `${text}Z` : text);
}

/** Keeps the stretches that may cross the frame. */
function clipLine(at: Coordinates, frame: Window): number[][] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  for (let i = 0; i + 3 < at.length; i += 2) {
    const x = at[i] as number;
    const y = at[i + 1] as number;
    const u = at[i + 2] as number;
    const v = at[i + 3] as number;
    const outside = Math.max(x, u) < frame.left || Math.min(x, u) > frame.right || Math.max(y, v) < frame.top || Math.min(y, v) > frame.bottom;
    if (!outside) {
      if (!piece.length) piece.push(x, y);
      piece.push(u, v);
    } else if (piece.length) {
      pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length) pieces.push(piece);
  return pieces;
}

/** Sutherland and Hodgman: a ring cut by each side of the frame in turn. */
function clipRing(at: Coordinates, frame: Window): number[] {
  let ring: number[] = Array.from(at);
  const sides: [axis: 0 | 1, limit: number, keep: 1 | -1][] = [[0, frame.left, 1], [0, frame.right, -1], [1, frame.top, 1], [1, frame.bottom, -1]];
  for (const [axis, limit, keep] of sides) {
    const cut: number[] = [];
    for (let i = 0; i < ring.length; i += 2) {
      const j = (i + 2) % ring.length;
      const x = ring[i] as number;
      const y = ring[i + 1] as number;
      const u = ring[j] as number;
      const v = ring[j + 1] as number;
      const a = axis === 0 ? x : y;
      const b = axis === 0 ? u : v;
      const inA = (a - limit) * keep >= 0;
      const inB = (b - limit) * keep >= 0;
      if (inA) cut.push(x, y);
      if (inA !== inB) {
        const t = (limit - a) / (b - a);
        cut.push(axis === 0 ? limit : x + (u - x) * t, axis === 1 ? limit : y + (v - y) * t);
      }
    }
    ring = cut;
  }
  return ring;
}

/** Whether a point lies in a set of rings, by the even-odd rule. */
export function inRings(rings: readonly Line[], x: number, y: number): boolean {
  let inside = false;
  for (const { at, box } of rings) {
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
    for (let i = 0, j = at.length - 2; i < at.length; j = i, i += 2) {
      const xi = at[i] as number;
      const yi = at[i + 1] as number;
      const xj = at[j] as number;
      const yj = at[j + 1] as number;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
