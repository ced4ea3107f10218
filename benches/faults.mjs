/**
 * What may happen to a machine, done on purpose: `node benches/faults.mjs FOLDER HUELLA [reload|export|publish]`.
 * Nothing that was good may be lost, nobody may notice who does not edit, and the next run completes.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Program } from "./program.mjs";
import { published } from "./published.mjs";

const [, , folder, huella] = process.argv.slice(0, 4).map((word) => path.resolve(word));
const wanted = process.argv[4] ?? "";
const ROUNDS = Number(process.env.ROUNDS ?? 12);
const origin = "http://127.0.0.1:18093";
const record = path.join(folder, "faults-record");
const [site, reference] = ["faults-site", "faults-reference"].map((name) => path.join(folder, name));
const geodata = path.join(import.meta.dirname, "../geodata");
mkdirSync(folder, { recursive: true });
for (const place of [record, site, reference]) rmSync(place, { recursive: true, force: true });

/** The same numbers at every run. */
let seed = 7;
const random = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;

const files = (of) => readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.relative(of, path.join(parentPath, name)));

const ready = async () => (await (await fetch(`${origin}/readyz`)).json()).reload.failed;
async function until(failed, why) {
  for (let turn = 0; turn < 600; turn++) {
    if ((await ready()) === failed) return;
    await sleep(50);
  }
  throw new Error(`${why}: /readyz does not say ${failed}`);
}

async function reloads() {
  cpSync(geodata, record, { recursive: true });
  const flags = ["--geodata", record, "--watch", "--listen", "127.0.0.1:18093", "--log-filter", "off"];
  let server = new Program(huella, flags);
  await server.answers(`${origin}/`);
  const projects = readdirSync(path.join(record, "projects")).map((name) => path.join(record, "projects", name));
  let [asked, reading] = [0, true];
  const reader = (async () => {
    while (reading) {
      const answer = await fetch(`${origin}/project/jujuy-seguro`);
      assert.equal(answer.status, 200);
      assert.match(await answer.text(), /<\/html>\s*$/);
      asked += 1;
      await sleep(5);
    }
  })();
  const [one, two] = [projects[3], projects[9]];
  const ways = {
    "a file cut off": (bytes) => truncateSync(one, Math.floor(random() * (bytes.length - 2)) + 1),
    "a file emptied": () => truncateSync(one, 0),
    "a file removed": () => unlinkSync(path.join(record, "organisations.json")),
    "two files swapped": () => {
      renameSync(one, `${one}.tmp`);
      renameSync(two, one);
      renameSync(`${one}.tmp`, two);
    },
    "a folder in its place": () => {
      unlinkSync(one);
      mkdirSync(one);
    },
    "a pipe in its place": () => {
      unlinkSync(one);
      execFileSync("mkfifo", [one]);
    },
    "bytes that are no text": (bytes) => writeFileSync(one, Buffer.concat([bytes.subarray(0, 50), Buffer.from([0xff, 0xfe, 0x00])])),
  };
  for (const [way, spoil] of Object.entries(ways)) {
    for (let round = 0; round < Math.ceil(ROUNDS / 4); round++) {
      spoil(readFileSync(one));
      await until(true, way);
      rmSync(one, { recursive: true, force: true });
      cpSync(geodata, record, { recursive: true });
      await until(false, `mended after ${way}`);
    }
    console.log(`watching, ${way}: told on /readyz, mended without a restart, ${asked} answers so far all whole`);
  }
  reading = false;
  await reader;
  const before = files(record).map((file) => readFileSync(path.join(record, file), "utf8")).join("");
  for (let round = 0; round < ROUNDS; round++) {
    writeFileSync(one, readFileSync(path.join(geodata, "projects", path.basename(one)), "utf8").trimEnd() + "\n".repeat(round + 1));
    await sleep(150 + random() * 250);
    server.child.kill("SIGKILL");
    await sleep(50);
    server = new Program(huella, flags);
    await server.answers(`${origin}/`);
  }
  cpSync(geodata, record, { recursive: true });
  assert.equal(files(record).map((file) => readFileSync(path.join(record, file), "utf8")).join(""), before, "the record is as it was");
  console.log(`kill -9 about a reload, ${ROUNDS} times: it starts again at once, the record is untouched`);
  await server.stop();
}

const exporting = (to, more = []) => [huella, ["export", to, "--public-url", "https://example.org", ...more]];

async function exports() {
  const expected = new Map(files(reference).map((file) => [file, readFileSync(path.join(reference, file))]));
  const whole = () => {
    for (const file of files(site)) {
      if (!file.startsWith(".huella-export/")) assert.ok(expected.get(file)?.equals(readFileSync(path.join(site, file))), `${file} is not whole`);
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    const program = spawn(...exporting(site), { stdio: "ignore" });
    const ended = new Promise((resolve) => program.on("exit", resolve));
    await Promise.race([ended, sleep(300 + random() * 2500)]);
    program.kill("SIGKILL");
    await ended;
    if (existsSync(site)) whole();
  }
  execFileSync(...exporting(site), { stdio: "ignore" });
  whole();
  assert.deepEqual(files(site).sort(), [...expected.keys()].sort());
  console.log(`kill -9 while exporting, ${ROUNDS} times: every file was whole, the next run completed ${expected.size} files`);

  const small = path.join(folder, "faults-small");
  mkdirSync(small, { recursive: true });
  const script = 'mount -t tmpfs -o size=4m none "$1" || exit 77; "$0" export "$1/site" --public-url https://example.org; code=$?; find "$1/site" -type f -size 0 | grep -v journal; exit $code';
  const full = spawnSync("unshare", ["-rm", "sh", "-c", script, huella, small], { encoding: "utf8" });
  if (full.status === 77 || full.error) console.log("disk full: left out, this system lets no disk be made");
  else {
    assert.equal(full.status, 1, full.stderr);
    assert.match(full.stderr, /^huella: cannot write .*No space left on device.*; make room there/m);
    console.log(`disk full at 4 MB: ${full.stderr.trim()}`);
  }
}

if (["", "reload"].includes(wanted)) await reloads();
if (wanted !== "reload") execFileSync(...exporting(reference), { stdio: "ignore" });
if (["", "export"].includes(wanted)) await exports();
if (["", "publish"].includes(wanted)) await published({ huella, folder, site: reference, rounds: ROUNDS, random });
for (const place of [record, site, reference]) rmSync(place, { recursive: true, force: true });
