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

/** Writes each font in brotli as `font-NAME.br`, and their licences as `font-licences.txt`; returns the names written. */
export function writeFonts(out) {
  const files = Object.entries(FONTS).map(([name, file]) => [`font-${name}.br`, () => zlib.brotliCompressSync(fs.readFileSync(find(file)))]);
  const packages = [...new Set(Object.values(FONTS).map((file) => file.split("/").slice(0, 2).join("/")))];
  files.push(["font-licences.txt", () => packages.map((name) => fs.readFileSync(find(`${name}/LICENSE_FONT`), "utf8").trim()).join("\n\n\n") + "\n"]);
  for (const [name, bytes] of files) {
    const file = path.join(out, name);
    if (!fs.existsSync(file)) fs.writeFileSync(file, bytes());
  }
  return files.map(([name]) => name);
}
