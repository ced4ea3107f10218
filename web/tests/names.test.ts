import { describe, expect, it } from "vitest";
import { dissolved } from "../basemap.mjs";
import { inRings } from "../src/geometry.ts";
import { mercatorX, mercatorY } from "../src/mercator.ts";
import { writeNames, type Setting } from "../src/names.ts";
import { readBaseMap } from "../src/topology.ts";

const base = readBaseMap(dissolved(new URL("../../geodata/basemap/coarse.json", import.meta.url)));

/** The world as seen through a box of 1000 × 800 px centred on a place. */
const setting = (zoom: number, lat: number, lon: number, taken: Setting["taken"] = [], lang = "en"): Setting => {
  const scale = 2 ** zoom;
  const [x, y] = [mercatorX(lon) * scale, mercatorY(lat) * scale];
  return { zoom, lang, window: { left: x - 500, right: x + 500, top: y - 400, bottom: y + 400 }, taken, countries: base.countries, measure: (text, size) => text.length * size * 0.6, enlarged: 1, lines: [] };
};
const region = setting(3.5, -15, -65);

describe("names on the base map", () => {
  it("stand where nothing is in the way", () => {
    const names = writeNames(base.names, region).map(({ text }) => text);
    expect(names).toEqual(expect.arrayContaining(["Brazil", "Argentina", "Peru", "Pacific Ocean"]));
  });
  it("are in the language of the page", () => {
    expect(writeNames(base.names, { ...region, lang: "es" }).map(({ text }) => text)).toContain("Brasil");
  });
  it("give way to signs and are left out where no place is free", () => {
    const all = { left: -1e9, right: 1e9, top: -1e9, bottom: 1e9 };
    expect(writeNames(base.names, { ...region, taken: [all] })).toEqual([]);
    const brazil = writeNames(base.names, region).find(({ text }) => text === "Brazil")!;
    const sign = { left: brazil.x - 8, right: brazil.x + 8, top: brazil.y - 8, bottom: brazil.y + 8 };
    const moved = writeNames(base.names, { ...region, taken: [sign] }).find(({ text }) => text === "Brazil")!;
    expect(Math.hypot(moved.x - brazil.x, moved.y - brazil.y)).toBeGreaterThan(0);
  });
  it("never stand in another country, nor beyond one, however crowded their own is", () => {
    const scale = 2 ** region.zoom;
    const bolivia = base.names.find(({ id }) => id === "BO")!;
    const crowd = [{ left: bolivia.x * scale - 40, right: bolivia.x * scale + 40, top: bolivia.y * scale - 40, bottom: bolivia.y * scale + 40 }];
    for (const taken of [[], crowd]) {
      for (const { name, x, y } of writeNames(base.names, { ...region, taken })) {
        if (name.kind !== "country") continue;
        for (const [code, rings] of base.countries) if (code !== name.id) expect(inRings(rings, x / scale, y / scale), `${name.id} in ${code}`).toBe(false);
        if (name.id === "BO") expect(inRings(base.countries.get("BO")!, x / scale, y / scale)).toBe(true);
      }
    }
  });
  it("bear both names where both are used", () => {
    const texts = writeNames(base.names, setting(5, -51.7, -59)).map(({ text }) => text);
    expect(texts.some((text) => text.includes("Malvinas") && text.includes("Falkland"))).toBe(true);
  });
});
