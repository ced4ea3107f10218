import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { placed as hasPlace, readAtlas, type Atlas } from "../src/atlas.ts";
import { layout } from "../src/layout.ts";
import { mercatorX, mercatorY } from "../src/mercator.ts";
import { home, places } from "../src/places.ts";

const folder = new URL("../../geodata/projects/", import.meta.url);
const atlas = readAtlas(
  fs.readdirSync(folder).reduce<Parameters<typeof readAtlas>[0]>(
    (file, name) => {
      const { project, features } = JSON.parse(fs.readFileSync(new URL(name, folder), "utf8"));
      const { id, layer, entry, name: title, countries, events, actors } = project;
      for (const feature of features) file.features.push({ ...feature, properties: { ...feature.properties, project: id } });
      file.projects[id] = { layer, entry: entry ?? "project", name: title, countries, actors: actors.map((a: { organisation: string; role: string }) => [a.organisation, a.role]), events: events.map((e: { date: string; kind: string }) => [e.date, e.kind]) };
      return file;
    },
    { features: [], projects: {} },
  ),
);

const at = (zoom: number, sel: string | null = null, from: Atlas = atlas) =>
  places({ atlas: from, zoom, passes: () => true, sel, day: "2026-11-24", past: false, project: (lat, lon) => ({ x: mercatorX(lon) * 2 ** zoom, y: mercatorY(lat) * 2 ** zoom }) });

describe("places", () => {
  it("draw one sign for every project that has a place, from afar", () => {
    const withPlace = [...atlas.projects.values()].filter(({ sites }) => sites.some(hasPlace)).map(({ id }) => id);
    expect(at(3.5).map(({ project }) => project.id).sort()).toEqual(withPlace.sort());
  });
  it("draw every point from near, and never one known only by its country", () => {
    const drawn = at(8);
    const points = [...atlas.projects.values()].flatMap(({ sites }) => sites).filter((site) => hasPlace(site) && site.geometry?.type === "Point");
    const stacked = drawn.reduce((sum, { stack, site }) => sum + (site.geometry?.type === "Point" ? stack : 0), 0);
    expect(stacked).toBe(points.length);
    expect(drawn.some(({ precision }) => precision === "country")).toBe(false);
  });
  it("put sites of one project on one point into a stack", () => {
    expect(at(8).filter(({ stack }) => stack > 1).map(({ project }) => project.id).sort()).toEqual(["bol-110", "jujuy-seguro"]);
  });
  it("have exactly one site in hand", () => {
    for (const zoom of [3, 5, 8]) expect(at(zoom, "jujuy-seguro").filter(({ hand }) => hand)).toHaveLength(1);
  });
});

describe("layout", () => {
  it("is the same every time, whatever the order of the record", () => {
    const reversed = { ...atlas, projects: new Map([...atlas.projects].reverse()) };
    for (const zoom of [3.25, 4, 6, 8]) expect(layout(at(zoom, null, reversed), zoom)).toEqual(layout(at(zoom), zoom));
  });
  it("leaves signs hardly covering each other once every site is drawn", () => {
    for (const zoom of [6, 8]) {
      const laid = layout(at(zoom), zoom);
      const covering = laid.flatMap((a, i) => laid.slice(i + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) <= (a.radius + b.radius) * 0.72).map((b) => `${a.id} and ${b.id}`));
      expect(covering, `at ${zoom}`).toEqual([]);
    }
  });
  it("leads back to the point from every sign that went far", () => {
    for (const zoom of [4, 6]) {
      for (const place of layout(at(zoom), zoom)) {
        const from = home(place, place.seed, place.scale);
        expect(place.leader).toBe(Math.hypot(place.x - from.x, place.y - from.y) > place.radius * 0.75);
      }
    }
  });
  it("stands a sign that nothing pushes exactly on its point, a drop by its tip", () => {
    const [first] = at(8, null, { ...atlas, projects: new Map([["coca-codo-sinclair", atlas.projects.get("coca-codo-sinclair")!]]) });
    const [laid] = layout([first!], 8);
    expect(laid!.precision).toBe("exact");
    expect(laid!.y + 21 * laid!.scale).toBeCloseTo(laid!.point.y, 6);
  });
  it("makes seeds of a crowd from afar, never of the sign in hand", () => {
    const laid = layout(at(4, "cauchari-olaroz"), 4);
    expect(laid.filter(({ seed }) => seed).length).toBeGreaterThan(10);
    expect(laid.find(({ hand }) => hand)?.seed).toBe(false);
    expect(layout(at(5), 5).some(({ seed }) => seed)).toBe(false);
  });
});
