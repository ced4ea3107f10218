/** The conditions that are on, each with the way to take it away; and where nothing is shown, what that gives. */
import { asks, CONDITIONS, type Condition } from "../filter.ts";
import type { Desk } from "../part.ts";
import { writeState, type State } from "../state.ts";
import { without } from "../tally.ts";
import { labels, whole, type Label } from "./labels.ts";
import { counted, type FindWords } from "./words.ts";

/** Returns what brings both to the state. */
export function showChips(desk: Desk, words: FindWords): () => void {
  const { facts, side, atlas } = desk;
  const list = side.querySelector<HTMLElement>("#chips");
  const nothing = side.querySelector<HTMLElement>("#no-match");
  const result = side.querySelector<HTMLElement>("#result");
  if (!list || !nothing || !result) return () => undefined;
  result.tabIndex = -1;
  const first = writeState({ ...desk.state(), map: null });

  const less = (state: State, condition: Condition, value: string | null): State => {
    const now = state[condition];
    return { ...state, [condition]: Array.isArray(now) ? now.filter((each) => value !== null && each !== value) : null };
  };
  const bare = (state: State): State => CONDITIONS.filter((condition) => condition !== "on").reduce((now, condition) => less(now, condition, null), state);
  const link = (label: Label | string, state: State, name: string): HTMLAnchorElement => {
    const chip = document.createElement("a");
    chip.className = name;
    chip.href = `${location.pathname}${writeState(state)}`;
    if (typeof label === "string") chip.textContent = label;
    else {
      const [unseen, text, cross] = [document.createElement("span"), document.createElement("span"), document.createElement("span")];
      unseen.className = "unseen";
      unseen.textContent = words.takeAway;
      text.textContent = label.text;
      if (label.lang) text.lang = label.lang;
      cross.textContent = "×";
      cross.setAttribute("aria-hidden", "true");
      chip.append(unseen, " ", text, " ", cross);
    }
    chip.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const at = [...side.querySelectorAll(".chip")].indexOf(chip);
      const next = Object.fromEntries(CONDITIONS.map((condition) => [condition, state[condition]])) as Partial<State>;
      desk.change(next, true);
      // What was pressed is gone: the focus goes to its neighbour, or to what is found now.
      const left = [...list.querySelectorAll<HTMLElement>(".chip")];
      (left[Math.min(Math.max(at, 0), left.length - 1)] ?? result).focus();
    });
    return chip;
  };
  const item = (...parts: (Node | string)[]): HTMLLIElement => {
    const element = document.createElement("li");
    element.append(...parts);
    return element;
  };

  const tell = (state: State): void => {
    const asked = CONDITIONS.filter((condition) => asks(state, condition));
    const heading = document.createElement("h2");
    heading.textContent = (words.none[Math.min(asked.length, 3) - 1] ?? words.none[0]).replace("{n}", String(asked.length));
    const conditions = document.createElement("ul");
    for (const condition of asked) {
      const given = without(atlas.projects.values(), state, condition, desk.found);
      const gives = document.createElement("span");
      gives.className = "gives";
      gives.textContent = given.projects ? counted(words.project, given.projects, facts.lang) : given.entries ? counted(words.entry, given.entries, facts.lang) : words.stillNone;
      conditions.append(item(link(whole(document, state, condition, words, facts.lang), less(state, condition, null), "chip"), " ", gives));
    }
    const take = nothing.querySelector("p");
    nothing.replaceChildren(heading, ...(take ? [take] : []), conditions);
  };

  return () => {
    const state = desk.state();
    // The note tells of the address one came by.
    if (writeState({ ...state, map: null }) !== first) side.querySelector("#dropped")?.remove();
    const chips = labels(document, state, words).map((label) => item(link(label, less(state, label.condition, label.value), "chip")));
    if (chips.length > 1) chips.push(item(link(words.clear, bare(state), "clear")));
    list.replaceChildren(...chips);
    list.hidden = chips.length === 0;
    const empty = desk.tally().shown.length === 0;
    nothing.hidden = !empty;
    if (empty) tell(state);
  };
}
