/** How long list and counts take to answer a filter: `npx vitest bench --run`. */
import { bench, describe } from "vitest";
import type { Project } from "../src/atlas.ts";
import { ordered } from "../src/find/order.ts";
import { readState } from "../src/state.ts";
import { tally } from "../src/tally.ts";
import { eventKinds, layers, precisions } from "../src/vocabulary.ts";

const among = <T>(all: Iterable<T>, i: number): T => [...all].at(i % [...all].length) as T;
const COUNTRIES = ["AR", "BR", "CL", "PE", "UY", "MX", "BO", "EC"];
const many = (count: number): Project[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    layer: among(layers.keys(), i),
    entry: "project",
    name: { en: `Project ${i}` },
    countries: [among(COUNTRIES, i)],
    actors: Array.from({ length: 3 }, (_, k): [string, string] => [`o${(i * 7 + k) % 300}`, "vendor"]),
    events: Array.from({ length: 5 }, (_, k): [string, string] => [`${2005 + ((i + k * 3) % 20)}-0${1 + (i % 9)}-1${k}`, among(eventKinds.keys(), i + k)]),
    sites: Array.from({ length: 3 }, (_, k) => ({ id: `p${i}.${k}`, project: `p${i}`, name: { en: "" }, precision: among(precisions.keys(), i + k), geometry: { type: "Point", coordinates: [-60, -20] } })),
  }));

describe.each([146, 5000])("%i projects", (count) => {
  const projects = many(count);
  const filter = readState("?country=AR&status=operating,planned");
  bench("a filter", () => {
    ordered(tally(projects, filter).shown, filter, "en", null);
  });
  let turn = 0;
  bench("another day", () => {
    // A new day each time: nothing that was derived before helps.
    const state = { ...filter, on: `20${10 + (turn % 12)}-0${1 + (turn % 9)}-0${1 + (turn % 8)}` };
    turn += 1;
    ordered(tally(projects, state).shown, state, "en", null);
  });
});
