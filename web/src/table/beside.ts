/** Several records side by side: what is known of each, one line a fact, nothing left out because others lack it. */
import { COLUMNS, type Row } from "./rows.ts";
import type { TableWords } from "./words.ts";

/** Properties of a feature as the flat files have them; null where they could not be loaded. */
export type Properties = Readonly<Record<string, unknown>> | null;

const number = (lang: string) => {
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  return (value: unknown): string => (typeof value === "number" ? format.format(value) : "");
};

/** A range where sources differ: `300–315`; never a mean. */
export function range(least: string, most: string): string {
  return least === most ? least : [least, most].filter(Boolean).join("–");
}

export function sideBySide(rows: readonly Row[], of: (id: string) => Properties, words: TableWords, lang: string): HTMLTableElement {
  const table = document.createElement("table");
  table.className = "beside";
  const head = table.createTHead().insertRow();
  head.append(document.createElement("td"));
  for (const { name } of rows) head.append(heading("col", name[0]));
  const body = table.createTBody();
  const count = number(lang);
  const add = (label: string, cells: readonly string[]): void => {
    if (!cells.some(Boolean)) return;
    const line = body.insertRow();
    line.append(heading("row", label));
    for (const text of cells) line.insertCell().textContent = text || "–";
  };
  for (const column of COLUMNS) if (column !== "name") add(words.columns[column], rows.map((row) => row[column][0]));
  const known = rows.map(({ project }) => of(project.id));
  for (const [name, label] of Object.entries(words.more)) {
    add(
      label,
      known.map((properties) => {
        const value = properties?.[name];
        if (typeof value === "string") return value;
        return value === undefined ? range(count(properties?.[`${name}_min`]), count(properties?.[`${name}_max`])) : count(value);
      }),
    );
  }
  return table;
}

function heading(scope: "col" | "row", text: string): HTMLElement {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}
