/** The atlas on a free port of this machine, and a browser that looks at it. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { late } from "./late.mjs";

const here = import.meta.dirname;
export const program = process.env.HUELLA ?? path.join(here, "../../target/ci/huella");
/** The day of the record, and as the page writes it in English. */
export const DAY = JSON.parse(readFileSync(path.join(here, "../../geodata/atlas.json"), "utf8")).edition.slice(0, 10);
export const WRITTEN_DAY = new Date(DAY).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
/** Where pictures of the page are left for people to look at. */
const output = path.join(here, "output");

/** No network but this machine's: Chromium's own errands would be refused one by one. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How many times slower the browser's processor is to be: `SLOWER=6 npm test` finds promises that look too early. */
const SLOWER = Number(process.env.SLOWER ?? 1);
/** Up to how many milliseconds late each answer is to come: `LATER=300 npm test` finds promises that count on an order. */
const LATER = Number(process.env.LATER ?? 0);

const PLAIN = ["--disable-gpu"];
/** WebGL, reckoned by the processor. */
const WEBGL = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

function findChromium() {
  for (const name of [process.env.CHROMIUM, "chromium", "chromium-browser", "google-chrome"]) {
    if (!name) continue;
    try {
      return execFileSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" }).trim();
    } catch {
      continue;
    }
  }
  throw new Error("No Chromium was found: install Debian's package chromium, or name the program in CHROMIUM.");
}

async function startServer(flags) {
  if (!LATER) return startProgram(flags);
  const way = await late(LATER);
  // Links lead the same way.
  const { origin, stop } = await startProgram(["--public-url", way.origin, ...flags]);
  way.leads(origin);
  return { origin: way.origin, stop: () => Promise.all([way.stop(), stop()]) };
}

async function startProgram(flags) {
  const server = spawn(program, ["--listen", "127.0.0.1:0", ...flags], { stdio: ["ignore", "ignore", "pipe"], env: { PATH: process.env.PATH } });
  const log = createInterface({ input: server.stderr });
  const lines = [];
  const origin = await new Promise((resolve, reject) => {
    log.on("line", (line) => {
      lines.push(line);
      const found = /the atlas is open at .* listen=(\S+)/.exec(line);
      if (found) resolve(`http://${found[1]}`);
    });
    server.on("error", reject);
    server.on("exit", () => reject(new Error(`The server ended:\n${lines.join("\n")}`)));
  });
  const stop = () => new Promise((resolve) => {
    server.removeAllListeners("exit");
    server.on("exit", resolve);
    server.kill();
  });
  return { origin, stop };
}

/** The server alone, for promises that need no browser. */
export function serving(...flags) {
  let server;
  before(async () => (server = await startServer(flags)));
  after(() => server?.stop());
  return {
    get origin() {
      return server.origin;
    },
  };
}

/**
 * Starts server and browser before the promises of a file and stops them after.
 * `flags` are more of the program's own; `open` gives a fresh reader; `origin` the address of the server.
 */
export const atlas = (...flags) => served(() => startServer(flags));

/** The same with a browser that has WebGL, for maps of others. */
export const atlasInWebGL = (...flags) => served(() => startServer(flags), WEBGL);

/** The same for any server: `start` gives its `origin` and what stops it. */
export function served(start, graphics = PLAIN) {
  let server;
  let browser;
  before(async () => {
    server = await start();
    browser = await chromium.launch({ executablePath: findChromium(), args: [...FLAGS, ...graphics], headless: true });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get origin() {
      return server.origin;
    },
    open: (address, reader) => open(browser, server.origin, address, reader),
  };
}

/** Within the page: until signs, their names and a finer ground, drawn in tasks of their own after the list, are drawn. */
export const settled = async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))));
  do await frame();
  while (document.querySelector("#map[aria-busy]"));
  await frame();
};

/** A reader opens a page. Whatever a page should never do is written down in `faults`. */
async function open(browser, origin, address, { width = 1280, height = 800, theme = "light", script = true, still = true, finger = width < 700 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    javaScriptEnabled: script,
    reducedMotion: still ? "reduce" : "no-preference",
    hasTouch: finger,
    baseURL: origin,
  });
  const page = await context.newPage();
  if (SLOWER > 1) {
    const inspector = await context.newCDPSession(page);
    await inspector.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  }
  const faults = [];
  const requests = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    const { errorText } = request.failure() ?? {};
    // Called off, by a page that is left or a frame that is given another address: nothing has failed.
    if (errorText !== "net::ERR_ABORTED") faults.push(`failed: ${request.url()} ${errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    requests.push(request.url());
    const { protocol, origin: host } = new URL(request.url());
    if (protocol !== "data:" && host !== origin) faults.push(`another host: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  await page.goto(address);
  return {
    page,
    requests,
    faults,
    /** Waits until the map bears its signs and all that comes after it has come. */
    async mapped() {
      await page.waitForFunction(() => {
        const { parts, baseFine } = document.body.dataset;
        const later = [...(parts ?? "").split(" "), baseFine ?? ""].filter(Boolean);
        const come = (name) => performance.getEntriesByName(new URL(name, location.href).href).length > 0;
        return document.querySelector("#map .sign") && (!parts || document.querySelector("#time .track")) && later.every(come);
      });
      await page.evaluate(settled);
    },
    /** Nothing happened that should not. */
    clean() {
      assert.deepEqual(faults, []);
    },
    async picture(name) {
      mkdirSync(output, { recursive: true });
      await page.screenshot({ path: path.join(output, `${name}.png`) });
    },
    close: () => context.close(),
  };
}

/** What the page itself loads: places and projects. */
export async function mapData(origin) {
  const answer = await fetch(`${origin}/data/map.geojson`);
  assert.equal(answer.status, 200);
  return answer.json();
}

/** A place that may be drawn: one known only by its country stands in the tray. */
export const placed = ({ geometry, properties }) => geometry !== null && properties.precision !== "country";
