/** Pages in every language pass the validator of the W3C: every kind of page, every form of element that any page has, and pages for what is not there. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { serving } from "./atlas.mjs";
import { formsOf } from "./forms.mjs";

const world = serving();
const validator = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const OTHERS = ["/?sel=jujuy-seguro&layer=surveillance", "/?layer=nuclear&country=UY", "/embed?sel=jujuy-seguro", "/embed/builder", "/project/jujuy-segur", "/organisation/huawe", "/country/XX", "/es/nothing", "/ogc/collections/sites/items?f=html", "/ogc/api?f=html"];
/** How many pages are fetched at once. */
const AT_ONCE = 8;

/** What the validator says of a folder of pages; nothing where all are sound. */
async function faults(folder) {
  const told = await promisify(execFile)("java", ["-Xss4m", "-Xmx1g", "-jar", validator, "--errors-only", "--format", "json", "--exit-zero-always", folder], { maxBuffer: 2 ** 28 });
  return JSON.parse(told.stderr).messages.map(({ url, message, extract }) => `${path.basename(url)}: ${message} ${extract ?? ""}`);
}

async function judged(pages) {
  const folder = mkdtempSync(path.join(tmpdir(), "pages-"));
  try {
    for (const [address, html] of pages) writeFileSync(path.join(folder, `${address.replaceAll(/[^a-z0-9-]+/gi, "_")}.html`), html);
    return await faults(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Calls `use` with every page and its address. */
async function each(addresses, use) {
  const left = [...addresses];
  const next = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      use(address, await (await fetch(world.origin + address, { headers: { accept: "text/html" } })).text());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** A page that is wrong, told apart by its name, shows in the same run that the validator does find faults: to start it costs more than to read. */
const WRONG = ["wrong", "<!doctype html><html lang=en><title>x</title><body><p id=a><p id=a>"];
/** Pages of one kind differ in what they hold, and that hardly by language: all are read in English, of each other language one in so many. */
const ONE_IN = 6;

/** `/es/project/x` and `/es/project/y` are one kind of page. */
const kind = (address) => address.replace(/^(\/(?:es|pt|zh)(?=\/))?(\/[a-z]+)?.*$/, "$1$2");

test("every kind of page in every language is valid HTML, with every form of element that any page has", async (t) => {
  const map = await (await fetch(`${world.origin}/sitemap.xml`)).text();
  const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address.replace(world.origin, ""));
  assert.ok(addresses.length > 1800);
  const read = addresses.filter((address, i) => !/^\/(es|pt|zh)\//.test(address) || i % ONE_IN === 0 || !/\/(project|organisation)\//.test(address));
  const [seen, kinds, chosen, twice] = [new Set(), new Set(), [], []];
  await each([...OTHERS, ...read], (address, html) => {
    const { forms, ids } = formsOf(html);
    // What a page holds decides whether an id stands twice, so that this is asked of every page.
    if (new Set(ids).size < ids.length) twice.push(address);
    if (OTHERS.includes(address) || !kinds.has(kind(address)) || [...forms].some((form) => !seen.has(form))) chosen.push([address, html]);
    kinds.add(kind(address));
    for (const form of forms) seen.add(form);
  });
  t.diagnostic(`${seen.size} forms of elements and ${kinds.size} kinds of page on ${chosen.length} of ${read.length} pages, of ${addresses.length}`);
  assert.deepEqual(twice, [], "an id stands twice");
  assert.ok(kinds.size > 40 && seen.size > 300);
  const found = await judged([...chosen, WRONG]);
  assert.match(found.filter((fault) => fault.startsWith("wrong.html")).join("\n"), /Duplicate ID/, "the validator does find what is wrong");
  assert.deepEqual(found.filter((fault) => !fault.startsWith("wrong.html")).slice(0, 20), []);
});

test("a form of an element is where it stands and what it carries", () => {
  const { forms, ids } = formsOf('<ul class="a"><li id="x"><a href="/"><br></a></li><li id="x"><input type="date" required></li></ul>');
  assert.deepEqual([...forms].sort(), [" > ul class", "a > br ", "li > a href", "li > input required type=date", "ul > li id"]);
  assert.deepEqual(ids, ["x", "x"]);
});
