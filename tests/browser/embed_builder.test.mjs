/** The page on which frames are made: with a script and without, on a desk and on a phone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sound } from "./axe.mjs";
import { sees } from "./sees.mjs";

const world = atlas();
const snippet = (page, name) => page.locator(`#made textarea[aria-label="${name}"]`).inputValue();

for (const [width, theme] of [[1280, "light"], [390, "dark"], [320, "light"]]) {
  test(`at ${width} px in ${theme} it fits, and axe has nothing to say`, async () => {
    const reader = await world.open("/embed/builder?sel=jujuy-seguro", { width, theme });
    const { page } = reader;
    const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(scroll <= client, `${scroll} in ${client}`);
    await sound(page);
    await reader.picture(`embed-builder-${width}-${theme}`);
    reader.clean();
    await reader.close();
  });
}

test("on a phone every button to copy lies within its field", async () => {
  const reader = await world.open("/es/embed/builder", { width: 390, height: 844 });
  const hanging = await reader.page.locator("#made .code").evaluateAll((all) =>
    all
      .filter((code) => code.checkVisibility())
      .map((code) => [...code.children].map((part) => part.getBoundingClientRect()))
      .filter(([field, button]) => button.bottom > field.bottom || button.height < 44),
  );
  assert.deepEqual(hanging, []);
  await sees(() => reader.page.locator("#made .copy").first().evaluate((button) => getComputedStyle(button).textDecorationLine), /none/);
  await reader.close();
});

test("each choice is in the snippet and in the preview at once, and the address of the page keeps it", async () => {
  const reader = await world.open("/embed/builder?layer=lithium&map=6/-24/-66");
  const { page } = reader;
  // Only a record that was frozen can be kept to.
  const { current } = await (await fetch(`${world.origin}/data/editions.json`)).json();
  const first = await snippet(page, "Frame");
  assert.match(first, /\/embed\?layer=lithium&amp;map=6\/-24\/-66/);
  assert.equal(/&amp;v=\d{4}-/.test(first), current.released);
  await page.locator('[name="project"]').selectOption("cauchari-solar");
  await page.waitForFunction(() => document.querySelector("#made textarea").value.includes("sel=cauchari-solar"));
  await sees(() => page.locator('[name="title"]').inputValue(), /Cauchar/, "the title goes with the choice");
  await sees(() => snippet(page, "Address"), /\/project\/cauchari-solar(\?v=[\d-]+)?$/);
  await page.locator('[name="title"]').fill('Sun & "salt"');
  await page.locator('[name="theme"]').selectOption("dark");
  await page.locator('[name="list"]').check();
  await page.locator('[name="latest"][value="1"]').check();
  await page.waitForFunction(() => /title="Sun &amp; &quot;salt&quot;"/.test(document.querySelector("#made textarea").value) && !document.querySelector("#made textarea").value.includes("v="));
  const frame = await snippet(page, "Frame");
  for (const part of ["theme=dark", "list=1"]) assert.ok(frame.includes(part), frame);
  const preview = await page.locator("#made iframe").getAttribute("src");
  assert.ok(preview.includes("list=1") && preview.includes("theme=dark"));
  const inner = await (await page.locator("#made iframe").elementHandle()).contentFrame();
  await inner.locator("#list .item").first().waitFor();
  await sees(() => inner.locator("h1").innerText(), 'Sun & "salt"');
  for (const width of [320, 1000, 600]) {
    await page.locator(`#made [name="width"][value="${width}"]`).check({ force: true });
    await sees(() => page.locator("#made iframe").evaluate((element) => element.offsetWidth), width);
  }
  await page.reload();
  await sees(() => snippet(page, "Frame"), frame);
  reader.clean();
  await reader.close();
});

test("copying copies the snippet", async () => {
  const reader = await world.open("/embed/builder?sel=jujuy-seguro");
  const { page } = reader;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: world.origin });
  await page.locator("#made .copy").first().click();
  await page.locator("#made .copy", { hasText: "Copied" }).waitFor();
  await sees(() => page.evaluate(() => navigator.clipboard.readText()), await snippet(page, "Frame"));
  await reader.close();
});

test("without scripts the form is sent and answered", async () => {
  const reader = await world.open("/es/embed/builder", { script: false });
  const { page } = reader;
  await page.locator('[name="what"][value="country"]').check();
  await page.locator('[name="place"]').selectOption("BO");
  await page.locator(".make-show").click();
  await sees(() => snippet(page, "Marco"), /\/es\/embed\?country=BO/);
  await sees(() => page.locator("#made iframe").isVisible(), true);
  reader.clean();
  await reader.close();
});

test("a record leads to the page with itself chosen", async () => {
  const reader = await world.open("/?sel=jujuy-seguro");
  await reader.page.locator("#record .record-foot a", { hasText: "Embed" }).click();
  await sees(() => reader.page.locator('[name="project"]').inputValue(), "jujuy-seguro");
  await sees(() => reader.page.locator('[name="what"][value="project"]').isChecked(), true);
  await reader.close();
});
