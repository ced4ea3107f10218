/** Without scripts the atlas is read as a list of records. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas, mapData } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

test("without scripts every project is listed and its article can be reached", async () => {
  const { projects } = await mapData(world.origin);
  const reader = await world.open("/", { script: false });
  const { page } = reader;
  const rows = await page.locator(".row").evaluateAll((all) => all.filter((row) => row.checkVisibility()).map(({ dataset }) => dataset.project));
  assert.deepEqual(rows.sort(), Object.keys(projects).sort());
  await page.locator("#row-jujuy-seguro .row-link").click();
  assert.match(page.url(), /\/project\/jujuy-seguro$/);
  await sees(() => page.locator("h1").innerText(), /Jujuy/);
  await sees(async () => (await page.locator("main").innerText()).replaceAll("\u00a0", " "), /US\$\s?30 million/);
  await page.locator("a.src").first().click();
  assert.match(page.url(), /#source-\d+$/);
  await reader.close();
});

test("without scripts the page says why there is no map, and nothing lies over the list", async () => {
  const reader = await world.open("/", { script: false, width: 390, height: 844 });
  await sees(async () => (await reader.page.locator("#map").innerText()).trim().length > 0, true, "the map says so");
  const [scroll, client] = await reader.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(scroll <= client);
  const last = reader.page.locator(".row").last();
  await last.scrollIntoViewIfNeeded();
  await sees(() => last.isVisible(), true);
  await reader.picture("scriptless-390-light");
  await reader.close();
});
