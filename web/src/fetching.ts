/** How a layer of one's own is fetched, and what is said when not all of it is drawn. Pure. */
import { numbers } from "./numbers.ts";
import type { Words } from "./words.ts";

/** More than this at once is more than a phone can hold: such a layer is drawn from tiles. */
const MOST_FEATURES = 5000;
const MOST_BYTES = 8_000_000;

export const inTiles = (features: number, bytes: number): boolean => features > MOST_FEATURES || bytes > MOST_BYTES;

export interface Got {
  readonly unplaced: number;
  /** Whether one dot stands for several features. */
  readonly crowded: boolean;
}

export const number = (n: number, lang: string): string => numbers(lang)(n);

/** Says what is not drawn, or not by itself; empty where all is. */
export function missing({ unplaced, crowded }: Got, words: Words, lang: string): string {
  const parts: string[] = [];
  if (crowded) parts.push(words.crowded);
  if (unplaced > 0) parts.push(words.withoutPlace[unplaced === 1 ? 0 : 1].replace("{n}", number(unplaced, lang)));
  return parts.join(" ");
}
