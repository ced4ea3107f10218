/** The state of the page as it stands in the query string; the default of each value is left out. */

export interface View {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

export interface State {
  /** Ids; an empty list means all. */
  readonly layer: readonly string[];
  readonly status: readonly string[];
  readonly country: readonly string[];
  readonly precision: readonly string[];
  /** Organisation ids, each optionally with `:role`. */
  readonly actor: readonly string[];
  /** Kinds of entry. */
  readonly entry: readonly string[];
  /** First and last year, as `2015..2020`. */
  readonly year: string | null;
  readonly q: string | null;
  /** The day as of which the atlas is shown; null is the edition's. */
  readonly on: string | null;
  /** Project or site id. */
  readonly sel: string | null;
  readonly map: View | null;
  readonly sort: string | null;
  readonly theme: "light" | "dark" | null;
  /** An edition; null is the current one. */
  readonly v: string | null;
}

const LISTS = ["layer", "status", "country", "precision", "actor", "entry"] as const;
const SORTS = ["event", "name", "status", "relevance"];
/** A search text longer than this, in characters, is cut. */
const LONGEST = 100;

/** Reads a query string, by the server's rules. Unknown parameters are ignored, unknown values dropped. */
export function readState(query: string): State {
  const params = new URLSearchParams(query);
  // A list may stand in one value or in several, as a form sends it; of everything else the first counts.
  const list = (name: string): string[] => [...new Set(params.getAll(name).join(",").split(",").filter((id) => /^[A-Za-z0-9_:.-]+$/.test(id)))];
  const text = (name: string, form: RegExp): string | null => {
    const value = params.get(name);
    return value !== null && form.test(value) ? value : null;
  };
  const sort = params.get("sort");
  const theme = params.get("theme");
  return {
    layer: list("layer"),
    status: list("status"),
    country: list("country"),
    precision: list("precision"),
    actor: inRole(list("actor"), list("role")),
    entry: list("entry"),
    year: readYears(params.getAll("year")),
    q: asked(params.get("q") ?? ""),
    on: text("on", /^\d{4}-\d{2}-\d{2}$/),
    sel: text("sel", /^[a-z0-9.-]{1,100}$/),
    map: readView(params.get("map")),
    sort: sort !== null && SORTS.includes(sort) && sort !== "event" ? sort : null,
    theme: theme === "light" || theme === "dark" ? theme : null,
    v: text("v", /^\d{4}-\d{2}-\d{2}(-\d+)?$/),
  };
}

/** A search text without controls and spaces at its ends; null where nothing is asked. */
export const asked = (text: string): string | null => {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\ufeff]/g, " ").trim();
  return [...plain].slice(0, LONGEST).join("").trimEnd() || null;
};

/** A form can only send a role for all organisations together. */
const inRole = (actors: readonly string[], roles: readonly string[]): string[] =>
  [...new Set(roles.length === 1 ? actors.map((id) => (id.includes(":") ? id : `${id}:${roles[0]}`)) : actors)];

/** `2015..2020`, or the two ends as a form sends them, of which one may be empty. */
function readYears(values: readonly string[]): string | null {
  const [one = "", two] = values;
  const range = two === undefined ? one : one || two ? `${one || "0000"}..${two || "9999"}` : "";
  const [, first = "", last = ""] = /^(\d{4})\.\.(\d{4})$/.exec(range) ?? [];
  return first && first <= last ? range : null;
}

/** Writes the query string, with its `?`, in the one order; empty when all is default. */
export function writeState(state: State): string {
  const parts: string[] = [];
  const put = (name: string, value: string | null): void => {
    if (value) parts.push(`${name}=${encodeURIComponent(value).replace(/%(2C|2F|3A)/g, decodeURIComponent)}`);
  };
  for (const name of LISTS) put(name, state[name].join(","));
  put("year", state.year);
  put("q", state.q);
  put("on", state.on);
  put("sel", state.sel);
  put("map", state.map && writeView(state.map));
  put("sort", state.sort);
  put("theme", state.theme);
  put("v", state.v);
  return parts.length ? `?${parts.join("&")}` : "";
}

/** `zoom/lat/lon`; null where it is malformed or off the earth. */
export function readView(value: string | null): View | null {
  const parts = value?.split("/") ?? [];
  if (parts.length !== 3 || !parts.every((part) => /^-?\d+(\.\d+)?$/.test(part))) return null;
  const [zoom = 0, lat = 0, lon = 0] = parts.map(Number);
  return zoom >= 0 && zoom <= 20 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { zoom, lat, lon } : null;
}

/** As many decimals as a pixel of that zoom bears. */
export function writeView({ zoom, lat, lon }: View): string {
  const decimals = Math.max(0, Math.ceil((zoom + 8) * Math.log10(2) - 2.5));
  const short = (value: number, digits: number): string => String(Number(value.toFixed(digits)));
  return `${short(zoom, 2)}/${short(lat, decimals)}/${short(lon, decimals)}`;
}
