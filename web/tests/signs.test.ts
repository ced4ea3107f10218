import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { draw, shapeOf, sizeAt } from "../src/signs.ts";
import { layers, precisions, statuses } from "../src/vocabulary.ts";

const file = JSON.parse(fs.readFileSync(new URL("../signs.json", import.meta.url), "utf8")) as { glyphs: object; marks: object; paints: object; statuses: object; precisions: object };
const sign = { glyph: "sun", family: "energy", status: "operating", precision: "near" };

describe("signs", () => {
  it("are known for every layer, status and precision of the vocabulary", () => {
    for (const { glyph } of layers.values()) expect(file.glyphs).toHaveProperty(glyph);
    for (const id of statuses.keys()) expect([file.statuses, file.marks]).toEqual([expect.objectContaining({ [id]: expect.anything() }), expect.objectContaining({ [`s-${id}`]: expect.anything() })]);
    for (const id of precisions.keys()) expect([file.precisions, file.marks]).toEqual([expect.objectContaining({ [id]: expect.anything() }), expect.objectContaining({ [`p-${id}`]: expect.anything() })]);
  });
  it("differ for every status and precision, in full size", () => {
    const all = [...statuses.keys()].flatMap((status) => [...precisions.keys()].map((precision) => draw({ ...sign, status, precision })));
    expect(new Set(all).size).toBe(all.length);
  });
  it("name no paint that has no colour", () => {
    const used = [...statuses.keys()].flatMap((status) => [...precisions.keys()].flatMap((precision) => [draw({ ...sign, status, precision, ring: "hand", stack: 3 }), draw({ ...sign, status, precision, seed: true })]));
    const names = new Set(used.join("").match(/(?<=class=")k-[a-z-]+/g));
    for (const name of names) if (!["k-on", "k-hue", "k-n"].includes(name)) expect(file.paints).toHaveProperty(name);
  });
  it("carry no style and no text but a count", () => {
    const markup = draw({ ...sign, ring: "hand", stack: 12 });
    expect(markup).not.toContain("style");
    expect(markup.replace(/<[^>]*>/g, "")).toBe("12");
  });
  it("draw nothing but glyph and casing for what was never built", () => {
    expect(draw({ ...sign, entry: true })).not.toMatch(/k-full|k-hollow/);
  });
  it("turn grey with a diagonal when cancelled or closed", () => {
    for (const status of ["cancelled", "closed"]) expect(draw({ ...sign, status })).toMatch(/ gone".*k-slash/);
  });
  it("point with the tip of the drop only", () => {
    expect(shapeOf("exact").anchor[1]).toBeGreaterThan(0);
    for (const precision of ["near", "settlement", "region"]) expect(shapeOf(precision).anchor).toEqual([0, 0]);
  });
  it("grow with the zoom, from seeds to every site", () => {
    expect([2, 2.85, 3.2, 3.8, 5.75, 7].map((zoom) => sizeAt(zoom).scale)).toEqual([1, 0.64, 0.72, 0.8, 0.92, 1.1]);
    expect([sizeAt(2.8).seed, sizeAt(5.7).sites, sizeAt(5.75).sites]).toEqual([true, "one", "all"]);
  });
  it("are the same markup every time", () => {
    expect(draw({ ...sign, status: "under-construction", precision: "settlement" })).toMatchSnapshot();
  });
});
