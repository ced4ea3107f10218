/** The key to the signs says only what is in view; where that takes too much room, fill and outline are behind a button. */
import type { Placed } from "../layout.ts";
import type { Window } from "../map.ts";

/** More lines than two leave too little of the map, in pixels; in a narrow frame any second line does. */
const TWO_LINES = 62;
const NARROW = 420;

export function narrowKey(body: HTMLElement, label: string): (laid: readonly Placed[], window: Window) => void {
  const key = body.querySelector<HTMLElement>("#key");
  if (!key) return () => undefined;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "key-toggle";
  button.textContent = label;
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "key-more");
  const free = (): void => {
    height = 0;
    key.style.flexBasis = "";
  };
  button.addEventListener("click", () => {
    free();
    button.setAttribute("aria-expanded", String(key.classList.toggle("open")));
  });
  key.append(button);

  let height = 0;
  const items = [...key.querySelectorAll<HTMLElement>("li")];
  addEventListener("resize", () => {
    free();
    key.classList.remove("folded");
  });
  return (laid, { left, right, top, bottom }) => {
    const seen = laid.filter(({ x, y }) => x > left && x < right && y > top && y < bottom);
    // Where nothing is in view a card says so; an empty key would say nothing.
    if (!seen.length) return;
    const told = new Set(seen.flatMap(({ project, status, precision }) => [project.layer, status, precision]));
    for (const item of items) item.hidden = !told.has(item.dataset["layer"] ?? item.dataset["status"] ?? item.dataset["precision"] ?? "");
    if (innerWidth < NARROW || (key.offsetHeight > TWO_LINES && !key.classList.contains("open"))) key.classList.add("folded");
    // It asks for no less again, so that the map keeps its size while one moves it.
    height = Math.max(height, key.scrollHeight + key.offsetHeight - key.clientHeight);
    key.style.flexBasis = `${height}px`;
  };
}
