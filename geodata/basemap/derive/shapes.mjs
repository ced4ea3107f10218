// One topology of everything that has a border, so that what is shared stays shared however it is simplified.
import { feature, merge, mergeArcs } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import { topology } from "topojson-server";
import { countryOfFeature, countryOfRegion, REGION } from "./codes.mjs";
import { ringArea, triangleArea } from "./mercator.mjs";
import { bounds } from "./read.mjs";

const list = (features) => ({ type: "FeatureCollection", features });
const covered = new Set(REGION);

/** The only country that borders on the region by land and is not of it. */
export const NEIGHBOUR = "US";

/** Land of the region that is in no unit of Natural Earth: the unsettled ice field, and Isla Brasilera. */
const WITHOUT_UNIT = new Set(["SPI", "BRI"]);

/** Countries outside the region, without those parts of France and the Netherlands that lie in it; and land without a unit. */
export function outside(countries) {
  return countries.flatMap((f) => {
    const code = countryOfFeature(f.properties);
    const unitless = WITHOUT_UNIT.has(f.properties.ADM0_A3);
    if (code === undefined || (covered.has(code) && !unitless)) return [];
    const polygons = f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates;
    const home = code === "FR" || code === "NL" ? polygons.filter((p) => p[0][0][0] > -20) : polygons;
    const [, south, east, north] = bounds(f.geometry);
    const far = code !== NEIGHBOUR && (east > 30 || north > 60 || south < -60);
    const properties = { code, in: unitless ? 1 : 0, far };
    return [{ type: "Feature", properties, geometry: { type: "MultiPolygon", coordinates: home } }];
  });
}

/** Units of the region. Fernando de Noronha and the islands beyond it belong to Pernambuco, not Rio Grande do Norte. */
export function inside(regions) {
  const home = regions.find((f) => f.properties.iso_3166_2 === "BR-PE");
  const isles = ([ring]) => ring[0][0] > -34;
  const part = (properties, coordinates) => ({ type: "Feature", properties, geometry: { type: "MultiPolygon", coordinates } });
  return regions.filter((f) => covered.has(countryOfRegion(f.properties))).flatMap((f) => {
    if (f.properties.iso_3166_2 !== "BR-RN") return [f];
    const polygons = f.geometry.coordinates;
    return [part(f.properties, polygons.filter((p) => !isles(p))), part(home.properties, polygons.filter(isles))];
  });
}

/** The seam of the antimeridian and the pole: part of rings, but no coast. */
function seams(features) {
  const lines = [];
  const edge = ([x, lat]) => Math.abs(x) === 180 || lat === -90;
  const walk = (c) => {
    if (typeof c[0][0] !== "number") return c.forEach(walk);
    for (let i = 1, open = null; i < c.length; i++) {
      if (!edge(c[i - 1]) || !edge(c[i])) open = null;
      else if (open) open.push(c[i]);
      else lines.push((open = [c[i - 1], c[i]]));
    }
  };
  features.forEach((f) => walk(f.geometry.coordinates));
  return { type: "MultiLineString", coordinates: lines };
}

/** Countries of the region dissolved from their units, as features: the units' own ends leave no trace on the coast. */
export function dissolved(regions) {
  const t = topology({ regions: list(regions) });
  return [...grouped(t.objects.regions.geometries)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, geometries]) => ({ type: "Feature", properties: { code, in: 1 }, geometry: merge(t, geometries) }));
}

/** Objects: `countries` (properties code, in), `regions` (Natural Earth's), `coast`, `borders`, `disputed`. */
export function joined(regions, others, disputed, besides = {}) {
  const more = Object.fromEntries(Object.entries(besides).map(([k, features]) => [k, list(features)]));
  const t = topology({ regions: list(regions), others: list(others), disputed: list(disputed), seams: seams([...regions, ...others]), ...more });
  const merged = [...grouped(t.objects.regions.geometries)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, geometries]) => ({ ...mergeArcs(t, geometries), properties: { code, in: 1 } }));
  t.objects.countries = { type: "GeometryCollection", geometries: once([...merged, ...t.objects.others.geometries]) };
  delete t.objects.others;
  return t;
}

/** One geometry a code: Isla Brasilera lies beside Brazil, but does not share its points. */
function once(geometries) {
  const polygons = (g) => (g.type === "Polygon" ? [g.arcs] : g.arcs);
  return geometries.flatMap((g) => {
    const { code } = g.properties;
    if (!code) return [g];
    const same = geometries.filter((h) => h.properties.code === code);
    return same[0] !== g ? [] : [{ ...g, type: "MultiPolygon", arcs: same.flatMap(polygons) }];
  });
}

function grouped(geometries) {
  const parts = new Map();
  for (const g of geometries) {
    const code = countryOfRegion(g.properties);
    parts.set(code, [...(parts.get(code) ?? []), g]);
  }
  return parts;
}

const arcsOf = (geometry) => geometry.arcs?.flat(Infinity).map((i) => (i < 0 ? ~i : i)) ?? geometry.geometries?.flatMap(arcsOf) ?? [];

/**
 * Lines by what they part: `coast` (land from sea) and `borders` (countries), each as two geometries by `fine`
 * (1: the line stands in fine.json too, as it touches the region or its only other neighbour), and `provinces`.
 */
export function addLines(t, { provinces = false } = {}) {
  const sides = new Map();
  for (const g of t.objects.countries.geometries) for (const i of arcsOf(g)) sides.set(i, [...(sides.get(i) ?? []), g.properties]);
  const apart = new Set([...arcsOf(t.objects.disputed), ...arcsOf(t.objects.seams)]);
  const lines = (which, properties) => ({ type: "MultiLineString", properties, arcs: which.sort((a, b) => a - b).map((i) => [i]) });
  const both = (n, isFine) => {
    const of = [...sides.keys()].filter((i) => sides.get(i).length === n && !apart.has(i));
    const is = (i) => sides.get(i).some(isFine);
    const halves = [lines(of.filter(is), { fine: 1 }), lines(of.filter((i) => !is(i)), { fine: 0 })];
    return { type: "GeometryCollection", geometries: halves.filter((l) => l.arcs.length) };
  };
  t.objects.coast = both(1, (p) => p.in || p.code === NEIGHBOUR);
  t.objects.borders = both(2, (p) => p.in);
  if (provinces) {
    const within = new Set(arcsOf(t.objects.regions).filter((i) => !sides.has(i) && !apart.has(i)));
    t.objects.provinces = lines([...within], {});
  }
  delete t.objects.seams;
}

/** Drops polygons of less than `least(properties)` area as drawn, but never the greatest one of a country. */
export function dropSpecks(t, object, least) {
  const ring = (arcs) => feature(t, { type: "Polygon", arcs: [arcs] }).geometry.coordinates[0];
  for (const g of object.geometries) {
    if (g.type !== "MultiPolygon") continue;
    const sizes = g.arcs.map((p) => ringArea(ring(p[0])));
    const greatest = Math.max(...sizes);
    g.arcs = g.arcs.filter((_, i) => sizes[i] === greatest || sizes[i] >= least(g.properties));
  }
}

/**
 * Visvalingam. `factor(properties, point)` < 1 makes a country's outline coarser there; a border takes the
 * greater of its two; `other` is the factor of lines that bound no country. Islands keep `keep` points, so that
 * none becomes a line.
 */
export function simplified(t, weight, { factor = () => 1, other = 1, keep = 7 } = {}) {
  const p = presimplify(t, triangleArea);
  const by = new Map();
  for (const g of p.objects.countries.geometries) for (const i of arcsOf(g)) by.set(i, [...(by.get(i) ?? []), g.properties]);
  const isle = new Set(p.objects.countries.geometries.map(arcsOf).filter((arcs) => arcs.length <= 3).flat());
  p.arcs.forEach((arc, i) => {
    const sides = by.get(i);
    const at = (point) => (sides ? Math.max(...sides.map((s) => factor(s, point))) : other);
    for (const point of arc) point[2] *= at(point);
    const first = arc[0], last = arc.at(-1);
    const closed = isle.has(i) || (first[0] === last[0] && first[1] === last[1]);
    const order = arc.slice(1, -1).sort((a, b) => b[2] - a[2]);
    order.slice(0, closed ? (at(first) === 1 ? keep : 2) : 0).forEach((point) => { point[2] = Infinity; });
  });
  return simplify(p, weight);
}

/** Without arcs that nothing uses. */
export function pruned(t) {
  const used = [...new Set(Object.values(t.objects).flatMap(arcsOf))].sort((a, b) => a - b);
  const now = new Map(used.map((old, i) => [old, i]));
  const renumbered = (arcs) => (Array.isArray(arcs) ? arcs.map(renumbered) : arcs < 0 ? ~now.get(~arcs) : now.get(arcs));
  const walk = (g) => ({ ...g, ...(g.arcs && { arcs: renumbered(g.arcs) }), ...(g.geometries && { geometries: g.geometries.map(walk) }) });
  return { ...t, objects: Object.fromEntries(Object.entries(t.objects).map(([k, g]) => [k, walk(g)])), arcs: used.map((i) => t.arcs[i]) };
}
