import { describe, expect, it } from "vitest";
import { byView, degrees, itemsIn, missing, outward } from "../src/fetching.ts";
import type { Extent } from "../src/map.ts";
import { mercatorX, mercatorY } from "../src/mercator.ts";
import { wordsOf } from "../src/words.ts";

describe("what of a layer is fetched", () => {
  it("is the whole file up to 5,000 features, unless it is heavy", () => {
    expect(byView(5000, 1_000_000)).toBe(false);
    expect(byView(5001, 1_000_000)).toBe(true);
    expect(byView(10, 9_000_000)).toBe(true);
  });
  it("is the box in view, in degrees", () => {
    const scale = 2 ** 5;
    const window = { left: mercatorX(-70) * scale, right: mercatorX(-40) * scale, top: mercatorY(5) * scale, bottom: mercatorY(-30) * scale };
    degrees(window, 5).forEach((value, i) => expect(value).toBeCloseTo([-70, -30, -40, 5][i]!, 9));
  });
  it("is asked for with one property at most", () => {
    expect(itemsIn("/ogc/collections/parks/items", [-70, -30, -40, 5], "")).toBe("/ogc/collections/parks/items?f=geojson&limit=2000&bbox=-70,-30,-40,5&properties=");
    expect(itemsIn("/i", [0, 0, 1, 1], "名称")).toMatch(/&properties=%E5%90%8D%E7%A7%B0$/);
  });
});

describe("rounding the box", () => {
  const boxes: Extent[] = [[-70.123456, -30.987654, -40.5, 5.1], [-58.44012, -34.60344, -58.4398, -34.6031], [-65, -24, -65, -24], [-179.99, -84, 179.99, 84]];
  it("never loses what is seen, and adds little", () => {
    for (const box of boxes) {
      const [w, s, e, n] = outward(box);
      const span = Math.max(box[2] - box[0], box[3] - box[1], 1e-6);
      for (const added of [box[0] - w, box[1] - s, e - box[2], n - box[3]]) {
        expect(added).toBeGreaterThanOrEqual(0);
        expect(added).toBeLessThanOrEqual(span / 50 + 1e-6);
      }
    }
  });
  it("asks for the same after a movement of less than a pixel", () => {
    expect(outward([-70.1234, -30.9876, -40.51, 5.11])).toEqual(outward([-70.1235, -30.9877, -40.5101, 5.1099]));
  });
  it("stays on the earth", () => {
    expect(outward([-211, -95, 199, 91])).toEqual([-180, -90, 180, 90]);
  });
});

describe("what is said", () => {
  const say = (shown: number, matched: number, unplaced: number, lang: string) => missing({ shown, matched, unplaced }, wordsOf(lang), lang);
  it("is nothing while all is drawn", () => {
    for (const lang of ["en", "es", "pt", "zh"]) expect(say(40, 40, 0, lang)).toBe("");
  });
  it("is how many of how many, as the language writes numbers", () => {
    expect(say(2000, 48210, 0, "en")).toBe("2,000 of 48,210 features in this view; come closer to see all.");
    expect(say(2000, 48210, 0, "es")).toContain("48.210");
    for (const lang of ["en", "es", "pt", "zh"]) expect(say(2000, 48210, 3, lang)).not.toMatch(/[{}]/);
  });
  it("counts those that have no place", () => {
    expect(say(40, 40, 3, "en")).toBe("3 without a place are not drawn.");
  });
});
