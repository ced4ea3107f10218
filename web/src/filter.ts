/** Which projects the state lets through. The server keeps the same rule; both are tested on the same cases. Pure. */
import type { Atlas, Project } from "./atlas.ts";
import type { State } from "./state.ts";
import { begun, standing, type Standing } from "./status.ts";
import { edition, layers, precisions, statuses } from "./vocabulary.ts";

/** In the order of the address. */
export const CONDITIONS = ["layer", "status", "country", "precision", "actor", "entry", "year", "q", "on"] as const;
export type Condition = (typeof CONDITIONS)[number];
export type Filters = Pick<State, Condition>;

export const ENTRIES = ["project", "decision", "allegation"];

/** The day as of which the atlas is shown: no clock, the edition's date unless one is asked for. */
export const dayOf = ({ on }: Pick<State, "on">): string => on ?? edition;

const isDay = (text: string): boolean => new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;

/** Drops what the vocabulary does not know, so that a stale link never empties the list, and what says no more than the default. */
export const known = (state: State): State => ({
  ...state,
  layer: some(state.layer, [...layers.keys()]),
  status: some(state.status, [...statuses.keys()]),
  precision: some(state.precision, [...precisions.keys()]),
  entry: some(state.entry, ENTRIES),
  // From the edition's day on, nothing more is known.
  on: state.on !== null && state.on < edition && isDay(state.on) ? state.on : null,
});

const some = (ids: readonly string[], all: readonly string[]): readonly string[] => {
  const kept = ids.filter((id) => all.includes(id));
  return kept.length === all.length ? [] : kept;
};

/** The same with what only the data knows: countries, organisations, years. */
export function within(state: State, { projects }: Atlas): State {
  const all = [...projects.values()];
  const countries = new Set(all.flatMap((project) => project.countries));
  const organisations = new Set(all.flatMap(({ actors }) => actors.map(([organisation]) => organisation)));
  const roles = new Set(all.flatMap(({ actors }) => actors.map(([, role]) => role)));
  const [first = "", last = ""] = state.year?.split("..") ?? [];
  const outside = (date: string): boolean => date.slice(0, 4) < first || date.slice(0, 4) > last;
  return {
    ...state,
    country: state.country.filter((code) => countries.has(code)),
    actor: state.actor.filter((actor) => {
      const [organisation = "", role] = split(actor);
      return organisations.has(organisation) && (role === undefined || roles.has(role));
    }),
    year: all.some(({ events }) => events.some(([date]) => outside(date))) ? state.year : null,
  };
}

/** `zte:vendor` as organisation and role. */
export const split = (actor: string): [organisation: string, role: string | undefined] => {
  const at = actor.indexOf(":");
  return at < 0 ? [actor, undefined] : [actor.slice(0, at), actor.slice(at + 1)];
};

export const asks = (state: Filters, condition: Condition): boolean => state[condition] !== null && state[condition]?.length !== 0;

const BITS = Object.fromEntries(CONDITIONS.map((condition, at) => [condition, 1 << at])) as Readonly<Record<Condition, number>>;

/** A condition as one bit of those that a project fails. */
export const bit = (condition: Condition): number => BITS[condition];

/** A status is derived from all events; while the day stays the same, once is enough. */
const standings = new WeakMap<Project, Standing & { readonly day: string; readonly begun: boolean }>();

export function standingOf(project: Project, day: string): Standing & { readonly begun: boolean } {
  const kept = standings.get(project);
  if (kept?.day === day) return kept;
  const made = { ...standing(project.events, day), day, begun: begun(project.events, day) };
  standings.set(project, made);
  return made;
}

/** The test for a state: which conditions a project fails, as bits; 0 lets it through. `found` is a search's word. */
export function failing(state: Filters, found: (project: Project) => boolean = () => true): (project: Project) => number {
  const day = dayOf(state);
  const [layer, status, country, precision, entry] = ([state.layer, state.status, state.country, state.precision, state.entry] as const).map((ids) => (ids.length ? new Set(ids) : null));
  const actors = state.actor.length ? new Set(state.actor) : null;
  const [first = "", last = ""] = state.year?.split("..") ?? [];
  const inYears = ([date]: readonly [string, string]): boolean => date.slice(0, 4) >= first && date.slice(0, 4) <= last;
  return (project) => {
    const standing = standingOf(project, day);
    let failed = 0;
    if (layer && !layer.has(project.layer)) failed |= BITS.layer;
    if (status && !status.has(standing.status)) failed |= BITS.status;
    if (country && !project.countries.some((code) => country.has(code))) failed |= BITS.country;
    if (precision && !project.sites.some((site) => precision.has(site.precision))) failed |= BITS.precision;
    if (actors && !project.actors.some(([id, role]) => actors.has(id) || actors.has(`${id}:${role}`))) failed |= BITS.actor;
    if (entry && !entry.has(project.entry)) failed |= BITS.entry;
    if (state.year !== null && !project.events.some(inYears)) failed |= BITS.year;
    if (!found(project)) failed |= BITS.q;
    if (state.on !== null && !standing.begun) failed |= BITS.on;
    return failed;
  };
}

/** `except` leaves one condition out, to count what each of its values would give. */
export const passes = (project: Project, state: Filters, except?: Condition): boolean => (failing(state)(project) & ~(except ? bit(except) : 0)) === 0;
