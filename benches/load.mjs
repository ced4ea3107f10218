/** wrk on its own core: requests a second, the median time of one, and bytes of a body. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { CLIENT } from "./program.mjs";

const run = promisify(execFile);
const UNITS = { us: 1e-3, ms: 1, s: 1e3, m: 6e4 };

/** Asks one address again and again for some seconds. With `vary`, no two requests have the same box. */
export async function load(folder, url, { seconds = 3, connections = 32, headers = {}, vary = null } = {}) {
  const script = path.join(folder, "request.lua");
  const fixed = Object.entries(headers).map(([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`);
  const { pathname, search } = new URL(url);
  // A box that grows by a millionth of a degree asks for the same features under a new address.
  const varied = vary && [
    "local n = 0",
    "request = function()",
    "  n = n + 1",
    `  local box = string.format("%.6f,%.6f,%.6f,%.7f", ${vary.join(", ")} + (n % 1000) * 1e-7)`,
    `  local path = string.gsub(${JSON.stringify(pathname + search)}, "BOX", box, 1)`,
    `  return wrk.format("GET", path)`,
    "end",
  ];
  writeFileSync(script, [...fixed, ...(varied ?? [])].join("\n"));
  const { stdout } = await run("taskset", ["-c", CLIENT, "wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "--timeout", "60s", "--latency", "-s", script, url]);
  const [, median, unit] = /50%\s+([\d.]+)(us|ms|s|m)/.exec(stdout) ?? [];
  const total = Number(/(\d+) requests in/.exec(stdout)?.[1] ?? 0);
  const bad = /Non-2xx or 3xx responses: (\d+)/.exec(stdout);
  if (bad) throw new Error(`${url}: ${bad[0]}`);
  return { perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? 0), total, median: Number(median) * (UNITS[unit] ?? NaN) };
}

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
