/** What the server tells the page about itself: its language, its words, the addresses of its data. */
import type { Words } from "./words.ts";

export interface Facts {
  readonly desk: HTMLElement;
  readonly lang: string;
  readonly words: Words;
  /** Where a record is as a fragment, and its article, with `*` for its id. */
  readonly record: string;
  readonly article: string;
  /** Addresses of the data and of the two base-map files. */
  readonly data: string;
  readonly base: string;
  readonly fine: string;
  /** Address of the items of the projects. */
  readonly items: string;
  /** Addresses of the parts that are loaded later. */
  readonly parts: readonly string[];
}
