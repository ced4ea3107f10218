/** The site as files, behind a server that knows nothing but files. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
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

/** Exports the atlas and serves it as plain hosts do: a folder is its index, a query says nothing. */
export async function startFiles() {
  const folder = mkdtempSync(path.join(tmpdir(), "huella-site-"));
  execFileSync(program, ["export", folder, "--public-url", "https://example.org"], { stdio: ["ignore", "ignore", "inherit"] });
  const server = http.createServer((request, answer) => {
    const { pathname, search } = new URL(request.url, "http://host");
    const place = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    const there = statSync(place, { throwIfNoEntry: false });
    if (there?.isDirectory() && !pathname.endsWith("/")) {
      answer.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    const file = there?.isDirectory() ? path.join(place, "index.html") : place;
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
      rmSync(folder, { recursive: true, force: true });
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
