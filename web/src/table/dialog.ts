/** The table of what is filtered, over the page: sorted, compared, downloaded, cited. */
import type { Project } from "../atlas.ts";
import { copied } from "../copy.ts";
import { written } from "../dates.ts";
import type { Desk } from "../part.ts";
import { edition } from "../vocabulary.ts";
import { sideBySide, type Properties } from "./beside.ts";
import { cutCsv, cutGeojson, filterOf, nameOf } from "./files.ts";
import { rowOf, type Row } from "./rows.ts";
import { makeSheet } from "./sheet.ts";
import { tableWords } from "./words.ts";

/** As many features as one answer of the service may have. */
const LIMIT = 10_000;

interface Features {
  readonly features: readonly GeoJSON.Feature[];
}

export function offerTable(desk: Desk): void {
  const { facts, side } = desk;
  const foot = side.querySelector<HTMLElement>(".side-foot");
  if (!foot) return;
  const words = tableWords(facts.lang);
  const opener = button(words.open, () => open());
  foot.querySelector("a")?.after(opener);

  const dialog = document.createElement("dialog");
  dialog.className = "over wide";
  const heading = document.createElement("h2");
  const actions = document.createElement("div");
  actions.className = "actions";
  const note = document.createElement("p");
  note.setAttribute("role", "status");
  const scroll = document.createElement("div");
  scroll.className = "table";
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  const cite = document.createElement("div");
  cite.className = "to-cite";
  const line = document.createElement("p");
  const copy = button(words.copy, () => void navigator.clipboard.writeText(line.textContent ?? "").then(() => (note.textContent = words.copied)));
  const label = document.createElement("b");
  label.textContent = words.citation;
  cite.append(label, line, copy);
  const close = button(words.close, () => dialog.close());
  close.className = "record-close";
  close.setAttribute("aria-label", words.close);
  close.textContent = "×";
  dialog.append(close, heading, actions, note, scroll, cite);
  // The browser gives Escape and the focus back by itself; Escape closes this one only, not the record beneath.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);

  let rows: readonly Row[] = [];
  let ids: readonly string[] = [];
  /** Where the rows come from; null where there is nothing for this day. A copy made of files has those of its edition. */
  const source = (form: "json" | "csv"): string | null => {
    const { on } = desk.state();
    if (facts.items) return `${facts.items}?f=${form}&limit=${LIMIT}${on === null ? "" : `&on=${on}`}`;
    return copied === undefined || on !== null ? null : facts.data.replace("map.geojson", `projects.${form === "csv" ? form : "geojson"}`);
  };
  const ask = async (form: "json" | "csv"): Promise<string> => {
    const answer = await fetch(source(form) ?? "");
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  };
  const shown = (): ReadonlySet<string> => new Set(rows.map(({ project }) => project.id));
  const download = async (form: "json" | "csv"): Promise<void> => {
    note.textContent = "";
    try {
      const text = await ask(form);
      if (form === "csv") save(nameOf(desk.state(), edition, "csv"), "text/csv", cutCsv(text, shown()));
      else save(nameOf(desk.state(), edition, "geojson"), "application/geo+json", cutGeojson(JSON.parse(text), shown(), line.textContent ?? ""));
    } catch {
      note.textContent = words.failed;
    }
  };

  const sheet = makeSheet({
    lang: facts.lang,
    words,
    article: (id) => facts.article.replace("*", id),
    open(id) {
      dialog.close();
      desk.select(id);
    },
    chosen(next) {
      ids = next;
      compare.textContent = words.compare.replace("{n}", String(ids.length));
      compare.disabled = ids.length < 2;
    },
  });
  const compare: HTMLButtonElement = button("", () => void besides());
  compare.title = words.most;
  const back = button(words.back, () => {
    table();
    compare.focus();
  });
  const downloads = document.createElement("span");
  downloads.className = "downloads";
  downloads.append(`${words.download} `, button("GeoJSON", () => void download("json")), " ", button("CSV", () => void download("csv")));

  const table = (): void => {
    heading.textContent = words.title.replace("{n}", new Intl.NumberFormat(facts.lang).format(rows.length));
    scroll.setAttribute("aria-label", heading.textContent);
    // Of a frozen edition there are whole files only, on a page of their own.
    actions.replaceChildren(compare, ...(source("json") === null ? [] : [downloads]));
    scroll.replaceChildren(sheet.element);
  };
  const none: Features = { features: [] };
  const failed = (): Features => {
    note.textContent = words.failed;
    return none;
  };
  const besides = async (): Promise<void> => {
    const wanted = ids.flatMap((id) => rows.filter(({ project }) => project.id === id));
    note.textContent = "";
    // What the page itself knows is shown all the same where the rest does not come.
    const { features } = source("json") !== null ? await ask("json").then((text) => JSON.parse(text) as Features, failed) : none;
    const known = new Map<string, Properties>(features.map(({ id, properties }) => [String(id), properties]));
    heading.textContent = words.beside;
    scroll.setAttribute("aria-label", words.beside);
    actions.replaceChildren(back);
    scroll.replaceChildren(sideBySide(wanted, (id) => known.get(id) ?? null, words, facts.lang));
    scroll.scrollTo(0, 0);
    back.focus();
  };

  const countries = (project: Project): string => side.querySelector(`#row-${project.id} .row-place`)?.textContent ?? project.countries.join(", ");
  const open = (): void => {
    const state = desk.state();
    const passing = [...desk.atlas.projects.values()].filter((project) => desk.passes(project));
    rows = passing.map((project) => rowOf(project, state.on, facts.lang, countries(project)));
    note.textContent = "";
    line.textContent = citation(desk, words, passing.length);
    sheet.show(rows);
    table();
    dialog.showModal();
    heading.tabIndex = -1;
    heading.focus();
  };
}

function citation({ facts, side, state }: Desk, words: ReturnType<typeof tableWords>, n: number): string {
  const filter = filterOf(state());
  const { title } = document;
  const values: Readonly<Record<string, string>> = {
    atlas: [...document.querySelectorAll(".brand, .bar .tag")].map(({ textContent }) => textContent?.trim()).join(", ") || title,
    data: facts.words.dataOf.replace("{date}", written(edition, facts.lang)),
    licence: side.querySelector('.side-foot a[rel~="license"]')?.textContent ?? "",
    n: String(n),
    filter: decodeURIComponent(filter).replaceAll("&", ", ") || words.all,
    address: `${location.origin}${location.pathname}${filter && `?${filter}`}`,
  };
  return words.cite.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

function button(label: string, press: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", press);
  return element;
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
