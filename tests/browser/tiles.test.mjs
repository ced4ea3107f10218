/** A layer too large to be fetched whole is drawn from tiles, with nothing left out that is not said. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "huella-"));
after(() => rmSync(folder, { recursive: true }));

/** Points on a grid of 0.05° from 70° W 40° S, 200 a row; the first three have no place. */
const COUNT = 30_000;
const features = Array.from({ length: COUNT }, (_, i) => {
  const coordinates = [Number((-70 + (i % 200) * 0.05).toFixed(2)), Number((-40 + Math.floor(i / 200) * 0.05).toFixed(2))];
  return { type: "Feature", properties: { name: `place ${i}` }, geometry: i < 3 ? null : { type: "Point", coordinates } };
});
const file = path.join(folder, "many.geojson");
writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features }));

const world = atlas("--layer", `many=${file}`);

const toggle = (page) => page.locator('[data-collection="many"]');
const note = (page) => page.locator(".other-note");
const canvases = (page) => page.locator(".context > canvas");
/** Waits until every tile asked for is drawn. */
const drawn = async (page) => {
  await canvases(page).first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector(".other-note:not(:empty)"));
};
/** Whether ink lies within two pixels of a point of the map's box. */
const inkAt = (page, x, y) =>
  page.evaluate(([x, y]) => {
    const { left, top } = document.querySelector("#map").getBoundingClientRect();
    return [...document.querySelectorAll(".context > canvas")].some((canvas) => {
      const box = canvas.getBoundingClientRect();
      const scale = canvas.width / box.width;
      const [px, py] = [(left + x - box.left) * scale, (top + y - box.top) * scale];
      if (px < 0 || py < 0 || px >= canvas.width || py >= canvas.height) return false;
      const probe = document.createElement("canvas");
      const to = probe.getContext("2d", { willReadFrequently: true });
      to.drawImage(canvas, px - 2, py - 2, 5, 5, 0, 0, 5, 5);
      return to.getImageData(0, 0, 5, 5).data.some((value, i) => i % 4 === 3 && value > 200);
    });
  }, [x, y]);
/** A tile that has come is painted when a worker or the page finds the time. */
const painted = (page, x, y) => sees(() => inkAt(page, x, y), true, `no ink at ${x}, ${y}`);

test("a large layer is drawn from tiles, by a script that comes only then", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page, requests } = reader;
  const asked = (part) => requests.filter((url) => url.includes(part));
  assert.deepEqual([asked("/tiles-").length, asked("/tiles/").length], [0, 0]);
  await toggle(page).check();
  await drawn(page);
  // The worker beside the page runs the same script.
  assert.equal(new Set(asked("/assets/tiles-")).size, 1);
  assert.ok(asked("/tiles/WebMercatorQuad/").length > 0);
  assert.equal(asked("/data/many").length + asked("/items").length, 0);
  await sees(() => note(page).innerText(), "Where features crowd, one dot stands for several; come closer to see each. 3 without a place are not drawn.");
  await reader.picture("tiles-far");
  await toggle(page).uncheck();
  await sees(() => page.locator(".context").count(), 0);
  await sees(() => note(page).innerText(), "");
  reader.clean();
  await reader.close();
});

test("near enough each feature stands at its place with its name, and moves with the map", async () => {
  const reader = await world.open("/?map=10/-35/-65");
  await reader.mapped();
  const { page } = reader;
  await toggle(page).check();
  await drawn(page);
  await sees(() => note(page).innerText(), "3 without a place are not drawn.");
  const box = await page.locator("#map").boundingBox();
  const [x, y] = [box.width / 2, box.height / 2];
  // A point lies in the middle of the view; its neighbours are 0.05° away.
  const step = (256 * 2 ** 10 * 0.05) / 360;
  await painted(page, x, y);
  await painted(page, x + step, y);
  await sees(() => inkAt(page, x + step / 2, y), false);
  const at = 100 * 200 + 100;
  await page.mouse.move(box.x + x, box.y + y + 1);
  await page.waitForFunction(() => document.querySelector(".other-name"));
  await sees(() => page.locator(".other-name").innerText(), `place ${at}`);
  await page.mouse.down();
  await page.mouse.move(box.x + x + 40, box.y + y + 30, { steps: 4 });
  await page.mouse.up();
  await page.waitForLoadState("networkidle");
  await painted(page, x + 40, y + 30);
  await reader.picture("tiles-near");
  reader.clean();
  await reader.close();
});

const without = {
  "a canvas off the page": () => delete window.OffscreenCanvas,
  "workers that are modules": () => {
    window.Worker = class {
      constructor() {
        setTimeout(() => this.onerror(new Event("error")), 50);
      }
      postMessage() {}
    };
  },
};
for (const [what, take] of Object.entries(without)) {
  test(`without ${what} the page itself fetches and paints`, async () => {
    const reader = await world.open("/?map=10/-35/-65");
    await reader.mapped();
    const { page } = reader;
    await page.evaluate(take);
    await toggle(page).check();
    await drawn(page);
    const box = await page.locator("#map").boundingBox();
    await painted(page, box.width / 2, box.height / 2);
    // Turned off while tiles are on their way, and on again.
    await toggle(page).uncheck();
    await toggle(page).check();
    await painted(page, box.width / 2, box.height / 2);
    reader.clean();
    await reader.close();
  });
}

test("a tile that does not come is told, and the next movement tries again", async () => {
  const reader = await world.open("/?map=10/-35/-65");
  await reader.mapped();
  const { page } = reader;
  const gone = (route) => route.fulfill({ status: 503, body: "" });
  await page.route("**/tiles/WebMercatorQuad/**", gone);
  await toggle(page).check();
  await page.waitForFunction(() => document.querySelector(".other-note:not(:empty)"));
  await sees(() => note(page).innerText(), "This layer could not be loaded.");
  await page.unroute("**/tiles/WebMercatorQuad/**", gone);
  const box = await page.locator("#map").boundingBox();
  await page.mouse.move(box.x + 300, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + 320, box.y + 310, { steps: 2 });
  await page.mouse.up();
  await canvases(page).first().waitFor({ state: "attached" });
  await page.waitForFunction(() => document.querySelector(".other-note").textContent.startsWith("3 without"));
  await reader.close();
});
