/** The rows of the list as of another day than the server wrote them: status, sign and last event. */
import { bestSite, familyOf, glyphOf, stands, type Project } from "../atlas.ts";
import { month } from "../dates.ts";
import { draw, isGone } from "../signs.ts";
import { firstDay, standing } from "../status.ts";
import { edition, say, statuses } from "../vocabulary.ts";

interface Telling {
  readonly status: string;
  readonly sign: string;
  /** The mark and the word of the status. */
  readonly word: string;
  /** Of the last event: machine form and words. */
  readonly last: readonly [string, string];
}

const SCALE = 0.82;

export function rowsAsOf(side: HTMLElement, lang: string): (projects: Iterable<Project>, on: string | null) => void {
  const rows = new Map([...side.querySelectorAll<HTMLElement>(".row[data-project]")].map((row) => [row.dataset["project"] ?? "", row]));
  const atFirst = new URLSearchParams(location.search).get("on");
  /** Rows that say something else than the server wrote. */
  const retold = new Map<HTMLElement, string>();
  return (projects, on) => {
    for (const project of projects) {
      const row = rows.get(project.id);
      // The server has written them as of the edition's day, or as of the one in the address.
      if (!row || (on === null && atFirst === null && !retold.has(row))) continue;
      const telling = tell(project, on, lang);
      const key = JSON.stringify(telling);
      if (retold.get(row) !== key) write(row, telling);
      retold.set(row, key);
    }
  };
}

function write(row: HTMLElement, { status, sign, word, last: [machine, words] }: Telling): void {
  row.dataset["status"] = status;
  row.querySelector(".sg")?.replaceWith(document.createRange().createContextualFragment(sign));
  const place = row.querySelector(".row-status");
  if (place) place.innerHTML = word;
  const time = row.querySelector("time");
  if (time) [time.dateTime, time.textContent] = [machine, words];
}

function tell(project: Project, on: string | null, lang: string): Telling {
  const day = on ?? edition;
  const { status, since } = standing(project.events, day);
  const past = project.events.map(([date]) => date).filter((date) => firstDay(date) <= day);
  const first = past.reduce((least, date) => (firstDay(date) < firstDay(least) ? date : least), past[0] ?? "");
  const last = past.reduce((latest, date) => (firstDay(date) >= firstDay(latest) ? date : latest), past[0] ?? "");
  const sites = project.sites.filter((site) => stands(site, on));
  const precision = bestSite({ ...project, sites })?.precision ?? "country";
  const sign = draw({ glyph: glyphOf(project), family: familyOf(project), status, precision, entry: project.entry !== "project" });
  // What the record says is text: escaped before it becomes markup.
  const word = document.createElement("span");
  word.textContent = `${say(statuses.get(status)?.label, lang)} ${(since ?? first).slice(0, 4)}`;
  return {
    status,
    sign: sign.replace(/width="([\d.]+)" height="([\d.]+)"/, (_, width: string, height: string) => `width="${Number(width) * SCALE}" height="${Number(height) * SCALE}"`),
    word: `<svg class="mk${isGone(status) ? " gone" : ""}" width="11" height="11" viewBox="0 0 16 16" aria-hidden="true"><use href="#s-${status}"/></svg>${word.innerHTML}`,
    last: [last, month(last, lang)],
  };
}
