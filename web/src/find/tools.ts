/** Beneath the result line: the list limited to what the map shows, and the address of the view to hand on. */
import type { Desk } from "../part.ts";
import { writeState } from "../state.ts";
import { counted, type FindWords } from "./words.ts";

/** How long the word stands that the address was copied. */
const SAID = 4000;

/** Returns what brings the list to the state. */
export function offerTools(desk: Desk, words: FindWords): () => void {
  const { facts, side } = desk;
  const tools = document.createElement("div");
  tools.className = "tools";
  const [label, box, word, count] = [document.createElement("label"), document.createElement("input"), document.createElement("span"), document.createElement("span")];
  box.type = "checkbox";
  box.id = "in-view";
  box.autocomplete = "off";
  word.textContent = words.inView;
  count.className = "in-view-count";
  count.setAttribute("role", "status");
  label.append(box, word);
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "copy";
  copy.textContent = words.copy;
  tools.append(label, count, copy);
  side.querySelector(".result")?.after(tools);
  const rows = new Map([...side.querySelectorAll<HTMLElement>(".row[data-project]")].map((row) => [row.dataset["project"] ?? "", row]));

  let limited = false;
  const show = (): void => {
    if (!box.checked && !limited) return;
    limited = box.checked;
    let seen = 0;
    for (const project of desk.tally().shown) {
      const inView = !box.checked || desk.inView(project);
      rows.get(project.id)?.classList.toggle("away", !inView);
      if (inView) seen += 1;
    }
    count.textContent = box.checked ? counted(words.viewed, seen, facts.lang) : "";
  };
  box.addEventListener("change", show);
  desk.rested(show);

  let timer = 0;
  copy.addEventListener("click", () => {
    const address = `${location.origin}${location.pathname}${writeState(desk.state())}`;
    void written(address).then((done) => {
      clearTimeout(timer);
      // Where the browser forbids it, the address stands there to be copied by hand.
      copy.textContent = done ? words.copied : words.copy;
      timer = window.setTimeout(() => (copy.textContent = words.copy), SAID);
      if (!done) prompt(words.copy, address);
    });
  });
  copy.setAttribute("aria-live", "polite");
  return show;
}

const written = (text: string): Promise<boolean> => navigator.clipboard?.writeText(text).then(() => true, () => false) ?? Promise.resolve(false);
