/** Whoever listens to the map hears of the projects that are in view, and of no others. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";

const world = atlas();
/** A sign gives way to its neighbours by so many pixels at most. */
const ASIDE = 60;

/** Names of the buttons on the map, as the browser tells them to a screen reader. */
async function announced(page) {
  const client = await page.context().newCDPSession(page);
  const { root } = await client.send("DOM.getDocument");
  const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#map .leaflet-signs-pane" });
  const { nodes } = await client.send("Accessibility.queryAXTree", { nodeId, role: "button" });
  await client.detach();
  return nodes.filter(({ ignored }) => !ignored).map(({ name }) => name.value);
}

/** West, south, east, north of what a box of pixels around a view's middle shows. */
function extent([zoom, lat, lon], { width, height }, more) {
  const pixels = 256 * 2 ** zoom;
  const up = (degrees) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
  const down = (y) => (Math.atan(Math.sinh(y)) * 180) / Math.PI;
  const [dx, dy] = [((width / 2 + more) / pixels) * 360, ((height / 2 + more) / pixels) * 2 * Math.PI];
  return [lon - dx, down(up(lat) - dy), lon + dx, down(up(lat) + dy)];
}

/** Names of the projects of which the service has a place of these types within an extent; a line may only cross it, its sign lying elsewhere. */
async function served(box, filter, types) {
  const query = new URLSearchParams({ f: "json", limit: "10000", bbox: box.map((degrees) => degrees.toFixed(5)).join(","), properties: "name,precision", ...filter });
  const { features } = await (await fetch(`${world.origin}/ogc/collections/sites/items?${query}`)).json();
  const found = features.filter(({ geometry, properties }) => types.includes(geometry?.type) && properties.precision !== "country");
  return new Set(found.map(({ properties }) => properties.name));
}

for (const [view, filter] of [["7/-24/-66", {}], ["6/-33.5/-70", { on: "2016-01-01" }], ["6.5/10/-67", { layer: "surveillance" }], ["6/-12/-76", {}]]) {
  test(`at ${view} ${new URLSearchParams(filter)} the names announced are those of the projects in view`, async () => {
    const reader = await world.open(`/?${new URLSearchParams(filter)}&map=${view}`);
    await reader.mapped();
    const box = await reader.page.locator("#map").boundingBox();
    const at = view.split("/").map(Number);
    const [inner, outer] = await Promise.all([
      served(extent(at, box, -ASIDE), filter, ["Point"]),
      served(extent(at, box, ASIDE), filter, ["Point", "LineString"]),
    ]);
    assert.ok(inner.size > 0, "there are projects in view");
    const names = await announced(reader.page);
    const told = (project) => names.some((name) => name.startsWith(`${project}, `));
    assert.deepEqual([...inner].filter((project) => !told(project)), [], "in view and not announced");
    assert.deepEqual(names.filter((name) => ![...outer].some((project) => name.startsWith(`${project}, `))), [], "announced and not in view");
    reader.clean();
    await reader.close();
  });
}

test("when the map is moved other names are announced, and the stop of the Tab key stays in view", async () => {
  const reader = await world.open("/?map=7/-24/-66");
  await reader.mapped();
  const { page } = reader;
  const before = await announced(page);
  await page.locator(".c-pan").click();
  for (let i = 0; i < 4; i++) await page.locator(".c-east").click();
  await page.waitForFunction(() => Number(new URL(location.href).searchParams.get("map").split("/")[2]) > -62);
  const after = await announced(page);
  assert.ok(before.some((name) => !after.includes(name)) && after.length < before.length, `${before.length}, then ${after.length}`);
  const stop = await page.locator('#map .sign[tabindex="0"]').evaluateAll((signs) => signs.map((sign) => sign.getAttribute("aria-label")));
  assert.equal(stop.length, 1);
  if (after.length > 0) assert.ok(after.includes(stop[0]), stop[0]);
  await reader.close();
});
