/** What is shown and counted agrees with the server's, on the same queries of the record as it is. */
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import type { Atlas, Project, Site } from "../src/atlas.ts";
import { known, within } from "../src/filter.ts";
import { ordered } from "../src/find/order.ts";
import { readState, writeState } from "../src/state.ts";
import { tally } from "../src/tally.ts";
import { edition } from "../src/vocabulary.ts";

interface Case {
  query: string;
  canonical: string;
  projects: number;
  entries: number;
  unplaced: number;
  waiting: number;
  first: string[];
  counts: Record<string, Record<string, number>>;
}

const here = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const cases = JSON.parse(fs.readFileSync(here("tests/cases/filters.json"), "utf8")) as Case[];

interface Written {
  project: Omit<Project, "actors" | "events" | "sites" | "entry"> & { entry?: Project["entry"]; actors: { organisation: string; role: string }[]; events: { date: string; kind: string }[] };
  features: { id: string; geometry: GeoJSON.Geometry | null; properties: Omit<Site, "id" | "geometry"> }[];
}
const folder = here("geodata/projects/");
const projects = fs.readdirSync(folder).sort().map((file): Project => {
  const { project, features } = JSON.parse(fs.readFileSync(new URL(file, folder), "utf8")) as Written;
  return {
    ...project,
    entry: project.entry ?? "project",
    actors: project.actors.map(({ organisation, role }) => [organisation, role]),
    events: project.events.map(({ date, kind }) => [date, kind]),
    sites: features.map(({ id, geometry, properties }) => ({ ...properties, id, geometry })),
  };
});
const atlas: Atlas = { edition, projects: new Map(projects.map((project) => [project.id, project])) };

describe("filters on the record", () => {
  it.each(cases)("?$query", ({ query, canonical, first, counts, ...numbers }) => {
    const state = within(known(readState(`?${query}`)), atlas);
    expect(writeState(state)).toBe(canonical);
    const now = tally(atlas.projects.values(), state);
    expect({ projects: now.projects, entries: now.entries, unplaced: now.unplaced.size, waiting: now.waiting }).toEqual(numbers);
    expect(ordered(now.shown, state, "en", null).slice(0, first.length)).toEqual(first);
    for (const [group, values] of Object.entries(counts)) {
      for (const [value, count] of Object.entries(values)) expect(now.counts[group as "layer"].get(value), `${group} ${value}`).toBe(count);
    }
  });
});
