import { describe, expect, it } from "vitest";
import { beside, shortened } from "../src/beside.ts";

const label = { width: 100, height: 20 };
const map = { width: 390, height: 300 };

describe("a label beside the pointer", () => {
  it("stands right and below where there is room", () => {
    expect(beside({ x: 50, y: 60 }, label, map)).toEqual({ x: 60, y: 70 });
  });
  it("turns to the other side at the edges of the map", () => {
    expect(beside({ x: 380, y: 295 }, label, map)).toEqual({ x: 270, y: 265 });
  });
  it("stays on a map that is narrower than itself", () => {
    expect(beside({ x: 40, y: 5 }, label, { width: 90, height: 300 })).toEqual({ x: 0, y: 15 });
  });
});

describe("a long name", () => {
  it("is cut, not within a letter of two halves", () => {
    expect(shortened("Park")).toBe("Park");
    expect(shortened("L".repeat(2_000_000))).toBe(`${"L".repeat(119)}…`);
    expect(shortened("😀".repeat(100))).toBe(`${"😀".repeat(59)}…`);
  });
});
