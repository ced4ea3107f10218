/** On a phone parts of the page open over it: what covers all is as good as modal, what stands beside leaves the page in use. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();
const PHONE = { width: 390, height: 844 };

const phone = async () => {
  const reader = await world.open("/", PHONE);
  await reader.mapped();
  return reader;
};
const open = (page) => page.locator("dialog[open]").count();
const focused = (page) => page.evaluate(() => document.activeElement.className);
const within = (page) => page.evaluate(() => document.activeElement.closest("dialog[open]") !== null);
/** Names of the links that a screen reader is told of. */
async function links(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes.filter(({ role, ignored }) => !ignored && role?.value === "link").map(({ name }) => name.value);
}

test("behind the filters nothing is reached or read out, and the focus goes in and comes back", async () => {
  const reader = await phone();
  const { page } = reader;
  await sees(async () => (await links(page)).length > 5, true);
  await page.locator(".filters-open").focus();
  await page.keyboard.press("Enter");
  await sees(() => page.locator("dialog[open]").getAttribute("aria-modal"), "true");
  await sees(() => within(page), true, "the focus is in it");
  await sees(() => links(page), [], "nothing behind it is read out");
  const seen = new Set();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => (document.activeElement === document.body ? "browser" : document.activeElement.closest("dialog[open]") ? "dialog" : document.activeElement.className));
    seen.add(at);
  }
  assert.deepEqual([...seen].filter((at) => at !== "browser"), ["dialog"]);
  await page.locator("dialog[open] .done").focus();
  await page.keyboard.press("Enter");
  await sees(() => open(page), 0);
  await sees(() => focused(page), "filters-open");
  await sees(async () => (await links(page)).length > 5, true, "the page is there again");
  await sees(() => page.locator(".side .choices").count(), 1, "what was in it is back in its place");
  reader.clean();
  await reader.close();
});

test("Escape closes the filters wherever the focus is, but first empties the field of a search", async () => {
  const reader = await phone();
  const { page } = reader;
  await page.locator(".filters-open").tap();
  await page.locator("dialog[open] summary", { hasText: "Organisation" }).tap();
  await page.locator("dialog[open] .organisation-find").fill("zte");
  await page.keyboard.press("Escape");
  await sees(() => open(page), 1, "the field was emptied");
  await sees(() => page.locator("dialog[open] .organisation-find").inputValue(), "");
  await page.keyboard.press("Escape");
  await sees(() => open(page), 0);
  await sees(() => focused(page), "filters-open");
  await page.keyboard.press("Enter");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Escape");
  await sees(() => open(page), 0);
  await sees(() => focused(page), "filters-open");
  await reader.close();
});

test("a layer taken away behind the filters is gone from list and map when they close", async () => {
  const reader = await phone();
  const { page } = reader;
  await page.locator(".filters-open").tap();
  await page.locator('dialog[open] input[value="lithium"]').uncheck();
  await page.locator("dialog[open] .done").tap();
  await sees(() => page.locator('.row[data-project="cauchari-solar"]:not([hidden])').count(), 1);
  await sees(() => page.locator(".row[data-layer=lithium]:not([hidden])").count(), 0);
  const [row] = await page.locator(".row:not([hidden]) .row-link").all();
  await row.tap();
  await page.locator(".record-name").waitFor();
  reader.clean();
  await reader.close();
});

test("the days stand beside the page: the map goes on, and what is pressed or reached there closes them", async () => {
  const reader = await phone();
  const { page } = reader;
  const days = async () => {
    await page.locator(".as-of").focus();
    await page.keyboard.press("Enter");
    await sees(() => open(page), 1);
    await sees(() => within(page), true, "the focus is in it");
  };
  await days();
  await sees(() => page.locator("dialog[open]").getAttribute("aria-modal"), null);
  await sees(async () => (await links(page)).length > 5, true, "the page goes on being read out");
  await page.locator(".c-zoomIn").evaluate((button) => button.click());
  await page.waitForFunction(() => location.search.includes("map="));
  await sees(() => open(page), 1);
  await page.keyboard.press("Escape");
  await sees(() => open(page), 0);
  await sees(() => focused(page), "as-of");

  await days();
  await page.locator("dialog[open] .done").focus();
  await page.locator(".filters-open").focus();
  await sees(() => open(page), 0, "nothing in focus lies beneath it");
  await sees(() => focused(page), "filters-open", "and the focus stays where it went");

  await days();
  await page.locator(".as-of").tap();
  await sees(() => open(page), 0, "the button that opened it closes it");
  await days();
  await page.locator(".row:not([hidden]) .row-link").first().evaluate((link) => link.click());
  await page.locator(".record-name").waitFor();
  await sees(() => open(page), 0);
  await sees(() => focused(page), "record-name");
  reader.clean();
  await reader.close();
});

test("on a screen that has become wide the filters stand in the list again", async () => {
  const reader = await phone();
  const { page } = reader;
  await page.locator(".filters-open").tap();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  await page.locator(".side .choices .layer").first().waitFor();
  await sees(async () => (await links(page)).length > 5, true);
  await reader.close();
});
