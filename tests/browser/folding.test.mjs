/** Where room is short in width, in height, or because letters are large, the page folds and nothing is lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas, settled } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

/** The part of an element that is seen. */
const box = (page, selector) => page.locator(selector).first().boundingBox();
const meet = (a, b) => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;
const inside = (a, b) => a.x >= b.x - 1 && a.y >= b.y - 1 && a.x + a.width <= b.x + b.width + 1 && a.y + a.height <= b.y + b.height + 1;

/** A reader whose browser is set to letters of twice the usual size. */
async function withLargeLetters(address, size) {
  const reader = await world.open(address, size);
  const session = await reader.page.context().newCDPSession(reader.page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  await reader.page.reload();
  await reader.mapped();
  await sees(() => reader.page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "32px");
  return reader;
}

for (const [width, height] of [[844, 390], [667, 375], [640, 400]]) {
  test(`on a screen of ${width} × ${height} px the map is usable, with its buttons on it and the list beside it`, async () => {
    const reader = await world.open("/es/", { width, height });
    await reader.mapped();
    const { page } = reader;
    const map = await box(page, "#map");
    assert.ok(map.height > height * 0.8 && map.width > width * 0.5, JSON.stringify(map));
    for (const control of await page.locator(".zoom .control").all()) await sees(async () => inside(await control.boundingBox(), map), true, "a button lies on the map");
    await sees(async () => inside(await box(page, ".row"), { x: 0, y: 0, width, height }), true, "a row of the list is seen");
    await sees(() => page.locator(".stage > .legend").isVisible(), false);
    await page.locator(".key-open").click();
    await sees(() => page.locator("dialog .legend").isVisible(), true);
    await page.locator("dialog[open] .done").click();
    await page.locator(".as-of").click();
    const dialog = await box(page, "dialog[open]");
    assert.ok(dialog.height < height / 2, "the map shows what the day was like");
    await page.locator("dialog[open] .done").click();
    await page.locator("#rows .row-link").first().click();
    await page.locator("#record .record-name").waitFor();
    await sees(async () => (await box(page, "#map")).width > width * 0.5, true, "the record takes the place of the list");
    await reader.picture(`low-${width}`);
    reader.clean();
    await reader.close();
  });
}

test("letters of twice the size break neither the map nor the list beside it", async () => {
  const reader = await withLargeLetters("/es/", { width: 1280, height: 800 });
  const { page } = reader;
  const whole = { x: 0, y: 0, width: 1280, height: 800 };
  for (const address of ["/es/", "/es/?sel=jujuy-seguro"]) {
    await page.goto(address);
    await reader.mapped();
    await sees(async () => (await page.evaluate(() => document.documentElement.scrollWidth)) <= 1280, true, address);
    const map = await box(page, "#map");
    assert.ok(map.width > 600 && map.height > 600, `${address} ${JSON.stringify(map)}`);
  }
  await page.goto("/es/");
  await reader.mapped();
  await sees(async () => inside(await box(page, ".row"), whole), true, "a row of the list is seen");
  const names = await page.locator(".leaflet-names-pane > span > span").evaluateAll((all) => all.map((name) => [name.textContent, name.getBoundingClientRect().toJSON()]));
  assert.ok(names.length > 2);
  for (const [i, [a, one]] of names.entries()) for (const [b, other] of names.slice(i + 1)) assert.ok(!meet(one, other), `${a} over ${b}`);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.evaluate(settled);
  await sees(async () => (await box(page, "#map")).height > 600, true);
  reader.clean();
  await reader.close();
});

test("letters of twice the size overprint nothing on a phone", async () => {
  const reader = await withLargeLetters("/es/", { width: 390, height: 844 });
  const { page } = reader;
  const [bar, count, day] = [await box(page, ".bar"), await box(page, ".of-projects"), await box(page, ".as-of")];
  assert.ok(!meet(count, { ...day, y: day.y + 24, height: day.height - 48 }), "number and day");
  for (const control of await page.locator(".zoom .control").all()) await sees(async () => !meet(await control.boundingBox(), bar), true, "a button beneath the bar");
  await reader.close();
});

for (const place of [3, 4]) {
  test(`filter ${place}, opened, overprints nothing and leaves two rows of the list`, async () => {
    const reader = await world.open("/es/");
    await reader.mapped();
    const { page } = reader;
    await page.locator(`.filter:nth-child(${place}) > summary`).click();
    const over = await page.locator(`.filter:nth-child(${place}) .option`).evaluateAll((all) =>
      all.filter((option) => option.querySelector("span").getBoundingClientRect().height > option.getBoundingClientRect().height).map((option) => option.textContent),
    );
    assert.deepEqual(over, []);
    const list = await box(page, ".scroll");
    for (const row of [1, 2]) await sees(async () => inside(await box(page, `#rows .row:not([hidden]):nth-child(${row})`), list), true, `row ${row}`);
    await sees(async () => inside(await box(page, ".side-foot"), { x: 0, y: 0, width: 1280, height: 800 }), true, "the foot");
    await reader.picture(`filter-${place}`);
    await reader.close();
  });
}

test("the bar stands on one line at every width, in every language", async () => {
  const reader = await world.open("/");
  const { page } = reader;
  for (const lang of ["", "es/", "pt/", "zh/"]) {
    for (const address of [`/${lang}`, `/${lang}about`]) {
      await page.goto(address);
      await page.locator(".bar .theme").waitFor({ state: "attached" });
      for (const width of [700, 1024, 1072, 1100, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const broken = await page.locator(".bar a").evaluateAll((all) => all.filter((link) => link.checkVisibility() && link.getClientRects().length > 1).map((link) => link.textContent));
        const { scroll, client } = await page.locator(".bar").evaluate((bar) => ({ scroll: bar.scrollWidth, client: bar.clientWidth }));
        assert.deepEqual([broken, scroll > client], [[], false], `${address} at ${width}`);
      }
    }
  }
  await reader.close();
});

test("with a mouse, a finger or the keyboard a layer is left alone on the map, and all come back", async () => {
  const chosen = (page) => page.locator("input[name=layer]:checked").evaluateAll((all) => all.map(({ value }) => value));
  const phone = await world.open("/es/", { width: 390, height: 844 });
  await phone.mapped();
  await phone.page.locator(".filters-open").tap();
  const only = phone.page.getByRole("button", { name: "solo Litio" });
  await only.tap();
  await sees(() => chosen(phone.page), ["lithium"]);
  await phone.page.getByRole("button", { name: "todo Litio" }).tap();
  await sees(async () => (await chosen(phone.page)).length, 12);
  await phone.close();

  const desk = await world.open("/");
  await desk.mapped();
  await desk.page.locator('input[value="lithium"]').focus();
  await desk.page.keyboard.press("Tab");
  await sees(() => desk.page.evaluate(() => getComputedStyle(document.activeElement).opacity), "1");
  await desk.page.keyboard.press("Enter");
  await sees(() => chosen(desk.page), ["lithium"]);
  assert.match(desk.page.url(), /layer=lithium/);
  await desk.close();
});

test("what is printed is the server's picture of the view, its key, and the record where one is open", async () => {
  const reader = await world.open("/?sel=jujuy-seguro");
  await reader.mapped();
  const { page } = reader;
  const picture = page.locator(".map-print");
  await sees(() => picture.isVisible(), false);
  await page.locator(".c-zoomIn").click();
  await page.waitForFunction(() => location.search.includes("map="));
  await sees(() => picture.getAttribute("src"), /image\.svg\?.*sel=jujuy-seguro.*map=/);
  assert.ok(!reader.requests.some((address) => address.includes("image.svg")), "it is not fetched before");
  await page.emulateMedia({ media: "print" });
  await sees(() => Promise.all([".map-print", ".stage > .legend", "#record", "#map", ".elsewhere", "#list"].map((part) => page.locator(part).isVisible())), [true, true, true, false, false, false]);
  reader.clean();
  await reader.close();
});
