/** The pages around the record: nothing lies across at any width, axe is content, and they tell without scripts what the panel tells. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sound } from "./axe.mjs";
import { sees } from "./sees.mjs";

const world = atlas();
const PAGES = ["/organisation/huawei", "/zh/organisation/cetc", "/country/AR", "/es/country/GT", "/organisations", "/pt/countries", "/corrections", "/credits", "/privacy", "/es/accessibility", "/about"];

for (const address of PAGES) {
  test(`${address} stands at three widths, in light and dark, and axe has nothing to say`, async () => {
    const reader = await world.open(address);
    const { page } = reader;
    for (const [width, height, theme] of [[1280, 800, "light"], [390, 844, "dark"], [320, 640, "light"]]) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(scroll <= client, `${width}: ${scroll} pixels wide`);
      if (width !== 320) {
        await sound(page, `${theme} ${width}`);
      }
      await reader.picture(`page${address.replaceAll("/", "-")}-${width}-${theme}`);
    }
    reader.clean();
    await reader.close();
  });
}

/** The words of a part of a record, without what only one of its forms says. */
const words = (page, part) => page.locator(`#${part}`).evaluate((section) => {
  for (const more of section.querySelectorAll("details")) more.open = true;
  for (const button of section.querySelectorAll("summary")) button.remove();
  return [...section.querySelectorAll("li, dd, dt")].map(({ textContent }) => textContent.replaceAll(/\s+/g, " ").trim()).sort();
});

test("a page read without scripts tells what the panel tells", async () => {
  for (const id of ["jujuy-seguro", "cauchari-solar"]) {
    const panel = await world.open(`/es/?sel=${id}`);
    await panel.mapped();
    const page = await world.open(`/es/project/${id}`, { script: false });
    for (const part of ["figures", "timeline", "said", "where", "who", "sources"]) {
      const told = await words(page.page, part);
      assert.ok(told.length > 0, part);
      // The panel's places lead to the map, so their order may differ, not what they say.
      await sees(() => words(panel.page, part), told, `${id} ${part}`);
    }
    await panel.close();
    await page.close();
  }
});

test("from a record one comes to its company and its country, and from there to the map with their projects", async () => {
  const reader = await world.open("/project/jujuy-seguro");
  const { page } = reader;
  await page.locator("#who a", { hasText: "ZTE" }).click();
  assert.match(page.url(), /\/organisation\/zte$/);
  await sees(async () => (await page.locator(".row").count()) >= 8, true);
  await page.getByRole("link", { name: "Show on the map" }).click();
  assert.match(page.url(), /\/\?actor=zte$/);
  await page.goBack();
  await page.locator(".tallies a", { hasText: "Argentina" }).click();
  assert.match(page.url(), /\/country\/AR$/);
  await sees(() => page.locator("h1").innerText(), /Argentina/);
  reader.clean();
  await reader.close();
});
