/** Which projects the state lets through. The server keeps the same rule. Pure. */
import { statusOn, type Project } from "./atlas.ts";
import type { State } from "./state.ts";
import { begun } from "./status.ts";
import { edition, layers, precisions, statuses } from "./vocabulary.ts";

export type Filters = Pick<State, "layer" | "status" | "country" | "precision" | "actor" | "year" | "on">;

/** The day as of which the atlas is shown: no clock, the edition's date unless one is asked for. */
export const dayOf = ({ on }: Pick<State, "on">): string => on ?? edition;

const isDay = (text: string): boolean => new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;

/** Drops what the vocabulary does not know, so that a stale link never empties the list. */
export const known = (state: State): State => ({
  ...state,
  layer: state.layer.filter((id) => layers.has(id)),
  status: state.status.filter((id) => statuses.has(id)),
  precision: state.precision.filter((id) => precisions.has(id)),
  // From the edition's day on, nothing more is known.
  on: state.on !== null && state.on < edition && isDay(state.on) ? state.on : null,
});

/** `except` leaves one condition out, to count what each of its values would give. */
export function passes(project: Project, state: Filters, except?: keyof Filters): boolean {
  const day = dayOf(state);
  const asks = (name: keyof Filters): boolean => name !== except && state[name] !== null && state[name]?.length !== 0;
  if (except !== "on" && state.on !== null && !begun(project.events, day)) return false;
  if (asks("layer") && !state.layer.includes(project.layer)) return false;
  if (asks("status") && !state.status.includes(statusOn(project, day))) return false;
  if (asks("country") && !project.countries.some((country) => state.country.includes(country))) return false;
  if (asks("precision") && !project.sites.some((site) => state.precision.includes(site.precision))) return false;
  if (asks("actor") && !project.actors.some(([organisation, role]) => state.actor.some((asked) => asked === organisation || asked === `${organisation}:${role}`))) return false;
  if (asks("year")) {
    const [first = "", last = ""] = state.year?.split("..") ?? [];
    if (!project.events.some(([date]) => date.slice(0, 4) >= first && date.slice(0, 4) <= last)) return false;
  }
  return true;
}
