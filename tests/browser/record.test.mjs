/** A reader finds who says what about a project, with its sources. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

async function jujuyIsOpen(page) {
  const record = page.locator("#record");
  await record.locator(".record-name").waitFor();
  await sees(() => record.locator(".record-name").innerText(), /Jujuy/);
  assert.match(page.url(), /sel=jujuy-seguro/);
  const figures = (await record.locator("#figures").innerText()).replaceAll("\u00a0", " ");
  assert.match(figures, /US\$\s?30 million/, "the value of the contract");
  const marks = await record.locator("#figures a.src").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(marks.length > 0, "figures name their sources");
  for (const href of marks) await sees(() => record.locator(`[id="${href.slice(1)}"]`).count(), 1, `${href} stands at the foot`);
  await sees(() => record.locator("#said").innerText(), /camera/i);
  await sees(async () => (await record.locator("#sources li a").count()) > 3, true, "sources can be followed");
}

test("Jujuy's contract opens from the list with its value and its sources", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  await reader.page.locator("#row-jujuy-seguro .row-link").click();
  await jujuyIsOpen(reader.page);
  reader.clean();
  await reader.close();
});

test("Jujuy's contract opens from its sign on the map", async () => {
  const reader = await world.open("/?map=9/-24.19/-65.3");
  await reader.mapped();
  const box = await reader.page.locator('#map .sign[data-site="jujuy-seguro.san-salvador"]').boundingBox();
  await reader.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await reader.page.locator("#record .record-name").waitFor();
  await sees(() => reader.page.locator("#record .record-name").innerText(), /Jujuy/);
  reader.clean();
  await reader.close();
});

test("an address with a project in it opens its record, scripts or not", async () => {
  for (const script of [true, false]) {
    const reader = await world.open("/?sel=jujuy-seguro", { script });
    await jujuyIsOpen(reader.page);
    await reader.close();
  }
});

test("every value of the article carries its source", async () => {
  const reader = await world.open("/project/jujuy-seguro");
  const { page } = reader;
  const figures = await page.locator("#figures .figure").evaluateAll((all) => all.map((figure) => figure.querySelectorAll("a.src").length));
  assert.ok(figures.length > 1 && figures.every((sources) => sources > 0), String(figures));
  const dead = await page.locator("a.src").evaluateAll((links) => links.filter((link) => !document.querySelector(CSS.escape(link.getAttribute("href")).replace(/^\\#/, "#"))).length);
  assert.equal(dead, 0, "source numbers that lead nowhere");
  reader.clean();
  await reader.close();
});

test("the title of the page goes with record and filters, and is the server's for that address", async () => {
  const reader = await world.open("/es/");
  await reader.mapped();
  const { page } = reader;
  const served = async () => {
    const plain = await world.open(page.url(), { script: false });
    const title = await plain.page.title();
    await plain.close();
    return title;
  };
  const bare = await page.title();
  await page.locator("#row-jujuy-seguro .row-link").click();
  await page.waitForFunction(() => document.title.startsWith("Jujuy"));
  await sees(() => page.title(), await served());
  await page.keyboard.press("Escape");
  await page.waitForFunction((bare) => document.title === bare, bare);
  await page.locator('.layer[data-layer="solar"]').click({ modifiers: ["Alt"] });
  await page.locator("#time input[type=date]").fill("2019-07-05");
  assert.notEqual(await page.title(), bare);
  await sees(() => page.title(), await served());
  reader.clean();
  await reader.close();
});

test("back and forward go through the records that were open", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.locator("#row-jujuy-seguro .row-link").click();
  await page.locator('#record [data-project="jujuy-seguro"]').waitFor();
  await page.locator("#row-cauchari-solar .row-link").click();
  await page.locator('#record [data-project="cauchari-solar"]').waitFor();
  await page.goBack();
  await page.locator('#record [data-project="jujuy-seguro"]').waitFor();
  await page.goBack();
  await page.locator("#record").waitFor({ state: "hidden" });
  await page.goForward();
  await page.locator('#record [data-project="jujuy-seguro"]').waitFor();
  reader.clean();
  await reader.close();
});
