/** What the values of a condition are called: the server has written it beside their boxes. */
import { asks, CONDITIONS, dayOf, split, type Condition } from "../filter.ts";
import { written } from "../dates.ts";
import type { State } from "../state.ts";
import { layers } from "../vocabulary.ts";
import type { FindWords } from "./words.ts";

export interface Label {
  readonly text: string;
  /** Of the text, where it is not the page's language. */
  readonly lang: string;
}

export interface Labelled extends Label {
  readonly condition: Condition;
  /** Null where the condition goes as a whole. */
  readonly value: string | null;
}

/** More layers than this are told as a number. */
const FEW_LAYERS = 3;

const named = (side: ParentNode, condition: Condition, value: string): Label => {
  const box = side.querySelector(`input[name="${condition}"][value="${CSS.escape(value)}"]`);
  const text = box?.closest("label")?.querySelector<HTMLElement>("span:not(.count)");
  return { text: text?.textContent ?? value, lang: text?.lang ?? "" };
};

/** Every value that a state asks for, in the order of the address. */
export function labels(side: ParentNode, state: State, words: FindWords): Labelled[] {
  const out: Labelled[] = [];
  for (const condition of CONDITIONS) {
    if (!asks(state, condition)) continue;
    const whole = (text: string): unknown => out.push({ condition, value: null, text, lang: "" });
    switch (condition) {
      case "year":
        whole(years(state.year ?? "", words));
        break;
      case "q":
        whole(words.searched.replace("{q}", state.q ?? ""));
        break;
      case "on":
        // Its own control shows it.
        break;
      default:
        if (condition === "layer" && state.layer.length > FEW_LAYERS) whole(words.someLayers.replace("{n}", String(state.layer.length)).replace("{m}", String(layers.size)));
        else for (const value of state[condition]) out.push({ condition, value, ...(condition === "actor" ? actor(side, value) : named(side, condition, value)) });
    }
  }
  return out;
}

/** A condition with all its values as one text. */
export function whole(side: ParentNode, state: State, condition: Condition, words: FindWords, lang: string): Label {
  if (condition === "on") return { text: words.asOf.replace("{date}", written(dayOf(state), lang)), lang: "" };
  const all = labels(side, state, words).filter((label) => label.condition === condition);
  return all.length === 1 && all[0] ? all[0] : { text: all.map(({ text }) => text).join(lang === "zh" ? "、" : ", "), lang: "" };
}

function actor(side: ParentNode, value: string): Label {
  const [organisation, role] = split(value);
  const { text, lang } = named(side, "actor", organisation);
  const option = side.querySelector(`select[name="role"] option[value="${CSS.escape(role ?? "-")}"]`);
  return { text: option ? `${text} (${(option.textContent ?? "").toLowerCase()})` : text, lang };
}

function years(range: string, words: FindWords): string {
  const [first = "", last = ""] = range.split("..");
  if (first === "0000") return words.until.replace("{year}", String(Number(last)));
  if (last === "9999") return words.since.replace("{year}", String(Number(first)));
  return first === last ? first : `${first}–${last}`;
}
