/** The script of every page but the map: the bar, and source cards where a record is told. */
import { readAddress } from "./copy.ts";
import { foldBar } from "./menu.ts";
import { cardsIn } from "./sources.ts";
import { wordsOf } from "./words.ts";

const { body, documentElement: root } = document;
root.classList.add("script");
readAddress();
const bar = document.querySelector<HTMLElement>(".bar");
cardsIn(body);
if (bar) {
  foldBar(bar, wordsOf(body.dataset["lang"] ?? root.lang), (theme) => {
    const address = new URL(location.href);
    address.searchParams.set("theme", theme);
    history.replaceState(null, "", address);
  });
}
