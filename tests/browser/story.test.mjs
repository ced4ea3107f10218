/** A story: text and map go together, however the reader goes on; without scripts it is whole, too. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sound } from "./axe.mjs";
import { sees } from "./sees.mjs";

const world = atlas();
const STORY = "/story/safe-like-china";

/** What the reader is at, as page, map and address say it. */
const whereabouts = (page) =>
  page.evaluate(() => ({
    stop: document.querySelector(".stop.current")?.id ?? null,
    count: document.querySelector(".step-count").textContent,
    card: document.querySelector(".story-card b").textContent,
    chosen: document.querySelector(".sign.chosen")?.dataset.project ?? null,
    hash: location.hash,
  }));

/** Until page and map have come to a stop. */
const at = (page, number) =>
  page.waitForFunction(
    (wanted) => {
      const stop = document.querySelector(".stop.current");
      const sel = new URLSearchParams(stop?.dataset.state).get("sel");
      const chosen = document.querySelector(".sign.chosen")?.dataset.project ?? null;
      const box = document.querySelector(".stage").getBoundingClientRect();
      const seen = (sign) => { const { x, y } = sign.getBoundingClientRect(); return x >= box.left && x < box.right && y >= box.top && y < box.bottom; };
      const signs = [...document.querySelectorAll(".sign")];
      return stop?.id === `stop-${wanted}` && (sel === null || chosen === sel || !signs.some(({ dataset }) => dataset.project === sel)) && signs.some(seen);
    },
    number,
    { timeout: 6000 },
  );

/** How many of the chosen project's signs are in the map's box. */
const inView = (page) =>
  page.evaluate(() => {
    const box = document.querySelector(".stage .map").getBoundingClientRect();
    return [...document.querySelectorAll(".sign.chosen")].filter((sign) => {
      const { x, y, width, height } = sign.getBoundingClientRect();
      return x + width / 2 > box.left && x + width / 2 < box.right && y + height / 2 > box.top && y + height / 2 < box.bottom;
    }).length;
  });

test("scrolling to a stop moves the map and the address there, and back", async () => {
  const reader = await world.open(STORY);
  await reader.mapped();
  const { page } = reader;
  await sees(() => whereabouts(page), { stop: null, count: "9 stops", card: "Jujuy Seguro e Interconectado", chosen: "jujuy-seguro", hash: "" });
  const entries = await page.evaluate(() => history.length);
  for (const [number, project] of [[4, "cauchari-solar"], [6, "ecu-911"], [1, "jujuy-seguro"]]) {
    await page.evaluate((id) => scrollTo(0, document.getElementById(id).getBoundingClientRect().top + scrollY - 120), `stop-${number}`);
    await at(page, number);
    const { chosen, count, hash } = await whereabouts(page);
    assert.deepEqual({ chosen, count, hash }, { chosen: project, count: `${number} of 9`, hash: `#stop-${number}` });
    await sees(async () => (await inView(page)) > 0, true, `${project} is in view`);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction(() => location.hash === "");
  await sees(() => page.evaluate(() => history.length), entries, "scrolling leaves nothing for Back");
  reader.clean();
  await reader.close();
});

test("buttons and keys step, say where they have come, and Back undoes a step", async () => {
  const reader = await world.open(STORY);
  await reader.mapped();
  const { page } = reader;
  const next = page.locator(".step-next");
  const back = page.locator(".step-back");
  await sees(() => back.isDisabled(), true);
  await next.click();
  await at(page, 1);
  await next.click();
  await at(page, 2);
  await sees(() => page.locator(".step-said").textContent(), /^2 of 9: What the cameras/);
  await sees(() => next.evaluate((button) => button === document.activeElement), true, "the focus stays on the button");
  await next.evaluate((button) => button.blur());
  await page.keyboard.press("ArrowRight");
  await at(page, 3);
  await sees(() => page.evaluate(() => document.activeElement.id), "stop-3-title", "a key takes the focus along");
  await page.keyboard.press("ArrowLeft");
  await at(page, 2);
  await page.goBack();
  await at(page, 3);
  await page.goBack();
  await at(page, 2);
  assert.equal(new URL(page.url()).hash, "#stop-2");
  reader.clean();
  await reader.close();
});

test("a link to a stop opens there, in either form", async () => {
  for (const address of [`${STORY}#stop-7`, `${STORY}?stop=7`, `${STORY}?stop=2#stop-7`]) {
    const reader = await world.open(address);
    await reader.mapped();
    await at(reader.page, 7);
    const top = await reader.page.locator("#stop-7 h2").evaluate((heading) => heading.getBoundingClientRect().top);
    assert.ok(top > 40 && top < 400, `${address}: its heading is at ${top}`);
    await reader.close();
  }
  for (const address of [`${STORY}#stop-77`, `${STORY}?stop=x`]) {
    const reader = await world.open(address);
    await reader.mapped();
    await sees(async () => (await whereabouts(reader.page)).stop, null, address);
    reader.clean();
    await reader.close();
  }
});

test("who asks for no motion gets none; who does not sees the map fly", async () => {
  // On a busy machine a flight has few frames; without one there is the map before and after its finer base map.
  for (const [still, least, most] of [[true, 0, 2], [false, 3, Infinity]]) {
    const reader = await world.open(STORY, { still });
    await reader.mapped();
    const { page } = reader;
    const frames = await page.evaluate(async (least) => {
      const pane = document.querySelector(".ground");
      const seen = new Set();
      document.querySelector(".step-next").click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      document.querySelector(".step-next").click();
      // Two seconds show that nothing moves; whoever waits for a flight on a busy machine waits longer.
      const until = performance.now() + (least > 0 ? 10_000 : 2000);
      while (performance.now() < until && (least === 0 || seen.size < least)) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        seen.add(`${pane.style.transform} ${pane.firstChild?.getAttribute("d")?.length}`);
      }
      return seen.size;
    }, least);
    assert.ok(frames >= least && frames <= most, `${still ? "still" : "moving"}: ${frames} different frames`);
    await at(page, 2);
    await sees(async () => (await inView(page)) > 5, true, "the towns of 2026 are in view");
    await reader.close();
  }
});

test("the wheel over the map scrolls the page", async () => {
  const reader = await world.open(STORY);
  await reader.mapped();
  const { page } = reader;
  await page.locator("#map").hover();
  const signs = await page.locator(".sign.chosen").first().boundingBox();
  await page.mouse.wheel(0, 400);
  await page.waitForFunction(() => scrollY >= 300);
  await page.mouse.wheel(0, -800);
  await page.waitForFunction(() => scrollY === 0);
  await sees(() => page.locator(".sign.chosen").first().boundingBox(), signs, "the map has not moved");
  await reader.close();
});

test("a source number shows its source; a sign leads to its record", async () => {
  const reader = await world.open(`${STORY}#stop-3`);
  await reader.mapped();
  const { page } = reader;
  await page.locator("#stop-3 a.src").first().click();
  await sees(() => page.locator(".source-card").innerText(), /Reuters/);
  await page.keyboard.press("Escape");
  await sees(() => page.locator(".source-card").count(), 0);
  await page.locator('.sign[data-project="cauchari-olaroz"]').focus();
  await page.keyboard.press("Enter");
  await sees(() => page.locator(".story-card a").getAttribute("href"), /\/project\/cauchari-olaroz$/);
  reader.clean();
  await reader.close();
});

test("on a phone the map stands above the text while the text runs under it", async () => {
  for (const [width, height] of [[390, 844], [320, 640]]) {
    const reader = await world.open(`/es${STORY}`, { width, height });
    await reader.mapped();
    const { page } = reader;
    await page.evaluate(() => document.getElementById("stop-5").scrollIntoView());
    await at(page, 5);
    const [stage, heading] = await page.evaluate(() => [".stage", "#stop-5 h2"].map((each) => document.querySelector(each).getBoundingClientRect().toJSON()));
    assert.equal(stage.top, 0);
    assert.ok(stage.height > height * 0.3 && stage.height < height * 0.5, `${stage.height} of ${height}`);
    assert.ok(heading.top >= stage.bottom && heading.top < stage.bottom + 100, `${heading.top} below ${stage.bottom}`);
    await sees(async () => (await inView(page)) > 0, true, "the chosen project is in view");
    await page.locator(".step-next").tap();
    await at(page, 6);
    const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(scroll <= client, `${scroll} > ${client}`);
    await reader.picture(`story-${width}`);
    reader.clean();
    await reader.close();
  }
});

test("without scripts every stop has its picture and a link to the map", async () => {
  const reader = await world.open(STORY, { script: false });
  const { page } = reader;
  const stops = await page.locator(".stop").evaluateAll((all) =>
    all.map((stop) => ({ picture: stop.querySelector("img").checkVisibility(), link: stop.querySelector(".stop-links a").getAttribute("href") })),
  );
  assert.equal(stops.length, 9);
  assert.ok(stops.every(({ picture, link }) => picture && link.startsWith("/?")));
  await sees(() => page.locator(".stage").evaluate((stage) => stage.checkVisibility()), false);
  await page.locator("#stop-2 img").scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector("#stop-2 img").naturalWidth > 0);
  await reader.picture("story-scriptless");
  reader.clean();
  await reader.close();
});

test("with scripts no stop's picture is fetched, and on paper each has one", async () => {
  const reader = await world.open(STORY);
  await reader.mapped();
  assert.ok(!reader.requests.some((url) => /\/\d+\.svg/.test(url)));
  await reader.page.emulateMedia({ media: "print" });
  await sees(() => reader.page.locator(".stop img").evaluateAll((all) => all.filter((img) => img.checkVisibility()).length), 9);
  await sees(() => reader.page.locator(".stage").evaluate((stage) => stage.checkVisibility()), false);
  await reader.close();
});

test("where the map's data fail, the stop's picture stands in its place and changes with it", async () => {
  const reader = await world.open("/stories");
  const { page } = reader;
  await page.route("**/data/map.geojson", (route) => route.abort());
  await page.goto(`${STORY}#stop-2`);
  const picture = page.locator(".stage .map img");
  await picture.waitFor();
  await sees(() => picture.getAttribute("src"), /\/2\.svg/);
  await page.locator(".step-next").click();
  await page.waitForFunction(() => document.querySelector(".stage .map img").src.includes("/3.svg"));
  await sees(() => picture.getAttribute("alt"), /Caucharí-Olaroz/);
  await reader.close();
});

test("axe has nothing to say about a story or their list, on a light desk and a dark phone", async () => {
  for (const address of [STORY, "/pt/story/lithium-triangle", "/stories"]) {
    for (const [theme, width] of [["light", 1280], ["dark", 390]]) {
      const reader = await world.open(address, { theme, width });
      if (address !== "/stories") await reader.mapped();
      await sound(reader.page, `${address} ${theme} ${width}`);
      const [scroll, client] = await reader.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(scroll <= client, `${address} at ${width}: ${scroll} > ${client}`);
      reader.clean();
      await reader.close();
    }
  }
});
