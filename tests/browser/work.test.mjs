/** How much of the page one press or one drag touches: a poor phone pays for every row and sign that is written for nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas, settled } from "./atlas.mjs";

const world = atlas();

/** Rows and signs that something is written in while `act` runs and until the signs are laid out; a row that only comes or goes is not. */
async function touched(page, act) {
  await page.evaluate(() => {
    globalThis.touched = { rows: new Set(), signs: new Set() };
    new MutationObserver((changes) => {
      for (const { target, type, attributeName } of changes) {
        if (type === "attributes" && attributeName === "hidden") continue;
        const element = target instanceof Element ? target : target.parentElement;
        const row = element?.closest(".row");
        const sign = element?.closest(".sign");
        if (row) globalThis.touched.rows.add(row);
        if (sign) globalThis.touched.signs.add(sign);
      }
    }).observe(document.querySelector("main"), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await act();
  await page.evaluate(settled);
  return page.evaluate(() => ({ rows: globalThis.touched.rows.size, signs: globalThis.touched.signs.size }));
}

/** What the browser says it does while `act` runs, until the frame after the signs are laid out. */
async function traced(page, act) {
  const session = await page.context().browser().newBrowserCDPSession();
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const ended = new Promise((done) => session.on("Tracing.tracingComplete", done));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline", "blink"] } });
  await act();
  await page.evaluate(settled);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await session.send("Tracing.end");
  await ended;
  await session.detach();
  return events;
}

/** Elements that are styled meanwhile. */
async function styled(page, act) {
  const counts = (await traced(page, act)).filter(({ name }) => name === "UpdateLayoutTree").map(({ args }) => args.elementCount ?? 0);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How often all that is on the page is sorted into layers meanwhile. */
const layered = async (page, act) => (await traced(page, act)).filter(({ name }) => name === "PaintArtifactCompositor::Update").length;

test("what opens over a phone's page and what closes styles its own elements, not the page", async () => {
  const reader = await world.open("/", { width: 390, height: 844 });
  await reader.mapped();
  const { page } = reader;
  await page.locator(".as-of").waitFor();
  const all = await page.evaluate(() => document.querySelectorAll("#map *").length);
  const record = page.locator("#record .record-name");
  const counts = {};
  for (const [what, selector] of Object.entries({
    "filters open": ".filters-open",
    "filters close": ".over-choices .done",
    "days open": ".as-of",
    "days close": ".over-time .done",
    "a record opens": ".row:not([hidden]) .row-link",
    "it closes": ".record-close",
  })) {
    await page.locator(selector).first().waitFor();
    const count = await styled(page, async () => {
      await page.locator(selector).first().evaluate((button) => button.click());
      // A record is shown once it has come.
      if (what === "a record opens") await record.waitFor();
    });
    // Its own elements are new.
    counts[what] = count - (await page.locator("#record *").count());
  }
  // A record dims the signs of the others while it is open, in one frame or in several, and touches no row but two.
  const most = (what) => all * (["a record opens", "it closes"].includes(what) ? 1.5 : 0.75);
  for (const [what, count] of Object.entries(counts)) assert.ok(count > 0 && count < most(what), `${what}: ${count} elements of ${all} on the map alone; ${JSON.stringify(counts)}`);
  await reader.close();
});

test("a layer turned off moves no row, and an event back only those that stand elsewhere", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.locator("#time .track").waitFor({ state: "attached" });
  const moved = async (act) => {
    await page.evaluate(() => {
      globalThis.moved = new Set();
      globalThis.watch?.disconnect();
      globalThis.watch = new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.matches?.(".row") && globalThis.moved.add(node))));
      globalThis.watch.observe(document.querySelector("#list"), { subtree: true, childList: true });
    });
    await act();
    await page.evaluate(settled);
    return page.evaluate(() => globalThis.moved.size);
  };
  const layer = await moved(() => page.locator('input[name="layer"][value="lithium"]').uncheck());
  assert.equal(layer, 0, `${layer} rows`);
  const back = await moved(() => page.locator("#time .s-previous").click());
  assert.ok(back <= 5, `${back} rows`);
  await reader.close();
});

test("a few events back write only in the rows and signs that say something else", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.locator("#time .track").waitFor({ state: "attached" });
  const back = await touched(page, async () => {
    for (let i = 0; i < 4; i++) await page.locator("#time .s-previous").click();
  });
  assert.ok(back.rows >= 1, "events are taken back");
  assert.ok(back.rows <= 20, `${back.rows} rows`);
  assert.ok(back.signs <= 40, `${back.signs} signs`);
  reader.clean();
  await reader.close();
});

test("to open a record from the list writes in no other row", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  const { rows } = await touched(page, async () => {
    await page.locator(".row-link").first().click();
    await page.locator(".record-name").waitFor();
  });
  assert.ok(rows >= 1 && rows <= 2, `${rows} rows`);
  await reader.close();
});

test("a sign far outside the view is not drawn, and is when the map comes there", async () => {
  const reader = await world.open("/?map=8/-24/-66");
  await reader.mapped();
  const { page } = reader;
  const signs = () =>
    page.locator(".sign").evaluateAll((all) => {
      const { left, right, top, bottom } = document.querySelector("#map").getBoundingClientRect();
      const drawn = (sign) => sign.querySelector(".sg").checkVisibility();
      const inside = all.filter((sign) => {
        const box = sign.getBoundingClientRect();
        return box.left > left && box.right < right && box.top > top && box.bottom < bottom;
      });
      return { all: all.length, drawn: all.filter(drawn).length, inside: inside.length, seen: inside.filter(drawn).length };
    });
  const first = await signs();
  assert.ok(first.inside > 0 && first.seen === first.inside, JSON.stringify(first));
  assert.ok(first.drawn < first.all / 3, JSON.stringify(first));
  for (let i = 0; i < 4; i++) await page.locator(".c-south").evaluate((button) => button.click());
  await page.waitForFunction(() => new URL(location.href).searchParams.get("map") !== "8/-24/-66");
  await page.evaluate(settled);
  const then = await signs();
  assert.equal(then.seen, then.inside, JSON.stringify(then));
  await reader.close();
});

test("what looks alike beneath the signs is one element, however many signs give way", async () => {
  const reader = await world.open("/?map=6/-24/-62");
  await reader.mapped();
  const counts = await reader.page.evaluate(() => ({ signs: document.querySelectorAll(".sign").length, lines: document.querySelectorAll(".lines .l-line").length, rest: document.querySelectorAll(".lines > :not(.l-line, .l-disc)").length }));
  assert.ok(counts.signs > 150 && counts.lines > 5, JSON.stringify(counts));
  // Ends, leads and their points, by family.
  assert.ok(counts.rest <= 15, JSON.stringify(counts));
  await reader.close();
});

test("a drag hands each new place of the map to the compositor, and sorts nothing into layers", async () => {
  const reader = await world.open("/?map=6/-15/-60", { width: 1280, height: 800 });
  await reader.mapped();
  const { page } = reader;
  await page.locator("#time .track").waitFor();
  await page.evaluate(settled);
  const box = await page.locator("#map").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const places = () => page.locator(".leaflet-map-pane").evaluate((pane) => pane.style.transform);
  await page.mouse.move(x, y);
  await page.mouse.down();
  // The first step makes the map one that is dragged.
  await page.mouse.move(x + 8, y, { steps: 4 });
  const before = await places();
  const frame = () => page.evaluate(() => new Promise(requestAnimationFrame));
  const sorted = await layered(page, async () => {
    for (let i = 1; i <= 20; i++) {
      await page.mouse.move(x + 8 + 3 * i, y + 2 * i);
      await frame();
    }
  });
  assert.notEqual(await places(), before, "it moves");
  await page.mouse.up();
  // A press that the browser cannot do otherwise shows that it would have been seen.
  const otherwise = await layered(page, () => page.locator('.layer[data-layer="solar"] input').uncheck());
  assert.ok(otherwise > 0);
  assert.ok(sorted <= 2, `sorted in ${sorted} of 20 frames`);
  await reader.close();
});
