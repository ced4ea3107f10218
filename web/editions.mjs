// The frozen editions that the program carries, each packed into one file: a line of JSON (path and length of
// every file), then their bytes, in brotli.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

/** Writes each edition as `edition-NAME_HASH.br`; returns the names written. */
export function writeEditions(folder, out) {
  const index = path.join(folder, "index.json");
  if (!fs.existsSync(index)) return [];
  return JSON.parse(fs.readFileSync(index, "utf8")).editions.map(({ edition, sums }) => {
    const from = path.join(folder, edition);
    const list = fs.readFileSync(path.join(from, "SHA256SUMS"));
    if (crypto.createHash("sha256").update(list).digest("hex") !== sums) throw new Error(`${from}: SHA256SUMS is not the one that index.json names`);
    // The checksums name the bytes: what stands there from an earlier build is the same, and compressing is slow.
    const file = path.join(out, `edition-${edition}_${sums.slice(0, 16)}.br`);
    if (!fs.existsSync(file)) fs.writeFileSync(file, pack(from, list));
    return path.basename(file);
  });
}

function pack(from, list) {
  const paths = list.toString().split("\n").filter(Boolean).map((line) => line.slice(line.indexOf("  ") + 2));
  const files = [...paths.map((name) => [name, fs.readFileSync(path.join(from, name))]), ["SHA256SUMS", list]];
  const head = JSON.stringify(files.map(([name, bytes]) => [name, bytes.length]));
  const whole = Buffer.concat([Buffer.from(`${head}\n`), ...files.map(([, bytes]) => bytes)]);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_WINDOW_BITS } = zlib.constants;
  return zlib.brotliCompressSync(whole, { params: { [BROTLI_PARAM_QUALITY]: 9, [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS, [BROTLI_PARAM_SIZE_HINT]: whole.length } });
}
