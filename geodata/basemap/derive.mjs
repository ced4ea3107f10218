// Derives the base map once from public packages; see README.md. `npm ci && node derive.mjs`
import { fileURLToPath } from "node:url";
import { coarse } from "./derive/coarse.mjs";
import { disputedLines } from "./derive/disputed.mjs";
import { sources } from "./derive/fetch.mjs";
import { fine } from "./derive/fine.mjs";
import { claimLines, collection, shapes } from "./derive/read.mjs";
import { inside, outside } from "./derive/shapes.mjs";
import { ISO_3166_1, countryName, short } from "./derive/names.mjs";
import { writeNames } from "./derive/write.mjs";
import { lakes, rivers } from "./derive/waters.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const from = sources();

const countries = await shapes(from.countries);
const regions = inside(collection(from.regions));
const others = outside(countries);
const boundaries = await shapes(from.boundaries);
const disputed = disputedLines(boundaries, await claimLines(from.claims));

coarse(here("coarse.json"), regions, others, disputed);
fine(here("fine.json"), regions, others, disputed, await lakes(from.lakes), rivers(from.rivers, boundaries));
writeNames(here("names.json"), ISO_3166_1, (code) => short(countryName(code)));
