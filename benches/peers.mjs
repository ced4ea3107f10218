/** Who is measured beside: servers that other people wrote, set up to do their best. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Program } from "./program.mjs";

/** As it comes when nothing is set; as Debian's package sets it up; as fast as it can be made for files that do not change. */
export const UNSET = "";
const DEBIANS = "sendfile on; tcp_nopush on;";
export const TUNED = `${DEBIANS} keepalive_requests 100000000; open_file_cache max=100;`;

/** nginx serving ready files, with their gzip twins; nothing is logged. */
export function nginx(folder, files, port, settings = DEBIANS) {
  const config = path.join(folder, `nginx-${port}.conf`);
  writeFileSync(
    config,
    `daemon off; master_process off; pid ${folder}/nginx-${port}.pid; error_log ${folder}/nginx.log;
events { worker_connections 1024; }
http {
  access_log off; ${settings}
  types { application/geo+json geojson; }
  server { listen 127.0.0.1:${port}; root ${files}; location /zipped/ { alias ${files}/; gzip_static on; } }
}
`,
  );
  return new Program("nginx", ["-p", folder, "-c", config, "-e", path.join(folder, "nginx.log")]);
}

/** axum handing out the same bytes from memory. */
export const readyBytes = (program, files, port) => new Program(program, [String(port), files]);

/** pygeoapi under gunicorn, one worker: a GeoJSON file and a GeoPackage with a spatial index. */
export function pygeoapi(folder, data, port) {
  const home = path.join(folder, "pygeoapi");
  const python = path.join(home, "bin/python");
  if (!existsSync(path.join(home, "installed"))) {
    // Debian's own Python: its SQLite loads the extension that reads geometry.
    execFileSync("/usr/bin/python3", ["-m", "venv", "--clear", home], { stdio: "inherit" });
    execFileSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pygeoapi==0.21.0", "gunicorn==27.0.1"], { stdio: "inherit" });
    writeFileSync(path.join(home, "installed"), "");
  }
  const resource = (name, provider) => `  ${name}:
    type: collection
    title: ${name}
    description: ${name}
    keywords: [places]
    links: []
    extents: { spatial: { bbox: [-180, -90, 180, 90], crs: "http://www.opengis.net/def/crs/OGC/1.3/CRS84" } }
    providers: [${JSON.stringify({ type: "feature", ...provider })}]
`;
  const config = path.join(folder, "pygeoapi.yml");
  writeFileSync(
    config,
    `server: { bind: { host: 127.0.0.1, port: ${port} }, url: "http://127.0.0.1:${port}", mimetype: application/json, encoding: utf-8, languages: [en], limits: { default_items: 1000, max_items: 10000 }, map: { url: "", attribution: "" }, gzip: false, pretty_print: false }
logging: { level: ERROR }
metadata: { identification: { title: places, description: places, keywords: [places], keywords_type: theme, terms_of_service: "", url: "" }, license: { name: "", url: "" }, provider: { name: "", url: "" }, contact: { name: "", position: "", address: "", city: "", stateorprovince: "", postalcode: "", country: "", phone: "", fax: "", email: "", url: "", hours: "", instructions: "", role: "" } }
resources:
${resource("file", { name: "GeoJSON", data: data.geojson, id_field: "id" })}${resource("package", { name: "SQLiteGPKG", data: data.geopackage, id_field: "fid", table: "places" })}`,
  );
  const env = { HOME: folder, PYGEOAPI_CONFIG: config, PYGEOAPI_OPENAPI: path.join(folder, "pygeoapi-openapi.yml") };
  execFileSync(python, [path.join(home, "bin/pygeoapi"), "openapi", "generate", config, "--output-file", env.PYGEOAPI_OPENAPI], { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
  return new Program(python, ["-m", "gunicorn", "--workers", "1", "--timeout", "300", "--bind", `127.0.0.1:${port}`, "pygeoapi.flask_app:APP"], { env });
}

/** bbox-feature-server with one worker. Of a GeoPackage it serves pages; it has no boxes for one. */
export function bboxServer(folder, geopackage, port) {
  const config = path.join(folder, "bbox.toml");
  const directory = JSON.stringify(path.dirname(geopackage));
  writeFileSync(config, `[webserver]\nserver_addr = "127.0.0.1:${port}"\nworker_threads = 1\n[[collections.directory]]\ndir = ${directory}\n`);
  return new Program("bbox-feature-server", ["--config", config, "--loglevel", "error", "serve"]);
}

/** A GeoPackage of a GeoJSON file, as GDAL writes it. */
export function geopackage(geojson, made) {
  if (existsSync(made)) return;
  rmSync(made, { force: true });
  mkdirSync(path.dirname(made), { recursive: true });
  execFileSync("ogr2ogr", [made, geojson, "-nln", "places"], { stdio: "inherit" });
}
