import fs from "node:fs";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import { dissolved } from "../basemap.mjs";
import { mercatorX, mercatorY } from "../src/mercator.ts";
import { readBaseMap } from "../src/topology.ts";

const folder = new URL("../../geodata/basemap/", import.meta.url);
const files = ["coarse", "fine"].filter((name) => fs.existsSync(new URL(`${name}.json`, folder)));

/** All lines and rings of an object as another reader makes them, on the world of zoom 0. */
function read(topology: Topology, name: string): number[][] {
  const collection = feature(topology, topology.objects[name] as GeometryCollection);
  const rings = (geometry: GeoJSON.Geometry): GeoJSON.Position[][] => {
    switch (geometry.type) {
      case "LineString":
        return [geometry.coordinates];
      case "MultiLineString":
      case "Polygon":
        return geometry.coordinates;
      case "MultiPolygon":
        return geometry.coordinates.flat();
      default:
        return [];
    }
  };
  const features = "features" in collection ? collection.features : [collection];
  return features.flatMap(({ geometry }) => rings(geometry).map((ring) => ring.flatMap(([lon = 0, lat = 0]) => [mercatorX(lon), mercatorY(lat)])));
}

describe.each(files)("the %s base map", (name) => {
  const topology = dissolved(new URL(`${name}.json`, folder).pathname) as Topology;
  const map = readBaseMap(topology);
  it("has the lines and rings that topojson-client reads", () => {
    for (const part of ["land", "disputed"] as const) {
      const lines = map[part].map(({ at }) => [...at]);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines).toEqual(read(topology, part));
    }
    expect([...map.borders, ...map.farBorders].map(({ at }) => at.length).sort()).toEqual(read(topology, "borders").map(({ length }) => length).sort());
  });
  it("closes every ring", () => {
    for (const { at } of map.land) expect([at[0], at[1]]).toEqual([at.at(-2), at.at(-1)]);
  });
});
