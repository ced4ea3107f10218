/** The bar: on a phone navigation and languages fold into a menu; light and dark can be switched. */
import type { Words } from "./words.ts";

const MENU = "M2 4.5h14M2 9h14M2 13.5h14";
const HALF = "M9 2a7 7 0 1 0 0 14ZM9 2a7 7 0 0 1 0 14";

function button(name: string, label: string, path: string): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = name;
  element.setAttribute("aria-label", label);
  element.title = label;
  element.innerHTML = `<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="${path}"/></svg>`;
  return element;
}

export function foldBar(bar: HTMLElement, words: Words, themed: (theme: "light" | "dark") => void): void {
  const theme = button("theme", words.theme, HALF);
  theme.addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset["theme"] ? root.dataset["theme"] === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const next = dark ? "light" : "dark";
    root.dataset["theme"] = next;
    themed(next);
  });
  const menu = button("menu", words.menu, MENU);
  const open = (wanted: boolean): void => {
    bar.classList.toggle("open", wanted);
    menu.setAttribute("aria-expanded", String(wanted));
  };
  open(false);
  menu.addEventListener("click", () => open(!bar.classList.contains("open")));
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !bar.classList.contains("open")) return;
    event.stopPropagation();
    open(false);
    menu.focus();
  });
  document.addEventListener("click", (event) => !bar.contains(event.target as Node) && open(false));
  // Before what it opens, so that the keyboard goes on into it.
  (bar.querySelector(".ways") ?? bar.lastElementChild)?.before(menu);
  bar.append(theme);
}
