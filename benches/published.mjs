/** A site on its way to a folder of a host, killed again and again, and a disk that is full. */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const WORK = ".huella-publish/";
const MANIFEST = "huella-export.json";

/** `site` is what an export left; `random` gives numbers below 1. */
export async function published({ huella, folder, site, rounds, random }) {
  const help = spawnSync(huella, ["publish", "--help"]);
  if (help.status !== 0) {
    console.log("publishing: left out, this program was built without it");
    return;
  }
  const [target, small] = ["faults-published", "faults-published-small"].map((name) => path.join(folder, name));
  for (const place of [target, small]) rmSync(place, { recursive: true, force: true });
  const files = (of) => readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.relative(of, path.join(parentPath, name)));
  const command = (to) => ["publish", `file://${to}`, "--from", site];
  const assets = files(path.join(site, "assets")).map((name) => `assets/${name}`);
  const bytes = (of, file) => readFileSync(path.join(of, file));

  /** Every file is whole, and no page is there before what it loads. */
  const whole = () => {
    const there = new Set(files(target).filter((file) => !file.startsWith(WORK)));
    for (const file of there) assert.ok(bytes(site, file).equals(bytes(target, file)), `${file} is not whole`);
    const page = [...there].find((file) => file.endsWith(".html"));
    if (page) for (const asset of assets) assert.ok(there.has(asset), `${page} is there before ${asset}`);
    return there.size;
  };
  const left = [];
  for (let round = 0; round < rounds; round++) {
    const program = spawn(huella, command(target), { stdio: "ignore" });
    const ended = new Promise((resolve) => program.on("exit", resolve));
    await Promise.race([ended, sleep(30 + random() * 1500)]);
    program.kill("SIGKILL");
    await ended;
    if (existsSync(target)) left.push(whole());
  }
  const said = execFileSync(huella, command(target), { encoding: "utf8" });
  assert.equal(whole(), files(site).length);
  assert.ok(bytes(site, MANIFEST).equals(bytes(target, MANIFEST)) && !existsSync(path.join(target, WORK)));
  assert.match(execFileSync(huella, command(target), { encoding: "utf8" }), / 0 put, 0 removed/);
  console.log(`kill -9 while publishing, ${rounds} times (${left.join(", ")} files): each was whole, none before what it loads; the next run: ${said.trim().replace(/^.*?: /, "")}`);

  mkdirSync(small, { recursive: true });
  const script = 'mount -t tmpfs -o size=4m none "$1" || exit 77; "$0" publish "file://$1/site" --from "$2"; code=$?; find "$1/site" -type f -size 0; exit $code';
  const full = spawnSync("unshare", ["-rm", "sh", "-c", script, huella, small, site], { encoding: "utf8" });
  if (full.status === 77 || full.error) console.log("publishing to a full disk: left out, this system lets no disk be made");
  else {
    assert.equal(full.status, 1, full.stderr);
    assert.equal(full.stdout, "", "no part of a file is left");
    assert.match(full.stderr, /^huella: cannot put .*No space left on device.*; make room there/m);
    console.log(`publishing to a disk of 4 MB: ${full.stderr.trim()}`);
  }
  for (const place of [target, small]) rmSync(place, { recursive: true, force: true });
}
