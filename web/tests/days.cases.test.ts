/** What stood on a day: server and page keep to tests/cases/days.json, which the server's own test generates. */
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { stands, type Site } from "../src/atlas.ts";
import { begun, standing, type Event } from "../src/status.ts";

interface Case {
  readonly events: readonly Event[];
  readonly from: string | null;
  readonly until: string | null;
  readonly on: string;
  readonly begun: boolean;
  readonly status: string;
  readonly since: string | null;
  readonly stands: boolean;
}

const cases = JSON.parse(fs.readFileSync(new URL("../../tests/cases/days.json", import.meta.url), "utf8")) as Case[];
const bounds = ({ from, until }: Case): Pick<Site, "from" | "until"> => ({ ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) });

describe("what stood on a day", () => {
  it("is generated in every kind", () => {
    expect(cases.length).toBeGreaterThan(300);
    for (const key of ["begun", "stands"] as const) for (const value of [true, false]) expect(cases.filter((each) => each[key] === value).length).toBeGreaterThan(20);
  });
  it.each(cases.map((each) => [`${each.on} ${JSON.stringify(each.events)} ${each.from}..${each.until}`, each] as const))("%s", (_, each) => {
    expect(standing(each.events, each.on)).toEqual({ status: each.status, since: each.since });
    expect(begun(each.events, each.on)).toBe(each.begun);
    expect(stands(bounds(each), each.on)).toBe(each.stands);
  });
  it("is every site where no day is asked for", () => {
    for (const each of cases) expect(stands(bounds(each), null)).toBe(true);
  });
});
