/** All that a pointer can do, a keyboard can. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

const focused = (page) => page.evaluate(() => ({ classes: document.activeElement.className, project: document.activeElement.closest("[data-project]")?.dataset.project, site: document.activeElement.dataset.site }));

test("Escape closes the record and the focus returns to the row that opened it", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.locator("#row-jujuy-seguro .row-link").focus();
  await page.keyboard.press("Enter");
  await page.locator("#record .record-name").waitFor();
  await sees(async () => (await focused(page)).classes, /record-name/, "the focus goes to the record's name");
  await page.keyboard.press("Escape");
  await page.locator("#record").waitFor({ state: "hidden" });
  const back = await focused(page);
  assert.match(back.classes, /row-link/);
  assert.equal(back.project, "jujuy-seguro");
  assert.doesNotMatch(page.url(), /sel=/);
  await reader.close();
});

test("Escape closes a source card first, then the record", async () => {
  const reader = await world.open("/?sel=jujuy-seguro");
  await reader.mapped();
  const { page } = reader;
  const mark = page.locator("#record #figures a.src").first();
  await mark.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await sees(() => page.locator("#record .record-name").isVisible(), true, "the record stays");
  await sees(async () => (await focused(page)).classes, /\bsrc\b/, "the focus is on the source number again");
  await page.keyboard.press("Escape");
  await page.locator("#record").waitFor({ state: "hidden" });
  await reader.close();
});

test("the signs are one stop of the Tab key, and arrows go from sign to sign", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  const stops = await page.locator("#map .sign").evaluateAll((signs) => signs.filter(({ tabIndex }) => tabIndex === 0).length);
  assert.equal(stops, 1);
  await page.locator('#map .sign[tabindex="0"]').focus();
  const seen = new Set([(await focused(page)).site]);
  for (const key of ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) {
    await page.keyboard.press(key);
    const { site } = await focused(page);
    assert.ok(site, `${key} stays on the signs`);
    seen.add(site);
  }
  assert.ok(seen.size >= 3, "arrows move");
  await sees(() => page.locator("#map .sign").evaluateAll((signs) => signs.filter(({ tabIndex }) => tabIndex === 0).length), 1);
  const { project } = await focused(page);
  await page.keyboard.press("Enter");
  await page.locator(`#record [data-project="${project}"]`).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#record").waitFor({ state: "hidden" });
  await sees(async () => (await focused(page)).project, project, "the focus returns to the sign");
  await reader.close();
});

test("each sign says what it is, and the map has a name", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const names = await reader.page.locator("#map .sign").evaluateAll((signs) => signs.map((sign) => sign.getAttribute("aria-label")));
  assert.ok(names.every((name) => name?.split(", ").length >= 4), "project, layer, status and place");
  await sees(async () => (await reader.page.locator('#map[role="region"]').getAttribute("aria-label")).length > 2, true);
  await reader.close();
});

test("the whole page is reached by Tab alone, and every stop can be seen", async () => {
  // Few rows: of a hundred more each is one stop like these.
  const reader = await world.open("/?sel=jujuy-seguro&layer=surveillance&country=AR");
  await reader.mapped();
  const { page } = reader;
  await page.evaluate(() => {
    document.activeElement?.blur();
    globalThis.reached = [];
    const hidden = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return !element.checkVisibility({ visibilityProperty: true }) || width * height === 0 || x >= innerWidth || y >= innerHeight || x + width <= 0 || y + height <= 0;
    };
    document.addEventListener("focusin", ({ target }) => globalThis.reached.push([target.closest(".bar, .side, .stage, .record")?.className.split(" ")[0] ?? "other", hidden(target) ? target.outerHTML.slice(0, 90) : ""]));
  });
  const ended = () => page.evaluate(() => document.activeElement === document.body);
  for (let turn = 0; turn < 20 && !(turn > 0 && (await ended())); turn++) {
    for (let i = 0; i < 10; i++) await page.keyboard.press("Tab");
  }
  const reached = await page.evaluate(() => globalThis.reached);
  for (const region of ["bar", "side", "stage", "record"]) assert.ok(reached.some(([at]) => at === region), `${region} is reached`);
  assert.deepEqual(reached.map(([, unseen]) => unseen).filter(Boolean), []);
  await reader.close();
});
