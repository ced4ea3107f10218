/**
 * A thousand reloads (or RELOADS) while readers ask: `node benches/reloads.mjs FOLDER HUELLA`. No request may fail, no
 * answer may mix two states of the record, none may go back to an older one, and memory must return.
 */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "./load.mjs";
import { Program } from "./program.mjs";

const [, , folder, huella] = process.argv.map((word) => path.resolve(word));
const RELOADS = Number(process.env.RELOADS ?? 1000);
const READERS = 8;
/** Milliseconds between an answer and the next request of a reader. */
const PAUSE = 10;
/** What had been loaded when memory is first looked at. */
const SETTLED = Math.min(100, Math.floor(RELOADS / 2));
const port = 18095;
const record = path.join(folder, "reloads-record");
const geodata = path.join(import.meta.dirname, "../geodata");
/** Each names the state in its name, in every language. */
const EDITED = ["jujuy-seguro", "cauchari-olaroz", "baranoa-solar"].map((id) => ({ id, file: `projects/${id}.geojson` }));
const ASKED = [
  "/",
  "/es/?layer=lithium",
  "/project/jujuy-seguro",
  "/zh/project/cauchari-olaroz",
  "/project/baranoa-solar.json",
  "/data/projects.geojson",
  "/data/record.json",
  "/data/search.json",
  "/ogc/collections/projects/items?f=json&limit=500",
  "/ogc/collections/projects/items?f=html&limit=500",
  "/embed?layer=lithium",
];

mkdirSync(folder, { recursive: true });
rmSync(record, { recursive: true, force: true });
cpSync(geodata, record, { recursive: true });

/** The record in its state `n`. */
function edit(n) {
  for (const { file } of EDITED) {
    const text = JSON.parse(readFileSync(path.join(geodata, file), "utf8"));
    for (const [lang, name] of Object.entries(text.project.name)) text.project.name[lang] = `${name} state${String(n).padStart(5, "0")}`;
    writeFileSync(path.join(record, file), JSON.stringify(text));
  }
}

const agent = new http.Agent({ keepAlive: true, maxSockets: READERS + 1 });
const get = (address) =>
  new Promise((resolve, reject) => {
    const request = http.get({ host: "127.0.0.1", port, path: address, agent }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    request.on("error", reject);
  });
const content = async () => JSON.parse((await get("/readyz")).text).content;

edit(0);
const server = new Program(huella, ["--geodata", record, "--listen", `127.0.0.1:${port}`, "--log-filter", "warn"], { core: "0,1" });
await server.answers(`http://127.0.0.1:${port}/`);
let [reading, answers, states] = [true, 0, 0];

async function reader(number) {
  let newest = -1;
  for (let turn = number; reading; turn++) {
    const address = ASKED[turn % ASKED.length];
    const { status, text } = await get(address);
    assert.equal(status, 200, address);
    const told = new Set(text.match(/state\d{5}/g));
    assert.equal(told.size, 1, `${address} mixes ${[...told]}`);
    const state = Number([...told][0].slice(5));
    assert.ok(state >= newest, `${address} went back from ${newest} to ${state}`);
    if (state > newest) states += 1;
    newest = state;
    answers += 1;
    await sleep(PAUSE);
  }
}

const readers = Promise.all(Array.from({ length: READERS }, (_, number) => reader(number)));
// The first fault of a reader ends it all.
readers.catch((error) => {
  console.error(error);
  process.exit(1);
});
const times = [];
let settled = 0;
for (let n = 1; n <= RELOADS; n++) {
  const before = await content();
  edit(n);
  const start = performance.now();
  server.child.kill("SIGHUP");
  while ((await content()) === before) {
    assert.ok(performance.now() - start < 60_000, `reload ${n} does not come`);
    await sleep(5);
  }
  times.push(performance.now() - start);
  if (n === SETTLED) settled = server.memory();
  if (n % Math.min(100, SETTLED) === 0) console.log(`${n} reloads, ${answers} answers, ${(server.memory() / 1e6).toFixed(1)} MB`);
}
reading = false;
await readers;
await server.rests();
const memory = server.memory();
assert.ok(memory < settled * 1.25, `memory grows: ${settled} after ${SETTLED} reloads, ${memory} at the end`);
await server.stop();
assert.equal(server.said, "", "nothing was worth a warning");
console.log(`${RELOADS} reloads under ${READERS} readers, ${median(times).toFixed(0)} ms each (median, while answering): ${answers} answers, none failed, none mixed; ${states} times a reader met a newer state; ${(settled / 1e6).toFixed(1)} MB after ${SETTLED}, ${(memory / 1e6).toFixed(1)} MB at rest in the end`);
rmSync(record, { recursive: true, force: true });
agent.destroy();
