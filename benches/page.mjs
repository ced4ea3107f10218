/**
 * Measures the page in Chromium: `node benches/page.mjs FOLDER HUELLA [PART…]`, where a part is one of `lighthouse`,
 * `costs`, `frames`, `presses`; without one all are measured. A phone is a processor four times
 * slower and a slow 4G; Lighthouse marks it, and by hand come the frames while all signs are moved, and
 * what a filter and a day cost.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { median } from "./load.mjs";
import { Program } from "./program.mjs";
import { drag } from "./drag.mjs";
import { packages } from "./packages.mjs";

const [folder, huella] = process.argv.slice(2, 4).map((word) => path.resolve(word));
const PARTS = { lighthouse: marks, costs, frames, presses };
const asked = process.argv.slice(4);
for (const part of asked) if (!(part in PARTS)) throw new Error(`There is no part ${part}; there are ${Object.keys(PARTS).join(", ")}.`);
const origin = "http://127.0.0.1:18081";
const SLOWER = 4;
const ROUNDS = 9;
/** Seconds for which the map is dragged. */
const DRAG = 3;

mkdirSync(folder, { recursive: true });
packages(folder);
const { resolve } = createRequire(path.join(folder, "here.js"));
const { default: lighthouse } = await import(pathToFileURL(resolve("lighthouse")));
const { default: puppeteer } = await import(pathToFileURL(createRequire(resolve("lighthouse")).resolve("puppeteer-core")));
const chromium = process.env.CHROMIUM ?? execFileSync("sh", ["-c", "command -v chromium || command -v google-chrome"], { encoding: "utf8" }).trim();

const say = (what, value) => console.log(`${what.padEnd(72)} ${value}`);
const ms = (n) => `${n.toFixed(n < 10 ? 1 : 0)} ms`;

const server = new Program(huella, ["--listen", "127.0.0.1:18081", "--log-filter", "warn"]);
await server.answers(`${origin}/`);
await server.rests();
const browser = await puppeteer.launch({ executablePath: chromium, headless: true, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });

/** A fresh page on which the map is drawn and all parts have come. */
async function opened(width, height, slower) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.emulateCPUThrottling(slower);
  await page.goto(`${origin}/`, { waitUntil: "networkidle0" });
  await page.waitForSelector("#map .sign");
  await page.waitForSelector("#time .track");
  return page;
}

for (const [name, part] of Object.entries(PARTS)) if (!asked.length || asked.includes(name)) await part();
await browser.close();
await server.stop();

async function marks() {
  for (const address of ["/", "/project/jujuy-seguro", "/embed?layer=lithium&country=AR", "/about"]) {
    const page = await browser.newPage();
    const { lhr } = await lighthouse(origin + address, { logLevel: "error", output: "json" }, undefined, page);
    const marks = Object.values(lhr.categories).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`);
    const figure = (id) => lhr.audits[id]?.displayValue?.replace(/\s/g, " ");
    say(`Lighthouse, ${address}`, marks.join(", "));
    say(`largest paint, shifts, blocking, ${address}`, [figure("largest-contentful-paint"), figure("cumulative-layout-shift"), figure("total-blocking-time")].join(", "));
    for (const { id, score, scoreDisplayMode, title } of Object.values(lhr.audits)) if (score !== null && score < 0.9 && scoreDisplayMode === "binary") say(`  not passed: ${id}`, title);
    await page.close();
  }
}

/** Processor time of the page, in milliseconds, that an action costs until the frame after it and the layout of signs are done. */
async function cost(page, act) {
  const client = await page.createCDPSession();
  await client.send("Performance.enable");
  const spent = async () => Object.fromEntries((await client.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value * 1000])).TaskDuration;
  const before = await spent();
  const first = await page.evaluate(act);
  await page.evaluate(async () => {
    do await new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))));
    while (document.querySelector("#map[aria-busy]"));
  });
  const whole = (await spent()) - before;
  await client.detach();
  return { first, whole };
}

async function costs() {
  for (const slower of [1, SLOWER]) {
    const page = await opened(1280, 800, slower);
    const acts = {
      filter: () => {
        const box = document.querySelectorAll("input[name=layer]")[globalThis.turn = ((globalThis.turn ?? 0) + 1) % 12];
        const start = performance.now();
        box.click();
        return performance.now() - start;
      },
      date: () => {
        const range = document.querySelector("#time input[type=range]");
        globalThis.day = (globalThis.day ?? 2000) + 300;
        const start = performance.now();
        range.value = String(globalThis.day);
        range.dispatchEvent(new Event("input", { bubbles: true }));
        return performance.now() - start;
      },
    };
    for (const [name, act] of Object.entries(acts)) {
      const all = [];
      for (let i = 0; i < ROUNDS; i++) all.push(await cost(page, act));
      say(`${name}, processor × ${slower}: list and counts, then with layout and paint`, `${ms(median(all.map(({ first }) => first)))}, ${ms(median(all.map(({ whole }) => whole)))}`);
    }
    await page.close();
  }
}

async function frames() {
  for (const slower of [1, SLOWER]) {
    const page = await opened(1280, 800, slower);
    say(`frames a second while all signs are dragged, processor × ${slower}`, await drag(page, { seconds: DRAG, wide: 150, high: 90, step: 15 }));
    await page.close();
  }
}

/** Interaction to next paint, as a reader feels it. What comes at once counts; the signs follow in the next task. */
async function presses() {
  const page = await opened(390, 844, SLOWER);
  await page.evaluate(() => {
    globalThis.slow = [];
    const keep = (list) => globalThis.slow.push(...list.getEntries().filter(({ interactionId }) => interactionId).map(({ duration }) => duration));
    new PerformanceObserver(keep).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
  const steps = {
    "filters open": () => page.click(".filters-open"),
    "a layer": () => page.click(".over .layer"),
    "filters close": () => page.click(".over .done"),
    "a record opens": () => page.click(".row:not([hidden]) .row-link"),
    "it closes": () => page.keyboard.press("Escape"),
    "the sheet": () => page.click(".grab"),
    "the day opens": () => page.click(".as-of"),
    "an event back": () => page.click("#time .s-previous"),
  };
  for (const [name, act] of Object.entries(steps)) {
    await act();
    await new Promise((done) => setTimeout(done, 1000));
    const slow = await page.evaluate(() => globalThis.slow.splice(0));
    say(`on a phone, processor × ${SLOWER}, to the next paint: ${name}`, ms(Math.max(0, ...slow)));
  }
}
