import { describe, expect, it } from "vitest";
import { mercatorX, mercatorY } from "../src/mercator.ts";
import { pathsOf, readShapes, shapeAt } from "../src/shapes.ts";

const feature = (geometry: GeoJSON.Geometry | null, properties: GeoJSON.GeoJsonProperties = null) => ({ type: "Feature", geometry, properties }) as GeoJSON.Feature;
const collection = (...features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: "FeatureCollection", features });
const square = (lon: number, lat: number, size: number) => [[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]];
const world = { left: 0, top: 0, right: 256 * 16, bottom: 256 * 16 };
const origin = { x: 0, y: 0 };
const at = (lon: number, lat: number) => ({ x: mercatorX(lon), y: mercatorY(lat) });

describe("shapes of any GeoJSON", () => {
  it("loses no geometry, and counts features without a place", () => {
    const file = collection(
      feature({ type: "Point", coordinates: [-60, -20] }),
      feature({ type: "MultiPoint", coordinates: [[-60, -20], [-61, -21]] }),
      feature({ type: "LineString", coordinates: [[-60, -20], [-50, -10]] }),
      feature({ type: "MultiPolygon", coordinates: [[square(-60, -20, 5)], [square(-40, -20, 5)]] }),
      feature({ type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [-60, -20] }, { type: "Polygon", coordinates: [square(-60, -20, 5)] }] }),
      feature(null),
    );
    const { shapes, unplaced } = readShapes(file, "");
    expect(unplaced).toBe(1);
    expect(shapes.map(({ dots, lines, rings }) => [dots.length, lines.length, rings.length])).toEqual([[1, 0, 0], [2, 0, 0], [0, 1, 0], [0, 0, 2], [1, 0, 1]]);
    const { areas, lines, dots } = pathsOf(shapes, 16, origin, world);
    expect(areas).toHaveLength(2);
    expect(lines.match(/M/g)).toHaveLength(1);
    expect(dots.match(/M/g)).toHaveLength(4);
  });
  it("takes a name only where it is text or a number", () => {
    const named = (value: unknown) => readShapes(feature({ type: "Point", coordinates: [0, 0] }, { name: value }), "name").shapes[0]!.name;
    expect([named("Iguazú"), named(7), named(null), named({ a: 1 })]).toEqual(["Iguazú", "7", "", ""]);
  });
  it("puts a dot in the place of what is too small to be seen", () => {
    const { shapes } = readShapes(
      collection(
        feature({ type: "Polygon", coordinates: [square(-60, -20, 0.01), square(-59.997, -19.997, 0.002)] }),
        feature({ type: "MultiPolygon", coordinates: [[square(-50, -20, 0.01)], [square(-50.1, -20, 0.02)]] }),
        feature({ type: "LineString", coordinates: [[-60, -20], [-60.01, -20]] }),
      ),
      "",
    );
    const far = pathsOf(shapes, 16, origin, world);
    expect([far.areas.length, far.lines, far.dots.match(/M/g)!.length]).toEqual([0, "", 3]);
    const [x, y] = [mercatorX(-60) * 2 ** 14, mercatorY(-20) * 2 ** 14];
    const near = pathsOf(shapes, 2 ** 14, origin, { left: x - 500, right: x + 500, top: y - 500, bottom: y + 500 });
    expect([near.areas.length, near.lines.match(/M/g)!.length, near.dots]).toEqual([1, 1, ""]);
  });
});

describe("the feature under the pointer", () => {
  const { shapes } = readShapes(
    collection(
      feature({ type: "Point", coordinates: [-58, -18] }, { name: "town" }),
      feature({ type: "Polygon", coordinates: [square(-60, -20, 5), square(-57, -17, 1)] }, { name: "park" }),
      feature({ type: "LineString", coordinates: [[-40, -20], [-30, -20]] }, { name: "road" }),
    ),
    "name",
  );
  it("is a point before the area around it, and no hole", () => {
    expect(shapeAt(shapes, at(-58, -18), 0.1)?.name).toBe("town");
    expect(shapeAt(shapes, at(-59.5, -19.5), 0.1)?.name).toBe("park");
    expect(shapeAt(shapes, at(-56.5, -16.5), 0.1)).toBeUndefined();
  });
  it("is a line within reach", () => {
    const { x, y } = at(-35, -20);
    expect(shapeAt(shapes, { x, y: y + 0.2 }, 0.3)?.name).toBe("road");
    expect(shapeAt(shapes, { x, y: y + 0.4 }, 0.3)).toBeUndefined();
  });
});
