// First-level units: polygons by ISO 3166-2 code, and where their names stand.
import { mergeArcs, feature } from "topojson-client";
import { NEWER, regionCode } from "./codes.mjs";
import * as mercator from "./mercator.mjs";
import { regionName, short } from "./names.mjs";
import { bounds } from "./read.mjs";

/** Replaces the object `regions` by one geometry a code, and adds codes younger than the map, without geometry. */
export function byCode(t) {
  const parts = new Map();
  for (const g of t.objects.regions.geometries) {
    const code = regionCode(g.properties);
    if (code) parts.set(code, [...(parts.get(code) ?? []), g]);
  }
  const names = new Map(t.objects.regions.geometries.map((g) => [g.properties.iso_3166_2, g.properties]));
  const drawn = [...parts].map(([code, list]) => {
    const named = list.filter((g) => g.properties.name);
    const main = named.find((g) => g.properties.iso_3166_2 === code) ?? named[0] ?? list[0];
    return { ...mergeArcs(t, list), properties: { code, name: short(regionName(code, names.get(code) ?? main.properties)), point: [main.properties.longitude, main.properties.latitude] } };
  });
  const newer = NEWER.map(({ code, within, name }) => ({ type: null, properties: { code, name, within } }));
  t.objects.regions = { type: "GeometryCollection", geometries: [...drawn, ...newer].sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1)) };
}

const inRing = ([x, y], ring) => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i], [bx, by] = ring[j];
    if ((ay > y) !== (by > y) && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
};

const distance = ([x, y], ring) =>
  Math.min(...ring.slice(1).map(([bx, by], i) => {
    const [ax, ay] = ring[i];
    const d = (bx - ax) ** 2 + (by - ay) ** 2;
    const s = d ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / d)) : 0;
    return Math.hypot(x - ax - s * (bx - ax), y - ay - s * (by - ay));
  }));

/** The point of a grid that lies deepest inside; Natural Earth's own is missing or astray for some (Guyana). */
function deepest(ring, [west, south, east, north]) {
  let best = { d: -1 };
  for (let i = 1; i < 24; i++) {
    for (let j = 1; j < 24; j++) {
      const point = [west + ((east - west) * i) / 24, south + ((north - south) * j) / 24];
      const d = inRing(point, ring) ? distance(point, ring) : -1;
      if (d > best.d) best = { d, point };
    }
  }
  return best.point ?? ring[0];
}

/** Label points of kind `region`: `zoom` is the one from which the unit is wide enough for a word. */
export function regionLabels(t) {
  return t.objects.regions.geometries.filter((g) => g.arcs).flatMap((g) => {
    const polygons = feature(t, g).geometry.coordinates;
    const ring = polygons.map((p) => p[0]).sort((a, b) => mercator.ringArea(b) - mercator.ringArea(a))[0];
    const zoom = Math.max(6, Math.ceil(Math.log2((66 * 360) / 256 / Math.sqrt(mercator.ringArea(ring)))));
    if (zoom > 8) return [];
    const own = g.properties.point;
    const at = Number.isFinite(own[0]) && inRing(own, ring) ? own : deepest(ring, bounds({ coordinates: ring }));
    return [{ type: "Point", id: g.properties.code, coordinates: at.map((v) => +v.toFixed(2)), properties: { kind: "region", name: g.properties.name, rank: zoom - 2, zoom } }];
  });
}
