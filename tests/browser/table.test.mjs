/** The table of what is shown: in any order, side by side, and as files that say what was filtered. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DAY, WRITTEN_DAY, atlas } from "./atlas.mjs";
import { sound } from "./axe.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

const opened = async (address, size) => {
  const reader = await world.open(address, size);
  await reader.mapped();
  await reader.page.locator(".side-foot button").waitFor({ state: "attached" });
  await reader.page.locator(".side-foot button").evaluate((button) => button.click());
  await reader.page.locator("dialog[open] tbody tr").first().waitFor();
  return reader;
};
const shown = (page) => page.locator("#list .row:not([hidden])").evaluateAll((all) => all.map(({ dataset }) => dataset.project).sort());
const column = (page, name) => page.locator(`dialog[open] tbody .c-${name}`).allTextContents();
const saved = async (page, name) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("dialog[open]").getByRole("button", { name }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
};

test("the table has the records that are shown, and any column puts them in order", async () => {
  const reader = await opened("/?layer=solar,wind&country=AR,CL");
  const { page } = reader;
  const links = await page.locator("dialog[open] tbody a").evaluateAll((all) => all.map(({ pathname }) => pathname.split("/").at(-1)).sort());
  assert.deepEqual(links, await shown(page));
  assert.ok(links.length > 4);
  const head = (name) => page.locator(`dialog[open] thead .c-${name}`);
  await head("name").getByRole("button").click();
  await sees(() => head("name").getAttribute("aria-sort"), "ascending");
  const names = await column(page, "name");
  assert.deepEqual(names, names.toSorted(new Intl.Collator("en", { numeric: true }).compare));
  await head("name").getByRole("button").click();
  await sees(() => head("name").getAttribute("aria-sort"), "descending");
  await sees(() => column(page, "name"), names.toReversed());
  await head("sites").getByRole("button").click();
  const sites = (await column(page, "sites")).map(Number);
  assert.deepEqual(sites, sites.toSorted((a, b) => b - a), "the most first");
  await sees(() => page.locator("dialog[open] [aria-sort]").count(), 1);
  reader.clean();
  await reader.close();
});

test("two to four records stand side by side, with what the files know of them", async () => {
  const reader = await opened("/?layer=solar&country=AR");
  const { page } = reader;
  const compare = page.locator("dialog[open] .actions button").first();
  await sees(() => compare.isDisabled(), true, "one record has no other beside it");
  for (const row of [0, 1]) await page.locator("dialog[open] tbody input").nth(row).check();
  const names = (await column(page, "name")).slice(0, 2);
  await compare.click();
  await page.locator("dialog[open] table.beside").waitFor();
  await sees(() => page.locator("dialog[open] thead th").allTextContents(), names);
  const labels = await page.locator("dialog[open] tbody th").allTextContents();
  for (const label of ["Status", "Country", "Capacity, MW", "Sources"]) assert.ok(labels.includes(label), label);
  await page.locator("dialog[open] .actions button").click();
  await sees(() => page.locator("dialog[open] tbody input").first().isChecked(), true, "what was chosen stays chosen");
  reader.clean();
  await reader.close();
});

test("a file has the records that are shown, its name says the filter, and its citation too", async () => {
  const reader = await opened("/?layer=solar&status=operating&on=2024-01-31");
  const { page } = reader;
  const ids = await shown(page);
  const line = await page.locator("dialog[open] .to-cite p").textContent();
  for (const part of ["layer=solar", "on=2024-01-31", `${ids.length} records`, "CC BY 4.0", WRITTEN_DAY, `${world.origin}/?layer=solar&status=operating&on=2024-01-31`]) assert.ok(line.includes(part), `${part}: ${line}`);
  const geojson = await saved(page, "GeoJSON");
  assert.equal(geojson.name, `huella-${DAY}_layer-solar_status-operating_on-2024-01-31.geojson`);
  const { features, citation } = JSON.parse(geojson.text);
  assert.deepEqual(features.map(({ id }) => id).sort(), ids);
  assert.equal(citation, line);
  assert.ok(features.every(({ properties }) => properties.status === "operating"), "as of that day");
  reader.clean();
  await reader.close();
});

test("Escape closes the table and gives the focus back; a name opens its record", async () => {
  const reader = await opened("/?sel=jujuy-seguro");
  const { page } = reader;
  await page.keyboard.press("Escape");
  await sees(() => page.locator("dialog[open]").count(), 0);
  await sees(() => page.locator("#record .record-name").isVisible(), true, "the record beneath stays");
  await page.locator(".side-foot button").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await sees(() => page.evaluate(() => document.activeElement.parentElement.className), "side-foot");
  await page.keyboard.press("Enter");
  const link = page.locator('dialog[open] tbody a[href$="/cauchari-solar"]');
  await link.click();
  await page.locator('#record [data-project="cauchari-solar"]').waitFor();
  await sees(() => page.locator("dialog[open]").count(), 0);
  await reader.close();
});

test("the table needs no sideways scroll of the page, and axe has nothing to say about it", async () => {
  for (const [width, height, theme] of [[1280, 800, "light"], [390, 844, "dark"], [320, 640, "light"]]) {
    const reader = await opened("/?layer=solar", { width, height, theme });
    const { page } = reader;
    await sees(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true);
    await reader.picture(`table-${width}`);
    await sound(page, `${width}`, "dialog[open]");
    await reader.close();
  }
});
