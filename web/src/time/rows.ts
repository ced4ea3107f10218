/** The rows of the list as of another day than the server wrote them: status, sign and last event. */
import { bestSite, familyOf, glyphOf, stands, type Project } from "../atlas.ts";
import { month } from "../dates.ts";
import { standingOf } from "../filter.ts";
import { draw, isGone } from "../signs.ts";
import { lastEvent } from "../status.ts";
import { edition, say, statuses } from "../vocabulary.ts";

/** What a row says of a day. */
interface Telling {
  readonly status: string;
  /** The year since which it stands; empty while nothing is known. */
  readonly since: string;
  readonly precision: string;
  /** The date of the last event. */
  readonly last: string;
}

const SCALE = 0.82;

/** `written` is the day as of which the server wrote the rows; null is the edition's. */
export function rowsAsOf(side: HTMLElement, lang: string, written: string | null): (projects: Iterable<Project>, on: string | null) => void {
  const rows = new Map([...side.querySelectorAll<HTMLElement>(".row[data-project]")].map((row) => [row.dataset["project"] ?? "", row]));
  const told = new Map<Project, Telling>();
  return (projects, on) => {
    for (const project of projects) {
      const row = rows.get(project.id);
      if (!row || (on === written && !told.has(project))) continue;
      const before = told.get(project) ?? tell(project, written);
      const now = tell(project, on);
      told.set(project, now);
      // From one event to the next hardly any row says something else, and to write one costs more than to ask.
      if (!same(before, now)) write(row, project, now, lang);
    }
  };
}

const same = (a: Telling, b: Telling): boolean => a.status === b.status && a.since === b.since && a.precision === b.precision && a.last === b.last;

function tell(project: Project, on: string | null): Telling {
  const day = on ?? edition;
  const { status, since } = standingOf(project, day);
  return { status, since: since?.slice(0, 4) ?? "", precision: precisionOn(project, on), last: lastEvent(project.events, day) };
}

/** Of most projects the sites are the same on every day. */
const lasting = new WeakMap<Project, string>();

function precisionOn(project: Project, on: string | null): string {
  const kept = lasting.get(project);
  if (kept !== undefined) return kept;
  const best = bestSite({ ...project, sites: project.sites.filter((site) => stands(site, on)) })?.precision ?? "country";
  if (!project.sites.some(({ from, until }) => from ?? until)) lasting.set(project, best);
  return best;
}

function write(row: HTMLElement, project: Project, { status, since, precision, last }: Telling, lang: string): void {
  row.dataset["status"] = status;
  const sign = draw({ glyph: glyphOf(project), family: familyOf(project), status, precision, entry: project.entry !== "project" });
  const scaled = sign.replace(/width="([\d.]+)" height="([\d.]+)"/, (_, width: string, height: string) => `width="${Number(width) * SCALE}" height="${Number(height) * SCALE}"`);
  row.querySelector(".sg")?.replaceWith(document.createRange().createContextualFragment(scaled));
  const place = row.querySelector(".row-status");
  if (place) {
    place.innerHTML = `<svg class="mk${isGone(status) ? " gone" : ""}" width="11" height="11" viewBox="0 0 16 16" aria-hidden="true"><use href="#s-${status}"/></svg>`;
    // What the record says is text, never markup.
    place.append([say(statuses.get(status)?.label, lang), since].filter(Boolean).join(" "));
  }
  const time = row.querySelector("time");
  if (time) [time.dateTime, time.textContent] = [last, month(last, lang)];
}
