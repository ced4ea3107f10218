/** What the foot of the list says of the data: as of which day it is, and whether it could be loaded. */
import { written } from "./dates.ts";
import { retrying } from "./retrying.ts";
import type { Words } from "./words.ts";

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
  let older = false;
  let said = server;
  const tries = retrying(again);
  const show = (): void => {
    if (!line) return;
    line.setAttribute("role", "status");
    const parts = [navigator.onLine ? "" : words.offline, said, failed && navigator.onLine ? words.newerFailed : ""];
    const text = parts.filter(Boolean).map((part) => part.replace(/\.?$/, ".")).join(" ");
    // The server's own line has no full stop; it stands as long as there is nothing to add.
    line.textContent = text === `${server}.` ? server : `${text} `;
    if (failed && navigator.onLine) line.append(button);
  };
  button.addEventListener("click", tries.now);
  addEventListener("offline", show);
  addEventListener("online", () => {
    show();
    // An older copy is not tried again and again, but a network that is back may have the newer.
    if (older) tries.now();
  });
  return (edition) => {
    // Another edition than the page's: an older copy of the data was all that could be had.
    older = edition !== null && edition < wanted;
    failed = edition === null || older;
    said = edition !== null && failed ? words.dataOf.replace("{date}", written(edition, lang)) : server;
    show();
    if (edition === null) tries.failed();
    else tries.settled();
  };
}
