/** A program under measurement, tied to one core: its time of processor, its memory, its end. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Core of the servers, and of what asks them. */
export const SERVER = "0";
export const CLIENT = "1";
const TICK = 1 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** Whatever happens, nothing is left running. */
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

export class Program {
  constructor(command, args, { env = {}, core = SERVER } = {}) {
    this.child = spawn("taskset", ["-c", core, command, ...args], { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...env } });
    this.said = "";
    this.child.stderr.on("data", (chunk) => (this.said += chunk));
    this.child.on("error", (error) => (this.said += error.message));
    running.add(this.child);
    this.child.on("exit", () => running.delete(this.child));
  }

  /** Waits for an answer below 500, and returns the milliseconds since `start`. */
  async answers(url, patience = 120_000) {
    const start = performance.now();
    while (performance.now() - start < patience) {
      if (this.child.exitCode !== null) throw new Error(`${this.child.spawnargs.join(" ")} ended:\n${this.said}`);
      try {
        const answer = await fetch(url);
        await answer.arrayBuffer();
        if (answer.status < 500) return performance.now() - start;
      } catch {
        await sleep(1);
      }
    }
    throw new Error(`no answer from ${url}:\n${this.said}`);
  }

  /** Waits until the log says this for the nth time, and returns the number in it. */
  async says(pattern, nth = 1, patience = 60_000) {
    for (const start = performance.now(); performance.now() - start < patience; await sleep(10)) {
      const found = [...this.said.replaceAll(/\u001b\[[\d;]*m/g, "").matchAll(pattern)];
      if (found.length >= nth) return Number(found[nth - 1][1]);
    }
    throw new Error(`the log does not say ${pattern} ${nth} times:\n${this.said}`);
  }

  /** The server and its workers. */
  pids() {
    const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(this.child.pid)], { encoding: "utf8" });
    const children = stdout.split("\n").map((line) => line.trim());
    return [this.child.pid, ...children.filter(Boolean)];
  }

  /** Seconds of processor used so far. */
  processor() {
    return this.pids().reduce((sum, pid) => {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
      return sum + (Number(fields[11]) + Number(fields[12])) * TICK;
    }, 0);
  }

  /** Milliseconds of processor that each of its threads has used, to the nanosecond. */
  threads() {
    const folder = `/proc/${this.child.pid}/task`;
    return new Map(readdirSync(folder).map((thread) => [thread, Number(readFileSync(`${folder}/${thread}/schedstat`, "utf8").split(" ")[0]) / 1e6]));
  }

  /** What its threads have used since; one that ended meanwhile had rested for longer than is measured here. */
  spent(before) {
    return [...this.threads()].reduce((sum, [thread, used]) => sum + used - (before.get(thread) ?? 0), 0);
  }

  /** Waits until the program is at rest: it compresses its files in the background after the start. */
  async rests(patience = 300_000) {
    const start = performance.now();
    for (let before = this.processor(); performance.now() - start < patience; ) {
      await sleep(1000);
      const now = this.processor();
      // What compressing took is given back two seconds after its end.
      if (now - before < 0.02) return sleep(3000);
      before = now;
    }
    throw new Error(`${this.child.spawnargs.join(" ")} does not come to rest`);
  }

  /** Resident memory in bytes, now or at most. */
  memory(line = "VmRSS") {
    return this.pids().reduce((sum, pid) => sum + Number(new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024, 0);
  }

  async stop() {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.on("exit", resolve));
    this.child.kill("SIGTERM");
    await Promise.race([ended, sleep(10_000).then(() => this.child.kill("SIGKILL"))]);
  }
}
