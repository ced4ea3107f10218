/** Before the script of a frame that is a file: title, count, links and notes as its address asks, which a server would have written. */
import { readAtlas } from "./atlas.ts";
import { wording } from "./embed/copied.ts";
import { passes } from "./filter.ts";

const { body } = document;
const names = body.querySelector<HTMLTemplateElement>("#names");
const data = body.querySelector("#data")?.textContent;
if (names && data) {
  const atlas = readAtlas(JSON.parse(data));
  const said = wording(location.search, atlas, names, document.documentElement.lang, (project, state) => passes(project, state));
  // The script of the frame reads the state here; never empty, or it would read the address itself.
  body.dataset["state"] = said.query || "?";
  body.classList.toggle("as-list", said.list);
  const heading = body.querySelector("h1");
  if (heading && said.title) {
    heading.textContent = said.title;
    document.title = said.title;
  }
  for (const note of said.notes) {
    const line = document.createElement("p");
    line.className = "note";
    line.textContent = note;
    heading?.after(line);
  }
  const count = body.querySelector(".trust .count");
  if (count) count.textContent = said.foot;
  const brand = body.querySelector<HTMLAnchorElement>(".trust .brand");
  if (brand && said.query) {
    brand.href = said.article || brand.href + said.query;
    const address = body.querySelector(".trust .address");
    if (address) address.textContent = brand.href;
    // The picture is of the whole atlas.
    body.querySelector("#map")?.replaceChildren();
  }
}
