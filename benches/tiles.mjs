/**
 * Measures how a layer of a million features moves under the hand: `node benches/tiles.mjs FOLDER HUELLA [ZOOM…]`,
 * with a folder for data and packages. The layer is drawn from tiles; the map is dragged far enough that new ones come all the time.
 */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { drag } from "./drag.mjs";
import { packages } from "./packages.mjs";
import { places } from "./places.mjs";
import { Program } from "./program.mjs";

const [folder, huella] = process.argv.slice(2, 4).map((word) => path.resolve(word));
const zooms = process.argv.slice(4).map(Number);
const origin = "http://127.0.0.1:18081";
/** Seconds for which the map is dragged. */
const DRAG = 4;

packages(folder);
const { resolve } = createRequire(path.join(folder, "here.js"));
const { default: puppeteer } = await import(pathToFileURL(createRequire(resolve("lighthouse")).resolve("puppeteer-core")));
const chromium = process.env.CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium || command -v google-chrome"], { encoding: "utf8" }).trim();
const say = (what, value) => console.log(`${what.padEnd(72)} ${value}`);

places(folder);
const server = new Program(huella, ["--listen", "127.0.0.1:18081", "--log-filter", "warn", "--layer", `many=${path.join(folder, "places10.geojson")}`]);
await server.answers(`${origin}/healthz`);
await server.rests();
const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });

for (const [slower, zoom] of [[1, 3], [4, 3], [4, 6]]) {
  if (zooms.length && !zooms.includes(zoom)) continue;
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(`${origin}/?map=${zoom}/-15/-60`, { waitUntil: "networkidle0" });
  await page.waitForSelector("#map .sign");
  await page.click('[data-collection="many"]');
  await page.waitForSelector(".context > canvas");
  await page.waitForNetworkIdle();
  await page.emulateCPUThrottling(slower);
  say(`frames a second while a million features are dragged, zoom ${zoom}, processor × ${slower}`, await drag(page, { seconds: DRAG, wide: 300, high: 200, step: 25 }));
  await page.close();
}
await browser.close();
await server.stop();
