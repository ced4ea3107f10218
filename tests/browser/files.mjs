/** The site as files, exported and published to a folder, behind a server that knows nothing but files. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { program } from "./atlas.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** What the stories tell of: enough to see that everything works, and soon exported. */
function smallRecord(to) {
  const from = path.join(import.meta.dirname, "../../geodata");
  const read = (file) => readFileSync(path.join(from, file), "utf8");
  const write = (file, value) => writeFileSync(path.join(to, file), JSON.stringify(value));
  mkdirSync(path.join(to, "projects"), { recursive: true });
  for (const file of ["atlas.json", "layers.json", "vocabulary.json", "withdrawn.json"]) cpSync(path.join(from, file), path.join(to, file));
  cpSync(path.join(from, "stories"), path.join(to, "stories"), { recursive: true });
  const told = readdirSync(path.join(from, "stories")).map((file) => read(`stories/${file}`)).join("\n");
  const names = new Set(told.match(/[a-z0-9-]+/g));
  const projects = readdirSync(path.join(from, "projects")).filter((file) => names.has(path.basename(file, ".geojson")));
  let kept = told;
  for (const file of projects) {
    const record = JSON.parse(read(`projects/${file}`));
    record.project.related = record.project.related.filter((id) => projects.includes(`${id}.geojson`));
    write(`projects/${file}`, record);
    kept += JSON.stringify(record);
  }
  write("corrections.json", []);
  for (const file of ["organisations.json", "sources.json"]) {
    const all = JSON.parse(read(file));
    // What is named in turn, as the owner of a vendor.
    for (let before = -1; before !== kept.length; ) {
      before = kept.length;
      const words = new Set(kept.match(/[a-z0-9-]+/g));
      const named = all.filter(({ id }) => words.has(id));
      const text = JSON.stringify(named);
      if (!kept.endsWith(text)) kept += text;
      write(file, named);
    }
  }
}

/** Publishes a small atlas and serves it as plain hosts do: a folder is its index, a query says nothing. */
export async function startFiles() {
  const place = mkdtempSync(path.join(tmpdir(), "huella-site-"));
  const [record, exported, folder] = ["record", "site", "published"].map((name) => path.join(place, name));
  smallRecord(record);
  const run = (...words) => execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });
  run("export", exported, "--geodata", record, "--public-url", "https://example.org");
  run("publish", `file://${folder}`, "--from", exported);
  const server = http.createServer((request, answer) => {
    const { pathname, search } = new URL(request.url, "http://host");
    const target = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    const there = statSync(target, { throwIfNoEntry: false });
    if (there?.isDirectory() && !pathname.endsWith("/")) {
      answer.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    const file = there?.isDirectory() ? path.join(target, "index.html") : target;
    const found = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
    const sent = found ? file : path.join(folder, "404.html");
    answer.writeHead(found ? 200 : 404, { "content-type": TYPES[path.extname(sent)] ?? "application/octet-stream" });
    answer.end(readFileSync(sent));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      rmSync(place, { recursive: true, force: true });
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
