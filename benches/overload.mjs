/**
 * Pages, data, queries, pictures and frames mixed, asked for by 64 times as many connections as keep the server busy:
 * `node benches/overload.mjs FOLDER HUELLA`. Server and generator have a core each. Every answer that is served must
 * come soon, and a second later a reader must notice nothing.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { CLIENT, Program } from "./program.mjs";

const run = promisify(execFile);
const [, , folder, huella] = process.argv.map((word) => path.resolve(word));
const seconds = Number(process.env.OVERLOAD_SECONDS ?? 10);
/** So many connections, each of which asks as soon as it was answered, keep one core busy. */
const BUSY = 4;
const TIMES = 64;
const origin = "http://127.0.0.1:18096";
/** So often as readers ask for each: parts and data more than pages, pictures seldom. */
const MIX = [
  ["/", 2],
  ["/es/project/jujuy-seguro", 3],
  ["/project/jujuy-seguro/panel", 3],
  ["/data/lithium.geojson", 3],
  ["/data/projects.csv", 1],
  ["/ogc/collections/sites/items?f=json&bbox=-67,-25,-64,-22", 3],
  ["/ogc/collections/sites/items?f=json&filter=status%3D%27operating%27", 1],
  ["/ogc/collections/lithium/tiles/WebMercatorQuad/5/10/18", 2],
  ["/embed?sel=jujuy-seguro", 1],
  ["/image.svg?country=AR&plain=1", 1],
];
const UNITS = { us: 1e-3, ms: 1, s: 1e3, m: 6e4 };

mkdirSync(folder, { recursive: true });
const addresses = MIX.flatMap(([address, often]) => Array.from({ length: often }, () => address));
const script = path.join(folder, "overload.lua");
writeFileSync(script, `local all = {${addresses.map((address) => JSON.stringify(address)).join(",")}}\nlocal n = 0\nwrk.headers["Accept-Encoding"] = "br"\nrequest = function()\n  n = n % #all + 1\n  return wrk.format("GET", all[n])\nend\n`);

const server = new Program(huella, ["--listen", "127.0.0.1:18096", "--log-filter", "error"]);
await server.answers(`${origin}/`);
for (const address of addresses) assert.equal((await fetch(origin + address)).status, 200, address);
await server.rests();

/** Requests a second, milliseconds within which so many of a hundred were answered, and how many were turned away. */
async function asked(connections) {
  const { stdout } = await run("taskset", ["-c", CLIENT, "wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "30s", "--latency", "-s", script, origin]);
  const at = (percent) => {
    const [, number, unit] = new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s|m)`).exec(stdout) ?? [];
    return Number(number) * (UNITS[unit] ?? NaN);
  };
  const number = (pattern) => Number(pattern.exec(stdout)?.[1] ?? 0);
  const errors = /Socket errors: (.*)/.exec(stdout)?.[1] ?? "";
  return { perSecond: number(/Requests\/sec:\s+([\d.]+)/), median: at(50), p99: at(99), away: number(/Non-2xx or 3xx responses: (\d+)/), total: number(/(\d+) requests in/), errors };
}

/** How long a reader waits for a page, in milliseconds; without end where it is turned away. */
async function waits() {
  const start = performance.now();
  const answer = await fetch(`${origin}/es/project/jujuy-seguro`);
  await answer.arrayBuffer();
  return answer.status === 200 ? performance.now() - start : Infinity;
}

const line = (name, { perSecond, median, p99, away, total, errors }) => console.log(`${name}: ${perSecond.toFixed(0)} answers a second, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${away} of ${total} turned away${errors && `, ${errors}`}`);
const busy = await asked(BUSY);
line(`${BUSY} connections`, busy);
const over = await asked(BUSY * TIMES);
line(`${BUSY * TIMES} connections`, over);
const end = performance.now();
const soon = 10 + 5 * busy.median;
let recovered = NaN;
for (let again = 0; again < 100; again++) {
  const waited = await waits();
  recovered = performance.now() - end;
  if (waited < soon) break;
  await sleep(5);
}
console.log(`after that a page comes within ${soon.toFixed(0)} ms again: ${recovered.toFixed(0)} ms later`);
await server.stop();
assert.equal(over.errors, "", "no connection was broken");
assert.ok(over.p99 < 250, `p99 of ${over.p99} ms`);
assert.ok(recovered < 1000, `recovered after ${recovered} ms`);
