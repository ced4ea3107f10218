/** Which stop of a story is read, which one an address names, and how its map fits a box. Pure. */
import type { View } from "./state.ts";

/** Index of the last stop whose head has passed a line, by the tops of all stops; -1 before the first. */
export const reading = (tops: readonly number[], line: number): number => tops.reduce((last, top, index) => (top <= line ? index : last), -1);

/** A third of the room for reading: a stop that has come so far up is the one being read. */
export const lineOf = (top: number, bottom: number): number => top + (bottom - top) / 3;

/** Where a step leads from a stop, or from before the first; null where there is no further one. */
export function stepFrom(current: number, by: 1 | -1, count: number): number | null {
  const next = current + by;
  return next < 0 || next >= count ? null : next;
}

/** Index of the stop that an address names: `#stop-3`, else `stop=3`; null where there is none. */
export function stopIn({ hash, search }: { readonly hash: string; readonly search: string }, count: number): number | null {
  const named = /^#stop-(\d+)$/.exec(hash)?.[1] ?? new URLSearchParams(search).get("stop") ?? "";
  const index = /^\d+$/.test(named) ? Number(named) - 1 : -1;
  return index >= 0 && index < count ? index : null;
}

/** The address of a stop, or of the story before its first; all else in it stays. */
export function addressOf(index: number, { pathname, search }: { readonly pathname: string; readonly search: string }): string {
  const params = new URLSearchParams(search);
  params.delete("stop");
  const query = params.toString();
  return `${pathname}${query && `?${query}`}${index < 0 ? "" : `#stop-${index + 1}`}`;
}

/** The box for which views are written. */
const WRITTEN_FOR = { width: 720, height: 480 };
/** Leaflet keeps to steps of this. */
const STEP = 0.05;
const LEAST = 2;

/** The view from so far that a smaller box still shows what it was written to show. */
export function fitting(view: View, width: number, height: number): View {
  const part = Math.min(1, width / WRITTEN_FOR.width, height / WRITTEN_FOR.height);
  if (!(part > 0)) return view;
  const zoom = Math.floor((view.zoom + Math.log2(part)) / STEP + 1e-6) * STEP;
  return { ...view, zoom: Math.max(Math.min(LEAST, view.zoom), Number(zoom.toFixed(2))) };
}

/** Seconds of a flight to a neighbour and to the far end of the region. */
const SHORTEST = 0.5;
const LONGEST = 1.6;

/** How long a flight takes: farther is longer, though not by much, for a reader waits. */
export function secondsTo(from: View, to: View): number {
  const away = Math.hypot(to.lat - from.lat, to.lon - from.lon) / 40 + Math.abs(to.zoom - from.zoom) / 6;
  return Math.min(LONGEST, SHORTEST + away);
}
