/** Signs give way to each other, their points do not. Pure, and the same for everyone at the same zoom. */
import { home, type Pixel, type Place } from "./places.ts";
import { crowd, emphasis, layout as rules, shapeOf, sizeAt } from "./signs.ts";
import { atOnce, type Steps } from "./tasks.ts";

export interface Placed extends Place {
  /** Centre of the body, in pixels of the whole world at this zoom. */
  readonly x: number;
  readonly y: number;
  readonly seed: boolean;
  readonly scale: number;
  /** Radius of what is drawn, in pixels. */
  readonly radius: number;
  /** Moved so far that a line must lead back to the point. */
  readonly leader: boolean;
}

/** A ring in hand widens the sign by this much, in units of the sign. */
const RING = 3.6;
/** A seed in hand has a ring of this radius. */
const SEED_RING = 8;

interface Body {
  readonly place: Place;
  readonly home: Pixel;
  readonly seed: boolean;
  readonly scale: number;
  readonly radius: number;
  readonly weight: number;
  x: number;
  y: number;
}

export const layout = (places: readonly Place[], zoom: number): Placed[] => atOnce(layingOut(places, zoom));

/** The same with pauses. */
export function* layingOut(places: readonly Place[], zoom: number): Steps<Placed[]> {
  const size = sizeAt(zoom);
  // North first, so that the south stands in front; the chosen project last. The id settles a tie.
  const order = [...places].sort((a, b) => Number(a.chosen) - Number(b.chosen) || a.point.y - b.point.y || (a.id < b.id ? -1 : 1));
  const bodies = order.map((place): Body => {
    const seed = size.seed || (zoom < crowd.below && !place.hand && crowded(place, order));
    const scale = seed ? 1 : size.scale * (place.hand ? emphasis.hand : place.chosen ? emphasis.siblings : 1);
    const shape = shapeOf(place.precision);
    const radius = seed ? (place.hand ? SEED_RING : shape.seed_radius) : (shape.radius + (place.hand ? RING : 0)) * scale;
    const at = home(place, seed, scale);
    return { place, home: at, seed, scale, radius, weight: place.chosen ? rules.hand_weight : 1, x: at.x, y: at.y };
  });
  yield;
  yield* relax(bodies, size.sites === "one");
  return bodies.map(settle);
}

function crowded(place: Place, others: readonly Place[]): boolean {
  const { x, y } = place.point;
  let near = 0;
  for (const { point } of others) if ((point.x - x) ** 2 + (point.y - y) ** 2 < crowd.within ** 2) near += 1;
  // It has counted itself.
  return near > crowd.neighbours;
}

/** Rounds between two pauses. */
const AT_ONCE = 8;
/** Signs that stand farther apart than this never touch, however far a crowd pushes them. */
const REACH = 90;

interface Pair {
  readonly a: Body;
  readonly b: Body;
  /** Least distance between the two centres. */
  readonly need: number;
  /** Two squares must be apart along one side; all else, as the crow flies. */
  readonly squares: boolean;
  /** Which way the two part when they stand on one point: by the golden angle, another way for each pair. */
  readonly angle: number;
}

function* relax(bodies: readonly Body[], overview: boolean): Steps {
  const pairs = close(bodies, overview);
  yield;
  // Plain loops: this runs half a million times for each zoom.
  for (let round = 0; round < rules.rounds; round++) {
    for (let i = 0; i < pairs.length; i++) part(pairs[i] as Pair);
    const cool = rules.spring * (1 - round / (rules.rounds * 1.15));
    for (let i = 0; i < bodies.length; i++) {
      const body = bodies[i] as Body;
      body.x += (body.home.x - body.x) * cool;
      body.y += (body.home.y - body.y) * cool;
    }
    if (round % AT_ONCE === 0) yield;
  }
}

function close(bodies: readonly Body[], overview: boolean): Pair[] {
  const pairs: Pair[] = [];
  const gap = overview ? 0.2 : 1;
  for (const [i, a] of bodies.entries()) {
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j] as Body;
      if (Math.abs(a.home.x - b.home.x) > REACH || Math.abs(a.home.y - b.home.y) > REACH) continue;
      // From afar two rings may touch: a little overlap costs less than a longer way from the point.
      const need = (a.radius + b.radius) * (overview && !a.seed && !b.seed ? 0.97 : 1) + gap;
      const squares = [a, b].every(({ place, seed }) => place.precision === "region" && !seed);
      pairs.push({ a, b, need, squares, angle: pairs.length * 2.399 });
    }
  }
  return pairs;
}

function part({ a, b, need, squares, angle }: Pair): void {
  let dx = b.x - a.x;
  let dy = b.y - a.y;
  if (dx >= need || dx <= -need || dy >= need || dy <= -need) return;
  if (squares && (dx > 0.01 || dx < -0.01 || dy > 0.01 || dy < -0.01)) {
    // The shorter way out is along the side on which they are already farther apart.
    if (Math.abs(dx) >= Math.abs(dy)) dy = 0;
    else dx = 0;
  }
  let distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= need) return;
  const push = (need - distance) * 0.9;
  if (distance < 0.01) {
    dx = Math.cos(angle);
    dy = Math.sin(angle);
    distance = 1;
  }
  const share = b.weight / (a.weight + b.weight);
  a.x -= (dx / distance) * push * share;
  a.y -= (dy / distance) * push * share;
  b.x += (dx / distance) * push * (1 - share);
  b.y += (dy / distance) * push * (1 - share);
}

function settle({ place, home: at, seed, scale, radius, x, y }: Body): Placed {
  const moved = Math.hypot(x - at.x, y - at.y);
  const leader = moved > radius * rules.leader;
  const back = !leader && moved < rules.snap;
  return { ...place, seed, scale, radius, leader, x: back ? at.x : x, y: back ? at.y : y };
}
