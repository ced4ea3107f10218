/** Four languages, each under its own address. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { atlas } from "./atlas.mjs";
import { sees } from "./sees.mjs";

const world = atlas();

const WORDS = {
  es: { at: "/es", map: "Mapa", layer: "Litio", value: /US\$\s?30\s(M|millones)/, sources: "Fuentes" },
  pt: { at: "/pt", map: "Mapa", layer: "Lítio", value: /US\$\s?30\s(mi|milhões)/, sources: "Fontes" },
  zh: { at: "/zh", map: "地图", layer: "锂", value: /30|3000|3,000/, sources: "来源" },
};

for (const [lang, words] of Object.entries(WORDS)) {
  test(`${words.at}/ speaks ${lang}, in list, map and record`, async () => {
    const reader = await world.open(`${words.at}/?sel=jujuy-seguro`);
    await reader.mapped();
    const { page } = reader;
    await sees(() => page.locator("html").getAttribute("lang"), lang);
    await sees(() => page.locator(".bar nav").innerText(), new RegExp(words.map));
    await sees(() => page.locator('.layer[data-layer="lithium"]').innerText(), new RegExp(words.layer));
    const record = page.locator("#record");
    await sees(async () => (await record.locator("#figures").innerText()).replaceAll("\u00a0", " "), words.value);
    await sees(() => record.locator("#sources").innerText(), new RegExp(words.sources));
    const signs = await page.locator("#map .sign").evaluateAll((all) => all.map((sign) => sign.getAttribute("aria-label")));
    assert.ok(signs.some((name) => name.includes(words.layer)), "signs are named in the language");
    reader.clean();
    await reader.close();
  });
}

test("a switch leads to the same page in each other language", async () => {
  const reader = await world.open("/project/jujuy-seguro");
  const { page } = reader;
  const links = await page.locator(".lang a").evaluateAll((all) => all.map((link) => [link.hreflang, new URL(link.href).pathname]));
  assert.deepEqual(Object.fromEntries(links), { en: "/project/jujuy-seguro", es: "/es/project/jujuy-seguro", pt: "/pt/project/jujuy-seguro", zh: "/zh/project/jujuy-seguro" });
  await page.locator('.lang a[hreflang="es"]').click();
  assert.equal(new URL(page.url()).pathname, "/es/project/jujuy-seguro");
  await sees(() => page.locator("html").getAttribute("lang"), "es");
  await reader.close();
});

test("a text that exists in one language only says which", async () => {
  const reader = await world.open("/zh/project/jujuy-seguro");
  const langs = await reader.page.locator("main [lang]").evaluateAll((all) => [...new Set(all.map(({ lang }) => lang))]);
  assert.ok(langs.includes("en") || langs.includes("es"), String(langs));
  await reader.close();
});
