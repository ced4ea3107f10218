/** What axe says of a page. It runs within the page and tells faults alone: handing over all that it passed costs more than looking. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Asserts that axe has looked at the page, or the part of it that `within` names, and has found nothing. */
export async function sound(page, state, within = "html") {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const { passed, faults } = await page.evaluate(async (within) => {
    const { passes, violations } = await window.axe.run(within, { resultTypes: ["violations"], iframes: false });
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary?.split("\n")[1]?.trim()}`));
    return { passed: passes.length, faults };
  }, within);
  assert.ok(passed > (within === "html" ? 10 : 5), `axe has looked: ${passed}`);
  assert.deepEqual(faults, [], state);
}
