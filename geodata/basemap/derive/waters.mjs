// Lakes (1:10m) and rivers (1:50m) of the region.
import { readFileSync } from "node:fs";
import { feature } from "topojson-client";
import * as mercator from "./mercator.mjs";
import { nearRegion, shapes } from "./read.mjs";

export async function lakes(path) {
  const least = mercator.pixel(7) * 12;
  const polygons = (g) => (g.type === "Polygon" ? [g.coordinates] : g.coordinates);
  return (await shapes(path))
    .filter((f) => nearRegion(f) && polygons(f.geometry).some((p) => mercator.ringArea(p[0]) > least))
    .map((f) => ({ ...f, properties: { lake: 1 } }));
}

/** Chaikin's corner cutting: the source stands on a grid of 4 km, whose steps would show. */
function smooth(line) {
  const out = [line[0]];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const at = (s) => [a[0] + (b[0] - a[0]) * s, a[1] + (b[1] - a[1]) * s];
    out.push(at(0.25), at(0.75));
  }
  out.push(line.at(-1));
  return out;
}

export function rivers(path) {
  const t = JSON.parse(readFileSync(path, "utf8"));
  return feature(t, t.objects.rivers).features.filter((f) => f.geometry && nearRegion(f)).map((f) => {
    const lines = f.geometry.type === "LineString" ? [f.geometry.coordinates] : f.geometry.coordinates;
    return { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines.map((l) => smooth(smooth(l))) } };
  });
}
