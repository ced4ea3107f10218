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

const CELL = 0.5, NEAR = 0.07;

/** Is a point within about 8 km of a border? Segments of borders stand in cells of half a degree. */
function besideBorder(boundaries) {
  const cells = new Map();
  const cell = (v) => Math.floor(v / CELL);
  const put = (a, b) => {
    const [x0, x1] = [a[0], b[0]].sort((m, n) => m - n), [y0, y1] = [a[1], b[1]].sort((m, n) => m - n);
    for (let x = cell(x0 - NEAR); x <= cell(x1 + NEAR); x++) {
      for (let y = cell(y0 - NEAR); y <= cell(y1 + NEAR); y++) cells.set(`${x},${y}`, [...(cells.get(`${x},${y}`) ?? []), [a, b]]);
    }
  };
  for (const f of boundaries.filter(nearRegion)) {
    const lines = f.geometry.type === "LineString" ? [f.geometry.coordinates] : f.geometry.coordinates;
    for (const l of lines) for (let i = 1; i < l.length; i++) put(l[i - 1], l[i]);
  }
  return ([x, y]) => (cells.get(`${cell(x)},${cell(y)}`) ?? []).some(([[ax, ay], [bx, by]]) => {
    const d = (bx - ax) ** 2 + (by - ay) ** 2;
    const s = d ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / d)) : 0;
    return Math.hypot(x - ax - s * (bx - ax), y - ay - s * (by - ay)) < NEAR;
  });
}

/** Where a river is the border, the border alone is drawn: the river's coarser course would wind about it. */
function runs(line, beside) {
  const out = [[]];
  line.forEach((point, i) => {
    const shared = beside(point) && (i === 0 || beside(line[i - 1])) && (i === line.length - 1 || beside(line[i + 1]));
    if (shared) out.push([]);
    else out.at(-1).push(point);
  });
  return out.filter((l) => l.length > 4);
}

export function rivers(path, boundaries) {
  const t = JSON.parse(readFileSync(path, "utf8"));
  const beside = besideBorder(boundaries);
  return feature(t, t.objects.rivers).features.filter((f) => f.geometry && nearRegion(f)).flatMap((f) => {
    const lines = f.geometry.type === "LineString" ? [f.geometry.coordinates] : f.geometry.coordinates;
    const coordinates = lines.flatMap((l) => runs(smooth(smooth(l)), beside));
    return coordinates.length ? [{ type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates } }] : [];
  });
}
