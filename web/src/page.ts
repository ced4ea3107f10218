/** The page's script: finds what the server has written and brings it to life. */
import { start } from "./desk.ts";
import { foldBar } from "./menu.ts";
import { cardsIn } from "./sources.ts";
import { readState, writeState } from "./state.ts";
import { wordsOf } from "./words.ts";

const { body, documentElement: root } = document;
root.classList.add("script");
const lang = body.dataset["lang"] ?? root.lang;
const words = wordsOf(lang);
const desk = document.querySelector<HTMLElement>(".desk");
const bar = document.querySelector<HTMLElement>(".bar");

let themed = (theme: "light" | "dark"): void => {
  history.replaceState(null, "", `${location.pathname}${writeState({ ...readState(location.search), theme })}${location.hash}`);
};
if (desk) {
  const kept = start({
    desk,
    lang,
    words,
    root: body.dataset["root"] ?? "/",
    data: body.dataset["map"] ?? "/data/map.geojson",
    base: body.dataset["base"] ?? "",
    fine: body.dataset["baseFine"] ?? "",
  });
  themed = kept?.themed ?? themed;
} else cardsIn(body);
if (bar) foldBar(bar, words, (theme) => themed(theme));
