/**
 * Tiles made anew, beside martin's: `node benches/tile_peers.mjs FOLDER HUELLA MARTIN`, where MARTIN is what
 * `cargo install martin --no-default-features --features geojson` made. Both hold the 135,000 places in memory and an index;
 * each tile of a stretch of South America, and the fullest that hold about 5,000 places, is asked for once, one at a time, so
 * that none comes from a cache.
 */
import { readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { median } from "./load.mjs";
import { packages } from "./packages.mjs";
import { places } from "./places.mjs";
import { Program } from "./program.mjs";

const [folder, huella, martin] = process.argv.slice(2, 5).map((word) => path.resolve(word));
/** West, south, east, north. */
const AREA = [-75, -35, -45, -15];
/** At most so many tiles of a zoom. */
const MOST = 40;
packages(folder);
places(folder);
const file = path.join(folder, "places.geojson");

const x = (lon, z) => Math.floor(((lon + 180) / 360) * 2 ** z);
const y = (lat, z) => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
function tiles(z) {
  const [west, south, east, north] = AREA;
  const all = [];
  for (let row = y(north, z); row <= y(south, z); row++) for (let column = x(west, z); column <= x(east, z); column++) all.push([z, row, column]);
  return all.slice(0, MOST);
}

/** The tiles of zooms 3 to 7 that hold closest to so many places. */
function holding(wanted, most) {
  const held = new Map();
  for (const { geometry } of JSON.parse(readFileSync(file, "utf8")).features) {
    const [lon, lat] = geometry.coordinates;
    for (let z = 3; z <= 7; z++) {
      const key = [z, y(lat, z), x(lon, z)].join();
      held.set(key, (held.get(key) ?? 0) + 1);
    }
  }
  return [...held].sort(([, a], [, b]) => Math.abs(a - wanted) - Math.abs(b - wanted)).slice(0, most).map(([key]) => key.split(",").map(Number));
}

/** Asks for a tile over a connection that is kept; how many bytes came. `fetch` would cost as much as the tile. */
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const ask = (url) =>
  new Promise((settle, fail) => {
    const request = http.get(url, { agent, headers: { "accept-encoding": "identity" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk) => (bytes += chunk.length));
      answer.on("end", () => (answer.statusCode === 200 || answer.statusCode === 204 ? settle(bytes) : fail(new Error(`${url}: ${answer.statusCode}`))));
    });
    request.on("error", fail);
  });

const servers = {
  huella: {
    server: new Program(huella, ["--listen", "127.0.0.1:18087", "--log-filter", "warn", "--layer", `places=${file}`]),
    ready: "http://127.0.0.1:18087/healthz",
    tile: ([z, row, column]) => `http://127.0.0.1:18087/ogc/collections/places/tiles/WebMercatorQuad/${z}/${row}/${column}?f=mvt`,
  },
  martin: {
    server: new Program(martin, ["--listen-addresses", "127.0.0.1:18088", "--workers", "1", "--cache-size", "0", file], { env: { RUST_LOG: "error" } }),
    ready: "http://127.0.0.1:18088/health",
    tile: ([z, row, column]) => `http://127.0.0.1:18088/places/${z}/${column}/${row}`,
  },
};
const full = holding(5000, 10);
const [near, beside] = [full.slice(0, 5), full.slice(5)];
for (const { server, ready, tile } of Object.values(servers)) {
  await server.answers(ready);
  await server.rests();
  // What the client compiles at its first requests is no server's cost.
  for (let i = 0; i < 200; i++) await ask(ready);
  // Nor is what a server touches for the first time with its first tiles.
  for (const square of beside) await ask(tile(square));
}
for (const [what, asked] of [["about 5,000 places", near], ...[4, 5, 6, 8, 10].map((z) => [`zoom ${z}`, tiles(z)])]) {
  const costs = {};
  for (const [who, { server, tile }] of Object.entries(servers)) {
    let bytes = 0;
    const each = [];
    for (const square of asked) {
      const [before, start] = [server.threads(), performance.now()];
      bytes += await ask(tile(square));
      each.push({ took: performance.now() - start, processor: server.spent(before) });
    }
    // Of a handful of tiles one that another guest of the host held up would weigh as much as all others.
    const [took, processor] = ["took", "processor"].map((of) => median(each.map((one) => one[of])));
    costs[who] = { took, processor };
    console.log(`${what}, ${asked.length} tiles: ${who.padEnd(8)} ${took.toFixed(2)} ms a tile, ${processor.toFixed(2)} ms of processor, ${(bytes / asked.length / 1000).toFixed(1)} kB`);
  }
  const times = (of) => `${(costs.martin[of] / costs.huella[of]).toFixed(0)} ×`;
  console.log(`${what}: martin takes ${times("took")} as long, ${times("processor")} the processor`);
}
for (const { server } of Object.values(servers)) await server.stop();
