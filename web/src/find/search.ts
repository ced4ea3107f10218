/** Search over what every project is known by. The texts are the server's, and so is the rule. Pure but for the loading. */
import { fold } from "../fold.ts";

export type What = "name" | "organisation" | "place" | "layer" | "country" | "summary";

/** A text by which a project is known. */
export interface Known {
  readonly what: What;
  /** Empty where nothing says which language it is. */
  readonly lang: string;
  readonly text: string;
  /** The organisation, layer or country that is called so; else empty. */
  readonly of: string;
  readonly folded: string;
}

export interface Index {
  readonly texts: readonly Known[];
  /** Of each project the places of its texts. */
  readonly projects: ReadonlyMap<string, readonly number[]>;
}

/** `/data/search.json` */
export interface SearchFile {
  readonly texts: readonly (readonly [what: What, lang: string, text: string, of: string])[];
  readonly projects: Readonly<Record<string, readonly number[]>>;
}

export async function loadIndex(address: string): Promise<Index> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return readIndex((await answer.json()) as SearchFile);
}

export const readIndex = ({ texts, projects }: SearchFile): Index => ({
  texts: texts.map(([what, lang, text, of]) => ({ what, lang, text, of, folded: fold(text) })),
  projects: new Map(Object.entries(projects)),
});

export const wordsIn = (asked: string): string[] => fold(asked).split(" ").filter(Boolean);

const DISTANCE: Readonly<Record<What, number>> = { name: 1, organisation: 2, place: 3, layer: 4, country: 4, summary: 5 };

/** How far a word is from what a project is called; null where it does not stand in the text. */
export function closeness({ what, folded }: Known, word: string): number | null {
  if (!folded.includes(word)) return null;
  const begins = what === "name" && (folded.startsWith(word) || [" ", "-", "("].some((before) => folded.includes(before + word)));
  return begins ? 0 : DISTANCE[what];
}

export interface Match {
  readonly rank: number;
  /** For each word the text that makes the project known by it. */
  readonly by: readonly Known[];
}

/** How a project is known by all these words; null where one is missing. */
export function match({ texts, projects }: Index, project: string, words: readonly string[]): Match | null {
  const own = projects.get(project)?.flatMap((at) => texts[at] ?? []) ?? [];
  const by: Known[] = [];
  let rank = 0;
  for (const word of words) {
    let best: Known | undefined;
    let least = Infinity;
    for (const text of own) {
      const far = closeness(text, word);
      if (far !== null && far < least) [best, least] = [text, far];
    }
    if (!best) return null;
    by.push(best);
    rank += least;
  }
  return { rank, by };
}

/** Every project known by all words asked for, with its rank. */
export function found(index: Index, asked: string): Map<string, number> {
  const words = wordsIn(asked);
  const out = new Map<string, number>();
  for (const project of index.projects.keys()) {
    const hit = match(index, project, words);
    if (hit) out.set(project, hit.rank);
  }
  return out;
}

/** Where a folded word stands in a text as it is written: begin and end; null where it does not. */
export function locate(text: string, word: string): readonly [number, number] | null {
  let folded = "";
  const starts: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = fold(letter);
    for (let i = 0; i < plain.length; i++) starts.push(at);
    folded += plain;
    at += letter.length;
  }
  const begin = folded.indexOf(word);
  if (begin < 0 || word === "") return null;
  return [starts[begin] ?? 0, starts[begin + word.length] ?? text.length];
}
