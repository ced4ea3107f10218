/** The page asks nobody but its own server, and breaks none of its own rules. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";

const world = atlas();
/** The service as pages for people. */
const SERVICE = ["/ogc?f=html", "/ogc/api?f=html", "/ogc/collections?f=html", "/ogc/collections/sites/items?f=html", "/ogc/collections/sites/items/jujuy-seguro.perico?f=html"];

for (const address of ["/", "/es/", "/?sel=jujuy-seguro", "/project/jujuy-seguro", "/es/project/cauchari-solar", "/about", "/zh/data", ...SERVICE]) {
  test(`${address} asks no other host, breaks no policy and logs no fault`, async () => {
    const reader = await world.open(address, { still: false });
    await reader.page.waitForLoadState("networkidle");
    assert.ok(reader.requests.length >= 2);
    reader.clean();
    await reader.close();
  });
}

test("using the page asks no other host, breaks no policy and logs no fault", async () => {
  const reader = await world.open("/", { still: false });
  await reader.mapped();
  const { page } = reader;
  await page.locator("#map").hover();
  await page.mouse.wheel(0, -600);
  await page.mouse.down();
  await page.mouse.move(500, 300, { steps: 5 });
  await page.mouse.up();
  await page.locator('.layer[data-layer="solar"]').click();
  await page.locator("#row-jujuy-seguro .row-link").click();
  await page.locator("#record .record-name").waitFor();
  await page.locator("#record a.src").first().click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.waitForLoadState("networkidle");
  reader.clean();
  await reader.close();
});

test("nothing is kept on the reader's machine", async () => {
  const reader = await world.open("/?sel=jujuy-seguro");
  await reader.page.waitForLoadState("networkidle");
  assert.deepEqual(await reader.page.context().cookies(), []);
  assert.equal(await reader.page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  assert.equal(await reader.page.evaluate(async () => (await navigator.serviceWorker?.getRegistrations())?.length ?? 0), 0);
  await reader.close();
});
