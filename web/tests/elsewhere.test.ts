import { describe, expect, it } from "vitest";
import { elsewhere } from "../src/elsewhere.ts";
import type { Placed } from "../src/layout.ts";
import { mercatorX, mercatorY } from "../src/mercator.ts";
import { wordsOf } from "../src/words.ts";

const zoom = 6;
const at = (id: string, lat: number, lon: number): Placed => {
  const point = { x: mercatorX(lon) * 2 ** zoom, y: mercatorY(lat) * 2 ** zoom };
  return { id, point, ...point } as Placed;
};
const window = (lat: number, lon: number, half = 50) => {
  const { x, y } = at("", lat, lon);
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
};

describe("when nothing is in view", () => {
  it("says nothing while a sign is in view, or where there is none at all", () => {
    expect(elsewhere([at("a", -24, -65)], window(-24, -65), zoom)).toBeNull();
    expect(elsewhere([], window(-24, -65), zoom)).toBeNull();
  });
  it("tells the nearest, its distance and its direction", () => {
    const found = elsewhere([at("far", -40, -65), at("near", -24, -61)], window(-24, -65), zoom)!;
    expect(found.place.id).toBe("near");
    expect(found.kilometres).toBeCloseTo(407, -1);
    expect(wordsOf("en").winds[found.wind]).toBe("east");
  });
  it("knows the eight winds", () => {
    const winds = [[-20, -65], [-20, -61], [-24, -61], [-28, -61], [-28, -65], [-28, -69], [-24, -69], [-20, -69]].map(([lat, lon]) => elsewhere([at("a", lat!, lon!)], window(-24, -65), zoom)!.wind);
    expect(winds).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
