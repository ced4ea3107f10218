import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { begun, standing, standings, type Event } from "../src/status.ts";

interface Case {
  name: string;
  events: Event[];
  on: string;
  status: string;
  since: string | null;
}
const { cases } = JSON.parse(fs.readFileSync(new URL("../../tests/cases/status.json", import.meta.url), "utf8")) as { cases: Case[] };

describe("status on a day", () => {
  it.each(cases)("$name", ({ events, on, status, since }) => {
    expect(standing(events, on)).toEqual({ status, since });
  });
  it.each(cases)("does not depend on the order of the file: $name", ({ events, on, status, since }) => {
    expect(standing([...events].reverse(), on)).toEqual({ status, since });
  });
  it("tells every standing on the way", () => {
    const events: Event[] = [["2015", "announced"], ["2017", "construction-started"], ["2018-03", "note"], ["2019", "suspended"]];
    expect(standings(events, "2026-11-24").map(({ status }) => status)).toEqual(["planned", "under-construction", "suspended"]);
  });
  it("has begun once anything has happened, even a note", () => {
    expect(begun([["2018-03", "note"]], "2018-02-28")).toBe(false);
    expect(begun([["2018-03", "note"]], "2018-03-01")).toBe(true);
  });
});
