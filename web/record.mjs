// What the page needs of the record's vocabulary, compiled into script and style,
// so that a status added in geodata/ needs no second edit here.
import fs from "node:fs";
import path from "node:path";

const read = (geodata, file) => JSON.parse(fs.readFileSync(path.join(geodata, file), "utf8"));
const pick = (list, ...keys) => list.map((item) => Object.fromEntries(keys.filter((key) => key in item).map((key) => [key, item[key]])));

/** The facts that `web/src/vocabulary.ts` types and the script reads. */
export function facts(geodata) {
  const vocabulary = read(geodata, "vocabulary.json");
  const { layers } = read(geodata, "layers.json");
  const { edition, extent } = read(geodata, "atlas.json");
  return {
    edition,
    extent,
    layers: pick(layers, "id", "family", "glyph", "title"),
    eventKinds: pick(vocabulary.event_kinds, "id", "leads_to", "resumes"),
    statuses: pick(vocabulary.statuses, "id", "rank", "interrupts", "label"),
    precisions: pick(vocabulary.precisions, "id", "radius_m", "deepest_zoom", "label"),
  };
}

/** The hue of each family as a token, and the class by which a sign takes it. */
export function familyCss(geodata) {
  const { families } = read(geodata, "layers.json");
  const tokens = (theme) => families.map(({ id, colour }) => `--${id}: ${colour[theme].toLowerCase()};`).join(" ");
  return [
    `:root { ${tokens("light")} }`,
    `:root[data-theme="dark"], [data-theme="dark"] { ${tokens("dark")} }`,
    `@media (prefers-color-scheme: dark) { :root:not([data-theme]) { ${tokens("dark")} } }`,
    `@media print { :root, :root[data-theme] { ${tokens("light")} } }`,
    ...families.map(({ id }) => `.f-${id} { --hue: var(--${id}); }`),
  ].join("\n");
}

const readSigns = () => JSON.parse(fs.readFileSync(new URL("signs.json", import.meta.url), "utf8"));

/** What the script draws signs from: glyphs and marks stand in the sprite that each page carries. */
export function signs() {
  const { about, paints, glyphs, marks, ...geometry } = readSigns();
  return geometry;
}

/** The paints of `signs.json` as classes. */
export function signCss() {
  const colour = (token) => (token ? `var(--${token})` : "none");
  const rules = Object.entries(readSigns().paints).map(([name, { fill, stroke, width, dash, cap }]) => {
    const lines = [`fill: ${colour(fill)}`];
    if (stroke) lines.push(`stroke: ${colour(stroke)}`, `stroke-width: ${width}`);
    if (dash) lines.push(`stroke-dasharray: ${dash.join(" ")}`);
    if (cap) lines.push(`stroke-linecap: ${cap}`);
    return `.${name} { ${lines.join("; ")} }`;
  });
  return rules.join("\n");
}

/** The modules `record:…` that script and style import, for esbuild and for vitest. */
export const modules = (geodata) => ({
  "record:facts": () => ({ contents: JSON.stringify(facts(geodata)), loader: "json" }),
  "record:signs": () => ({ contents: JSON.stringify(signs()), loader: "json" }),
  "record:families.css": () => ({ contents: familyCss(geodata), loader: "css" }),
  "record:signs.css": () => ({ contents: signCss(), loader: "css" }),
});
