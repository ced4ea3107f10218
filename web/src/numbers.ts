/** Whole numbers as a language writes them, thousands apart. */

const made = new Map<string, Intl.NumberFormat>();

function writer(lang: string): Intl.NumberFormat {
  const kept = made.get(lang) ?? new Intl.NumberFormat(lang, { useGrouping: true });
  made.set(lang, kept);
  return kept;
}

/** Numbers in a language. Below a thousand all ours write the same digits: the first writer of a page costs a slow phone a tenth of a second. */
export const numbers =
  (lang: string) =>
  (n: number): string =>
    Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : writer(lang).format(n);
