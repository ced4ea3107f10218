/** The page around a frame keeps its scroll and its layout; the frame tells how high it wants to be. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas, settled } from "./atlas.mjs";
import { article, faultsBut, host } from "./host.mjs";
import { sees } from "./sees.mjs";

const world = atlas();
const frame = (query, height, more = "") => `<iframe id="f" src="${world.origin}${query}" title="Map" width="600" height="${height}" style="border:0;width:100%" ${more}></iframe>`;
/** Does what hosts do with the messages, and writes down how far the page moved. */
const LISTENING = `<script>
window.heard = []; window.shift = 0;
addEventListener("message", ({ data }) => { heard.push(data); if (data && data.type === "huella-height") document.getElementById("f").height = data.height; });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
</script>`;
const page = host({
  "/article": () => ({ html: article(frame("/embed?country=AR", 480), LISTENING) }),
  "/low": () => ({ html: article(frame("/embed?country=AR", 150), LISTENING) }),
  "/wordpress": () => ({ html: article(frame("/embed?country=AR#?secret=a1B2c3D4e5", 480, 'sandbox="allow-scripts" security="restricted" data-secret="a1B2c3D4e5"'), LISTENING) }),
});

async function opened(path, reader) {
  const visit = await world.open(`${page.origin}${path}`, reader);
  const inner = await (await visit.page.waitForSelector("iframe")).contentFrame();
  await inner.locator("#map .sign").first().waitFor({ state: "attached" });
  await visit.page.waitForFunction(() => heard.length > 0);
  return { visit, inner };
}

test("one finger over the map scrolls the article, and says how to move the map", async () => {
  const { visit, inner } = await opened("/article", { width: 390, height: 700 });
  const box = await visit.page.locator("#f").boundingBox();
  const before = await inner.evaluate(() => document.querySelector(".leaflet-map-pane").style.transform);
  const client = await visit.page.context().newCDPSession(visit.page);
  const touch = (type, y) => client.send("Input.dispatchTouchEvent", { type, touchPoints: y === null ? [] : [{ x: box.x + box.width / 2, y }] });
  const from = box.y + 280;
  await touch("touchStart", from);
  for (let way = 10; way <= 340; way += 10) {
    await touch("touchMove", from - way);
  }
  await touch("touchEnd", null);
  await visit.page.waitForFunction(() => scrollY >= 300);
  const scrolled = await visit.page.evaluate(() => scrollY);
  assert.ok(scrolled >= 300, `the page moved ${scrolled} px`);
  await sees(() => inner.evaluate(() => document.querySelector(".leaflet-map-pane").style.transform), before, "the map did not");
  await sees(() => inner.locator(".hint").textContent(), /two fingers/);
  assert.deepEqual(faultsBut(visit, page.origin), []);
  await visit.close();
});

test("the wheel scrolls the article; with Ctrl it moves the map, and buttons always do", async () => {
  const { visit, inner } = await opened("/article", { width: 900, height: 700 });
  const box = await visit.page.locator("#f").boundingBox();
  const scale = () => inner.locator(".scale").innerText();
  const before = await scale();
  await visit.page.mouse.move(box.x + box.width / 2, box.y + 200);
  await visit.page.mouse.wheel(0, 200);
  await visit.page.waitForFunction(() => scrollY >= 150);
  await sees(() => scale(), before);
  await visit.page.evaluate(() => scrollTo(0, 0));
  await visit.page.keyboard.down("Control");
  await visit.page.mouse.wheel(0, -300);
  await visit.page.keyboard.up("Control");
  await inner.waitForFunction((before) => document.querySelector(".scale").innerText !== before, before);
  await sees(() => visit.page.evaluate(() => scrollY), 0);
  const near = await scale();
  await inner.locator(".c-zoomOut").click();
  await inner.locator(".c-zoomOut").click();
  assert.notEqual(await scale(), near);
  await visit.close();
});

test("a frame that is high enough moves nothing when its message comes", async () => {
  for (const width of [320, 600, 1200]) {
    const { visit, inner } = await opened("/article", { width, height: 800 });
    await visit.page.waitForFunction(() => heard.some(({ type }) => type === "huella-height"));
    await inner.evaluate(settled);
    const [own] = await visit.page.evaluate(() => heard.filter(({ type }) => type === "huella-height"));
    assert.equal(own.height, 480, `${width}`);
    await sees(() => visit.page.evaluate(() => shift), 0, `${width}`);
    await visit.close();
  }
});

test("a frame that is too low asks for the room that a map needs", async () => {
  const { visit, inner } = await opened("/low", { width: 600, height: 800 });
  await visit.page.waitForFunction(() => document.getElementById("f").height > 300);
  await sees(async () => (await inner.locator("#map").boundingBox()).height >= 200, true);
  await visit.close();
});

test("WordPress and AMP are told in their own words, within their bounds", async () => {
  const { visit } = await opened("/wordpress", { width: 600, height: 800 });
  await visit.page.evaluate(() => document.getElementById("f").contentWindow.postMessage({ message: "ready", secret: "a1B2c3D4e5" }, "*"));
  await visit.page.waitForFunction(() => heard.some((data) => data.message === "height"));
  const heard = await visit.page.evaluate(() => window.heard);
  const wordpress = heard.find(({ message }) => message === "height");
  assert.equal(wordpress.secret, "a1B2c3D4e5");
  assert.ok(wordpress.value >= 200 && wordpress.value <= 1000);
  const amp = heard.find(({ sentinel }) => sentinel === "amp");
  assert.deepEqual([amp.type, amp.height], ["embed-size", 480]);
  await visit.close();
});
