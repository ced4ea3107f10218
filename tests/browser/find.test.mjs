/** Finding: search, filters, conditions and their way back, the address, with keyboard and without scripts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas, settled } from "./atlas.mjs";
import { sound } from "./axe.mjs";
import { sees } from "./sees.mjs";

const world = atlas();
const SIZES = [[1280, 800, "light"], [390, 844, "dark"], [320, 640, "light"]];

const listed = (page) => page.locator(".row").evaluateAll((rows) => rows.filter((row) => row.checkVisibility({ visibilityProperty: false })).map(({ dataset }) => dataset.project));
/** Until the part that finds and filters has come, and has drawn. */
const ready = async ({ page }) => {
  await page.locator(".copy:enabled").waitFor({ state: "attached" });
  await page.evaluate(settled);
};
const openFilters = async (page, width) => {
  if (width < 700) await page.locator(".filters-open").click();
};

test("search finds names in any language and width, and says what matched", async () => {
  const [reader, plain] = [await world.open("/"), await world.open("/about", { script: false })];
  await ready(reader);
  const { page } = reader;
  for (const [asked, project, by] of [["litio", "cauchari-olaroz"], ["lítio", "cauchari-olaroz"], ["锂", "cauchari-olaroz"], ["中兴", "jujuy-seguro", "中兴"], ["ＺＴＥ", "jujuy-seguro", "ZTE"], ["cauchari", "cauchari-solar"]]) {
    await page.locator("#find").fill(asked);
    await page.locator("#found:not([hidden]) .found-all").waitFor();
    if (by) await sees(async () => (await page.locator("#found .found-by").allInnerTexts()).some((text) => text.includes(by)), true, `${asked}: ${by}`);
    await page.locator("#find").press("Enter");
    await page.waitForFunction((q) => new URL(location.href).searchParams.get("q") === q, asked);
    const rows = await listed(page);
    assert.ok(rows.includes(project), `${asked} lists ${project}`);
    // The server answers the same text with the same rows in the same order.
    await plain.page.goto(`/?q=${encodeURIComponent(asked)}`);
    await sees(() => listed(plain.page), rows, asked);
  }
  reader.clean();
  await reader.close();
  await plain.close();
});

test("after a search any project opens in at most six presses of a key", async () => {
  const reader = await world.open("/");
  await ready(reader);
  const { page } = reader;
  await page.locator("#find").focus();
  await page.keyboard.insertText("jujuy seguro");
  await page.locator("#found:not([hidden])").waitFor();
  await sees(() => page.locator("#find").getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  const active = await page.locator("#find").getAttribute("aria-activedescendant");
  await sees(() => page.locator(`#${active}`).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  await page.locator('#record [data-project="jujuy-seguro"]').waitFor();
  await sees(() => page.evaluate(() => document.activeElement.className), /record-name/);
  await reader.close();
});

test("Escape closes the suggestions and leaves what lies beneath", async () => {
  const reader = await world.open("/?sel=jujuy-seguro");
  await ready(reader);
  const { page } = reader;
  await page.locator("#find").focus();
  await page.keyboard.insertText("solar");
  await page.locator("#found:not([hidden])").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#found").waitFor({ state: "hidden" });
  await sees(() => page.locator("#record .record-name").isVisible(), true);
  await reader.close();
});

test("filters are set by keyboard alone; each has a chip; Back undoes the last step", async () => {
  const reader = await world.open("/");
  await ready(reader);
  const { page } = reader;
  const all = (await listed(page)).length;
  const box = page.locator('input[name="country"][value="AR"]');
  const summary = page.locator(".filter").nth(1).locator("summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  for (let i = 0; i < 30 && !(await box.evaluate((element) => element === document.activeElement)); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.waitForURL(/country=AR/);
  const argentina = await listed(page);
  assert.ok(argentina.length > 0 && argentina.length < all);
  await sees(() => page.locator("#chips").innerText(), /Argentina/);
  await page.locator('.layer[data-layer="solar"]').click({ modifiers: ["Alt"] });
  assert.match(page.url(), /layer=solar&country=AR/);
  await page.goBack();
  assert.doesNotMatch(page.url(), /layer=/);
  await sees(() => listed(page), argentina);
  await page.locator("#chips .chip").first().focus();
  await page.keyboard.press("Enter");
  await sees(async () => (await listed(page)).length, all);
  await sees(() => page.evaluate(() => document.activeElement !== document.body), true, "the focus is somewhere");
  reader.clean();
  await reader.close();
});

test("any organisation is found by its name, and its role can be asked for", async () => {
  const reader = await world.open("/");
  await ready(reader);
  const { page } = reader;
  await page.locator(".filter").nth(2).locator("summary").click();
  await page.locator(".organisation-find").fill("abae");
  await page.locator('input[name="actor"][value="abae"]').check();
  assert.match(page.url(), /actor=abae/);
  await sees(() => page.locator("#chips").innerText(), /ABAE/);
  await page.locator('select[name="role"]').selectOption("operator");
  assert.match(page.url(), /actor=abae:operator/);
  await reader.close();
});

test("an empty list says what to take away and what that gives, as the server does", async () => {
  const address = "/?layer=nuclear&country=UY";
  const plain = await world.open(address, { script: false });
  const said = await plain.page.locator("#no-match").innerText();
  await plain.close();
  const reader = await world.open(address);
  await ready(reader);
  const { page } = reader;
  await sees(async () => (await page.locator("#no-match").innerText()).split(/\s+/), said.split(/\s+/));
  const gives = Number.parseInt(await page.locator("#no-match .gives").first().innerText(), 10);
  await page.locator("#no-match .chip").first().click();
  await sees(async () => Number(await page.locator("#result b").innerText()), gives);
  await reader.close();
});

test("a link shows the same in a clean profile and without scripts, in every order and on every day", async () => {
  const [reader, plain] = [await world.open("/about"), await world.open("/about", { script: false })];
  for (const address of ["/?layer=lithium,solar&country=AR&on=2019-07-05", "/es/?status=operating&sort=name", "/?actor=zte:vendor&year=2015..2020&sort=status", "/zh/?q=%E9%94%82&sort=relevance", "/?precision=exact&entry=project&on=2012-03-01", "/?on=2017-01-01&sel=jujuy-seguro"]) {
    await Promise.all([reader, plain].map(({ page }) => page.goto(address)));
    await ready(reader);
    const words = (page) => page.locator("#result").innerText().then((text) => text.replace(/\s+/g, " ").trim());
    await sees(() => words(reader.page), await words(plain.page), address);
    await sees(() => listed(reader.page), await listed(plain.page), address);
    await sees(() => reader.page.title(), await plain.page.title(), address);
    const tray = (page) => page.locator("#tray .row").evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).length);
    await sees(() => tray(reader.page), await tray(plain.page), address);
    for (const { page } of [reader, plain]) {
      const search = new URL(address, world.origin).search;
      await sees(() => page.locator(".lang a").evaluateAll((all) => all.map((link) => decodeURIComponent(new URL(link.href).search))), Array(4).fill(decodeURIComponent(search)), address);
    }
  }
  reader.clean();
  await reader.close();
  await plain.close();
});

test("without scripts the form filters", async () => {
  const reader = await world.open("/", { script: false });
  const { page } = reader;
  await page.locator(".filter").nth(1).locator("summary").click();
  await page.locator('input[name="country"][value="BR"]').check();
  await page.locator("#find").fill("solar");
  await page.locator("button.apply").click();
  await page.waitForURL(/country=BR/);
  const rows = await listed(page);
  assert.ok(rows.length > 0);
  await sees(() => page.locator("#chips").innerText(), /Brazil/);
  const reader2 = await world.open("/?country=BR&q=solar");
  await ready(reader2);
  await sees(() => listed(reader2.page), rows);
  await reader2.close();
  await reader.close();
});

test("the list can be limited to what is in view, and the address copied", async () => {
  const reader = await world.open("/?map=7/-24/-65.5");
  await ready(reader);
  const { page } = reader;
  const all = (await listed(page)).length;
  await page.locator("#in-view").check();
  const seen = await listed(page);
  assert.ok(seen.length > 0 && seen.length < all);
  const signs = await page.locator("#map .sign").evaluateAll((elements) => {
    const box = document.querySelector("#map").getBoundingClientRect();
    return [...new Set(elements.filter((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const [cx, cy] = [x + width / 2, y + height / 2];
      return cx > box.left + 40 && cx < box.right - 40 && cy > box.top + 40 && cy < box.bottom - 40;
    }).map(({ dataset }) => dataset.project))];
  });
  assert.deepEqual(signs.filter((project) => !seen.includes(project)), [], "every sign in view is listed");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(".copy").click();
  await page.waitForFunction(() => document.querySelector(".copy").textContent === "Link copied");
  await sees(() => page.evaluate(() => navigator.clipboard.readText()), page.url());
  await reader.close();
});

for (const [width, height, theme] of SIZES) {
  test(`filters, suggestions and an empty list are clean for axe and fit ${width} px`, async () => {
    const reader = await world.open("/?layer=nuclear&country=UY", { width, height, theme });
    await ready(reader);
    const { page } = reader;
    const look = async (name) => {
      // At 320 px there is nothing that is not at 390.
      if (width !== 320) await sound(page, name);
      const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(scroll <= client, name);
      await reader.picture(`find-${name}-${width}`);
    };
    await look("empty");
    await page.goto("/?country=AR,BR&status=operating&on=2021-07-05");
    await ready(reader);
    await openFilters(page, width);
    await page.locator(".filter").nth(1).locator("summary").click();
    await look("filters");
    if (width < 700) await page.keyboard.press("Escape");
    await page.locator("#find").fill("zte");
    await page.locator("#found:not([hidden])").waitFor();
    await look("search");
    reader.clean();
    await reader.close();
  });
}

test("any address at all gives a page without a fault", async () => {
  const reader = await world.open("/");
  const { page } = reader;
  let seed = 11;
  const next = (below) => ((seed = (Math.imul(seed, 48271) >>> 0) % 0x7fffffff) % below);
  const names = ["layer", "status", "country", "precision", "actor", "entry", "year", "q", "on", "sel", "map", "sort", "theme", "v", "x"];
  const values = ["lithium", "steam", "AR", "zte:vendor", "2015..2020", "2019-07-05", "0000-00-00", "jujuy-seguro", "no-such", "4/-20/-60", "99/99/999", "name", "relevance", "dark", "%00", "%FF", "%3Cb%3E", "litio", "", "%F0%9F%98%80", ",,,"];
  for (let round = 0; round < 14; round++) {
    const query = Array.from({ length: 1 + next(5) }, () => `${names[next(names.length)]}=${values[next(values.length)]}`).join("&");
    await page.goto(`/?${query}`);
    await page.locator("#map .degrees").first().waitFor({ state: "attached" });
    await page.locator(".copy:enabled").waitFor({ state: "attached" });
    await sees(async () => (await page.locator("body").innerText()).length > 200, true, query);
  }
  assert.deepEqual(reader.faults.filter((fault) => !/no-such/.test(fault) && !/404/.test(fault)), []);
  await reader.close();
});

test("what is filtered opens as a query, whose link follows the state", async () => {
  const reader = await world.open("/?layer=solar");
  await ready(reader);
  const { page } = reader;
  await page.locator("#as-query").focus();
  await sees(() => page.locator("#as-query").getAttribute("href"), /\/query\?layer=solar$/);
  await page.locator('[data-layer="wind"] input').click();
  await page.waitForFunction(() => location.search === "?layer=solar,wind");
  const listing = (await listed(page)).sort();
  await page.locator("#as-query").click();
  await page.waitForURL(/\/query\?layer=solar,wind$/);
  await sees(() => page.locator("main pre").first().innerText(), /^layer IN \('solar', 'wind'\)$/);
  const found = await page.evaluate(async (href) => (await (await fetch(href)).json()).features.map(({ id }) => id), await page.locator(".ends a").first().getAttribute("href"));
  assert.deepEqual(found.sort(), listing);
  reader.clean();
  await reader.close();
});

test("a search that finds nothing says so beneath the field, and a suggestion that is chosen leaves the field empty", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.locator("#find").fill("xqzv");
  await page.getByText("Nothing found.").waitFor();
  await sees(async () => (await page.getByText("Nothing found.").boundingBox()).height > 20, true, "it is seen");
  await page.locator("#find").fill("jujuy");
  await page.locator("#found [role=option]").first().click();
  await page.locator("#record .record-name").waitFor();
  await sees(() => page.locator("#find").inputValue(), "");
  assert.equal(new URL(page.url()).searchParams.get("q"), null);
  await reader.close();
});

test("Back from a filter leaves the focus on the box that set it", async () => {
  const reader = await world.open("/");
  await reader.mapped();
  const { page } = reader;
  await page.locator(".filter:nth-child(1) > summary").click();
  const box = page.locator('input[name="status"]').first();
  await box.check();
  await page.goBack();
  await page.waitForFunction(() => !location.search.includes("status"));
  await sees(() => box.evaluate((box) => box === document.activeElement), true);
  await reader.close();
});
