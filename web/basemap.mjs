// The base map as the page loads it: what is drawn as one area is dissolved here, once, since a slow phone
// would take a fifth of a second for it. The rest is the file of geodata/basemap, whose shape its README describes.
import fs from "node:fs";
import { mergeArcs } from "topojson-client";

export function dissolved(file) {
  const topology = JSON.parse(fs.readFileSync(file, "utf8"));
  const { geometries } = topology.objects.countries;
  const parts = { land: geometries.filter(({ properties }) => properties?.in), out: geometries.filter(({ properties }) => !properties?.in) };
  for (const [name, countries] of Object.entries(parts)) if (countries.length) topology.objects[name] = mergeArcs(topology, countries);
  return topology;
}
