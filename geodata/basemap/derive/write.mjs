// Writes a TopoJSON file: quantised, keys in one order, one object a line, so that a diff can be read.
import { writeFileSync } from "node:fs";
import { quantize } from "topojson-client";

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

/** `steps` is the number of grid steps across the whole extent, in each direction (TopoJSON 2.1.2, transform). */
export function write(path, t, steps) {
  const q = quantize(t, steps);
  const objects = Object.fromEntries(Object.entries(q.objects).map(([k, g]) => [k, named(g)]));
  const rows = Object.entries(objects).map(([k, g]) => `${JSON.stringify(k)}:${JSON.stringify(g)}`);
  writeFileSync(path, `{"type":"Topology","bbox":${JSON.stringify(q.bbox.map((v) => +v.toFixed(5)))},"transform":${JSON.stringify(q.transform)},"objects":{\n${rows.join(",\n")}\n},\n"arcs":${JSON.stringify(q.arcs)}}\n`);
}

/** names.json: a code a line. */
export function writeNames(path, codes, name) {
  writeFileSync(path, `{\n${codes.map((c) => `${JSON.stringify(c)}:${JSON.stringify(name(c))}`).join(",\n")}\n}\n`);
}
