/** Whole numbers as a language writes them, thousands apart. */

const made = new Map<string, Intl.NumberFormat>();

/** The writer of a language: to make one takes longer than a hundred numbers take to write. */
export const numbers = (lang: string): ((n: number) => string) => {
  const kept = made.get(lang) ?? new Intl.NumberFormat(lang, { useGrouping: true });
  made.set(lang, kept);
  return (n) => kept.format(n);
};
