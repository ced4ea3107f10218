/** What the foot of the list says of the data: as of which day it is, and whether it could be loaded. */
import { written } from "./dates.ts";
import type { Words } from "./words.ts";

/** Milliseconds until a load that failed is tried again by itself; twice as long each time. */
const FIRST = 5000;
const LONGEST = 320_000;

/** The edition of the data that has come; null where none has. */
export type Foot = (edition: string | null) => void;

export function tellOfData(side: HTMLElement, words: Words, lang: string, again: () => void): Foot {
  const line = side.querySelector<HTMLElement>(".side-foot > span");
  const server = line?.textContent ?? "";
  const wanted = document.documentElement.dataset["edition"] ?? "";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "retry";
  button.textContent = words.tryAgain;
  let failed = false;
  let said = server;
  let wait = FIRST;
  let timer = 0;
  const retry = (): void => {
    clearTimeout(timer);
    again();
  };
  const show = (): void => {
    if (!line) return;
    line.setAttribute("role", "status");
    const parts = [navigator.onLine ? "" : words.offline, said, failed && navigator.onLine ? words.newerFailed : ""];
    const text = parts.filter(Boolean).map((part) => part.replace(/\.?$/, ".")).join(" ");
    // The server's own line has no full stop; it stands as long as there is nothing to add.
    line.textContent = text === `${server}.` ? server : `${text} `;
    if (failed && navigator.onLine) line.append(button);
  };
  button.addEventListener("click", retry);
  addEventListener("offline", show);
  addEventListener("online", () => {
    show();
    if (failed) retry();
  });
  return (edition) => {
    // Another edition than the page's: an older copy of the data was all that could be had.
    failed = edition === null || edition < wanted;
    said = edition !== null && failed ? words.dataOf.replace("{date}", written(edition, lang)) : server;
    show();
    if (edition !== null) return;
    timer = window.setTimeout(retry, wait);
    wait = Math.min(LONGEST, wait * 2);
  };
}
