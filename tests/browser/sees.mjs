/** What a reader sees: looked at again until it is so, as a reader waits for what is on its way. */
import assert from "node:assert/strict";
import { setTimeout as after } from "node:timers/promises";

/** Milliseconds, as Playwright waits: longer than any answer or drawing takes on a busy machine. */
const PATIENCE = 30_000;
const PAUSE = 25;

/** Looks until what is seen is `wanted`, or matches it. What is not there yet may come; what was seen last is told. */
export async function sees(look, wanted, message) {
  const since = performance.now();
  for (;;) {
    try {
      const seen = await look();
      if (wanted instanceof RegExp) assert.match(seen, wanted, message);
      else assert.deepEqual(seen, wanted, message);
      return;
    } catch (fault) {
      if (performance.now() - since > PATIENCE) throw fault;
    }
    await after(PAUSE);
  }
}
