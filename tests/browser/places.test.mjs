/** The map hides no place that is known. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas, mapData, placed } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

test("over the whole region each project with a known place bears a sign", async () => {
  const { features } = await mapData(world.origin);
  const expected = new Set(features.filter(placed).map(({ properties }) => properties.project));
  assert.ok(expected.size > 100);
  const reader = await world.open("/");
  await reader.mapped();
  const drawn = await reader.page.locator("#map .sign").evaluateAll((signs) => signs.map(({ dataset }) => dataset.project));
  assert.deepEqual(new Set(drawn), expected);
  assert.equal(drawn.length, expected.size, "one sign a project");
  await reader.close();
});

test("at the deepest zoom, where a cable is a million pixels long, signs are drawn", async () => {
  const reader = await world.open("/?map=15/-3.72/-38.53");
  await reader.page.locator("#map .sign").first().waitFor({ state: "attached" });
  await reader.close();
});

test("from near every placed site is drawn, alone, in a stack that counts it, or as a line", async () => {
  const { features } = await mapData(world.origin);
  const sites = features.filter(placed);
  const reader = await world.open("/?map=8/-24/-66");
  await reader.mapped();
  const signs = await reader.page.locator("#map .sign").evaluateAll((all) =>
    all.map((sign) => ({ site: sign.dataset.site, project: sign.dataset.project, count: Number(/ × (\d+)/.exec(sign.getAttribute("aria-label").split(", ").at(-2))?.[1] ?? 1) })),
  );
  const points = sites.filter(({ geometry }) => geometry.type === "Point");
  const lines = sites.filter(({ geometry }) => geometry.type !== "Point");
  await sees(() => reader.page.locator("#map .l-line").count(), lines.length, "every line is drawn");
  const byId = new Map(sites.map((site) => [site.id, site]));
  const count = new Map();
  for (const { site, project, count: stack } of signs) {
    assert.equal(byId.get(site)?.properties.project, project, `${site} is a site of ${project}`);
    if (byId.get(site).geometry.type === "Point") count.set(project, (count.get(project) ?? 0) + stack);
  }
  const expected = new Map();
  for (const { properties } of points) expected.set(properties.project, (expected.get(properties.project) ?? 0) + 1);
  assert.deepEqual(Object.fromEntries([...count].sort()), Object.fromEntries([...expected].sort()));
  // A project that is known only as a line bears its sign on the line.
  const signed = new Set(signs.map(({ project }) => project));
  for (const { properties } of lines) assert.ok(signed.has(properties.project), `${properties.project} bears no sign`);
  await reader.close();
});

test("signs stand where the record says: a sign is never far from its place", async () => {
  const { features } = await mapData(world.origin);
  const reader = await world.open("/?map=6/-23.5/-66");
  await reader.mapped();
  const map = await reader.page.locator("#map").boundingBox();
  const middle = { x: map.x + map.width / 2, y: map.y + map.height / 2 };
  const pixels = 256 * 2 ** 6;
  const mercator = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  const at = ([lon, lat]) => ({
    x: middle.x + ((lon + 66) / 360) * pixels,
    y: middle.y - ((mercator(lat) - mercator(-23.5)) / (2 * Math.PI)) * pixels,
  });
  let seen = 0;
  for (const { id, geometry } of features.filter((site) => placed(site) && site.geometry.type === "Point")) {
    const { x, y } = at(geometry.coordinates);
    if (x < map.x + 40 || x > map.x + map.width - 40 || y < map.y + 40 || y > map.y + map.height - 40) continue;
    const box = await reader.page.locator(`#map .sign[data-site="${id}"]`).evaluateAll(([sign]) => sign && new DOMMatrix(getComputedStyle(sign).transform) && sign.getBoundingClientRect().toJSON());
    // Another site of the project may stand for it in a stack.
    if (!box) continue;
    seen += 1;
    const far = Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
    assert.ok(far < 90, `${id} is drawn ${far.toFixed(0)} px from its place`);
  }
  assert.ok(seen > 5, "the view holds signs");
  await reader.close();
});
