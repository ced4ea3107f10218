/** Beneath the result line, as the server has written it: the list limited to what the map shows, and the address of the view to hand on. */
import type { Desk } from "../part.ts";
import { writeState } from "../state.ts";
import { counted, type FindWords } from "./words.ts";

/** How long the word stands that the address was copied. */
const SAID = 4000;

/** Returns what brings the list to the state. */
export function offerTools(desk: Desk, words: FindWords): () => void {
  const { facts, side } = desk;
  const box = side.querySelector<HTMLInputElement>("#in-view");
  const count = side.querySelector<HTMLElement>(".in-view-count");
  const copy = side.querySelector<HTMLButtonElement>(".copy");
  if (!box || !count || !copy) return () => undefined;
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

  const word = copy.textContent ?? "";
  let timer = 0;
  copy.addEventListener("click", () => {
    const address = `${location.origin}${location.pathname}${writeState(desk.state())}`;
    void written(address).then((done) => {
      clearTimeout(timer);
      // Where the browser forbids it, the address stands there to be copied by hand.
      copy.textContent = done ? words.copied : word;
      timer = window.setTimeout(() => (copy.textContent = word), SAID);
      if (!done) prompt(word, address);
    });
  });
  copy.disabled = false;
  return show;
}

const written = (text: string): Promise<boolean> => navigator.clipboard?.writeText(text).then(() => true, () => false) ?? Promise.resolve(false);
