/**
 * The clock of the machine jumps, by years and both ways, while readers ask and an editor saves: `node benches/clock.mjs
 * FOLDER HUELLA`. No answer may change by it, and reloads must go on. Wants libfaketime (Debian: faketime); the clock of
 * the system stays as it is.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Program } from "./program.mjs";

const LIBRARIES = ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`);
const JUMPS = ["+0", "+10y", "-10y", "@1970-01-01 00:00:01", "@2038-01-19 03:14:08", "@2100-02-28 23:59:59", "+0"];
const ASKED = ["/", "/es/project/jujuy-seguro", "/data/lithium.geojson", "/data/record.json", "/ogc/collections/sites/items?f=json&on=2021-01-01", "/image.svg?country=AR", "/feed.atom"];
const PROJECT = "projects/jujuy-seguro.geojson";
const [, , folder, huella] = process.argv.map((word) => path.resolve(word));
const origin = "http://127.0.0.1:18098";
const [record, clock] = ["clock-record", "clock"].map((name) => path.join(folder, name));

const library = LIBRARIES.find((file) => existsSync(file));
if (!library) {
  console.log("clock jumps: left out, there is no libfaketime here (Debian: faketime)");
  process.exit();
}
mkdirSync(folder, { recursive: true });
rmSync(record, { recursive: true, force: true });
cpSync(path.join(import.meta.dirname, "../geodata"), record, { recursive: true });
writeFileSync(clock, "+0");

// The wall clock alone: no system lets the other one jump.
const env = { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: "1", FAKETIME_DONT_FAKE_MONOTONIC: "1", DONT_FAKE_MONOTONIC: "1" };
const server = new Program(huella, ["--geodata", record, "--watch", "--listen", "127.0.0.1:18098", "--log", "json"], { env });
await server.answers(`${origin}/`);

async function asked() {
  const answers = [];
  for (const address of ASKED) {
    const answer = await fetch(origin + address, { headers: { "accept-encoding": "identity" } });
    assert.equal(answer.status, 200, address);
    const digest = createHash("sha256").update(await answer.text()).digest("hex");
    answers.push(`${address} ${answer.headers.get("etag")} ${digest}`);
  }
  return answers;
}
const text = readFileSync(path.join(record, PROJECT), "utf8");
const before = await asked();
for (const [number, jump] of JUMPS.entries()) {
  writeFileSync(clock, jump);
  assert.deepEqual(await asked(), before, `answers after ${jump}`);
  const name = `Jujuy Seguro ${number}`;
  writeFileSync(path.join(record, PROJECT), text.replaceAll("Jujuy Seguro", name));
  for (let turn = 0; !(await (await fetch(`${origin}/project/jujuy-seguro`)).text()).includes(name); turn++) {
    assert.ok(turn < 400, `no reload after ${jump}`);
    await sleep(25);
  }
  writeFileSync(path.join(record, PROJECT), text);
  for (let turn = 0; (await (await fetch(`${origin}/project/jujuy-seguro`)).text()).includes(name); turn++) {
    assert.ok(turn < 400, `no reload back after ${jump}`);
    await sleep(25);
  }
}
await server.stop();
const years = new Set(server.said.split("\n").filter(Boolean).map((line) => JSON.parse(line).timestamp.slice(0, 4)));
assert.ok(years.size > 3, `the clock has jumped for the program, too: ${[...years]}`);
console.log(`clock jumps (${JUMPS.join(", ")}): ${ASKED.length} answers the same bytes and ETags each time, a save served after each; the log tells the years ${[...years].join(", ")}`);
rmSync(record, { recursive: true, force: true });
rmSync(clock);
