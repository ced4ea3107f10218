/** Which sign is meant: the nearest to a press, or the next one in the direction of an arrow key. Pure. */
import type { Placed } from "./layout.ts";
import type { Pixel } from "./places.ts";

export const ARROWS: Readonly<Record<string, Pixel>> = { ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 }, ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 } };

type Target = Pick<Placed, "id" | "x" | "y" | "radius">;

/** The target whose centre is nearest, within reach or within the sign itself: so no target hides another. */
export function nearest<T extends Target>(at: Pixel, reach: number, all: readonly T[]): T | undefined {
  let found: T | undefined;
  let least = Infinity;
  for (const target of all) {
    const distance = Math.hypot(target.x - at.x, target.y - at.y);
    if (distance <= Math.max(reach, target.radius) && distance < least) [found, least] = [target, distance];
  }
  return found;
}

/** Tangent of the widest angle, about 60 degrees, at which a sign still lies in a direction. */
const WIDEST = 1.75;

/** The next target in a direction; what lies aside counts double. */
export function inDirection<T extends Target>(from: T, way: Pixel, all: readonly T[]): T | undefined {
  let best: T | undefined;
  let least = Infinity;
  for (const target of all) {
    const [dx, dy] = [target.x - from.x, target.y - from.y];
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y - dy * way.x);
    if (target.id === from.id || ahead <= 0 || aside > ahead * WIDEST) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) [best, least] = [target, cost];
  }
  return best;
}
