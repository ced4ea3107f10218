/** The search field as a combobox (ARIA 1.2): a list of what matches, and by what. */
import type { Desk } from "../part.ts";
import { asked } from "../state.ts";
import { familyOf, glyphOf, type Project } from "../atlas.ts";
import { say } from "../vocabulary.ts";
import { locate, match, wordsIn, type Index, type Match } from "./search.ts";
import { counted, type FindWords } from "./words.ts";

/** More than this are listed in the list, not beneath the field. */
const MOST = 8;
/** Letters of a text that stand before and after what matched. */
const AROUND = 28;

export function offerSuggestions(field: HTMLInputElement, desk: Desk, words: FindWords, load: () => Promise<Index>): void {
  const { facts, atlas } = desk;
  const list = document.createElement("ul");
  list.id = "found";
  list.className = "found";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words.suggestions);
  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");
  field.closest(".find")?.append(list, status);
  // A field of the type search may not be a combobox (ARIA in HTML).
  field.type = "text";
  field.enterKeyHint = "search";
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);

  let active = -1;
  let chosen: (() => void)[] = [];

  const close = (): void => {
    list.hidden = true;
    status.className = "unseen";
    field.setAttribute("aria-expanded", "false");
    point(-1);
  };
  const point = (at: number): void => {
    const options = [...list.children];
    options[active]?.setAttribute("aria-selected", "false");
    active = at;
    options[at]?.setAttribute("aria-selected", "true");
    options[at]?.scrollIntoView({ block: "nearest" });
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `found-${at}`);
  };

  const option = (at: number, parts: readonly Node[], choose: () => void): HTMLLIElement => {
    const item = document.createElement("li");
    item.id = `found-${at}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(...parts);
    // The focus stays in the field.
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", choose);
    chosen.push(choose);
    return item;
  };

  const show = async (): Promise<void> => {
    const q = asked(field.value);
    if (q === null) {
      status.textContent = "";
      return close();
    }
    const index = await load();
    // Another letter has come meanwhile.
    if (asked(field.value) !== q) return;
    const sought = wordsIn(q);
    const hits: { project: Project; hit: Match }[] = [];
    for (const project of atlas.projects.values()) {
      const hit = match(index, project.id, sought);
      if (hit) hits.push({ project, hit });
    }
    hits.sort((a, b) => a.hit.rank - b.hit.rank || (say(a.project.name, facts.lang) < say(b.project.name, facts.lang) ? -1 : 1));
    chosen = [];
    const options = hits.slice(0, MOST).map(({ project, hit }, at) =>
      option(at, told(project, hit, sought), () => {
        close();
        // What is typed has done its work; what filters the list stands there again.
        field.value = desk.state().q ?? "";
        desk.select(project.id);
      }),
    );
    if (hits.length) {
      const line = document.createElement("span");
      line.textContent = counted(words.all, hits.length, facts.lang);
      const all = option(options.length, [line], () => {
        close();
        desk.change({ q }, true);
      });
      all.className = "found-all";
      options.push(all);
    }
    list.replaceChildren(...options);
    status.textContent = hits.length ? counted(words.found, hits.length, facts.lang) : words.notFound;
    if (!hits.length) {
      close();
      status.className = "found found-none";
      return;
    }
    status.className = "unseen";
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  };

  /** Sign of the layer, name, and by what it was found where the name does not show it. */
  const told = (project: Project, { by }: Match, sought: readonly string[]): Node[] => {
    const name = say(project.name, facts.lang);
    const [sign, title] = [document.createElement("span"), document.createElement("span")];
    sign.className = `found-sign f-${familyOf(project)}`;
    sign.innerHTML = `<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><use href="#g-${glyphOf(project)}"/></svg>`;
    title.className = "found-name";
    title.append(...marked(name, sought));
    if (project.name[facts.lang] === undefined) title.lang = "en";
    const hidden = by.find(({ text }, i) => text !== name && locate(name, sought[i] ?? "") === null);
    if (!hidden) return [sign, title];
    const reason = document.createElement("span");
    reason.className = "found-by";
    const word = sought[by.indexOf(hidden)] ?? "";
    const said = document.createElement("span");
    said.append(...marked(hidden.what === "summary" ? excerpt(hidden.text, word) : hidden.text, sought));
    if (hidden.lang && hidden.lang !== facts.lang) said.lang = hidden.lang;
    reason.append(`${words.what[hidden.what]}: `, said);
    return [sign, title, reason];
  };

  field.addEventListener("input", () => void show().catch(() => undefined));
  field.addEventListener("focus", () => void load().catch(() => undefined));
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const last = chosen.length - 1;
    if (list.hidden) {
      if (key === "ArrowDown" && field.value) {
        event.preventDefault();
        void show().then(() => list.hidden || point(0), () => undefined);
      }
      return;
    }
    if (key === "ArrowDown") point(active >= last ? -1 : active + 1);
    else if (key === "ArrowUp") point(active < 0 ? last : active - 1);
    else if (key === "Escape") close();
    else if (key === "Enter" && active >= 0) chosen[active]?.();
    else {
      if (key === "Enter" || key === "Tab") close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
}

/** A text with what matched marked. */
function marked(text: string, sought: readonly string[]): Node[] {
  const places = sought.flatMap((word) => {
    const place = locate(text, word);
    return place ? [place] : [];
  });
  places.sort((a, b) => a[0] - b[0]);
  const out: Node[] = [];
  let at = 0;
  for (const [begin, end] of places) {
    if (begin < at) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(begin, end);
    out.push(document.createTextNode(text.slice(at, begin)), mark);
    at = end;
  }
  out.push(document.createTextNode(text.slice(at)));
  return out;
}

function excerpt(text: string, word: string): string {
  const [begin, end] = locate(text, word) ?? [0, 0];
  const from = begin <= AROUND ? 0 : text.indexOf(" ", begin - AROUND) + 1 || begin - AROUND;
  const to = end + AROUND >= text.length ? text.length : Math.max(end, text.lastIndexOf(" ", end + AROUND));
  return `${from > 0 && from <= begin ? "… " : ""}${text.slice(Math.min(from, begin), to)}${to < text.length ? " …" : ""}`;
}
