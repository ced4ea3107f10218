/** The result line: how many are shown, in the words the server has written for one and for several. */

/**
 * Elements of `#result` that carry `data-count` take the number; their `data-one`, `data-other` and
 * `data-none` are the words, with `#` where the number stands.
 */
export function writeResult(side: HTMLElement, projects: number, entries: number, unplaced: number): void {
  const numbers: Readonly<Record<string, number>> = { projects, entries, unplaced };
  for (const element of side.querySelectorAll<HTMLElement>("[data-count]")) {
    const number = numbers[element.dataset["count"] ?? ""];
    if (number === undefined) continue;
    const words = element.dataset[number === 0 && "none" in element.dataset ? "none" : number === 1 ? "one" : "other"];
    const text = (words ?? "#").replace("#", String(number));
    if (element.textContent !== text) element.textContent = text;
    element.hidden = words === "";
  }
}
