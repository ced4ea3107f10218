/** What the page says when something is missing: never blank, never lost, always with a way on. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { WRITTEN_DAY, atlas, settled } from "./atlas.mjs";
import { sound } from "./axe.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

const rows = (page) => page.locator("#list .row:not([hidden])").count();
const foot = (page) => page.locator(".side-foot").innerText();
/** A page of which some requests fail until `mend`. */
async function broken(address, pattern, size) {
  const reader = await world.open("/about", size);
  await reader.page.route(pattern, (route) => route.abort());
  await reader.page.goto(address);
  return { ...reader, mend: () => reader.page.unroute(pattern) };
}

test("without its data the page keeps list and picture, says so, and tries again", async () => {
  const { page, mend, picture, close } = await broken("/", "**/data/map.geojson");
  await page.locator(".map-failed").waitFor();
  await sees(async () => (await rows(page)) > 100, true);
  await sees(() => page.locator("#map img").isVisible(), true, "the server's picture");
  await sees(() => page.locator(".map-failed").innerText(), /The list is complete/);
  await sees(() => foot(page), new RegExp(`Data of ${WRITTEN_DAY}\\. Newer data could not be loaded\\.\\s*Try again`));
  await sound(page, "data failed");
  await picture("state-data-failed");
  await page.locator("#row-jujuy-seguro .row-link").click();
  await page.locator("#record .record-name").waitFor();
  await mend();
  // The page also tries by itself, and on a slow machine is first.
  await page.evaluate(() => document.querySelector(".side-foot .retry")?.click());
  await page.locator("#map .sign").first().waitFor({ state: "attached" });
  await sees(() => page.locator(".map-failed").count(), 0);
  assert.doesNotMatch(await foot(page), /could not/);
  await page.locator("#time .track").waitFor({ state: "attached" });
  await close();
});

test("who presses twice, or while the page tries by itself, asks once and gets the map", async () => {
  const { page, mend, close } = await broken("/", "**/data/map.geojson");
  await page.locator(".side-foot .retry").waitFor();
  await mend();
  const held = [];
  await page.route("**/data/map.geojson", (route) => void held.push(route));
  for (const button of [".side-foot .retry", ".map-failed button", ".side-foot .retry"]) await page.locator(button).click();
  await sees(() => held.length, 1);
  await Promise.all(held.map((route) => route.continue()));
  await page.locator("#map .sign").first().waitFor({ state: "attached" });
  await sees(() => page.locator(".map-failed").count(), 0);
  assert.equal(held.length, 1);
  await close();
});

test("without its base map the page keeps list, filters and picture, and draws the map when asked again", async () => {
  const { page, mend, close, requests } = await broken("/", "**/base-coarse-*");
  await page.locator(".map-failed").waitFor();
  await sees(() => page.locator("#map img").isVisible(), true);
  const all = await rows(page);
  await page.locator('.layer[data-layer="solar"] input').uncheck();
  await sees(async () => (await rows(page)) < all, true, "filters work without a map");
  await mend();
  await page.locator(".map-failed button").click();
  await page.locator("#map .sign").first().waitFor({ state: "attached" });
  // Twice, they would be two records, and what is found in the one would not be drawn from the other.
  assert.equal(requests.filter((url) => url.endsWith("/data/map.geojson")).length, 1);
  await close();
});

test("offline the page says so, keeps what it has, and takes it back when the network is there again", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.locator("#time .track").waitFor({ state: "attached" });
  await page.context().setOffline(true);
  await page.waitForFunction(() => /Offline/.test(document.querySelector(".side-foot").textContent));
  await sees(() => foot(page), new RegExp(`Offline\\. Data of ${WRITTEN_DAY}\\.`));
  await sound(page, "offline");
  await page.locator("#time input[type=date]").fill("2015-01-01");
  await sees(async () => (await rows(page)) > 10, true, "filters and days need no network");
  await page.locator("#list .row:not([hidden]) .row-link").first().click();
  await page.locator("#record .record-failed").waitFor();
  await page.context().setOffline(false);
  await page.waitForFunction(() => !/Offline/.test(document.querySelector(".side-foot").textContent));
  // By itself, without a press.
  await page.locator("#record .record-name").waitFor();
  await reader.close();
});

test("a record that does not come says so, is tried again by a press and by itself, and keeps the focus", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.clock.install();
  const pattern = "**/project/*/panel*";
  await page.route(pattern, (route) => route.abort());
  const focused = (selector) => page.waitForFunction((selector) => document.activeElement?.matches(selector), selector);
  await page.locator("#row-jujuy-seguro .row-link").click();
  await page.locator("#record .record-failed").waitFor();
  await focused("#record .retry");
  await sound(page, "record failed");
  const pressed = page.waitForRequest(pattern);
  await page.locator("#record .retry").click();
  await pressed;
  await focused("#record .retry");
  // By itself, in vain: whoever has gone on to another button is left there.
  await page.locator("#record .record-close").focus();
  const tried = page.waitForEvent("requestfailed");
  await page.clock.runFor(6000);
  await tried;
  await page.waitForTimeout(100);
  await focused("#record .record-close");
  await page.unroute(pattern);
  await page.clock.runFor(12_000);
  await page.locator("#record .record-name").waitFor();
  await focused("#record .record-name");
  await reader.close();
});

/** Within the page: seconds until an answer counts as failed are milliseconds; how many, the page bears. */
const hurried = () => {
  AbortSignal.timeout = (after) => {
    document.documentElement.dataset.after = String(after);
    const stop = new AbortController();
    setTimeout(() => stop.abort(new DOMException("too long", "TimeoutError")), after / 1000);
    return stop.signal;
  };
};
const waited = (page) => page.evaluate(() => document.documentElement.dataset.after);

test("a record without an answer for 15 seconds has failed", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.evaluate(hurried);
  await page.route("**/project/*/panel*", () => {});
  await page.locator("#row-jujuy-seguro .row-link").click();
  await page.locator("#record .record-failed").waitFor();
  await sees(() => waited(page), "15000");
  await reader.close();
});

for (const part of ["data/map.geojson", "assets/base-coarse-*"]) {
  test(`data without an answer for a minute have failed: ${part}`, async () => {
    const reader = await world.open("/about");
    const { page } = reader;
    await page.addInitScript(hurried);
    await page.route(`**/${part}`, () => {});
    await page.goto("/");
    await page.locator(".map-failed button").waitFor();
    await sees(() => waited(page), "60000");
    await reader.close();
  });
}

test("a record that failed does not come back over one that was chosen after it", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.clock.install();
  const held = [];
  await page.route("**/project/jujuy-seguro/panel*", (route) => route.abort());
  const asked = new Promise((come) => page.route("**/project/cauchari-solar/panel*", (route) => come(held.push(route))));
  await page.locator("#row-jujuy-seguro .row-link").click();
  await page.locator("#record .record-failed").waitFor();
  await page.locator("#row-cauchari-solar .row-link").click();
  await page.waitForFunction(() => location.search.includes("sel=cauchari-solar"));
  await asked;
  await page.unroute("**/project/jujuy-seguro/panel*");
  await page.clock.runFor(6000);
  assert.equal(held.length, 1);
  await held[0].continue();
  await page.locator("#record .record-name").waitFor();
  await sees(() => page.locator("#record .record-name").innerText(), /Cauchar/);
  await reader.close();
});

test("an older copy of the data is named by its own day, stays until there is a newer, and then gives way", async () => {
  const reader = await world.open("/about");
  const { page } = reader;
  await page.route("**/data/map.geojson", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: JSON.stringify({ ...(await answer.json()), edition: "2026-11-20" }) });
  });
  await page.goto("/?layer=lithium");
  await reader.mapped();
  const older = /Data of 20 Nov 2026\. Newer data could not be loaded\./;
  await sees(() => foot(page), older);
  const signs = await page.locator("#map .sign").count();
  const answered = page.waitForResponse("**/data/map.geojson");
  await page.locator(".side-foot .retry").click();
  await (await answered).finished();
  await page.evaluate(settled);
  await sees(() => foot(page), older);
  await sees(() => page.locator("#map .sign").count(), signs);
  await page.unrouteAll({ behavior: "wait" });
  await page.locator(".side-foot .retry").click();
  await page.waitForFunction(() => !document.querySelector(".side-foot .retry") && document.querySelector("#map .sign"));
  await sees(() => page.locator("#map .sign").count(), signs);
  await sees(async () => /could not/.test(await foot(page)), false);
  await reader.close();
});

for (const script of [true, false]) {
  test(`a record that does not exist is answered by the nearest names, ${script ? "with" : "without"} a script`, async () => {
    const reader = await world.open("/?sel=jujuy-segura", { script });
    const { page } = reader;
    if (script) await reader.mapped();
    await sees(() => page.locator("#record .record-name").innerText(), /no such project/);
    const links = page.locator("#record .nearest a");
    await sees(() => links.first().innerText(), "Jujuy Seguro e Interconectado (Safe and Interconnected Jujuy)");
    if (script) await sound(page, "unknown");
    await links.first().click();
    await page.waitForURL(/sel=jujuy-seguro$/);
    await sees(() => page.locator("#record .record-name").innerText(), /Jujuy Seguro/);
    reader.clean();
    await reader.close();
  });
}

test("nothing moves while the page comes together, on a desk and on a phone", async () => {
  for (const [width, height] of [[1280, 800], [390, 844], [320, 640]]) {
    const reader = await world.open("/about", { width, height });
    const { page } = reader;
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
    });
    // A slow script: what the server has written is painted long before it.
    await page.route("**/page-*.js", async (route) => {
      await new Promise((done) => setTimeout(done, 600));
      await route.continue();
    });
    await page.goto("/");
    await reader.mapped();
    await page.locator("#time .track").waitFor({ state: "attached" });
    const sum = await page.evaluate(() => globalThis.shifts.reduce((all, value) => all + value, 0));
    assert.ok(sum < 0.05, `${width}: ${sum}`);
    await reader.close();
  }
});

test("where the base map ends the page says so and leads on", async () => {
  const reader = await world.open("/?map=10/-24.2/-65.3");
  await reader.mapped();
  const link = reader.page.locator(".base-ends a");
  await sees(() => link.isVisible(), true);
  await sees(() => link.getAttribute("href"), /^https:\/\/www\.openstreetmap\.org\/#map=10\/-24\.\d+\/-65\.\d+$/);
  await reader.close();
});
