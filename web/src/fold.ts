/** Folding for search: texts that differ only in case, accents or width are made alike. The server has the same rules. Pure. */

/** The capital of `ß` is two letters and that of `ẞ` is itself: through small, capital and small again all meet. */
const uncased = (text: string): string => {
  let out = "";
  // Letter by letter: of a whole word JavaScript would write a final sigma.
  for (const letter of text) for (const capital of letter.toLowerCase().toUpperCase()) out += capital.toLowerCase();
  return out;
};

/** Letters with a stroke, which Unicode does not take apart. */
const STROKES: Readonly<Record<string, string>> = { ø: "o", đ: "d", ł: "l", ı: "i" };

/** Without case, accents, width and other variants of form (NFKD), with one kind of space, hyphen and apostrophe. */
export const fold = (text: string): string =>
  uncased(text.normalize("NFKD").replace(/\p{M}/gu, ""))
    .replace(/[øđłı]/g, (letter) => STROKES[letter] ?? letter)
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\s\u0085]/g, " ");
