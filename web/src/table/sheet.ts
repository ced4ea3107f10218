/** The table itself: heads that sort, and a box in each row to set records side by side. */
import { COLUMNS, inOrder, type Column, type Row } from "./rows.ts";
import type { TableWords } from "./words.ts";

export interface SheetHooks {
  readonly lang: string;
  readonly words: TableWords;
  /** Address of a record's article. */
  article(project: string): string;
  open(project: string): void;
  /** The ids that are to stand side by side. */
  chosen(ids: readonly string[]): void;
}

export interface Sheet {
  readonly element: HTMLElement;
  show(rows: readonly Row[]): void;
}

/** More columns than this cannot be read side by side. */
const MOST = 4;

export function makeSheet(hooks: SheetHooks): Sheet {
  const { words, lang } = hooks;
  const element = document.createElement("table");
  const head = element.createTHead().insertRow();
  const body = element.createTBody();
  const chosen = new Set<string>();
  let rows: readonly Row[] = [];
  let by: Column = "last";
  let falling = true;

  const beside = document.createElement("th");
  beside.scope = "col";
  beside.innerHTML = '<span class="unseen"></span>';
  (beside.firstElementChild as HTMLElement).textContent = words.beside;
  head.append(beside);
  const heads = COLUMNS.map((column) => {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.className = `c-${column}`;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.columns[column];
    button.addEventListener("click", () => {
      // The same head again turns the order round; dates and numbers begin with the latest and the most.
      falling = column === by ? !falling : ["since", "first", "last", "sites"].includes(column);
      by = column;
      draw();
    });
    cell.append(button);
    head.append(cell);
    return cell;
  });

  const line = (row: Row): HTMLTableRowElement => {
    const { id } = row.project;
    const element = document.createElement("tr");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = chosen.has(id);
    box.disabled = !box.checked && chosen.size >= MOST;
    box.setAttribute("aria-label", words.choose.replace("{name}", row.name[0]));
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(id);
      else chosen.delete(id);
      for (const other of body.querySelectorAll<HTMLInputElement>("input")) other.disabled = !other.checked && chosen.size >= MOST;
      hooks.chosen([...chosen]);
    });
    const label = document.createElement("label");
    label.append(box);
    element.insertCell().append(label);
    for (const column of COLUMNS) {
      const cell = column === "name" ? document.createElement("th") : document.createElement("td");
      cell.className = `c-${column}`;
      if (column === "name") {
        cell.scope = "row";
        const link = document.createElement("a");
        link.href = hooks.article(id);
        link.textContent = row.name[0];
        link.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          hooks.open(id);
        });
        cell.append(link);
      } else cell.textContent = row[column][0];
      element.append(cell);
    }
    return element;
  };

  const draw = (): void => {
    for (const [i, cell] of heads.entries()) {
      if (COLUMNS[i] === by) cell.setAttribute("aria-sort", falling ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
    body.replaceChildren(...inOrder(rows, by, falling, lang).map(line));
  };

  return {
    element,
    show(next) {
      rows = next;
      for (const id of chosen) if (!rows.some(({ project }) => project.id === id)) chosen.delete(id);
      hooks.chosen([...chosen]);
      draw();
    },
  };
}
