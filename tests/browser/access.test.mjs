/** axe finds nothing on page and article; it cannot find all, so the keyboard has promises of its own. */
import { test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sound } from "./axe.mjs";

const world = atlas();
const PAGES = ["/", "/?sel=jujuy-seguro", "/project/jujuy-seguro", "/es/project/cauchari-olaroz", "/es/about", "/data", "/ogc/collections/sites/items?f=html", "/ogc/api?f=html"];

for (const address of PAGES) {
  test(`axe has nothing to say about ${address} on a light desk and a dark phone`, async () => {
    for (const [theme, width] of [["light", 1280], ["dark", 390]]) {
      const reader = await world.open(address, { theme, width });
      if (await reader.page.locator("#map").count()) await reader.mapped();
      await sound(reader.page, `${theme} ${width}`);
      await reader.close();
    }
  });
}
