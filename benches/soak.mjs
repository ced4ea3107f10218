/**
 * Readers and strangers for ten minutes (or SOAK_SECONDS): `node benches/soak.mjs FOLDER HUELLA`.
 * Every answer must be right, and memory must stop growing after the first minute.
 */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { load } from "./load.mjs";
import { Program } from "./program.mjs";

/** At once, as fast as they are answered: of more, some are turned away, which overload.mjs measures. */
const READERS = 8;
const seconds = Number(process.env.SOAK_SECONDS ?? 600);
const [, , folder, huella] = process.argv.map((word) => path.resolve(word));
mkdirSync(folder, { recursive: true });
const server = new Program(huella, ["--listen", "127.0.0.1:18091", "--log-filter", "warn"]);
const origin = "http://127.0.0.1:18091";
const asked = [
  ["/", {}],
  ["/es/project/jujuy-seguro", {}],
  ["/data/sites.geojson", { headers: { "accept-encoding": "br" } }],
  ["/ogc/collections/sites/items?f=json&bbox=BOX", { vary: [-67, -25, -64, -22] }],
  ["/ogc/collections/sites/items?f=html", {}],
];
await server.answers(`${origin}/`);

/** Connections that say nothing, or half of something, for as long as they are let. */
const strangers = () =>
  Array.from({ length: 200 }, (_, n) => {
    const socket = net.connect(18091, "127.0.0.1", () => n % 2 && socket.write("GET / HTTP/1.1\r\nHost: a\r\nX-"));
    return socket.on("error", () => undefined);
  });

let settled = 0;
const start = performance.now();
const past = () => (performance.now() - start) / 1000;
while (past() < seconds) {
  const crowd = strangers();
  for (const [address, options] of asked) {
    const { perSecond } = await load(folder, origin + address, { seconds: 2, connections: READERS, ...options });
    assert.ok(perSecond > 10, `${address}: ${perSecond} a second`);
  }
  crowd.forEach((socket) => socket.destroy());
  const memory = server.memory();
  if (past() > Math.min(60, seconds / 2) && settled === 0) settled = memory;
  console.log(`${past().toFixed(0)} s, ${(memory / 1e6).toFixed(1)} MB`);
  assert.ok(settled === 0 || memory < settled * 1.25, `memory grows: ${settled} to ${memory}`);
}
await server.stop();
assert.equal(server.said, "", "nothing was worth a warning");
console.log("The server stood it.");
