import { describe, expect, it } from "vitest";
import { ARROWS, inDirection, nearest } from "../src/aim.ts";

const target = (id: string, x: number, y: number) => ({ id, x, y, radius: 10 });
const all = [target("a", 0, 0), target("b", 12, 0), target("c", 100, 10), target("d", 0, 60), target("e", -70, -5)];

describe("aiming", () => {
  it("finds the nearest centre where two targets overlap", () => {
    expect(nearest({ x: 5, y: 0 }, 22, all)?.id).toBe("a");
    expect(nearest({ x: 7, y: 0 }, 22, all)?.id).toBe("b");
  });
  it("finds nothing beyond the reach", () => {
    expect(nearest({ x: 50, y: 30 }, 22, all)).toBeUndefined();
    expect(nearest({ x: 117, y: 10 }, 14, all)).toBeUndefined();
    expect(nearest({ x: 117, y: 10 }, 22, all)?.id).toBe("c");
  });
  it("goes to the next sign in each direction", () => {
    const from = all[1]!;
    const to = (key: string) => inDirection(from, ARROWS[key]!, all)?.id;
    expect([to("ArrowRight"), to("ArrowLeft"), to("ArrowDown"), to("ArrowUp")]).toEqual(["c", "a", "d", undefined]);
  });
  it("reaches every sign of a crowd by arrows", () => {
    const grid = Array.from({ length: 30 }, (_, i) => target(String(i), (i % 6) * 31 + (i % 5), Math.floor(i / 6) * 27 + (i % 3)));
    const seen = new Set(["0"]);
    for (const id of seen) for (const way of Object.values(ARROWS)) {
      const next = inDirection(grid[Number(id)]!, way, grid);
      if (next) seen.add(next.id);
    }
    expect(seen.size).toBe(grid.length);
  });
});
