/** A frame is light: document, script, style, base map and data together, even of the whole atlas. */
import assert from "node:assert/strict";
import http from "node:http";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";

const world = atlas();
const BUDGET = 120 * 1024;

const wire = (address) =>
  new Promise((resolve, reject) => {
    http.get(address, { headers: { "accept-encoding": "br" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk) => (bytes += chunk.length));
      answer.on("end", () => resolve(bytes));
    }).on("error", reject);
  });

for (const query of ["", "?sel=jujuy-seguro", "?layer=lithium&country=AR"]) {
  test(`/embed${query} takes at most 120 KB in all`, async (t) => {
    const reader = await world.open(`/embed${query}`, { width: 600, height: 480 });
    await reader.page.locator("#map .sign").first().waitFor({ state: "attached" });
    await reader.page.waitForLoadState("networkidle");
    const loaded = [...new Set(reader.requests)].filter((address) => address.startsWith("http"));
    await reader.close();
    assert.equal(loaded.length, 4, `document, script, style, base map: ${loaded}`);
    const sizes = await Promise.all(loaded.map(async (address) => [new URL(address).pathname, await wire(address)]));
    for (const [name, bytes] of sizes) t.diagnostic(`${name} ${bytes}`);
    const sum = sizes.reduce((all, [, bytes]) => all + bytes, 0);
    t.diagnostic(`together ${sum} of ${BUDGET}`);
    assert.ok(sum <= BUDGET, `${sum} bytes`);
  });
}
