/** "As it stood on …": list, counts and signs of any day agree with the server's, and a keyboard is enough. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY, atlas, mapData, settled } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();
const INPUT = "#time input[type=date]";
const RANGE = "#time input[type=range]";

const timed = async (reader) => {
  await reader.mapped();
  await reader.page.locator("#time .track").waitFor({ state: "attached" });
};
const on = (page) => new URL(page.url()).searchParams.get("on");
/** Status by project, of the rows that are shown. */
const told = (page) => page.locator("#list .row:not([hidden])").evaluateAll((all) => Object.fromEntries(all.map((row) => [row.dataset.project, row.dataset.status])));

/** Every day on which something happens or ends, the day before and the day after, each once. */
async function eventDays() {
  const { projects, features } = await mapData(world.origin);
  const first = (date) => `${date}-01-01`.slice(0, 10);
  const beside = (day, by) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
  const dates = [...Object.values(projects).flatMap(({ events }) => events.map(([date]) => date)), ...features.flatMap(({ properties: { from, until } }) => [from, until].filter(Boolean))];
  const days = new Set(dates.flatMap((date) => [-1, 0, 1].map((by) => beside(first(date), by))));
  return [...days].filter((day) => day < DAY && day > "2000-01-01").sort();
}

/** What the service says of a day: status by project, and those without a place. */
async function served(day) {
  const { features } = await (await fetch(`${world.origin}/ogc/collections/projects/items?f=json&limit=10000&on=${day}&properties=status`)).json();
  const rows = features.map(({ id, geometry, properties }) => `${id} ${properties.status}${geometry === null ? " tray" : ""}`);
  return rows.sort().join("\n");
}

/** What the page's list says of each of these days, asked of its own control one after the other. */
const listedOn = (days) => {
  const input = document.querySelector("#time input[type=date]");
  const rows = [...document.querySelectorAll("#list .row[data-project]")];
  return days.map((day) => {
    input.value = day;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const shown = rows.filter(({ hidden }) => !hidden).map((row) => `${row.dataset.project} ${row.dataset.status}${row.closest("#tray") ? " tray" : ""}`);
    return shown.sort().join("\n");
  });
};

test("on every day of the record, the day before and the day after, list, status and tray are the server's", async (t) => {
  const days = await eventDays();
  assert.ok(days.length > 1000, `${days.length} days`);
  t.diagnostic(`${days.length} days`);
  const reader = await world.open("/");
  await timed(reader);
  // A thousand steps within seconds: browsers refuse to write so many into the address.
  await reader.page.evaluate(() => (history.pushState = history.replaceState = () => {}));
  const PART = 24;
  for (let at = 0; at < days.length; at += PART) {
    const part = days.slice(at, at + PART);
    const [page, server] = await Promise.all([reader.page.evaluate(listedOn, part), Promise.all(part.map(served))]);
    part.forEach((day, i) => assert.equal(page[i], server[i], day));
  }
  reader.clean();
  await reader.close();
});

test("on days from first to last the signs are those of the projects that have a place", async () => {
  const all = await eventDays();
  const days = all.filter((_, i) => i % 67 === 0);
  const reader = await world.open("/");
  await timed(reader);
  const { page } = reader;
  for (const day of days) {
    const { features } = await (await fetch(`${world.origin}/ogc/collections/sites/items?f=json&limit=10000&on=${day}&properties=project`)).json();
    await page.locator(INPUT).fill(day);
    await page.evaluate(settled);
    const placed = new Set(features.filter(({ geometry }) => geometry !== null).map(({ properties }) => properties.project));
    const signs = await page.locator("#map .sign").evaluateAll((all) => [...new Set(all.map(({ dataset }) => dataset.project))].sort());
    assert.deepEqual(signs, [...placed].sort(), day);
  }
  reader.clean();
  await reader.close();
});

test("a keyboard alone goes back in time, from event to event, and to today", async () => {
  const reader = await world.open("/");
  await timed(reader);
  const { page } = reader;
  await page.locator(RANGE).focus();
  await page.keyboard.press("ArrowLeft");
  const month = new Date(`${DAY.slice(0, 7)}-01`);
  month.setUTCMonth(month.getUTCMonth() - 1);
  assert.equal(on(page).slice(0, 7), month.toISOString().slice(0, 7), "an arrow is a month");
  await page.keyboard.press("PageDown");
  month.setUTCFullYear(month.getUTCFullYear() - 1);
  assert.equal(on(page).slice(0, 7), month.toISOString().slice(0, 7), "a page is a year");
  await sees(() => page.locator(RANGE).getAttribute("aria-valuetext"), new RegExp(String(month.getUTCFullYear())));
  await page.keyboard.press("Home");
  assert.equal(on(page), "2005-01-01");
  await sees(async () => Object.keys(await told(page)).length < 20, true, "hardly anything had begun");
  await page.locator(INPUT).fill("2019-07-05");
  assert.equal(on(page), "2019-07-05");
  await page.locator("#time .s-next").focus();
  await page.keyboard.press("Enter");
  const next = on(page);
  assert.ok(next > "2019-07-05");
  await page.locator("#time .s-previous").focus();
  await page.keyboard.press("Enter");
  assert.ok(on(page) <= "2019-07-05" && on(page) < next);
  await page.locator("#time .today").focus();
  await page.keyboard.press("Enter");
  assert.equal(on(page), null);
  await sees(() => page.evaluate(() => document.activeElement.id), "on", "the focus stays at the control");
  await page.goBack();
  assert.notEqual(on(page), null, "Back undoes the last step");
  await sees(() => page.locator(INPUT).inputValue(), on(page));
  reader.clean();
  await reader.close();
});

test("a day in the address is shown from the start, and one that is none is the edition's", async () => {
  const reader = await world.open("/?on=2012-06-01");
  await timed(reader);
  await sees(() => reader.page.locator(INPUT).inputValue(), "2012-06-01");
  const few = Object.keys(await told(reader.page)).length;
  assert.ok(few > 5 && few < 80, `${few} rows`);
  await reader.close();
  for (const none of ["2019-02-31", "2099-01-01", "yesterday"]) {
    const other = await world.open(`/?on=${none}`);
    await timed(other);
    await sees(() => other.page.locator(INPUT).inputValue(), DAY, none);
    other.clean();
    await other.close();
  }
});

test("time passes by itself until it is stopped, in years for who asks for less motion", async () => {
  const reader = await world.open("/?on=2010-01-01");
  await timed(reader);
  const { page } = reader;
  await page.locator("#time .s-play").click();
  await sees(() => page.locator("#result").getAttribute("aria-live"), "off", "nothing is read out on the way");
  await page.waitForFunction(() => new URL(location.href).searchParams.get("on") === "2011-01-01");
  await page.locator("#time .s-pause").click();
  await sees(() => page.locator("#result").getAttribute("aria-live"), "polite");
  const stopped = on(page);
  await page.waitForTimeout(2300);
  assert.equal(on(page), stopped);
  await reader.close();
});

test("on a phone the day opens over the list, with targets of 44 px, and the map stays in sight", async () => {
  const reader = await world.open("/?on=2019-07-05", { width: 390, height: 844 });
  await timed(reader);
  const { page } = reader;
  await page.locator(".as-of").click();
  const dialog = page.locator("dialog[open]");
  const { y } = await dialog.boundingBox();
  assert.ok(y > 400, "the upper half is the map's");
  for (const box of await Promise.all((await dialog.locator("button:visible, input:visible").all()).map((each) => each.boundingBox()))) assert.ok(box.height >= 44, `${box.height}`);
  await reader.picture("day-390");
  await page.locator("#time .s-previous").click();
  assert.ok(on(page) < "2019-07-05");
  await page.keyboard.press("Escape");
  await sees(() => page.evaluate(() => document.activeElement.className), "as-of");
  await reader.close();
});
