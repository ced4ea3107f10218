/** The site as files behind a plain server of files: the page restores the state of its address by itself. */
import assert from "node:assert/strict";
import test from "node:test";
import { DAY, WRITTEN_DAY, served } from "./atlas.mjs";
import { startFiles } from "./files.mjs";
import { sees } from "./sees.mjs";

const files = served(startFiles);
const visible = (page) => page.locator("#rows .row:visible").count();

test("the state in the address is shown: filter, day, record, theme", async () => {
  const reader = await files.open("/?layer=lithium&on=2020-01-01&sel=jujuy-seguro&map=6/-24/-66&theme=dark");
  const { page } = reader;
  await reader.mapped();
  await page.locator("#record .record-name", { hasText: "Jujuy" }).waitFor();
  await sees(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await page.locator(".chip").first().waitFor();
  const shown = await page.locator("#rows .row:visible, #tray .row:visible").evaluateAll((rows) => rows.map((row) => row.dataset.project));
  assert.ok(shown.length > 0 && shown.every((id) => ["cauchari-olaroz", "mariana-lithium", "tres-quebradas"].includes(id)), `${shown}`);
  await sees(() => page.locator('input[name="layer"][value="lithium"]').isChecked(), true);
  assert.match(new URL(page.url()).search, /layer=lithium.*on=2020-01-01.*sel=jujuy-seguro/);
  // The same state in another language.
  await page.locator('.lang a[hreflang="es"]').click();
  await page.waitForURL(/\/es\/\?.*layer=lithium/);
  await page.locator("#record .record-name", { hasText: "Jujuy" }).waitFor();
  await sees(() => page.evaluate(() => document.documentElement.lang), "es");
  reader.clean();
  await reader.close();
});

test("a search in the address is answered by the page, and a record opens", async () => {
  const reader = await files.open("/?q=huawei");
  const { page } = reader;
  await reader.mapped();
  await page.waitForFunction(() => document.querySelectorAll("#rows .row:not([hidden])").length < 9);
  const found = await visible(page);
  assert.ok(found > 0, `${found} found`);
  await sees(() => page.locator("#find").inputValue(), "huawei");
  await page.locator("#rows .row:visible .row-link").first().click();
  await page.locator("#record .record-name").waitFor();
  await page.locator("#find").fill("litio");
  await page.locator("#find").press("Enter");
  await page.waitForURL(/q=litio/);
  await sees(async () => (await visible(page)) > 1, true);
  reader.clean();
  await reader.close();
});

test("what only a server can do is said plainly", async () => {
  const reader = await files.open("/project/jujuy-seguro?v=2020-01-01");
  const { page } = reader;
  const note = page.locator(".edition-note");
  await note.waitFor();
  await sees(() => note.textContent(), new RegExp(`shows the data of ${WRITTEN_DAY} alone`));
  await note.locator("a").click();
  await page.locator("#editions").waitFor();
  await sees(() => page.locator("#service + p").textContent(), /answers no queries/);
  await page.goto("/embed/builder/");
  await sees(() => page.locator("#make").count(), 0);
  await sees(() => page.locator("p.make-form").textContent(), /from “\?” on/);
  await page.goto(`/zh/?v=${DAY}`);
  await reader.mapped();
  await sees(() => page.locator(".edition-note").count(), 0, "this is the edition that was asked for");
  reader.clean();
  await reader.close();
});

test("a story moves its map, and a frame shows what its address asks", async () => {
  const reader = await files.open("/story/lithium-triangle");
  const { page } = reader;
  await page.locator(".map .sign").first().waitFor({ state: "attached" });
  await page.goto("/es/embed?sel=jujuy-seguro&theme=dark");
  await page.locator("#map .sign").first().waitFor({ state: "attached" });
  await page.locator("#card", { hasText: "Jujuy" }).waitFor();
  await sees(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
  reader.clean();
  await reader.close();
});

test("without a script everything can be read, and the search says what it lacks", async () => {
  const reader = await files.open("/", { script: false });
  const { page } = reader;
  await sees(() => page.locator("noscript .edition-note, .side .edition-note").first().textContent(), /need a script/);
  await sees(async () => (await page.locator("#rows .row").count()) > 5, true);
  await page.goto("/country/AR");
  await sees(() => page.locator("main picture img").evaluate((img) => img.complete && img.naturalWidth > 0), true);
  reader.clean();
  await reader.close();
});

test("a frame is titled and counted by its address, and says what only a server can show", async () => {
  const reader = await files.open("/embed/?layer=lithium&on=2020-01-01&list=1");
  const { page } = reader;
  const rows = page.locator("#list li:visible");
  await rows.first().waitFor();
  await sees(() => page.locator("h1").innerText(), "Lithium · as of 1 Jan 2020");
  const foot = await page.locator(".trust .count").innerText();
  assert.match(foot, new RegExp(`^${await rows.count()} projects? · As it stood on 1 Jan 2020 · Data of `));
  await sees(() => page.locator(".note").count(), 0);
  await page.goto("/embed/?sel=jujuy-seguro");
  await page.locator("#map .sign").first().waitFor({ state: "attached" });
  await sees(() => page.locator("h1").innerText(), /^Jujuy Seguro/);
  await sees(() => page.locator(".trust .count").innerText(), /^Data of /);
  await sees(() => page.locator(".trust .brand").getAttribute("href"), /\/project\/jujuy-seguro$/);
  await page.goto("/embed/?sel=no-such-project&v=1999-01-01&story=lithium-triangle&q=zte&layer=steam");
  await page.locator("#map .sign").first().waitFor({ state: "attached" });
  const notes = (await page.locator(".note").allInnerTexts()).join("\n");
  for (const said of ["no-such-project", "alone", "q=zte, story=lithium-triangle", "layer=steam"]) assert.ok(notes.includes(said), `${said}: ${notes}`);
  reader.clean();
  await reader.close();
});
