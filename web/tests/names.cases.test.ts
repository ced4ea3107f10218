/** The server writes names on its pictures by the same rules: both keep to tests/cases/names.json, with the same width a letter. */
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { dissolved } from "../basemap.mjs";
import { mercatorX, mercatorY } from "../src/mercator.ts";
import { writeNames } from "../src/names.ts";
import { readBaseMap } from "../src/topology.ts";

type Box = readonly [left: number, top: number, right: number, bottom: number];

interface Case {
  readonly about: string;
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
  readonly width: number;
  readonly height: number;
  readonly lang: string;
  /** In pixels of the window. */
  readonly taken: readonly Box[];
  readonly lines: readonly Box[];
  /** Id, rank of its letters, and its place in the window. */
  readonly written: readonly (readonly [string, number, number, number])[];
}

const here = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const cases = JSON.parse(fs.readFileSync(here("tests/cases/names.json"), "utf8")) as Case[];
const [coarse, fine] = ["coarse", "fine"].map((detail) => readBaseMap(dissolved(here(`geodata/basemap/${detail}.json`)))) as [ReturnType<typeof readBaseMap>, ReturnType<typeof readBaseMap>];
const names = [...coarse.names, ...fine.names];
// As the map hands them over: the rest of the world is one territory more.
const countries = new Map([...coarse.countries, ["", coarse.out] as const]);

const written = ({ zoom, lat, lon, width, height, lang, taken, lines }: Case): Case["written"] => {
  const scale = 2 ** zoom;
  const [x, y] = [Math.round(mercatorX(lon) * scale - width / 2), Math.round(mercatorY(lat) * scale - height / 2)];
  const boxes = (all: readonly Box[]) => all.map(([left, top, right, bottom]) => ({ left: x + left, top: y + top, right: x + right, bottom: y + bottom }));
  const window = { left: x, top: y, right: x + width, bottom: y + height };
  const found = writeNames(names, { zoom, lang, window, taken: boxes(taken), lines: boxes(lines), countries, measure: (text, size) => [...text].length * size * 0.6, enlarged: 1 });
  return found.map((each) => [each.name.id, each.rank, each.x - x, each.y - y]);
};

describe("names that find room", () => {
  it.each(cases)("$about", (each) => {
    const got = written(each);
    expect(got.map(([id, rank]) => [id, rank])).toEqual(each.written.map(([id, rank]) => [id, rank]));
    for (const [i, [id, , x, y]] of each.written.entries()) expect(Math.hypot(got[i]![2] - x, got[i]![3] - y), id).toBeLessThan(0.3);
  });
});
