/** The server draws the same places on its pictures: both keep to tests/cases/places.json. */
import fs from "node:fs";
import { describe, expect, it } from "vitest";
import type { Atlas, Project, Site } from "../src/atlas.ts";
import { mercatorX, mercatorY } from "../src/mercator.ts";
import { places } from "../src/places.ts";
import { edition } from "../src/vocabulary.ts";

interface Case {
  readonly about: string;
  readonly zoom: number;
  readonly sel: string | null;
  readonly on: string | null;
  /** Of the project that the id begins with. */
  readonly sites: readonly Pick<Site, "id" | "precision" | "geometry" | "from" | "until">[];
  /** Id, how many stand there, `hand` or `chosen`, and the point at the zoom. */
  readonly places: readonly (readonly [string, number, string, number, number])[];
}

const file = new URL("../../tests/cases/places.json", import.meta.url);
const cases = JSON.parse(fs.readFileSync(file, "utf8")) as Case[];

const projectOf = (id: string): string => id.split(".")[0] ?? "";
const atlasOf = ({ sites }: Case): Atlas => {
  const ids = [...new Set(sites.map(({ id }) => projectOf(id)))];
  const project = (id: string): Project => ({
    id,
    layer: "lithium",
    entry: "project",
    name: { en: id },
    countries: [],
    actors: [],
    events: [],
    sites: sites.filter((site) => projectOf(site.id) === id).map((site) => ({ ...site, project: id, name: { en: site.id } })),
  });
  return { edition, projects: new Map(ids.map((id) => [id, project(id)])) };
};
const drawn = (each: Case): Case["places"] => {
  const scale = 2 ** each.zoom;
  const shown = places({
    atlas: atlasOf(each),
    zoom: each.zoom,
    passes: () => true,
    sel: each.sel,
    day: each.on ?? edition,
    past: each.on !== null,
    project: (lat, lon) => ({ x: mercatorX(lon) * scale, y: mercatorY(lat) * scale }),
  });
  return shown.map(({ id, stack, hand, chosen, point }) => [id, stack, hand ? "hand" : chosen ? "chosen" : "", point.x, point.y]);
};

describe("places that bear a sign", () => {
  it.each(cases)("$about", (each) => {
    const got = drawn(each);
    expect(got.map((place) => place.slice(0, 3))).toEqual(each.places.map((place) => place.slice(0, 3)));
    for (const [i, [id, , , x, y]] of each.places.entries()) expect(Math.hypot(got[i]![3] - x, got[i]![4] - y), id).toBeLessThan(0.05);
  });
});
