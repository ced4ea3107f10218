/**
 * Measures the program beside its peers and prints a table: `node benches/run.mjs FOLDER HUELLA READY_BYTES`.
 * Each figure is the median of interleaved rounds; servers stand on one core, the load on the other.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { load, median } from "./load.mjs";
import { bboxServer, geopackage, nginx, pygeoapi, readyBytes, TUNED, UNSET } from "./peers.mjs";
import { boxWith, places } from "./places.mjs";
import { CLIENT, Program, SERVER } from "./program.mjs";
import { packages } from "./packages.mjs";

const ROUNDS = 3;
/**
 * How servers are asked whose answers take so long that a moment more or less does not count: one client keeps their one
 * worker busy, and more would only wait.
 */
const SLOW = { seconds: 30, connections: 1, rounds: 1 };
const [, , folder, huella, ready] = process.argv.map((word) => path.resolve(word));
const quiet = ["--log-filter", "warn"];
const rows = [];
const say = (what, value) => {
  rows.push([what, value]);
  console.log(`${what.padEnd(72)} ${value}`);
};
const ms = (n) => `${n < 10 ? n.toFixed(2) : n.toFixed(0)} ms`;
const rate = (n) => (n < 10 ? n.toFixed(3) : Math.round(n).toLocaleString("en"));
const mb = (n) => `${(n / 1e6).toFixed(1)} MB`;

mkdirSync(path.join(folder, "files"), { recursive: true });
packages(folder);
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

// Each view is another, so that none is kept; the first, which reads fonts and base map, is not counted.
const view = async (lat) => (await fetch(`http://127.0.0.1:18081/image.png?map=4.5/${lat}/-60`)).arrayBuffer();
await view(0);
const views = Array.from({ length: 20 }, (_, i) => -1 - i * 1.5);
const drawing = record.processor();
for (const lat of views) await view(lat);
say("picture of 1200 × 630 as PNG, processor", ms(((record.processor() - drawing) / views.length) * 1000));

const loads = [];
let own;
for (let i = 0; i < ROUNDS; i++) {
  await own?.stop();
  own = new Program(huella, ["--listen", "127.0.0.1:18082", "--layer", `places=${data.geojson}`], { core: `${SERVER},${CLIENT}` });
  await own.answers("http://127.0.0.1:18082/healthz");
  loads.push(await own.says(/is ready.* ms=(\d+)/g));
}
const size = statSync(data.geojson).size;
say(`loading ${mb(size)}, ${points.once.length} features`, ms(median(loads)));
await own.stop();

// The same file with another name in it each time, read again beside what is served.
const edited = path.join(folder, "edited.geojson");
const text = readFileSync(data.geojson, "utf8");
const edit = (round) => writeFileSync(edited, text.replace('"name":"', `"name":"${round} `));
edit("first");
own = new Program(huella, ["--listen", "127.0.0.1:18082", "--layer", `places=${edited}`], { core: `${SERVER},${CLIENT}` });
await own.answers("http://127.0.0.1:18082/healthz");
await own.rests();
const reloads = [];
for (let round = 1; round <= ROUNDS; round++) {
  edit(round);
  own.child.kill("SIGHUP");
  reloads.push(await own.says(/reloaded.* ms=(\d+)/g, round));
}
say(`reload of ${mb(size)}`, ms(median(reloads)));
await own.stop();

own = new Program(huella, ["--listen", "127.0.0.1:18082", "--layer", `places=${data.geojson}`, ...quiet]);
await own.answers("http://127.0.0.1:18082/healthz");
say("memory of a layer when it is loaded, as a multiple of its file", `${((own.memory() - record.memory()) / size).toFixed(2)} ×`);
await own.rests();
say("the same with its compressed files, and at most on the way", `${((own.memory() - record.memory()) / size).toFixed(2)} ×, ${((own.memory("VmHWM") - record.memory()) / size).toFixed(2)} ×`);
// Whole files in other formats, each made when it is first asked for, then kept.
for (const ending of ["fgb", "csv", "kml", "gpkg", "parquet"]) {
  const address = `http://127.0.0.1:18082/data/places.${ending}`;
  const took = [];
  let bytes = 0;
  for (let i = 0; i < 2; i++) {
    const begun = performance.now();
    const answer = await fetch(address, { headers: { "accept-encoding": "identity" } });
    bytes = (await answer.arrayBuffer()).byteLength;
    took.push(performance.now() - begun);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  }
  say(`the layer as ${ending}, ${mb(bytes)}: made, and sent again`, took.map(ms).join(", "));
}
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
  tuned: nginx(folder, path.join(folder, "files"), 18084, TUNED),
  nginx: nginx(folder, path.join(folder, "files"), 18088),
  unset: nginx(folder, path.join(folder, "files"), 18089, UNSET),
  axum: readyBytes(ready, path.join(folder, "files"), 18085),
};
await peers.tuned.answers("http://127.0.0.1:18084/box40.geojson");
await peers.nginx.answers("http://127.0.0.1:18088/box40.geojson");
await peers.unset.answers("http://127.0.0.1:18089/box40.geojson");
await peers.axum.answers("http://127.0.0.1:18085/box40.geojson");
/**
 * Rounds over several servers, interleaved so that all share the machine's moods. Beside requests a second
 * stands the processor's time for one, which other work on the machine disturbs less.
 */
async function compare(title, servers, options = {}) {
  const runs = new Map(Object.keys(servers).map((who) => [who, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [who, { server, url, rounds = ROUNDS, ...own }] of Object.entries(servers)) {
      if (round >= rounds) continue;
      const before = server.processor();
      const { perSecond, total } = await load(folder, url, { ...options, ...own });
      runs.get(who).push({ perSecond, cost: ((server.processor() - before) / total) * 1e6 });
    }
  }
  let first;
  for (const [who, all] of runs) {
    const [perSecond, cost] = ["perSecond", "cost"].map((what) => median(all.map((run) => run[what])));
    first ??= { perSecond, cost };
    const times = (n) => `${n.toFixed(n < 20 ? 2 : 0)} ×`;
    const ratio = who === Object.keys(servers)[0] ? "" : `; the first is ${times(first.perSecond / perSecond)}, by processor ${times(cost / first.cost)}`;
    say(`${title}: ${who}`, `${rate(perSecond)} / s, ${Math.round(cost).toLocaleString("en")} µs${ratio}`);
  }
}

for (const [count, box] of Object.entries(boxes)) {
  await compare(`box of ${count}`, {
    huella: { server: own, url: items(18082, "BOX"), vary: box },
    "nginx with nothing set": { server: peers.unset, url: `http://127.0.0.1:18089/box${count}.geojson` },
    "nginx, the same bytes": { server: peers.nginx, url: `http://127.0.0.1:18088/box${count}.geojson` },
    "nginx that keeps files open": { server: peers.tuned, url: `http://127.0.0.1:18084/box${count}.geojson` },
    "axum, the same bytes": { server: peers.axum, url: `http://127.0.0.1:18085/box${count}.geojson` },
  });
}
await compare(
  "all sites, gzip",
  {
    huella: { server: record, url: "http://127.0.0.1:18081/data/sites.geojson" },
    "huella, asked as browsers ask": { server: record, url: "http://127.0.0.1:18081/data/sites.geojson", headers: { "accept-encoding": "gzip, deflate, br, zstd" } },
    "nginx with nothing set": { server: peers.unset, url: "http://127.0.0.1:18089/zipped/sites.geojson" },
    "nginx, gzip_static": { server: peers.nginx, url: "http://127.0.0.1:18088/zipped/sites.geojson" },
    "nginx that keeps files open": { server: peers.tuned, url: "http://127.0.0.1:18084/zipped/sites.geojson" },
    "axum, the same bytes": { server: peers.axum, url: "http://127.0.0.1:18085/zipped/sites.geojson" },
  },
  { headers: { "accept-encoding": "gzip" } },
);

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

const tenfold = new Program(huella, ["--listen", "127.0.0.1:18083", "--layer", `places=${data.tenfold}`, ...quiet]);
await tenfold.answers("http://127.0.0.1:18083/healthz");
await tenfold.rests();
say(`resident with ${points.tenfold.length} features, ${mb(statSync(data.tenfold).size)}`, mb(tenfold.memory()));

await compare("box of 40", {
  "the data once": { server: own, url: items(18082, "BOX"), vary: boxes[40] },
  "ten times the data": { server: tenfold, url: items(18083, "BOX"), vary: boxWith(points.tenfold, 40) },
});
try {
  peers.pygeoapi = pygeoapi(folder, data, 18086);
  await peers.pygeoapi.answers("http://127.0.0.1:18086/conformance?f=json");
} catch (error) {
  console.error(`pygeoapi is left out: ${error.message}`);
  delete peers.pygeoapi;
}

if (peers.pygeoapi) {
  const slow = { ...SLOW, server: peers.pygeoapi };
  for (const [count, box] of Object.entries(boxes)) {
    const url = (name) => `http://127.0.0.1:18086/collections/${name}/items?f=json&limit=2000&bbox=BOX`;
    await compare(`box of ${count}`, {
      huella: { server: own, url: items(18082, "BOX"), vary: box },
      "pygeoapi, GeoPackage": { ...slow, url: url("package"), vary: box },
      "pygeoapi, GeoJSON": { ...slow, url: url("file"), vary: box },
    });
  }
}

try {
  peers.bbox = bboxServer(folder, data.geopackage, 18087);
  await peers.bbox.answers("http://127.0.0.1:18087/collections.json");
  const page = (port, base) => `http://127.0.0.1:${port}${base}/collections/places/items`;
  for (const count of Object.keys(boxes)) {
    await compare(`a page of ${count}`, {
      huella: { server: own, url: `${page(18082, "/ogc")}?f=json&limit=${count}` },
      "huella, asked by one client": { server: own, url: `${page(18082, "/ogc")}?f=json&limit=${count}`, connections: 1, rounds: 1 },
      "bbox-feature-server, GeoPackage": { server: peers.bbox, url: `${page(18087, "")}.json?limit=${count}`, ...SLOW },
    });
  }
} catch (error) {
  console.error(`bbox-feature-server is left out (cargo install bbox-feature-server --version 0.6.1): ${error.message}`);
  delete peers.bbox;
}

for (const server of [record, own, tenfold, ...Object.values(peers)]) await server.stop();
writeFileSync(path.join(folder, "figures.md"), rows.map((row) => `| ${row.join(" | ")} |`).join("\n"));
