/** What a frame that is a file says of its state, in the words that the file brings along. The server says the same where it answers. */
import type { Atlas, Project } from "../atlas.ts";
import { written } from "../dates.ts";
import { asks, CONDITIONS, dayOf, known, within } from "../filter.ts";
import { whole } from "../find/labels.ts";
import { counted, findWords } from "../find/words.ts";
import { readState, writeState, type State } from "../state.ts";
import { edition, say } from "../vocabulary.ts";

export interface Wording {
  /** The state as far as this file can show it, with its `?`; empty where it is the whole atlas. */
  readonly query: string;
  readonly list: boolean;
  /** Empty where the title of the file holds. */
  readonly title: string;
  readonly foot: string;
  readonly notes: readonly string[];
  /** The article of the project that is all there is of the state; else empty. */
  readonly article: string;
}

/** What needs a server: to search, to find a stop, and to draw a picture. */
const NEEDS_SERVER = ["q", "story", "static"];

export function wording(search: string, atlas: Atlas, names: HTMLTemplateElement, lang: string, lets: (project: Project, state: State) => boolean): Wording {
  const { dataset: words, content } = names;
  const asked = new URLSearchParams(search);
  const read = readState(search);
  const chosen = [...atlas.projects.values()].find(({ id, sites }) => id === read.sel || sites.some((site) => site.id === read.sel));
  const state: State = { ...within(known(read), atlas), q: null, sel: chosen ? read.sel : null, sort: null, v: null };
  const finding = findWords(lang);
  const conditions = CONDITIONS.filter((condition) => asks(state, condition) && (!chosen || condition === "on"));
  const title = [...(chosen ? [say(chosen.name, lang)] : []), ...conditions.map((condition) => whole(content, state, condition, finding, lang).text)].join(" · ");

  const shown = [...atlas.projects.values()].filter((project) => lets(project, state));
  const projects = shown.filter(({ entry }) => entry === "project").length;
  const others = shown.length - projects;
  const number = [...(projects || !others ? [counted(finding.project, projects, lang)] : []), ...(others ? [counted(finding.entry, others, lang)] : [])].join(` ${words["and"] ?? ""} `);
  const asOf = state.on === null ? [] : [(words["asOf"] ?? "").replace("{date}", written(dayOf(state), lang))];
  const foot = [...(chosen && !CONDITIONS.some((condition) => condition !== "on" && asks(state, condition)) ? [] : [number]), ...asOf, words["dataOf"] ?? ""].join(" · ");

  const notes: string[] = [];
  const fill = (word: string, name: string, value: string): unknown => notes.push((words[word] ?? "").replace(`{${name}}`, value));
  if (read.sel !== null && !chosen) fill("noProject", "id", read.sel);
  if (read.v !== null && read.v !== edition) notes.push(words["otherEdition"] ?? "");
  const cannot = NEEDS_SERVER.filter((name) => asked.get(name) && asked.get(name) !== "0").map((name) => `${name}=${asked.get(name)?.slice(0, 40)}`);
  if (cannot.length) fill("cannot", "values", cannot.join(", "));
  const lists = ["layer", "status", "country", "precision", "actor", "entry"] as const;
  const before = known(read);
  const all = within(before, atlas);
  const dropped = lists.flatMap((name) => (all[name].length || before[name].length ? read[name].filter((id) => !all[name].includes(id)).map((id) => `${name}=${id}`) : read[name].length === 1 ? [`${name}=${read[name][0]}`] : []));
  if (dropped.length) fill("dropped", "values", dropped.slice(0, 3).join(", "));

  const query = writeState({ ...state, theme: null });
  const alone = chosen && query === `?sel=${chosen.id}`;
  return { query: writeState(state), list: asked.get("list") === "1", title, foot, notes: notes.reverse(), article: alone ? (words["article"] ?? "").replace("*", chosen.id) : "" };
}
