/** The list is complete: it is the interface, the map illustrates it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas, mapData, placed } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

const rowsIn = (page, where) => page.locator(`${where} .row`).evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).map(({ dataset }) => dataset.project));

test("every project of the record is listed once, those without a place in the tray", async () => {
  const { features, projects } = await mapData(world.origin);
  const onMap = new Set(features.filter(placed).map(({ properties }) => properties.project));
  const reader = await world.open("/");
  await reader.mapped();
  const [rows, tray] = [await rowsIn(reader.page, "#rows"), await rowsIn(reader.page, "#tray")];
  assert.deepEqual([...rows, ...tray].sort(), Object.keys(projects).sort());
  assert.deepEqual(tray.toSorted(), Object.keys(projects).filter((id) => !onMap.has(id)).sort());
  await sees(() => reader.page.locator(".row-name").evaluateAll((names) => names.filter(({ textContent }) => !textContent.trim()).length), 0);
  await reader.close();
});

test("the latest event comes first", async () => {
  const reader = await world.open("/");
  const dates = await reader.page.locator("#rows .row time").evaluateAll((times) => times.map(({ dateTime }) => dateTime));
  assert.ok(dates.length > 100);
  const year = (date) => Number(date.slice(0, 4));
  assert.ok(dates.every((date, i) => i === 0 || year(date) <= year(dates[i - 1])), "years fall");
  await reader.close();
});

test("the result line counts what is listed", async () => {
  const { projects } = await mapData(world.origin);
  const entries = Object.values(projects).map(({ entry }) => entry);
  const reader = await world.open("/");
  await reader.mapped();
  const said = await reader.page.locator("#result").innerText();
  assert.match(said, new RegExp(`\\b${entries.filter((entry) => entry === "project").length}\\b`));
  assert.match(said, new RegExp(`\\b${entries.filter((entry) => entry !== "project").length}\\b`));
  await reader.close();
});
