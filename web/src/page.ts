/** The script of the map page: finds what the server has written and brings it to life. */
import { start } from "./desk.ts";
import { readAddress } from "./copy.ts";
import { foldBar } from "./menu.ts";
import { turn } from "./tasks.ts";
import { wordsOf } from "./words.ts";

function begin(): void {
  const { body, documentElement: root } = document;
  root.classList.add("script");
  readAddress();
  const lang = body.dataset["lang"] ?? root.lang;
  const words = wordsOf(lang);
  const desk = document.querySelector<HTMLElement>(".desk");
  const bar = document.querySelector<HTMLElement>(".bar");

  const kept = desk && start({
    desk,
    lang,
    words,
    record: body.dataset["record"] ?? "/project/*/panel",
    article: body.dataset["article"] ?? "/project/*",
    data: body.dataset["map"] ?? "/data/map.geojson",
    base: body.dataset["base"] ?? "",
    fine: body.dataset["baseFine"] ?? "",
    items: body.dataset["items"] ?? "",
    parts: body.dataset["parts"]?.split(" ").filter(Boolean) ?? [],
  });
  if (bar) void turn().then(() => foldBar(bar, words, (theme) => kept?.themed(theme)));
}

// To read a script of this size is a task of its own on a slow phone; what it does is another.
void turn().then(begin);
