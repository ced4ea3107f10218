/** What a state shows, and what every value of a filter would give: one pass over all projects. Pure. */
import { placed, stands, type Project } from "./atlas.ts";
import { bit, dayOf, failing, standingOf, type Condition, type Filters } from "./filter.ts";

/** Filters whose values are counted. */
export const GROUPS = ["layer", "status", "country", "precision", "actor", "entry"] as const;
export type Group = (typeof GROUPS)[number];

export interface Tally {
  readonly shown: readonly Project[];
  /** Of those, without a place on the map on the day. */
  readonly unplaced: ReadonlySet<Project>;
  readonly projects: number;
  readonly entries: number;
  /** Those that would be shown had they begun by the day. */
  readonly waiting: number;
  /** Projects that a value would give under all other conditions; kinds of entry count all. Organisations stand alone and with each role. */
  readonly counts: Readonly<Record<Group, ReadonlyMap<string, number>>>;
}

const WAITS = bit("on") | bit("status");

/** Whether a project has a place on the map on the day. */
export const places = (project: Project, on: string | null): boolean => project.sites.some((site) => placed(site) && stands(site, on));

export function tally(projects: Iterable<Project>, state: Filters, found?: (project: Project) => boolean): Tally {
  const failed = failing(state, found);
  const day = dayOf(state);
  const counts = Object.fromEntries(GROUPS.map((group) => [group, new Map<string, number>()])) as Record<Group, Map<string, number>>;
  const shown: Project[] = [];
  const unplaced = new Set<Project>();
  let entries = 0;
  let waiting = 0;
  for (const project of projects) {
    const fails = failed(project);
    if (fails === 0) {
      shown.push(project);
      if (project.entry !== "project") entries += 1;
      if (!places(project, state.on)) unplaced.add(project);
    } else if ((fails & bit("on")) !== 0 && (fails & ~WAITS) === 0) waiting += 1;
    // What fails two conditions would come by no single value.
    if ((fails & (fails - 1)) !== 0) continue;
    for (const group of GROUPS) {
      if ((fails & ~bit(group)) !== 0 || (group !== "entry" && project.entry !== "project")) continue;
      const count = counts[group];
      for (const value of valuesOf(project, group, day)) count.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  return { shown, unplaced, projects: shown.length - entries, entries, waiting, counts };
}

interface Lasting {
  readonly precisions: ReadonlySet<string>;
  readonly actors: ReadonlySet<string>;
}

/** What is the same in every state. */
const kept = new WeakMap<Project, Lasting>();

function lasting(project: Project): Lasting {
  const known = kept.get(project);
  if (known) return known;
  const made = {
    precisions: new Set(project.sites.map(({ precision }) => precision)),
    actors: new Set(project.actors.flatMap(([organisation, role]) => [organisation, `${organisation}:${role}`])),
  };
  kept.set(project, made);
  return made;
}

function valuesOf(project: Project, group: Group, day: string): Iterable<string> {
  switch (group) {
    case "layer":
      return [project.layer];
    case "status":
      return [standingOf(project, day).status];
    case "country":
      return project.countries;
    case "precision":
      return lasting(project).precisions;
    case "actor":
      return lasting(project).actors;
    case "entry":
      return [project.entry];
  }
}

/** How many would be shown without a condition. */
export const without = (projects: Iterable<Project>, state: Filters, condition: Condition, found?: (project: Project) => boolean): Tally =>
  tally(projects, { ...state, [condition]: Array.isArray(state[condition]) ? [] : null }, condition === "q" ? undefined : found);
