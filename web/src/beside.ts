/** The text of a label beside the pointer, and where it stands. Pure. */
import type { Pixel } from "./places.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between pointer and label. */
const GAP = 10;
/** A name is read at a glance or not at all: some files hold whole reports in that place. */
const LONGEST = 120;

/** Right and below, or on the other side where it would leave the map. */
export function beside({ x, y }: Pixel, label: Size, map: Size): Pixel {
  const along = (at: number, size: number, room: number): number => Math.max(0, at + GAP + size <= room ? at + GAP : at - GAP - size);
  return { x: along(x, label.width, map.width), y: along(y, label.height, map.height) };
}

/** A name of bearable length, never half a letter of it. */
export function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}
