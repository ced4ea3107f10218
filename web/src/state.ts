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

const LISTS = ["layer", "status", "country", "precision", "actor"] as const;
const SORTS = ["event", "name", "status", "relevance"];

/** Reads a query string. Unknown parameters are ignored, unknown values dropped. */
export function readState(query: string): State {
  const params = new URLSearchParams(query);
  const list = (name: string): string[] => [...new Set((params.get(name) ?? "").split(",").filter((id) => /^[\w:.-]+$/.test(id)))];
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
    actor: list("actor"),
    year: text("year", /^\d{4}\.\.\d{4}$/),
    q: text("q", /\S/),
    on: text("on", /^\d{4}-\d{2}-\d{2}$/),
    sel: text("sel", /^[a-z0-9.-]+$/),
    map: readView(params.get("map")),
    sort: sort !== null && SORTS.includes(sort) && sort !== "event" ? sort : null,
    theme: theme === "light" || theme === "dark" ? theme : null,
    v: text("v", /^\d{4}-\d{2}-\d{2}(-\d+)?$/),
  };
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
