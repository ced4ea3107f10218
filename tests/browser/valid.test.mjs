/** Every page in every language passes the validator of the W3C, and so do pages for what is not there. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { atlas } from "./atlas.mjs";

const world = atlas();
const validator = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const OTHERS = ["/?sel=jujuy-seguro&layer=surveillance", "/project/jujuy-segur", "/organisation/huawe", "/country/XX", "/es/nothing", "/ogc/collections/sites/items?f=html", "/ogc/api?f=html"];

/** What the validator says of a folder of pages; nothing where all are sound. */
async function faults(folder) {
  const told = await promisify(execFile)("java", ["-Xss4m", "-jar", validator, "--errors-only", "--format", "json", "--exit-zero-always", folder], { maxBuffer: 2 ** 28 });
  return JSON.parse(told.stderr).messages.map(({ url, message, extract }) => `${path.basename(url)}: ${message} ${extract ?? ""}`);
}

async function save(folder, addresses) {
  for (let at = 0; at < addresses.length; at += 16) {
    const some = addresses.slice(at, at + 16);
    const texts = await Promise.all(some.map(async (address) => (await fetch(world.origin + address, { headers: { accept: "text/html" } })).text()));
    texts.forEach((text, index) => writeFileSync(path.join(folder, `${some[index].replaceAll(/[^a-z0-9-]+/gi, "_")}.html`), text));
  }
}

async function judged(addresses) {
  const folder = mkdtempSync(path.join(tmpdir(), "pages-"));
  try {
    await save(folder, addresses);
    return await faults(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("every page in every language is valid HTML", { timeout: 300_000 }, async (t) => {
  const map = await (await fetch(`${world.origin}/sitemap.xml`)).text();
  const addresses = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address.replace(world.origin, ""));
  assert.ok(addresses.length > 1800);
  t.diagnostic(`${addresses.length} pages`);
  assert.deepEqual((await judged([...addresses, ...OTHERS])).slice(0, 20), []);
});

test("the validator does find what is wrong", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "pages-"));
  writeFileSync(path.join(folder, "wrong.html"), "<!doctype html><html lang=en><title>x</title><body><p id=a><p id=a>");
  const found = await faults(folder);
  rmSync(folder, { recursive: true });
  assert.match(found.join("\n"), /Duplicate ID/);
});
