/** Whatever stands in an address, its state reads back as it was written. */
import { describe, expect, it } from "vitest";
import { known } from "../src/filter.ts";
import { readState, writeState } from "../src/state.ts";

/** Numbers that look random and are the same on every machine (mulberry32). */
function dice(seed: number): (below: number) => number {
  let now = seed;
  return (below) => {
    now = (now + 0x6d2b79f5) | 0;
    let mixed = Math.imul(now ^ (now >>> 15), 1 | now);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const NAMES = ["layer", "status", "country", "precision", "actor", "role", "entry", "year", "q", "on", "sel", "map", "sort", "theme", "v", "utm_source", "__proto__"];
const VALUES = ["lithium,solar", "operating", "AR,BR", "zte:vendor", "2015..2020", "2020..2015", "2019-07-05", "2019-02-30", "jujuy-seguro", "8/-23.55/-65.6", "21/0/0", "name", "dark", "2026-11-24-2", "", "%00", "%FF%FE", "<script>", "%F0%9F%98%80%20lítio", "a,,b", "constructor", "\u0085 x \ufeff", "x".repeat(300)];

describe("any query", () => {
  it("reads to a state that reads back as it was written", () => {
    const next = dice(7);
    for (let round = 0; round < 3000; round++) {
      const pairs = Array.from({ length: next(8) }, () => {
        const value = next(3) ? (VALUES[next(VALUES.length)] ?? "") : Array.from({ length: next(12) }, () => String.fromCodePoint(next(3) ? 32 + next(95) : next(0xd7ff))).join("");
        return `${NAMES[next(NAMES.length)]}=${value}`;
      });
      const query = `?${pairs.join("&")}`;
      const state = known(readState(query));
      const written = writeState(state);
      expect(writeState(known(readState(written))), query).toBe(written);
      expect({ ...known(readState(written)), map: null }, query).toEqual({ ...state, map: null });
    }
  });
});
