// Writes a TopoJSON file: quantised, keys in one order, one object a line, so that a diff can be read.
import { writeFileSync } from "node:fs";
import { quantize } from "topojson-client";
import { pruned } from "./shapes.mjs";

const named = (g) => {
  const { code, far, point, ...properties } = g.properties ?? {};
  const out = { type: g.type };
  if (code ?? g.id) out.id = code ?? g.id;
  if (Object.keys(properties).length) out.properties = properties;
  if (g.arcs) out.arcs = g.arcs;
  if (g.coordinates) out.coordinates = g.coordinates;
  if (g.geometries) out.geometries = g.geometries.map(named);
  return out;
};

const number = (i) => (i < 0 ? ~i : i);

/** Rings that the grid has brought down to fewer than four positions go, and lines that only they bounded. */
function withoutSlivers(q) {
  const positions = (ring) => ring.reduce((n, i) => n + q.arcs[number(i)].length - 1, 1);
  const kept = new Set(), gone = new Set();
  const rings = (polygon) => {
    const whole = polygon.filter((ring) => positions(ring) >= 4);
    const left = whole[0] === polygon[0] ? whole : [];
    for (const ring of polygon) for (const i of ring) (left.includes(ring) ? kept : gone).add(number(i));
    return left;
  };
  const areas = (g) => {
    if (g.type === "Polygon") g.arcs = rings(g.arcs);
    if (g.type === "MultiPolygon") g.arcs = g.arcs.map(rings).filter((p) => p.length);
    g.geometries?.forEach(areas);
    g.geometries = g.geometries?.filter((h) => !/Polygon/.test(h.type) || h.arcs.length);
  };
  Object.values(q.objects).forEach(areas);
  const empty = (i) => gone.has(number(i)) && !kept.has(number(i));
  const lines = (g) => {
    if (g.type === "MultiLineString") g.arcs = g.arcs.filter((line) => !line.every(empty));
    g.geometries?.forEach(lines);
  };
  Object.values(q.objects).forEach(lines);
  return pruned(q);
}

/** `steps` is the number of grid steps across the whole extent, in each direction (TopoJSON 2.1.2, transform). */
export function write(path, t, steps) {
  const q = withoutSlivers(quantize(t, steps));
  const objects = Object.fromEntries(Object.entries(q.objects).map(([k, g]) => [k, named(g)]));
  const rows = Object.entries(objects).map(([k, g]) => `${JSON.stringify(k)}:${JSON.stringify(g)}`);
  writeFileSync(path, `{"type":"Topology","bbox":${JSON.stringify(q.bbox.map((v) => +v.toFixed(5)))},"transform":${JSON.stringify(q.transform)},"objects":{\n${rows.join(",\n")}\n},\n"arcs":${JSON.stringify(q.arcs)}}\n`);
}

/** names.json: a code a line. */
export function writeNames(path, codes, name) {
  writeFileSync(path, `{\n${codes.map((c) => `${JSON.stringify(c)}:${JSON.stringify(name(c))}`).join(",\n")}\n}\n`);
}
