/** In which order the list stands; the server's rule. Pure. */
import type { Project } from "../atlas.ts";
import { dayOf, standingOf } from "../filter.ts";
import { fold } from "../fold.ts";
import type { State } from "../state.ts";
import { lastEvent } from "../status.ts";
import { say, statuses } from "../vocabulary.ts";

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By code point, as the server compares; JavaScript's own order is by half of one. */
const byCode = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const distance = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (distance) return distance;
  }
  return left.length - right.length;
};

/** Ids in the order of the list; where two are equal the latest event comes first, then the id. */
export function ordered(projects: readonly Project[], state: Pick<State, "sort" | "on">, lang: string, ranks: ReadonlyMap<string, number> | null): string[] {
  const day = dayOf(state);
  const last = new Map(projects.map((project) => [project, lastEvent(project.events, day)]));
  const byEvent = (a: Project, b: Project): number => compare(last.get(b) ?? "", last.get(a) ?? "") || compare(a.id, b.id);
  const places = [...statuses.keys()];
  const place = (project: Project): number => places.indexOf(standingOf(project, day).status);
  const names = state.sort === "name" ? new Map(projects.map((project) => [project, fold(say(project.name, lang))])) : null;
  const orders: Readonly<Record<string, (a: Project, b: Project) => number>> = {
    name: (a, b) => byCode(names?.get(a) ?? "", names?.get(b) ?? ""),
    status: (a, b) => place(a) - place(b),
    relevance: (a, b) => (ranks?.get(a.id) ?? 0) - (ranks?.get(b.id) ?? 0),
  };
  const first = orders[state.sort ?? ""];
  return [...projects].sort((a, b) => first?.(a, b) || byEvent(a, b)).map(({ id }) => id);
}
