import { describe, expect, it } from "vitest";
import { inTiles, missing } from "../src/fetching.ts";
import { wordsOf } from "../src/words.ts";

describe("how a layer is fetched", () => {
  it("is whole up to 5,000 features, unless it is heavy", () => {
    expect(inTiles(5000, 1_000_000)).toBe(false);
    expect(inTiles(5001, 1_000_000)).toBe(true);
    expect(inTiles(10, 9_000_000)).toBe(true);
  });
});

describe("what is said", () => {
  const say = (unplaced: number, crowded: boolean, lang: string) => missing({ unplaced, crowded }, wordsOf(lang), lang);
  it("is nothing while all is drawn", () => {
    for (const lang of ["en", "es", "pt", "zh"]) expect(say(0, false, lang)).toBe("");
  });
  it("is that one dot stands for several", () => {
    expect(say(0, true, "en")).toBe("Where features crowd, one dot stands for several; come closer to see each.");
    for (const lang of ["en", "es", "pt", "zh"]) expect(say(3, true, lang)).not.toMatch(/[{}]/);
  });
  it("counts those that have no place, as the language writes numbers", () => {
    expect(say(3, false, "en")).toBe("3 without a place are not drawn.");
    expect(say(1, false, "en")).toBe("1 without a place is not drawn.");
    expect(say(1, false, "es")).toBe("1 sin lugar no se dibuja.");
    expect(say(1, false, "pt")).toBe("1 sem lugar não é desenhado.");
    expect(say(1, false, "zh")).toBe("1 个没有位置，未绘制。");
    expect(say(48210, false, "es")).toContain("48.210");
  });
});
