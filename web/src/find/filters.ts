/** The filters: boxes that the server has written, kept at the state; every organisation by its name. */
import { split } from "../filter.ts";
import { fold } from "../fold.ts";
import { numbers } from "../numbers.ts";
import type { Desk } from "../part.ts";
import { GROUPS } from "../tally.ts";
import type { Index } from "./search.ts";
import type { FindWords } from "./words.ts";

type Boxes = Exclude<(typeof GROUPS)[number], "layer">;
const BOXES: readonly Boxes[] = ["status", "country", "precision", "entry", "actor"];
/** Offered for a part of a name. */
const MOST = 20;

/** Returns what brings them to the state. */
export function linkFilters(desk: Desk, words: FindWords, load: () => Promise<Index>): () => void {
  const { side, facts } = desk;
  // Beside a narrow map the filters live in a dialog, which stands outside of the list.
  const panel = side.querySelector<HTMLElement>("#filters");
  if (!panel) return () => undefined;
  const group = (name: string): HTMLElement | null => panel.querySelector(`[data-group="${name}"]`);
  const boxesOf = (name: string): HTMLInputElement[] => [...(group(name)?.querySelectorAll("input") ?? [])];
  const role = panel.querySelector<HTMLSelectElement>('select[name="role"]');
  const years = [...panel.querySelectorAll<HTMLInputElement>('input[name="year"]')];
  const asked = (id: string): string => (role?.value ? `${id}:${role.value}` : id);
  // The server writes a chosen organisation with its role; here the role stands in its own field.
  for (const box of boxesOf("actor")) box.value = split(box.value)[0];
  const organisations = offerOrganisations(desk, words, load, group("actor"));

  panel.addEventListener("change", (event) => {
    const { target } = event;
    const state = desk.state();
    if (target === role) {
      if (state.actor.length) desk.change({ actor: [...new Set(state.actor.map((actor) => asked(split(actor)[0])))] }, true);
      else sync();
    } else if (target instanceof HTMLInputElement && years.includes(target)) {
      if (years.every(({ validity }) => validity.valid)) desk.change({ year: range() }, true);
    } else if (target instanceof HTMLInputElement && target.name === "actor") {
      const others = state.actor.filter((actor) => split(actor)[0] !== target.value);
      desk.change({ actor: target.checked ? [...others, asked(target.value)] : others }, true);
    } else if (target instanceof HTMLInputElement && BOXES.includes(target.name as Boxes)) {
      const boxes = boxesOf(target.name);
      const on = boxes.filter(({ checked }) => checked).map(({ value }) => value);
      desk.change({ [target.name]: on.length === boxes.length && target.name !== "country" ? [] : on }, true);
    }
  });

  const range = (): string | null => {
    const [first, last] = years.map(({ value, min, max }, i) => (value === "" ? (i ? max : min) : value.padStart(4, "0")));
    const [least, most] = [years[0]?.min, years[0]?.max];
    return first === undefined || last === undefined || first > last || (first === least && last === most) ? null : `${first}..${last}`;
  };

  const sync = (): void => {
    const state = desk.state();
    const { counts } = desk.tally();
    const roles = new Set(state.actor.map((actor) => split(actor)[1] ?? ""));
    if (role && roles.size) role.value = roles.size === 1 ? ([...roles][0] ?? "") : "";
    organisations(state.actor.map((actor) => split(actor)[0]));
    for (const name of BOXES) {
      const on = new Set<string>(name === "actor" ? state.actor.map((actor) => split(actor)[0]) : state[name]);
      for (const box of boxesOf(name)) {
        const count = counts[name].get(name === "actor" ? asked(box.value) : box.value) ?? 0;
        const label = box.closest("label");
        const number = label?.querySelector(".count");
        box.checked = on.has(box.value);
        label?.classList.toggle("none", count === 0);
        if (number) number.textContent = numbers(facts.lang)(count);
      }
    }
    const [first, last] = state.year?.split("..") ?? [];
    years.forEach((field, i) => {
      if (document.activeElement === field) return;
      const end = i ? last : first;
      field.value = end === undefined || end === "0000" || end === "9999" ? (i ? field.max : field.min) : String(Number(end));
    });
    panel.querySelectorAll<HTMLDetailsElement>("details").forEach((details) => details.classList.toggle("some", details.querySelector("input:checked") !== null || (details.contains(years[0] ?? null) && state.year !== null)));
  };
  return sync;
}

/** A field for any organisation's name; without a name those with many projects stand there. Returns what keeps the chosen ones in the list. */
function offerOrganisations(desk: Desk, words: FindWords, load: () => Promise<Index>, list: HTMLElement | null): (chosen: readonly string[]) => void {
  if (!list) return () => undefined;
  const options = new Map([...list.querySelectorAll<HTMLElement>(".option")].map((option) => [option.querySelector("input")?.value ?? "", option]));
  const usual = [...options.keys()];
  const field = document.createElement("input");
  field.type = "search";
  field.className = "organisation-find";
  field.placeholder = words.organisation;
  field.setAttribute("aria-label", words.organisation);
  field.autocomplete = "off";
  const none = document.createElement("p");
  none.className = "hint";
  none.setAttribute("role", "status");
  list.before(field);
  list.after(none);
  let names: ReadonlyMap<string, readonly { lang: string; text: string; folded: string }[]> | null = null;
  let chosen: readonly string[] = [];

  const option = (id: string): HTMLElement => {
    const made = options.get(id);
    if (made) return made;
    const known = names?.get(id) ?? [];
    const told = known.find(({ lang }) => lang === desk.facts.lang) ?? known.find(({ lang }) => lang === "en") ?? known[0];
    const [label, box, text, count] = [document.createElement("label"), document.createElement("input"), document.createElement("span"), document.createElement("span")];
    label.className = "option";
    Object.assign(box, { type: "checkbox", name: "actor", value: id });
    text.textContent = told?.text ?? id;
    if (told?.lang && told.lang !== desk.facts.lang) text.lang = told.lang;
    count.className = "count";
    label.append(box, text, " ", count);
    options.set(id, label);
    return label;
  };
  const show = (): void => {
    const asked = fold(field.value.trim());
    const named = asked && names ? [...names].filter(([, texts]) => texts.some(({ folded }) => folded.includes(asked))).map(([id]) => id) : usual;
    const ids = [...new Set([...chosen, ...(asked ? named.slice(0, MOST) : named)])];
    none.textContent = asked && names && !named.length ? words.noOrganisation : "";
    const wanted = ids.map(option);
    const legend = list.querySelector("legend");
    // Moving a box that has the focus would take it away.
    const stands = [...list.querySelectorAll(".option")];
    if (stands.length !== wanted.length || stands.some((each, i) => each !== wanted[i])) {
      const focused = document.activeElement as HTMLElement | null;
      list.replaceChildren(...(legend ? [legend] : []), ...wanted);
      if (focused && list.contains(focused)) focused.focus();
    }
  };
  const read = async (): Promise<void> => {
    if (names) return;
    const { texts } = await load();
    const made = new Map<string, { lang: string; text: string; folded: string }[]>();
    for (const { what, of, ...text } of texts) if (what === "organisation") made.set(of, [...(made.get(of) ?? []), text]);
    names = made;
  };
  field.addEventListener("input", () => {
    void read().then(show, () => undefined).then(() => desk.refresh());
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  return (now) => {
    const unnamed = now.some((id) => !options.has(id));
    chosen = now;
    if (unnamed && !names) void read().then(() => desk.refresh(), () => undefined);
    else show();
  };
}
