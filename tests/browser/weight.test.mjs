/** The first view is light: what comes before the first paint of the map, over the wire. */
import assert from "node:assert/strict";
import http from "node:http";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";

const world = atlas();
/** Document, script, style, coarse base map and map data together, compressed. */
const BUDGET = 150 * 1024;

/** Bytes of a body as they travel; brotli is made in the background after the start. */
async function wire(address) {
  const asked = () =>
    new Promise((resolve, reject) => {
      http.get(address, { headers: { "accept-encoding": "br" } }, (answer) => {
        let bytes = 0;
        answer.on("data", (chunk) => (bytes += chunk.length));
        answer.on("end", () => resolve({ bytes, encoding: answer.headers["content-encoding"], status: answer.statusCode }));
      }).on("error", reject);
    });
  for (let left = 100; ; left--) {
    const { bytes, encoding, status } = await asked();
    assert.equal(status, 200, address);
    // Below this many bytes nothing is compressed.
    if (encoding === "br" || bytes < 512) return bytes;
    assert.ok(left > 0, `${address} is never compressed`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test("the first view takes at most 150 KB", async (t) => {
  const reader = await world.open("/");
  await reader.mapped();
  const later = await reader.page.evaluate(() => [document.body.dataset.baseFine, ...document.body.dataset.parts.split(" ")]);
  const loaded = [...new Set(reader.requests)].filter((url) => url.startsWith("http") && !later.some((name) => url.endsWith(name)));
  await reader.close();
  const sizes = await Promise.all(loaded.map(async (url) => [new URL(url).pathname, await wire(url)]));
  for (const [name, bytes] of sizes) t.diagnostic(`${name} ${bytes}`);
  const sum = sizes.reduce((all, [, bytes]) => all + bytes, 0);
  t.diagnostic(`together ${sum} of ${BUDGET}`);
  assert.ok(sizes.length >= 5, "document, script, style, coarse base map, map data");
  assert.ok(sum <= BUDGET, `${sum} bytes: ${sizes.map((size) => size.join(" ")).join(", ")}`);
});

test("parts of the page come after the map is drawn, and none brings Leaflet a second time", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  await reader.page.waitForFunction(() => document.body.dataset.parts.split(" ").every((name) => performance.getEntriesByName(new URL(name, location.href).href).length > 0));
  const [data, ...parts] = await reader.page.evaluate(() => [document.body.dataset.map, ...document.body.dataset.parts.split(" ")].map((name) => performance.getEntriesByName(new URL(name, location.href).href)[0]));
  assert.ok(parts.length > 0);
  for (const part of parts) {
    assert.ok(part.startTime > data.responseEnd, part.name);
    assert.doesNotMatch(await (await fetch(part.name)).text(), /leaflet/i, part.name);
  }
  reader.clean();
  await reader.close();
});

test("the finer base map comes after the map is drawn", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const fine = await reader.page.evaluate(() => document.body.dataset.baseFine);
  await reader.page.waitForFunction((name) => performance.getEntriesByName(new URL(name, location.href).href).length > 0, fine);
  const [data, finer] = await reader.page.evaluate((name) => [document.body.dataset.map, name].map((file) => performance.getEntriesByName(new URL(file, location.href).href)[0]), fine);
  assert.ok(finer.startTime > data.responseEnd);
  await reader.close();
});
