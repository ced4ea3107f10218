// The fonts that the server draws pictures with; readers of the pages get their system's own.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import zlib from "node:zlib";

const find = createRequire(import.meta.url).resolve;

/** Name below `fonts/`, and the file in its package. */
const FONTS = {
  sans: "@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf",
  "sans-strong": "@expo-google-fonts/roboto/600SemiBold/Roboto_600SemiBold.ttf",
  "serif-strong": "@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf",
  "serif-italic": "@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf",
};

/** Writes each font in brotli as `font-NAME.br`; returns the names written. */
export function writeFonts(out) {
  return Object.entries(FONTS).map(([name, from]) => {
    const file = path.join(out, `font-${name}.br`);
    if (!fs.existsSync(file)) fs.writeFileSync(file, zlib.brotliCompressSync(fs.readFileSync(find(from))));
    return path.basename(file);
  });
}

/** The licences of all fonts, which must go along with them. */
export function fontLicences() {
  const packages = [...new Set(Object.values(FONTS).map((file) => file.split("/").slice(0, 2).join("/")))];
  return Buffer.from(packages.map((name) => `${fs.readFileSync(find(`${name}/LICENSE_FONT`), "utf8").trim()}\n`).join("\n\n"));
}
