/** The list of layers rules list, counts and map together. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas, mapData, settled } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

const listed = (page) => page.locator(".row").evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).map(({ dataset }) => dataset.project).sort());
const drawn = async (page) => {
  await page.evaluate(settled);
  return page.locator("#map .sign").evaluateAll((signs) => [...new Set(signs.map(({ dataset }) => dataset.project))].sort());
};
const count = async (page, layer) => Number(await page.locator(`.layer[data-layer="${layer}"] .count`).innerText());

test("every layer counts its projects", async () => {
  const { projects } = await mapData(world.origin);
  const reader = await world.open("/");
  const layers = await reader.page.locator(".layer").evaluateAll((all) => all.map(({ dataset }) => dataset.layer));
  assert.equal(layers.length, 12);
  for (const moment of ["as written by the server", "as counted by the script"]) {
    for (const layer of layers) {
      const expected = Object.values(projects).filter((project) => project.layer === layer && project.entry === "project").length;
      await sees(() => count(reader.page, layer), expected, `${layer} ${moment}`);
    }
    await reader.mapped();
  }
  await reader.close();
});

test("a layer that is turned off leaves list, map and result, and comes back", async () => {
  const { projects } = await mapData(world.origin);
  const solar = Object.keys(projects).filter((id) => projects[id].layer === "solar");
  assert.ok(solar.length > 3);
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  const [allRows, allSigns, said] = [await listed(page), await drawn(page), await page.locator("#result").innerText()];
  await page.locator('.layer[data-layer="solar"]').click();
  await sees(() => listed(page), allRows.filter((id) => !solar.includes(id)));
  await sees(() => drawn(page), allSigns.filter((id) => !solar.includes(id)));
  assert.notEqual(await page.locator("#result").innerText(), said);
  assert.match(page.url(), /layer=/);
  await page.locator('.layer[data-layer="solar"]').click();
  await sees(() => listed(page), allRows);
  await sees(() => drawn(page), allSigns);
  await sees(() => page.locator("#result").innerText(), said);
  assert.doesNotMatch(page.url(), /layer=/);
  reader.clean();
  await reader.close();
});

test("an address with layers in it shows these, scripts or not", async () => {
  const { projects } = await mapData(world.origin);
  const expected = Object.keys(projects).filter((id) => ["lithium", "solar"].includes(projects[id].layer)).sort();
  for (const script of [true, false]) {
    const reader = await world.open("/?layer=lithium,solar&utm_source=x", { script });
    if (script) await reader.mapped();
    await sees(() => listed(reader.page), expected, script ? "with scripts" : "without");
    await reader.close();
  }
});
