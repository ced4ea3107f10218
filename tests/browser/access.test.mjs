/** axe finds nothing on page and article; it cannot find all, so the keyboard has promises of its own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { atlas } from "./atlas.mjs";

const world = atlas();
const PAGES = ["/", "/?sel=jujuy-seguro", "/project/jujuy-seguro", "/es/project/cauchari-olaroz", "/es/about", "/data", "/ogc/collections/sites/items?f=html", "/ogc/api?f=html"];

const told = ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary?.split("\n")[1]?.trim()}`));

for (const address of PAGES) {
  test(`axe has nothing to say about ${address} on a light desk and a dark phone`, async () => {
    for (const [theme, width] of [["light", 1280], ["dark", 390]]) {
      const reader = await world.open(address, { theme, width });
      await reader.page.waitForLoadState("networkidle");
      const results = await new AxeBuilder({ page: reader.page }).analyze();
      assert.ok(results.passes.length > 15, "axe has looked");
      assert.deepEqual(told(results), [], `${theme} ${width}`);
      await reader.close();
    }
  });
}
