/** The page fits a desk, a phone and the narrowest screen; pictures are left in `output/` to be looked at. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";

const world = atlas();
const DESK = [[1280, 800]];
/** WCAG 2.1, 2.5.5: 44 by 44 CSS pixels. */
const FINGER = 44;
const PHONES = [[390, 844], [320, 640]];
const PAGES = { page: "/", record: "/?sel=jujuy-seguro", article: "/project/jujuy-seguro", spanish: "/es/" };

/** Elements that stick out at the right, nothing that scrolls by itself counted. */
const sticking = () => {
  const wide = document.documentElement.clientWidth;
  const scrolls = (element) => element && element !== document.documentElement && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > wide + 1 && !scrolls(element.parentElement))
    .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`);
};

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name} needs no sideways scroll at 1280, 390 and 320 px`, async () => {
    for (const sizes of [DESK, PHONES]) {
      // What is opened on a phone may be turned or made narrower, so that one load serves for both.
      const reader = await world.open(address, { width: sizes[0][0], height: sizes[0][1] });
      if (name !== "article") await reader.mapped();
      for (const [width, height] of sizes) {
        await reader.page.setViewportSize({ width, height });
        const [scroll, client] = await reader.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(scroll <= client, `${scroll} > ${client}: ${await reader.page.evaluate(sticking)}`);
        for (const theme of ["light", "dark"]) {
          await reader.page.emulateMedia({ colorScheme: theme });
          await reader.picture(`${name}-${width}-${theme}`);
        }
      }
      reader.clean();
      await reader.close();
    }
  });
}

test("on a phone what is pressed is large enough for a finger", async () => {
  const reader = await world.open("/", { width: 390, height: 844 });
  await reader.mapped();
  const small = await reader.page.locator("button, label, select, .row-link, summary, .bar a, .tools a").evaluateAll((all, least) => {
    // What is pressed may reach beyond what is drawn: ask the page what lies at each point.
    const reach = (element, x, y, dx, dy) => {
      let steps = 0;
      while (steps < least && element.contains(document.elementFromPoint(x + dx * (steps + 1), y + dy * (steps + 1)))) steps += 1;
      return steps;
    };
    return all
      .filter((element) => element.checkVisibility() && !element.matches(".sign, .skip"))
      .flatMap((element) => {
        const box = element.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        if (!element.contains(document.elementFromPoint(x, y))) return [];
        const [width, height] = [reach(element, x, y, -1, 0) + reach(element, x, y, 1, 0) + 1, reach(element, x, y, 0, -1) + reach(element, x, y, 0, 1) + 1];
        return width < least || height < least ? [`${element.className || element.textContent.trim()} ${width}×${height}`] : [];
      });
  }, FINGER);
  assert.deepEqual(small, []);
  await reader.close();
});

test("the page can be zoomed by the reader", async () => {
  const reader = await world.open("/", { width: 390, height: 844 });
  const viewport = await reader.page.locator('meta[name="viewport"]').getAttribute("content");
  assert.doesNotMatch(viewport, /user-scalable|maximum-scale/);
  await reader.close();
});
