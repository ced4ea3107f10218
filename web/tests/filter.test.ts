import { describe, expect, it } from "vitest";
import type { Project } from "../src/atlas.ts";
import { known, passes } from "../src/filter.ts";
import { readState } from "../src/state.ts";

const project: Project = {
  id: "p",
  layer: "solar",
  entry: "project",
  name: { en: "P" },
  countries: ["AR", "CL"],
  actors: [["zte", "vendor"]],
  events: [["2015", "announced"], ["2018-05", "operational"]],
  sites: [{ id: "p.a", project: "p", name: { en: "A" }, precision: "near", geometry: { type: "Point", coordinates: [-65, -24] } }],
};
const through = (query: string): boolean => passes(project, readState(query));

describe("filters", () => {
  it.each([
    ["", true], ["?layer=wind,solar", true], ["?layer=wind", false],
    ["?country=CL", true], ["?country=BR", false],
    ["?precision=near", true], ["?precision=exact", false],
    ["?actor=zte", true], ["?actor=zte:vendor", true], ["?actor=zte:owner", false],
    ["?year=2016..2018", true], ["?year=2016..2017", false],
    ["?status=operating", true], ["?status=planned", false],
    ["?layer=solar&country=BR", false],
  ])("%s lets it through: %s", (query, expected) => expect(through(query)).toBe(expected));
  it("see the project as it stood on a day", () => {
    expect(through("?on=2016-01-01&status=planned")).toBe(true);
    expect(through("?on=2014-12-31")).toBe(false);
  });
  it("drop what the vocabulary does not know, so that a stale link never empties the list", () => {
    expect(known(readState("?layer=steam,solar&status=nope&precision=vague"))).toMatchObject({ layer: ["solar"], status: [], precision: [] });
  });
  it("count what a layer would give without the choice of layers", () => {
    expect(passes(project, readState("?layer=wind&country=AR"), "layer")).toBe(true);
    expect(passes(project, readState("?layer=wind&country=BR"), "layer")).toBe(false);
  });
});
