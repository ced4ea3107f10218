/** The operator's own layers lie beneath the record as context: told, drawn, and never a part of the list. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "huella-"));
after(() => rmSync(folder, { recursive: true }));

/** Points on a grid over the south of the continent; the first of them has no place, so that it must be told. */
function points(name, count, unplaced = 0) {
  const features = Array.from({ length: count }, (_, i) => {
    const coordinates = [-72 + (i % 100) * 0.25, -40 + Math.floor(i / 100) * (30 / (count / 100))];
    return { type: "Feature", properties: { name: `${name} ${i}` }, geometry: i < unplaced ? null : { type: "Point", coordinates } };
  });
  const file = path.join(folder, `${name}.geojson`);
  writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features }));
  return ["--layer", `${name}=${file}`];
}

const park = path.join(folder, "parks.geojson");
const square = [[-40, -40], [-30, -40], [-30, -30], [-40, -30], [-40, -40]];
const feature = { type: "Feature", properties: { name: "<b>Park</b> & lake" }, geometry: { type: "Polygon", coordinates: [square] } };
writeFileSync(park, JSON.stringify({ type: "FeatureCollection", features: [feature] }));
const sea = path.join(folder, "sea.geojson");
const wide = [[-180, -80], [180, -80], [180, 80], [-180, 80], [-180, -80]];
const report = { type: "Feature", properties: { name: "report ".repeat(100_000) }, geometry: { type: "Polygon", coordinates: [wide] } };
writeFileSync(sea, JSON.stringify({ type: "FeatureCollection", features: [report] }));

const world = atlas(...points("towns", 1000, 3), "--layer", `parks=${park}`, "--layer", `sea=${sea}`);

const toggle = (page, layer) => page.locator(`[data-collection="${layer}"]`);
const note = (page, layer) => page.locator(`.other:has([data-collection="${layer}"]) + .other-note`);
/** How many pixels of the canvas bear ink. */
const inked = (page) => page.locator("canvas.context").evaluate((canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i] > 0) count++;
  return count;
});

test("a layer of one's own is off at first, and drawn on one canvas when turned on", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await sees(() => page.locator(".context").count(), 0);
  assert.ok(!reader.requests.some((url) => url.includes("towns")));
  const [rows, address] = [await page.locator(".row:visible").count(), page.url()];
  await sees(() => page.locator(".other", { has: toggle(page, "towns") }).locator(".count").innerText(), "1,000");
  await toggle(page, "towns").check();
  await page.locator("canvas.context").waitFor({ state: "attached" });
  await sees(() => page.locator(".context").count(), 1);
  await sees(async () => (await inked(page)) > 1000, true, "a dot for each");
  await sees(() => note(page, "towns").innerText(), "3 without a place are not drawn.");
  await sees(() => page.locator(".row:visible").count(), rows);
  assert.equal(page.url(), address, "context is not kept in the address");
  await reader.picture("own-layers");
  await toggle(page, "towns").uncheck();
  await sees(() => page.locator(".context").count(), 0);
  await sees(() => note(page, "towns").innerText(), "");
  reader.clean();
  await reader.close();
});

test("a name shows under the pointer, as the plain text it is", async () => {
  const reader = await world.open("/?map=5/-35/-35");
  await reader.mapped();
  const { page } = reader;
  await toggle(page, "parks").check();
  await page.locator("svg.context .o-area").waitFor({ state: "attached" });
  const { x, y, width, height } = await page.locator("#map").boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await sees(() => page.locator(".other-name").innerText(), "<b>Park</b> & lake");
  await sees(() => page.locator(".other-name b").count(), 0);
  reader.clean();
  await reader.close();
});

for (const size of [{ width: 1280, height: 800 }, { width: 390, height: 844 }]) {
  test(`a name stays on the map at its edges, however long it is: ${size.width} px`, async () => {
    const reader = await world.open("/?map=5/-35/-35");
    await reader.mapped();
    const { page } = reader;
    await page.setViewportSize(size);
    await toggle(page, "sea").evaluate((box) => box.click());
    await page.locator("svg.context .o-area").waitFor({ state: "attached" });
    const map = await page.locator("#map").boundingBox();
    for (const [x, y] of [[map.width - 4, map.height / 2], [map.width - 30, map.height / 2 + 40], [map.width / 3, map.height / 3]]) {
      await page.mouse.move(map.x + x, map.y + y);
      await page.locator(".other-name").waitFor();
      const label = await page.locator(".other-name").boundingBox();
      assert.ok(label.x >= map.x && label.x + label.width <= map.x + map.width, JSON.stringify({ x, label, map }));
      await sees(async () => (await page.locator(".other-name").innerText()).length <= 120, true);
    }
    await reader.close();
  });
}

test("a layer that does not come says so in a line, and the next try may find it", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  const gone = (route) => route.fulfill({ status: 503, body: "" });
  await page.route("**/data/towns.geojson", gone);
  // The box turns itself off again.
  await toggle(page, "towns").click();
  await page.waitForFunction(() => document.querySelector(".other-note:not(:empty)"));
  await sees(() => note(page, "towns").innerText(), "This layer could not be loaded.");
  await sees(() => toggle(page, "towns").isChecked(), false);
  await page.unroute("**/data/towns.geojson", gone);
  await toggle(page, "towns").check();
  await page.locator("canvas.context").waitFor({ state: "attached" });
  await reader.close();
});

test("a page of the service has a small map of what it lists", async () => {
  const reader = await world.open("/ogc/collections/towns/items?f=html&offset=100");
  const { page } = reader;
  await page.locator(".mini-map .o-dot").first().waitFor({ state: "attached" });
  await sees(async () => (await page.locator(".mini-map .b-land").getAttribute("d")).length > 100, true);
  reader.clean();
  await reader.close();
});
