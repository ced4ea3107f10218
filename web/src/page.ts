/** The map page: finds what the server has written and brings it to life. */
import { start } from "./desk.ts";
import { wordsOf } from "./words.ts";

document.documentElement.classList.add("script");
const { body } = document;
const desk = document.querySelector<HTMLElement>(".desk");
if (desk) {
  void start({
    desk,
    lang: body.dataset["lang"] ?? "en",
    words: wordsOf(body.dataset["lang"] ?? "en"),
    root: body.dataset["root"] ?? "/",
    data: body.dataset["map"] ?? "/data/map.geojson",
    base: body.dataset["base"] ?? "",
    fine: body.dataset["baseFine"] ?? "",
  });
}
