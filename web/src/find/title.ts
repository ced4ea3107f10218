/** The title of the page for any state: of the record in hand, of what is filtered, or of the atlas. The server writes the same. */
import type { Desk } from "../part.ts";
import { projectOf } from "../atlas.ts";
import { asks, CONDITIONS } from "../filter.ts";
import { say } from "../vocabulary.ts";
import { whole } from "./labels.ts";
import type { FindWords } from "./words.ts";

/** Returns what brings the title to the state. */
export function keepTitle({ facts, atlas, state }: Desk, words: FindWords): () => void {
  const name = document.querySelector(".brand")?.textContent?.trim() ?? "";
  const bare = document.body.dataset["title"] ?? document.title;
  return () => {
    const now = state();
    const project = projectOf(atlas, now.sel);
    const chosen = project ? [say(project.name, facts.lang)] : [];
    const told = CONDITIONS.filter((condition) => asks(now, condition) && (!chosen.length || condition === "on"));
    const said = [...chosen, ...told.map((condition) => whole(document, now, condition, words, facts.lang).text)];
    document.title = said.length ? [...said, name].join(" · ") : bare;
  };
}
