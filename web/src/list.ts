/** The rows of the list and the tray: the server writes them, the script shows, hides and links them. */
import { inOrder } from "./moves.ts";


export interface Rows {
  /** Shows the rows of these projects only. */
  show(projects: ReadonlySet<string>): void;
  /** Puts the rows in this order, those without a place into the tray. */
  arrange(order: readonly string[], unplaced: (project: string) => boolean): void;
  /** Marks the row of the record that is open, and brings it into view if it is not. */
  mark(project: string | null): void;
  /** Marks a row while its sign is under pointer or focus. */
  highlight(project: string | null): void;
  focus(project: string): boolean;
}

export interface RowHooks {
  open(project: string): void;
  /** The project whose row is under pointer or focus, or none. */
  point(project: string | null): void;
}

export function linkRows(side: HTMLElement, hooks: RowHooks): Rows {
  const rows = new Map([...side.querySelectorAll<HTMLElement>(".row[data-project]")].map((row) => [row.dataset["project"] ?? "", row]));
  const projectOf = (target: EventTarget | null): string | null => (target as Element | null)?.closest<HTMLElement>(".row[data-project]")?.dataset["project"] ?? null;
  let marked: HTMLElement | undefined;
  let lit: HTMLElement | undefined;

  side.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a.row-link");
    const project = projectOf(event.target);
    // A reader who asks for a new tab gets the article.
    if (!link || !project || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    hooks.open(project);
  });
  side.addEventListener("pointerover", (event) => event.pointerType === "mouse" && hooks.point(projectOf(event.target)));
  side.addEventListener("pointerleave", () => hooks.point(null));
  side.addEventListener("focusin", (event) => hooks.point(projectOf(event.target)));
  side.addEventListener("focusout", () => hooks.point(null));

  const tray = side.querySelector<HTMLElement>("#tray");
  const showTray = (): void => void (tray && (tray.hidden = !tray.querySelector(".row:not([hidden])")));

  return {
    show(projects) {
      for (const [project, row] of rows) if (row.hidden === projects.has(project)) row.hidden = !row.hidden;
      showTray();
    },
    arrange(order, unplaced) {
      const lists = [side.querySelector("#rows"), side.querySelector("#tray .rows")];
      const wanted: HTMLElement[][] = [[], []];
      for (const project of order) {
        const row = rows.get(project);
        if (row) wanted[unplaced(project) ? 1 : 0]?.push(row);
      }
      lists.forEach((list, i) => list && inOrder(list, wanted[i] ?? []));
      showTray();
    },
    mark(project) {
      const row = rows.get(project ?? "");
      if (row === marked) return;
      marked?.classList.remove("cur");
      marked?.querySelector(".row-link")?.removeAttribute("aria-current");
      row?.classList.add("cur");
      row?.querySelector(".row-link")?.setAttribute("aria-current", "true");
      row?.scrollIntoView({ block: "nearest" });
      marked = row;
    },
    highlight(project) {
      lit?.classList.remove("lit");
      lit = rows.get(project ?? "");
      lit?.classList.add("lit");
    },
    focus(project) {
      const link = rows.get(project)?.querySelector<HTMLElement>(".row-link");
      link?.focus();
      return link !== undefined && link !== null;
    },
  };
}
