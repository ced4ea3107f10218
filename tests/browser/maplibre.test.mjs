/** MapLibre GL JS draws our vector tiles, by what docs/tiles.md tells of it: each feature where the service says it is. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { atlasInWebGL } from "./atlas.mjs";
import { faultsBut, host } from "./host.mjs";

const world = atlasInWebGL();
const script = readFileSync(createRequire(import.meta.url).resolve("maplibre-gl/dist/maplibre-gl.js"));
const circle = { "circle-color": "#a3542f", "circle-radius": ["step", ["coalesce", ["get", "feature_count"], 1], 3, 10, 5, 100, 8] };
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A map of somebody else</title><link rel="icon" href="data:,">
<body style="margin:0"><div id="map" style="position:absolute;inset:0"></div><script src="/maplibre-gl.js"></script>`;
const page = host({
  "/": PAGE,
  "/maplibre-gl.js": () => ({ html: script, headers: { "content-type": "text/javascript" } }),
});

/** Within the page: a map of the sites, kept as `map`. */
const begin = ({ source, paint, view }) =>
  new Promise((done, failed) => {
    const background = { id: "ground", type: "background", paint: { "background-color": "#ffffff" } };
    window.map = new maplibregl.Map({ container: "map", style: { version: 8, sources: {}, layers: [background] }, ...view, fadeDuration: 0 });
    map.on("error", ({ error }) => failed(error));
    map.on("load", () => {
      map.addSource("sites", { type: "vector", url: source });
      const layer = { source: "sites", "source-layer": "sites" };
      map.addLayer({ id: "lines", type: "line", ...layer, filter: ["==", ["geometry-type"], "LineString"] });
      map.addLayer({ id: "points", type: "circle", ...layer, filter: ["==", ["geometry-type"], "Point"], paint });
      map.once("idle", done);
    });
  });
const turn = (view) => new Promise((done) => {
  map.once("idle", done);
  map.jumpTo(view);
});
/** Within the page: what is drawn, and in which box. */
const seen = () => {
  const drawn = map.queryRenderedFeatures({ layers: ["lines", "points"] });
  const shown = map.getBounds();
  return {
    bbox: [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()],
    drawn: drawn.map(({ id, properties, geometry }) => ({ number: id, id: properties.id, status: properties.status, geometry })),
  };
};

test("MapLibre shows what the service finds in the same box", async () => {
  const reader = await world.open(`${page.origin}/`, { width: 640, height: 480 });
  const source = `${world.origin}/ogc/collections/sites/tiles/WebMercatorQuad?f=tilejson`;
  const items = async (box) => (await (await fetch(`${world.origin}/ogc/collections/sites/items?limit=10000&bbox=${box.join()}`)).json()).features;
  for (const view of [{ center: [-60, -20], zoom: 3 }, { center: [-66.5, -24], zoom: 7.4 }]) {
    await (view.zoom === 3 ? reader.page.evaluate(begin, { source, paint: circle, view }) : reader.page.evaluate(turn, view));
    const { bbox, drawn } = await reader.page.evaluate(seen);
    const wanted = await items(bbox);
    assert.ok(wanted.length > 10, `${wanted.length} features`);
    // A unit of a tile of that zoom.
    const unit = 360 / 2 ** Math.floor(view.zoom) / 4096;
    for (const { id, properties, geometry } of wanted.filter(({ geometry }) => geometry)) {
      const feature = drawn.find((feature) => feature.id === id);
      assert.ok(feature, `${id} is drawn`);
      assert.equal(feature.status, properties.status);
      assert.ok(Number.isInteger(feature.number) && feature.number > 0);
      if (geometry.type !== "Point") continue;
      const off = feature.geometry.coordinates.map((at, axis) => Math.abs(at - geometry.coordinates[axis]));
      assert.ok(Math.max(...off) <= unit, `${id} is off by ${off}`);
    }
    // A sign whose middle lies beyond the edge reaches into the view.
    const around = new Set((await items([bbox[0] - 1, bbox[1] - 1, bbox[2] + 1, bbox[3] + 1])).map(({ id }) => id));
    assert.deepEqual(drawn.filter(({ id }) => !around.has(id)), []);
    await reader.picture(`maplibre-${Math.floor(view.zoom)}`);
  }
  // It runs a script of its own from memory, and asks us from a page of somebody else.
  const others = [`another host: blob:${page.origin}`, `another host: ${world.origin}`];
  assert.deepEqual(faultsBut(reader, page.origin).filter((fault) => !others.some((other) => fault.startsWith(other))), []);
  await reader.close();
});
