// node build.mjs GEODATA OUT: bundles script and style, and writes every asset under its hashed name
// with its compressed twins, and assets.tsv (name, logical name, media type) that build.rs embeds.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import * as esbuild from "esbuild";
import { dissolved } from "./basemap.mjs";
import { writeEditions } from "./editions.mjs";
import { fontLicences, writeFonts } from "./fonts.mjs";
import { writePackages } from "./packages.mjs";
import { modules } from "./record.mjs";

const [geodata, out] = process.argv.slice(2);
if (!geodata || !out) {
  console.error("usage: node build.mjs GEODATA OUT");
  process.exit(2);
}
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);

const MEDIA_TYPES = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

const record = {
  name: "record",
  setup(build) {
    const known = modules(geodata);
    build.onResolve({ filter: /^record:/ }, ({ path }) => ({ path, namespace: "record" }));
    build.onLoad({ filter: /.*/, namespace: "record" }, ({ path }) => known[path]());
  },
};

const leaflet = {
  name: "leaflet",
  setup(build) {
    build.onResolve({ filter: /^leaflet$/ }, () => ({ path: path.join(here, "src/leaflet.js") }));
  },
};

// A part of the page, loaded later, takes these modules from the page instead of carrying them a second time.
const shared = {
  name: "shared",
  setup(build) {
    build.onResolve({ filter: /\/(atlas|filter|numbers|signs|status|vocabulary)\.ts$/ }, ({ path: file }) => ({ path: path.basename(file, ".ts"), namespace: "shared" }));
    build.onLoad({ filter: /.*/, namespace: "shared" }, ({ path: name }) => ({ contents: `module.exports = huella.${name}`, loader: "js" }));
  },
};

// Classic scripts in one scope each: a sandboxed frame of another origin never runs a module script.
const form = {
  absWorkingDir: here,
  entryNames: "[name]",
  outdir: "unwritten",
  bundle: true,
  write: false,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  logLimit: 5,
};
const page = await esbuild.build({
  ...form,
  entryPoints: {
    page: "src/page.ts",
    article: "src/article.ts",
    minimap: "src/minimap.ts",
    story: "src/story.ts",
    embed: "src/embed.ts",
    "embed-copy": "src/embed-copy.ts",
    live: "src/live.ts",
    builder: "src/builder.ts",
    "page.css": "css/page.css",
    "text.css": "css/text.css",
    "story.css": "css/story.css",
    "embed.css": "css/embed.css",
    "builder.css": "css/builder.css",
  },
  banner: { js: "/*! Huella. Contains Leaflet 1.9.4 (c) Volodymyr Agafonkin, CloudMade, BSD-2-Clause */" },
  plugins: [record, leaflet],
});
const names = fs.readdirSync(path.join(here, "src/parts")).map((file) => path.parse(file).name);
const parts = await esbuild.build({
  ...form,
  entryPoints: Object.fromEntries(names.map((name) => [`part-${name}`, `src/parts/${name}.ts`])),
  plugins: [record, shared],
});
// Fetched by the page itself, when a large layer of one's own is turned on.
const tiles = await esbuild.build({ ...form, format: "esm", entryPoints: { tiles: "src/tiles/layer.ts" } });

const assets = [...page.outputFiles, ...parts.outputFiles, ...tiles.outputFiles].map(({ path: file, contents }) => [path.basename(file).replace(".css.css", ".css"), Buffer.from(contents)]);
const basemap = path.join(geodata, "basemap");
for (const scale of ["coarse", "fine"]) {
  const file = path.join(basemap, `${scale}.json`);
  if (fs.existsSync(file)) assets.push([`base-${scale}.json`, Buffer.from(JSON.stringify(dissolved(file)))]);
}

assets.push(["font-licences.txt", fontLicences()]);

fs.mkdirSync(out, { recursive: true });
const before = new Set(fs.readdirSync(out));
const written = new Set(["assets.tsv", writePackages(here, out), ...writeFonts(out), ...writeEditions(path.join(geodata, "editions"), out)]);
const lines = assets.map(([logical, bytes]) => {
  const { name, ext } = path.parse(logical);
  const hash = crypto.createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const hashed = `${name}-${hash}${ext}`;
  const twins = {
    "": () => bytes,
    ".br": () => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    ".gz": () => zlib.gzipSync(bytes, { level: 9 }),
  };
  for (const [suffix, compress] of Object.entries(twins)) {
    const file = `${hashed}${suffix}`;
    written.add(file);
    // The name holds the hash: what stands there from an earlier build is the same, and compressing is slow.
    if (!before.has(file)) fs.writeFileSync(path.join(out, file), compress());
  }
  return `${hashed}\t${logical}\t${MEDIA_TYPES[ext]}\n`;
});
for (const file of before) if (!written.has(file)) fs.rmSync(path.join(out, file));
fs.writeFileSync(path.join(out, "assets.tsv"), lines.sort().join(""));
