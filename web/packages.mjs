// The packages of others that go into the page, with their licences, from the lock file.
import fs from "node:fs";
import path from "node:path";

/** Writes `packages.tsv` (name, version, licence); returns its name. */
export function writePackages(web, out) {
  const { packages } = JSON.parse(fs.readFileSync(path.join(web, "package-lock.json"), "utf8"));
  const lines = Object.entries(packages)
    .filter(([place, { dev, optional }]) => place !== "" && !dev && !optional)
    .map(([place, { version, license }]) => `${place.split("node_modules/").at(-1)}\t${version}\t${license}\n`);
  fs.writeFileSync(path.join(out, "packages.tsv"), lines.sort().join(""));
  return "packages.tsv";
}
