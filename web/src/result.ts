/** The result line: how many are shown, in the words the server has written for one and for several. */
import type { Tally } from "./tally.ts";

/**
 * Elements of `#result` that carry `data-count` take the number; their `data-one` and `data-other` are the
 * words, with `#` where the number stands. What counts nothing is hidden, and the part it stands in.
 */
export function writeResult(side: HTMLElement, { projects, entries, unplaced, waiting }: Tally, asOf: string, number: (n: number) => string): void {
  const numbers: Readonly<Record<string, number>> = { projects, entries, unplaced: unplaced.size, waiting };
  const write = (element: HTMLElement, text: string): void => {
    if (element.textContent !== text) element.textContent = text;
    const part = element.closest<HTMLElement>(".part") ?? element;
    part.hidden = text === "";
  };
  for (const element of side.querySelectorAll<HTMLElement>("[data-count]")) {
    const name = element.dataset["count"] ?? "";
    const count = numbers[name] ?? 0;
    const words = element.dataset[count === 1 ? "one" : "other"];
    write(element, count === 0 && name !== "projects" ? "" : (words ?? "#").replace("#", number(count)));
  }
  const day = side.querySelector<HTMLElement>("[data-as-of]");
  if (day) write(day, asOf && (day.dataset["asOf"] ?? "").replace("{date}", asOf));
}
