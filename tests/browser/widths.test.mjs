/** The page fits a desk, a phone and the narrowest screen; pictures are left in `output/` to be looked at. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";

const world = atlas();
const SIZES = [[1280, 800], [390, 844], [320, 640]];
const PAGES = { page: "/", record: "/?sel=jujuy-seguro", article: "/project/jujuy-seguro", spanish: "/es/" };

/** Elements that stick out at the right, nothing that scrolls by itself counted. */
const sticking = () => {
  const wide = document.documentElement.clientWidth;
  const scrolls = (element) => element && element !== document.documentElement && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > wide + 1 && !scrolls(element.parentElement))
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`);
};

for (const [width, height] of SIZES) {
  for (const [name, address] of Object.entries(PAGES)) {
    test(`${name} at ${width} px needs no sideways scroll, in light and dark`, async () => {
      for (const theme of ["light", "dark"]) {
        const reader = await world.open(address, { width, height, theme });
        if (name === "article") await reader.page.waitForLoadState("networkidle");
        else await reader.mapped();
        const [scroll, client] = await reader.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(scroll <= client, `${scroll} > ${client}: ${await reader.page.evaluate(sticking)}`);
        await reader.picture(`${name}-${width}-${theme}`);
        reader.clean();
        await reader.close();
      }
    });
  }
}

test("on a phone what is pressed is large enough for a finger", async () => {
  const reader = await world.open("/", { width: 390, height: 844 });
  await reader.mapped();
  const small = await reader.page.locator("button, .row-link, summary, .bar a").evaluateAll((all) =>
    all
      .filter((element) => element.checkVisibility() && !element.closest("#map .sign, .unseen") && !element.matches(".sign, .skip"))
      .map((element) => [element.className || element.textContent.trim(), element.getBoundingClientRect()])
      .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(([name, box]) => `${name} ${box.width.toFixed(0)}×${box.height.toFixed(0)}`),
  );
  // WCAG 2.2, 2.5.8: 24 by 24 CSS pixels.
  assert.deepEqual(small, []);
  await reader.close();
});

test("the page can be zoomed by the reader", async () => {
  const reader = await world.open("/", { width: 390, height: 844 });
  const viewport = await reader.page.locator('meta[name="viewport"]').getAttribute("content");
  assert.doesNotMatch(viewport, /user-scalable|maximum-scale/);
  await reader.close();
});
