/** On a phone the list is a sheet: pressed or dragged, it has three stops, and all that is pressed is large enough. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();
const PHONE = { width: 390, height: 844 };

const stop = (page) => page.evaluate(() => document.body.dataset.sheet);
const height = async (page) => (await page.locator("#list").boundingBox()).height;

test("the grab bar goes from stop to stop by pressing, and says which one is next", async () => {
  const reader = await world.open("/", PHONE);
  await reader.mapped();
  const { page } = reader;
  const grab = page.locator(".grab");
  await sees(() => stop(page), "half");
  const seen = [];
  for (let i = 0; i < 3; i++) {
    const name = await grab.getAttribute("aria-label");
    await grab.focus();
    await page.keyboard.press("Enter");
    seen.push([name, await stop(page), Math.round(await height(page))]);
  }
  assert.deepEqual(seen.map(([name, at]) => [name, at]), [["Show the whole list", "full"], ["Show the map", "peek"], ["Show half of the list", "half"]]);
  const [full, peek, half] = seen.map(([, , tall]) => tall);
  assert.ok(peek < half && half < full, `${peek} ${half} ${full}`);
  await reader.close();
});

test("a drag takes the sheet along and leaves it at the nearest stop; a short slip is a press", async () => {
  const reader = await world.open("/", { ...PHONE, still: true });
  await reader.mapped();
  const { page } = reader;
  const drag = async (by) => {
    const { x, y, width, height } = await page.locator(".grab").boundingBox();
    const [from, at] = [y + height / 2, x + width / 2];
    await page.mouse.move(at, from);
    await page.mouse.down();
    for (let i = 1; i <= 10; i++) {
      await page.mouse.move(at, from + (by * i) / 10);
      await page.waitForTimeout(40);
    }
    const taken = await page.locator("#list").boundingBox();
    await page.mouse.up();
    return taken;
  };
  const before = await height(page);
  const taken = await drag(-300);
  assert.ok(Math.abs(taken.height - before - 300) < 30, "it follows the finger");
  await sees(() => stop(page), "full");
  await drag(620);
  await sees(() => stop(page), "peek");
  await drag(-3);
  await sees(() => stop(page), "half");
  await reader.close();
});

test("what a phone's map is moved by is 44 px wide and high, and a single press moves it", async () => {
  const reader = await world.open("/", PHONE);
  await reader.mapped();
  const { page } = reader;
  await page.locator(".c-pan").tap();
  await sees(() => page.locator(".c-pan").getAttribute("aria-pressed"), "true");
  for (const control of await page.locator(".control").all()) {
    const { width, height, y } = await control.boundingBox();
    assert.ok(width >= 44 && height >= 44, await control.getAttribute("class"));
    assert.ok(y > 48, "below the bar");
  }
  await reader.picture("pan-390");
  await page.locator(".c-zoomIn").tap();
  const view = () => new URL(page.url()).searchParams.get("map");
  await page.waitForFunction(() => location.search.includes("map="));
  const before = view();
  await page.locator(".c-east").tap();
  await page.waitForFunction((before) => new URL(location.href).searchParams.get("map") !== before, before);
  assert.ok(Number(view().split("/")[2]) > Number(before.split("/")[2]), "east");
  await reader.close();
});

test("with a mouse, too, the map moves by single presses once its buttons are asked for", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await sees(() => page.locator(".pan").evaluate((pan) => getComputedStyle(pan).opacity), "0");
  await page.locator(".c-pan").click();
  await page.mouse.move(700, 500);
  await sees(() => page.locator(".pan").evaluate((pan) => getComputedStyle(pan).opacity), "1");
  await page.locator(".c-south").click();
  await page.waitForFunction(() => location.search.includes("map="));
  await reader.close();
});
