/** The part of geodata's vocabulary that the page needs, compiled in at build. */
import facts from "record:facts";

/** Text by language; `en` always stands. */
export type Text = { readonly en: string } & Readonly<Record<string, string>>;

export interface Layer {
  readonly id: string;
  readonly family: string;
  readonly glyph: string;
  readonly title: Text;
}

export interface EventKind {
  readonly id: string;
  readonly leads_to: string | null;
  readonly resumes?: boolean;
}

export interface Status {
  readonly id: string;
  readonly rank: number;
  readonly interrupts: boolean;
  readonly label: Text;
}

export interface Precision {
  readonly id: string;
  readonly radius_m: number | null;
  readonly deepest_zoom: number;
  readonly label: Text;
}

export interface Facts {
  readonly edition: string;
  /** West, south, east, north. */
  readonly extent: readonly [number, number, number, number];
  readonly layers: readonly Layer[];
  readonly eventKinds: readonly EventKind[];
  readonly statuses: readonly Status[];
  readonly precisions: readonly Precision[];
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map((item) => [item.id, item]));

export const { extent } = facts;
/** The page says of which edition it is; in a test there is no page. */
export const edition = globalThis.document?.documentElement.dataset["edition"] ?? facts.edition;
export const layers = byId(facts.layers);
export const eventKinds = byId(facts.eventKinds);
export const statuses = byId(facts.statuses);
export const precisions = byId(facts.precisions);

/** The text in a language, in English where it has none. */
export const say = (text: Text | undefined, lang: string): string => text?.[lang] ?? text?.en ?? "";
