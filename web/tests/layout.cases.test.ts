/** The server lays signs out by the same rules: both keep to tests/cases/layout.json. */
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { layout } from "../src/layout.ts";
import type { Place } from "../src/places.ts";

interface Case {
  readonly about: string;
  readonly zoom: number;
  /** Id, precision, x, y, and `hand` or `chosen`. */
  readonly places: readonly (readonly [string, string, number, number, string?])[];
  /** In the order of drawing: id, x, y, scale, radius, and `seed` or `leader`. */
  readonly laid: readonly (readonly [string, number, number, number, number, string])[];
}

const file = new URL("../../tests/cases/layout.json", import.meta.url);
const cases = JSON.parse(fs.readFileSync(file, "utf8")) as Case[];

const laid = ({ places, zoom }: Case): Case["laid"] => {
  const given = places.map(([id, precision, x, y, mark]) => ({ id, precision, point: { x, y }, hand: mark === "hand", chosen: mark !== undefined }) as Place);
  const round = (value: number): number => Number(value.toFixed(2));
  return layout(given, zoom).map(({ id, x, y, scale, radius, seed, leader }) => [id, round(x), round(y), round(scale), round(radius), [seed ? "seed" : "", leader ? "leader" : ""].join(" ").trim()]);
};

describe("layout", () => {
  it.each(cases)("$about", (each) => {
    const got = laid(each);
    expect(got.map(([id]) => id)).toEqual(each.laid.map(([id]) => id));
    for (const [i, [id, x, y, ...rest]] of each.laid.entries()) {
      expect(Math.hypot(got[i]![1] - x, got[i]![2] - y), id).toBeLessThan(0.05);
      expect(got[i]!.slice(3), id).toEqual(rest);
    }
  });
});
