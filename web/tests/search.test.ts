/** Search ranks by the server's rule, and says where a word stands. */
import { describe, expect, it } from "vitest";
import { found, locate, match, readIndex, wordsIn, type SearchFile } from "../src/find/search.ts";

const file: SearchFile = {
  texts: [
    ["name", "en", "Cauchari solar park", ""],
    ["name", "es", "Parque solar Caucharí", ""],
    ["organisation", "", "中兴", "zte"],
    ["organisation", "en", "ZTE Corporation", "zte"],
    ["layer", "pt", "Lítio", "lithium"],
    ["place", "en", "Solar del Valle", ""],
    ["summary", "en", "A park near Susques; ZTE had no part.", ""],
  ],
  projects: { park: [0, 1, 6], net: [2, 3, 5], mine: [4] },
};
const index = readIndex(file);

describe("search", () => {
  it.each([
    ["cauchari", { park: 0 }],
    ["CAUCHARÍ solar", { park: 0 }],
    ["auchari", { park: 1 }],
    ["solar", { park: 0, net: 3 }],
    ["中兴", { net: 2 }],
    ["ＺＴＥ", { net: 2, park: 5 }],
    ["litio", { mine: 4 }],
    ["zte nothing", {}],
    ["", { park: 0, net: 0, mine: 0 }],
  ])("%s", (asked, expected) => expect(Object.fromEntries(found(index, asked))).toEqual(expected));
  it("tells by which text", () => {
    expect(match(index, "net", wordsIn("zte"))?.by.map(({ text }) => text)).toEqual(["ZTE Corporation"]);
  });
  it.each([
    ["Parque solar Caucharí", "cauchari", "Caucharí"],
    ["Straße in São Paulo", "sao", "São"],
    ["Straße", "strasse", "Straße"],
    ["中兴通讯", "兴", "兴"],
    ["abc", "x", null],
    ["abc", "", null],
  ])("stands in %s: %s", (text, word, expected) => {
    const place = locate(text, word);
    expect(place && text.slice(...place)).toBe(expected);
  });
});
