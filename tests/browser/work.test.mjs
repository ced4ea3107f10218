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
