/** By how much the reader's letters are larger than usual. */
export const enlarged = (): number => (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
