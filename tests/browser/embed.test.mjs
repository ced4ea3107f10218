/** A frame is whole at any width, in light and dark, with scripts and without, in sandbox, file and print. */
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { WRITTEN_DAY, atlas, settled } from "./atlas.mjs";
import { sound } from "./axe.mjs";
import { article, faultsBut, host } from "./host.mjs";
import { sees } from "./sees.mjs";

const world = atlas();
const VIEW = "/embed?layer=lithium,solar&country=AR,BO,CL&sel=cauchari-olaroz&title=Chinese-backed%20lithium%20and%20solar%20in%20the%20Puna";
const frame = (query, attributes = "") => `<iframe src="${world.origin}${query}" title="Map" width="600" height="480" style="border:0;width:100%" ${attributes}></iframe>`;
const page = host({
  "/sealed": () => ({ html: article(frame(VIEW, 'sandbox="allow-scripts"').replace('title="Map"', 'id="f" title="Map"')), headers: {} }),
  "/shut": () => ({ html: article(frame(VIEW, 'sandbox="allow-scripts allow-same-origin"')), headers: {} }),
  "/strict": () => ({
    html: article(frame(VIEW, 'sandbox="allow-scripts allow-popups"')).replace(/ style="[^"]*"/g, ""),
    headers: { "content-security-policy": `default-src 'none'; img-src data:; frame-src ${world.origin}`, "cross-origin-embedder-policy": "require-corp" },
  }),
});

const drawn = (inner) => inner.locator("#map .sign").first().waitFor({ state: "attached" });
const theFrame = async (reader) => {
  const inner = await (await reader.page.waitForSelector("iframe")).contentFrame();
  await drawn(inner);
  return inner;
};

for (const [width, theme] of [[280, "light"], [320, "dark"], [600, "light"], [1200, "dark"]]) {
  test(`at ${width} px in ${theme} it shows map, card, key and the line of trust, and axe has nothing to say`, async () => {
    const reader = await world.open(VIEW, { width, height: width < 400 ? 480 : 520, theme });
    await drawn(reader.page);
    await reader.page.evaluate(settled);
    const { page } = reader;
    const [scroll, client, high, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth, document.documentElement.scrollHeight, innerHeight]);
    assert.ok(scroll <= client, "no sideways scroll");
    assert.ok(high <= inner, `no scroll within: ${high} in ${inner}`);
    const map = await page.locator("#map").boundingBox();
    assert.ok(map.height >= 130, `the map has room: ${map.height}`);
    const card = await page.locator("#card").boundingBox();
    assert.ok(card.height <= inner * 0.45 + 1, "the card takes at most 45 %");
    await sees(() => page.locator("#card").innerText(), /Caucharí-Olaroz[\s\S]*since[\s\S]*Open in the atlas[\s\S]*sources/);
    const foot = await page.locator(".trust").innerText();
    for (const said of [/\d+ projects/, new RegExp(WRITTEN_DAY), /CC BY 4\.0/, /Show as list/]) assert.match(foot, said);
    for (const part of [".count", ".acts", ".to-list"]) await sees(() => page.locator(`.trust ${part}`).isVisible(), true, part);
    const key = (await page.locator("#key li:visible").allInnerTexts()).join(" ");
    assert.match(key, /Lithium/);
    assert.doesNotMatch(key, /Nuclear|Telecoms/);
    await sound(page);
    await reader.picture(`embed-${width}-${theme}`);
    reader.clean();
    await reader.close();
  });
}

test("in a sandbox with an origin of its own it draws, keeps nothing, and addresses stand as text", async () => {
  const reader = await world.open(`${page.origin}/sealed`, { width: 700 });
  const inner = await theFrame(reader);
  await sees(() => inner.evaluate(() => window.origin), "null");
  const address = inner.locator("#card .address");
  await sees(() => address.innerText(), `${world.origin}/project/cauchari-olaroz`);
  await sees(() => address.isVisible(), true);
  await sees(() => inner.locator(".trust .address").isVisible(), true);
  await inner.locator(".c-zoomIn").click();
  await inner.locator("#card .close").click();
  await reader.page.waitForLoadState("networkidle");
  assert.deepEqual(faultsBut(reader, page.origin), []);
  await sees(() => reader.page.context().cookies(), []);
  await reader.picture("embed-sealed");
  await reader.close();
});

test("in a host with a strict policy it draws", async () => {
  const reader = await world.open(`${page.origin}/strict`, { width: 700 });
  await theFrame(reader);
  await reader.page.waitForLoadState("networkidle");
  assert.deepEqual(faultsBut(reader, page.origin), []);
  await reader.close();
});

test("in a page opened from a file it draws", async () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), "frame-")), "article.html");
  writeFileSync(file, article(frame(VIEW)));
  const reader = await world.open(`file://${file}`, { width: 700 });
  await theFrame(reader);
  await reader.page.waitForLoadState("networkidle");
  assert.deepEqual(faultsBut(reader, "file:"), []);
  await reader.close();
});

test("with scripts off picture and list are there", async () => {
  const reader = await world.open(VIEW, { script: false, width: 600, height: 480 });
  const { page } = reader;
  await sees(() => page.locator("#map img").isVisible(), true);
  await sees(() => page.locator("#map img").evaluate((img) => img.complete && img.naturalWidth > 100), true);
  await sees(async () => (await page.locator("#list .item-name").allInnerTexts()).some((name) => name.includes("Caucharí-Olaroz")), true);
  await page.locator(".to-list").click();
  await sees(() => page.locator("#list .item").first().isVisible(), true);
  await reader.picture("embed-scriptless");
  reader.clean();
  await reader.close();
});

test("where the map cannot be drawn the picture stands in its place", async () => {
  const reader = await world.open("/about", { width: 600, height: 480 });
  await reader.page.route("**/base-coarse-*", (route) => route.abort());
  await reader.page.goto(VIEW);
  await reader.page.locator("#map img").waitFor();
  await sees(() => reader.page.locator("#map").innerText(), /could not be drawn/);
  await reader.close();
});

test("while the script or the base map does not come, the picture stands, and in the end the map takes its place", async () => {
  const reader = await world.open("/about", { width: 600, height: 480 });
  const { page } = reader;
  await page.route("**/embed-*.js", (route) => route.abort());
  await page.goto(`${world.origin}${VIEW}`);
  const picture = page.locator("#map img");
  await page.waitForFunction(() => document.querySelector("#map img").naturalWidth > 100);
  const [box, image] = [await page.locator("#map").boundingBox(), await picture.boundingBox()];
  assert.ok(image.x >= box.x && image.x + image.width <= box.x + box.width + 1, "it stands in the map's place");
  await page.unroute("**/embed-*.js");
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/base-coarse-*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${world.origin}${VIEW}`);
  await page.waitForFunction(() => document.querySelector("#map img").naturalWidth > 100);
  release();
  await drawn(page);
  await sees(() => picture.count(), 0);
  await sees(() => page.locator("#map").boundingBox().then(({ x, width }) => [x, width]), [box.x, box.width]);
  await reader.close();
});

test("at every size and on paper the foot is whole, and what is in hand is in view", async () => {
  const views = ["/embed?sel=jujuy-seguro", "/embed?story=lithium-triangle&stop=4", "/es/embed?layer=lithium&on=2019-07-05", "/embed"];
  for (const [width, height] of [[280, 480], [320, 480], [320, 360], [600, 480]]) {
    const reader = await world.open("/about", { width, height });
    const { page } = reader;
    for (const view of views) {
      await page.goto(`${world.origin}${view}`);
      await drawn(page);
      await page.evaluate(settled);
      for (const media of ["screen", "print"]) {
        await page.emulateMedia({ media });
        const foot = await page.locator(".trust").boundingBox();
        assert.ok(foot.y + foot.height <= height + 0.5, `${view} at ${width} x ${height} on ${media}: ${foot.y + foot.height}`);
      }
      await page.emulateMedia({ media: "screen" });
      await page.evaluate(settled);
      const sign = page.locator(".sign.lifted").first();
      if (!(await sign.count())) continue;
      const [box, at] = [await page.locator("#map").boundingBox(), await sign.boundingBox()];
      assert.ok(at.x >= box.x && at.x + at.width <= box.x + box.width - 44, `${view} at ${width}: clear of the buttons`);
      assert.ok(at.y >= box.y - 1 && at.y + at.height <= box.y + box.height + 1, `${view} at ${width} x ${height}: in view, ${JSON.stringify([at, box])}`);
    }
    await reader.close();
  }
});

test("in a small frame the note on the end of the base map leaves what is chosen and the buttons free", async () => {
  for (const lang of ["", "/es"]) {
    const reader = await world.open(`${lang}/embed?story=lithium-triangle&stop=4`, { width: 280, height: 480 });
    const { page } = reader;
    await drawn(page);
    const note = await page.locator(".base-ends").boundingBox();
    for (const free of [".sign.lifted", ".zoom"]) {
      const other = await page.locator(free).first().boundingBox();
      const apart = note.y + note.height <= other.y || note.x + note.width <= other.x || other.y + other.height <= note.y;
      assert.ok(apart, `${lang} ${free}: ${JSON.stringify([note, other])}`);
    }
    await reader.close();
  }
});

test("in a low frame the buttons stand on the map alone, with a mouse as with a finger", async () => {
  const frames = [["/embed?layer=lithium&country=AR", 480, 240], ["/embed?sel=jujuy-seguro", 320, 300], ["/embed?sel=jujuy-seguro", 320, 360], ["/embed", 600, 400]];
  for (const [view, width, height] of frames) {
    for (const finger of [false, true]) {
      const reader = await world.open(view, { width, height, finger });
      const { page } = reader;
      await drawn(page);
      await page.locator(".c-pan").click();
      const where = `${view} at ${width} x ${height}, ${finger ? "finger" : "mouse"}`;
      const map = await page.locator("#map").boundingBox();
      for (const buttons of await page.locator(".controls > *").all()) {
        const { x, y, width: wide, height: high } = await buttons.boundingBox();
        assert.ok(x >= map.x && y >= map.y && x + wide <= map.x + map.width && y + high <= map.y + map.height, `${where}: ${JSON.stringify([{ x, y, wide, high }, map])}`);
      }
      const scale = await page.locator(".scale").boundingBox();
      const zoom = await page.locator(".zoom").boundingBox();
      assert.ok(!scale || scale.y >= zoom.y + zoom.height || scale.x + scale.width <= zoom.x, `${where}: the scale can be read`);
      await reader.close();
    }
  }
});

test("in a sandbox that keeps its origin and opens no window, a link that is pressed shows its address", async () => {
  const reader = await world.open(`${page.origin}/shut`, { width: 700 });
  const inner = await theFrame(reader);
  const address = inner.locator(".trust .address");
  await sees(() => address.isVisible(), false);
  await inner.locator(".trust .brand").click();
  await address.waitFor();
  await reader.close();
});

test("a sign opens its card, closing it gives the focus back, and the list takes the map's place", async () => {
  const reader = await world.open("/embed?layer=lithium&country=AR", { width: 600, height: 520 });
  await drawn(reader.page);
  const { page } = reader;
  await sees(() => page.locator("#card .item").count(), 0);
  await page.locator('.sign[tabindex="0"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const name = page.locator("#card .item-name");
  await name.waitFor();
  await sees(() => name.evaluate((element) => element === document.activeElement), true);
  await page.keyboard.press("Escape");
  await sees(() => page.locator("#card .item").count(), 0);
  await sees(() => page.evaluate(() => document.activeElement.matches(".sign")), true);
  await page.locator(".to-list").click();
  await sees(() => page.locator("#map").isVisible(), false);
  const rows = await page.locator("#list .item").count();
  assert.ok(rows > 5);
  await reader.picture("embed-list");
  await page.locator("#list .item-name").nth(1).click();
  await page.locator("#card .item").waitFor();
  await sees(() => page.locator("#map").isVisible(), true);
  reader.clean();
  await reader.close();
});

test("on paper there are map, key and list, and no button", async () => {
  const reader = await world.open(VIEW, { width: 600, height: 480 });
  await drawn(reader.page);
  await reader.page.emulateMedia({ media: "print" });
  await sees(() => reader.page.locator("#list .item").first().isVisible(), true);
  await sees(() => reader.page.locator(".controls").isVisible(), false);
  await sees(() => reader.page.locator("#key").isVisible(), true);
  await reader.close();
});
