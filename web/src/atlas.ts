/** The data that the page loads: every site, and of each project what list, date and map need. */
import { deadline } from "./deadline.ts";
import { firstDay, lastDay, standing, type Event } from "./status.ts";
import { edition, layers, precisions, type Text } from "./vocabulary.ts";

export type Entry = "project" | "decision" | "allegation";

export interface Project {
  readonly id: string;
  readonly layer: string;
  readonly entry: Entry;
  readonly name: Text;
  readonly countries: readonly string[];
  /** Organisation id and role. */
  readonly actors: readonly (readonly [organisation: string, role: string])[];
  readonly events: readonly Event[];
  readonly sites: readonly Site[];
}

export interface Site {
  readonly id: string;
  readonly project: string;
  readonly name: Text;
  /** A short name for the map. */
  readonly label?: Text;
  readonly precision: string;
  /** The site belongs to the project only in between; partial dates. */
  readonly from?: string;
  readonly until?: string;
  /** Longitude, latitude; null where the place is not known. */
  readonly geometry: GeoJSON.Geometry | null;
}

export interface Atlas {
  readonly edition: string;
  readonly projects: ReadonlyMap<string, Project>;
}

interface MapFile {
  edition?: string;
  features: { id: string; geometry: GeoJSON.Geometry | null; properties: Omit<Site, "id" | "geometry"> }[];
  projects: Record<string, Omit<Project, "id" | "sites">>;
}

export async function loadAtlas(address: string, cache: RequestCache = "default"): Promise<Atlas> {
  const answer = await fetch(address, { cache, signal: deadline() });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return readAtlas((await answer.json()) as MapFile);
}

export function readAtlas(file: MapFile): Atlas {
  const sites = new Map<string, Site[]>();
  for (const { id, geometry, properties } of file.features) {
    const site: Site = { ...properties, id: String(id), geometry };
    sites.set(site.project, [...(sites.get(site.project) ?? []), site]);
  }
  const projects = new Map(Object.entries(file.projects).map(([id, project]) => [id, { ...project, id, sites: sites.get(id) ?? [] }]));
  return { edition: file.edition ?? edition, projects };
}

/** A point or line that may be drawn as a place: one known only by its country may not. */
export const placed = (site: Site): boolean => site.geometry !== null && site.precision !== "country";

/** Whether a site is part of its project on a day, by `from` and `until`, both days included; null is the edition's, on which every site is. */
export const stands = ({ from, until }: Pick<Site, "from" | "until">, on: string | null): boolean =>
  on === null || ((from === undefined || firstDay(from) <= on) && (until === undefined || on <= lastDay(until)));

const ORDER = [...precisions.keys()];

/** The project's best known site: the first in file order among those of the best precision. */
export function bestSite(project: Project): Site | undefined {
  const rank = (site: Site): number => ORDER.indexOf(site.precision);
  return project.sites.filter(placed).reduce<Site | undefined>((best, site) => (!best || rank(site) < rank(best) ? site : best), undefined);
}

export const statusOn = (project: Project, day: string): string => standing(project.events, day).status;

export const familyOf = (project: Project): string => layers.get(project.layer)?.family ?? "";
export const glyphOf = (project: Project): string => layers.get(project.layer)?.glyph ?? "";

/** The project that a choice means, by its own id or one of its sites'; a site's id begins with its project's. */
export function projectOf(atlas: Atlas, sel: string | null): Project | undefined {
  const project = atlas.projects.get(sel?.split(".")[0] ?? "");
  return project && (project.id === sel || project.sites.some(({ id }) => id === sel)) ? project : undefined;
}
