/** The list in the map's place, and back. */
import type { Atlas, Project } from "../atlas.ts";

export interface List {
  /** Shows the list, or else the map. */
  show(list: boolean): void;
}

export function linkList(body: HTMLElement, lets: (project: Project) => boolean, atlas: Atlas, open: (project: string) => void): List {
  const list = body.querySelector<HTMLElement>("#list");
  const whole = body.querySelector<HTMLElement>(".whole");
  const card = body.querySelector<HTMLElement>("#card");
  const link = body.querySelector<HTMLElement>(".to-list");
  if (!list || !whole || !card || !link) return { show: () => undefined };
  // A static copy of the frame holds everything, whatever its address asks for.
  for (const row of list.querySelectorAll<HTMLElement>("[data-project]")) {
    const project = atlas.projects.get(row.dataset["project"] ?? "");
    row.hidden = project !== undefined && !lets(project);
    const name = row.querySelector<HTMLElement>(".item-name");
    name?.addEventListener("click", () => project && open(project.id));
  }
  link.setAttribute("role", "button");
  const show = (wanted: boolean): void => {
    body.classList.toggle("as-list", wanted);
    card.hidden = wanted;
    if (wanted) whole.insertBefore(list, card);
    else whole.after(list);
    link.textContent = link.dataset[wanted ? "map" : "list"] ?? "";
    link.setAttribute("aria-pressed", String(wanted));
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const wanted = !body.classList.contains("as-list");
    show(wanted);
    if (wanted) list.focus({ preventScroll: true });
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
  show(body.classList.contains("as-list"));
  return { show };
}
