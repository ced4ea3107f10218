/** Files of what is filtered: the server's own lines and features, those left out that are not shown. Pure. */
import { writeState, type State } from "../state.ts";

/** The filter as an address has it, without where the map stands and what is in hand. */
export const filterOf = (state: State): string => writeState({ ...state, sel: null, map: null, sort: null, theme: null }).slice(1);

/** `huella-2026-11-24_layer-solar_status-operating.csv`: safe in every file system, and not too long for one. */
export function nameOf(state: State, edition: string, ending: string): string {
  const filter = decodeURIComponent(filterOf(state))
    .normalize("NFKD")
    .replace(/[=:]/g, "-")
    .replace(/&/g, "_")
    .replace(/[^\p{L}\p{N}_.-]+/gu, "+")
    .slice(0, 120)
    .replace(/[+_.-]+$/, "");
  return `huella-${edition}${filter && `_${filter}`}.${ending}`;
}

/** The head and the lines of these ids, which stand in the first column. A line break within quotes ends no line (RFC 4180). */
export function cutCsv(text: string, ids: ReadonlySet<string>): string {
  let out = "";
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    if (i < text.length && (quoted || text[i] !== "\n")) continue;
    const line = text.slice(start, i + 1);
    if (start === 0 || ids.has(line.split(",", 1)[0] ?? "")) out += line;
    start = i + 1;
  }
  return out;
}

interface Collection {
  readonly features: readonly GeoJSON.Feature[];
}

export const cutGeojson = ({ features }: Collection, ids: ReadonlySet<string>, citation: string): string =>
  JSON.stringify({ type: "FeatureCollection", citation, features: features.filter(({ id }) => ids.has(String(id))) });
