/** What the table says of each record as of a day, and how its rows are put in order. Pure. */
import { bestSite, stands, type Project } from "../atlas.ts";
import { written } from "../dates.ts";
import { firstDay, standing } from "../status.ts";
import { edition, layers, precisions, say, statuses } from "../vocabulary.ts";

export type Column = "name" | "layer" | "country" | "status" | "since" | "first" | "last" | "sites" | "place";
export const COLUMNS: readonly Column[] = ["name", "layer", "country", "status", "since", "first", "last", "sites", "place"];

/** A text, and what it is put in order by. */
export type Cell = readonly [text: string, key: string | number];
export type Row = { readonly project: Project } & Readonly<Record<Column, Cell>>;

/** `on` is null for the edition's day; `countries` names those of a project. */
export function rowOf(project: Project, on: string | null, lang: string, countries: string): Row {
  const day = on ?? edition;
  const { status, since } = standing(project.events, day);
  const past = project.events.map(([date]) => date).filter((date) => firstDay(date) <= day).sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const dated = (date: string | null | undefined): Cell => (date ? [written(date, lang), firstDay(date)] : ["", ""]);
  const sites = project.sites.filter((site) => stands(site, on));
  const precision = bestSite({ ...project, sites })?.precision ?? "country";
  const place = (list: ReadonlyMap<string, unknown>, id: string): number => [...list.keys()].indexOf(id);
  const text = (said: string): Cell => [said, said];
  return {
    project,
    name: text(say(project.name, lang)),
    layer: [say(layers.get(project.layer)?.title, lang), place(layers, project.layer)],
    country: text(countries),
    status: [say(statuses.get(status)?.label, lang), place(statuses, status)],
    since: dated(since),
    first: dated(past[0]),
    last: dated(past.at(-1)),
    sites: [String(sites.length), sites.length],
    place: [say(precisions.get(precision)?.label, lang), place(precisions, precision)],
  };
}

/** In order of one column, what is empty last either way; ties by name, so that the same choice gives the same order. */
export function inOrder(rows: readonly Row[], column: Column, falling: boolean, lang: string): Row[] {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const between = ([, a]: Cell, [, b]: Cell): number => {
    if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
    const way = typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b));
    return falling ? -way : way;
  };
  return [...rows].sort((a, b) => between(a[column], b[column]) || compare(a.name[0], b.name[0]));
}
