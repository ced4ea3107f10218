/** Which places are drawn at a zoom, and where: one sign a project from afar, every site from near. The server draws the same: both keep to tests/cases/places.json. */
import { bestSite, familyOf, glyphOf, placed, stands, statusOn, type Atlas, type Project, type Site } from "./atlas.ts";
import { shapeOf, sizeAt } from "./signs.ts";
import { atOnce, type Steps } from "./tasks.ts";

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

export interface Place {
  readonly id: string;
  readonly project: Project;
  readonly site: Site;
  readonly family: string;
  readonly glyph: string;
  readonly status: string;
  readonly precision: string;
  /** How many of the project's sites share this point. */
  readonly stack: number;
  /** The true point, in pixels of the whole world at this zoom. */
  readonly point: Pixel;
  /** The site in hand. */
  readonly hand: boolean;
  /** A site of the project in hand. */
  readonly chosen: boolean;
}

export interface Shown {
  readonly atlas: Atlas;
  readonly zoom: number;
  /** Whether a project passes the filters. */
  readonly passes: (project: Project) => boolean;
  /** Project or site id. */
  readonly sel: string | null;
  readonly day: string;
  /** Whether the day is an earlier one than the edition's, so that places come and go. */
  readonly past: boolean;
  /** Latitude and longitude to pixels of the whole world at this zoom. */
  readonly project: (lat: number, lon: number) => Pixel;
}

/** Least distance, in pixels, between two sites of the chosen project while one sign stands for the others. */
const APART = 22;

export const places = (shown: Shown): Place[] => atOnce(placing(shown));

/** The same with pauses. */
export function* placing(shown: Shown): Steps<Place[]> {
  const out: Place[] = [];
  const one = sizeAt(shown.zoom).sites === "one";
  for (const project of shown.atlas.projects.values()) {
    if (!shown.passes(project)) continue;
    yield;
    const chosen = shown.sel === project.id || project.sites.some(({ id }) => id === shown.sel);
    const sites = project.sites.filter((site) => placed(site) && !hasNoPoint(site) && stands(site, shown.past ? shown.day : null));
    const best = bestSite({ ...project, sites });
    if (!best) continue;
    const inHand = sites.find(({ id }) => id === shown.sel) ?? best;
    // A line bears no sign where points of its project do.
    const points = best.geometry?.type === "Point" ? sites.filter(({ geometry }) => geometry?.type === "Point") : [best];
    let stacks = stacked(points, inHand, shown);
    if (one) stacks = chosen ? thinned(stacks) : stacks.filter(({ site }) => site.id === best.id).slice(0, 1);
    const status = statusOn(project, shown.day);
    for (const { site, count, point } of stacks) {
      const hand = chosen && site.id === inHand.id;
      out.push({ id: site.id, project, site, family: familyOf(project), glyph: glyphOf(project), status, precision: site.precision, stack: one ? 1 : count, point, hand, chosen });
    }
  }
  return out;
}

/** Of an area no point is named at which a sign could stand. */
const hasNoPoint = ({ geometry }: Site): boolean => geometry?.type !== "Point" && geometry?.type !== "LineString";

interface Stack {
  readonly site: Site;
  readonly count: number;
  readonly point: Pixel;
}

function stacked(sites: readonly Site[], inHand: Site, shown: Shown): Stack[] {
  const at = new Map<string, Site[]>();
  for (const site of sites) {
    const [lon, lat] = middle(site);
    const key = `${lon} ${lat}`;
    at.set(key, [...(at.get(key) ?? []), site]);
  }
  return [...at.values()].map((group) => {
    const site = group.find(({ id }) => id === inHand.id) ?? (group[0] as Site);
    const [lon, lat] = middle(site);
    return { site, count: group.length, point: shown.project(lat, lon) };
  });
}

/** A point's position, or the middle of a line by length. */
export function middle({ geometry }: Site): readonly [lon: number, lat: number] {
  if (geometry?.type === "Point") return geometry.coordinates as [number, number];
  const line = geometry?.type === "LineString" ? (geometry.coordinates as [number, number][]) : [];
  const lengths = line.slice(1).map(([x, y], i) => Math.hypot(x - (line[i]?.[0] ?? x), y - (line[i]?.[1] ?? y)));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [line[i], line[i + 1]];
    if (a && b && left <= length) return [a[0] + ((b[0] - a[0]) * left) / length, a[1] + ((b[1] - a[1]) * left) / length];
    left -= length;
  }
  return line[0] ?? [0, 0];
}

const thinned = (stacks: readonly Stack[]): Stack[] =>
  stacks.reduce<Stack[]>((kept, stack) => (kept.some(({ point }) => Math.hypot(point.x - stack.point.x, point.y - stack.point.y) < APART) ? kept : [...kept, stack]), []);

/** Where the centre of the body stands when nothing pushes it. */
export function home(place: Place, seed: boolean, scale: number): Pixel {
  const shape = shapeOf(place.precision);
  const [dx, dy] = seed ? shape.seed_anchor : shape.anchor;
  return { x: place.point.x - dx * scale, y: place.point.y - dy * scale };
}
