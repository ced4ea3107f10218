import { describe, expect, it } from "vitest";
import { rising } from "../src/moves.ts";

/** A row of different numbers, the same in every run. */
function shuffled(length: number, seed: number): number[] {
  const all = Array.from({ length }, (_, i) => i);
  let now = seed;
  for (let i = length - 1; i > 0; i--) {
    now = (now * 1103515245 + 12345) % 2147483648;
    const j = now % (i + 1);
    [all[i], all[j]] = [all[j] as number, all[i] as number];
  }
  return all;
}

/** Length of the longest rising run, by trying every one. */
function longest(numbers: readonly number[]): number {
  let best = 0;
  for (let some = 0; some < 1 << numbers.length; some++) {
    const run = numbers.filter((_, i) => some & (1 << i));
    if (run.every((number, i) => i === 0 || number > (run[i - 1] as number))) best = Math.max(best, run.length);
  }
  return best;
}

describe("rows that stay where they are", () => {
  it("are all of them where the order is right, though some have gone", () => {
    expect(rising([0, 2, 3, 7, 9]).size).toBe(5);
    expect(rising([]).size).toBe(0);
  });
  it("are all but the one that goes elsewhere", () => {
    expect([...rising([1, 2, 3, 4, 0])].sort()).toEqual([1, 2, 3, 4]);
    expect([...rising([4, 0, 1, 2, 3])].sort()).toEqual([0, 1, 2, 3]);
  });
  it("are as many as can be, in any order", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const numbers = shuffled(1 + (seed % 11), seed);
      const run = rising(numbers);
      expect(run.size).toBe(longest(numbers));
      const kept = numbers.filter((number) => run.has(number));
      expect(kept).toEqual([...kept].sort((a, b) => a - b));
    }
  });
});
