/** Reads the two base-map files (TopoJSON; their shape is described in geodata/basemap/README.md, and build.mjs adds two areas). */
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { deadline } from "./deadline.ts";
import { line, type Coordinates, type Line } from "./geometry.ts";
import { mercatorX, mercatorY } from "./mercator.ts";
import type { Steps } from "./tasks.ts";
import type { Text } from "./vocabulary.ts";

type Properties = { in?: 0 | 1; fine?: 0 | 1; kind?: string; name?: Text; rank?: number; zoom?: number };

export interface Name {
  readonly kind: "country" | "water" | "area" | "region" | "town";
  /** Country code, or region code. */
  readonly id: string;
  readonly text: Text;
  /** 0 is the greatest. */
  readonly rank: number;
  /** The zoom from which it may stand. */
  readonly zoom: number;
  /** On the world of zoom 0. */
  readonly x: number;
  readonly y: number;
}

/** Lines and rings on the world of zoom 0, by what they are. */
export interface BaseMap {
  /** Countries that the atlas covers, dissolved; and the rest of the world. */
  readonly land: readonly Line[];
  readonly out: readonly Line[];
  /** Rings of each country, to tell which one a point lies in. */
  readonly countries: ReadonlyMap<string, readonly Line[]>;
  readonly lakes: readonly Line[];
  readonly rivers: readonly Line[];
  readonly provinces: readonly Line[];
  readonly borders: readonly Line[];
  readonly disputed: readonly Line[];
  readonly coast: readonly Line[];
  /** Borders and coast of the rest of the world, which the fine file does not repeat. */
  readonly farBorders: readonly Line[];
  readonly farCoast: readonly Line[];
  readonly names: readonly Name[];
}

/** The same, and what makes all of it ahead of its use, with pauses. */
export interface Read extends BaseMap {
  readonly ahead: () => Steps;
}

async function asked(address: string, signal: AbortSignal | null = null): Promise<Response> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

export const fetchBaseMap = async (address: string): Promise<ArrayBuffer> => (await asked(address)).arrayBuffer();

export const parseBaseMap = (bytes: ArrayBuffer): BaseMap => readBaseMap(JSON.parse(new TextDecoder().decode(bytes)) as Topology);

export const loadBaseMap = async (address: string): Promise<Read> => readBaseMap((await (await asked(address, deadline())).json()) as Topology);

/** Arcs that are made between two pauses. */
const AT_ONCE = 40;

export function readBaseMap(topology: Topology): Read {
  const object = (name: string): GeometryObject<Properties>[] => {
    const found = topology.objects[name] as GeometryObject<Properties> | undefined;
    return found === undefined ? [] : found.type === "GeometryCollection" ? (found as GeometryCollection<Properties>).geometries : [found];
  };
  const arcs = reader(topology);
  const drawn = (objects: readonly GeometryObject<Properties>[]): Line[] => objects.flatMap((each) => lines(each, arcs));
  const countries = object("countries");
  const far = (each: GeometryObject<Properties>): boolean => about(each).fine === 0;
  const near = (each: GeometryObject<Properties>): boolean => !far(each);
  // Of the fine file hardly anything is drawn from afar: each part is made when it is first asked for.
  const map = lazily<BaseMap>({
    land: () => drawn(object("land")),
    out: () => drawn(object("out")),
    countries: () => new Map(countries.filter((each) => about(each).in && each.id).map((each) => [String(each.id), drawn([each])])),
    lakes: () => drawn(object("lakes")),
    rivers: () => drawn(object("rivers")),
    provinces: () => drawn(object("provinces")),
    borders: () => drawn(object("borders").filter(near)),
    disputed: () => drawn(object("disputed")),
    coast: () => drawn(object("coast").filter(near)),
    farBorders: () => drawn(object("borders").filter(far)),
    farCoast: () => drawn(object("coast").filter(far)),
    names: () => [...object("labels"), ...object("towns")].map((each) => name(each, topology)),
  });
  function* ahead(): Steps {
    for (let arc = 0; arc < topology.arcs.length; arc++) {
      arcs(arc);
      if (arc % AT_ONCE === 0) yield;
    }
    for (const part of Object.keys(map) as (keyof BaseMap)[]) {
      void map[part];
      yield;
    }
  }
  return Object.defineProperty(map as Read, "ahead", { value: ahead });
}

/** An object whose values are made once each, when they are first asked for. */
function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const all = {} as T;
  for (const key of Object.keys(makers) as (keyof T)[]) {
    let made: { value: T[keyof T] } | undefined;
    Object.defineProperty(all, key, { enumerable: true, get: () => (made ??= { value: makers[key]() }).value });
  }
  return all;
}

const about = ({ properties }: GeometryObject<Properties>): Properties => (properties ?? {}) as Properties;

function name(object: GeometryObject<Properties>, { transform }: Topology): Name {
  const { kind, name, rank, zoom } = about(object);
  const [x = 0, y = 0] = object.type === "Point" ? object.coordinates : [];
  const [lon, lat] = transform ? [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]] : [x, y];
  return {
    kind: (kind as Name["kind"] | undefined) ?? "town",
    id: String(object.id ?? ""),
    text: name ?? { en: "" },
    rank: rank ?? 9,
    zoom: zoom ?? 0,
    x: mercatorX(lon),
    y: mercatorY(lat),
  };
}

type Arcs = (arc: number) => Coordinates;

/** The file's arcs on the world of zoom 0: each is made once, however many areas and lines share it. */
function reader({ arcs, transform }: Topology): Arcs {
  const [kx, ky] = transform?.scale ?? [1, 1];
  const [dx, dy] = transform?.translate ?? [0, 0];
  const made: Coordinates[] = [];
  return (arc) => {
    const known = made[arc];
    if (known) return known;
    const points = arcs[arc] ?? [];
    const at = new Float64Array(points.length * 2);
    let [x, y] = [0, 0];
    for (let i = 0; i < points.length; i++) {
      const point = points[i] as number[];
      // Of a quantised arc each point is written as the way from the one before.
      x = transform ? x + (point[0] as number) : (point[0] as number);
      y = transform ? y + (point[1] as number) : (point[1] as number);
      at[2 * i] = mercatorX(x * kx + dx);
      at[2 * i + 1] = mercatorY(y * ky + dy);
    }
    made[arc] = at;
    return at;
  };
}

/** Arcs one behind the other; one that is counted from -1 downward runs backward. */
function joined(indices: readonly number[], arcs: Arcs): Coordinates {
  const parts = indices.map((index) => arcs(index < 0 ? ~index : index));
  const at = new Float64Array(parts.reduce((sum, { length }) => sum + length - 2, 2));
  let end = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Coordinates;
    // Where two meet, both have the point.
    if (end > 0) end -= 2;
    if ((indices[i] as number) >= 0) {
      at.set(part, end);
      end += part.length;
    } else {
      for (let from = part.length - 2; from >= 0; from -= 2) {
        at[end++] = part[from] as number;
        at[end++] = part[from + 1] as number;
      }
    }
  }
  return at;
}

function lines(object: GeometryObject<Properties>, arcs: Arcs): Line[] {
  switch (object.type) {
    case "LineString":
      return [line(joined(object.arcs, arcs), false)];
    case "MultiLineString":
      return object.arcs.map((each) => line(joined(each, arcs), false));
    case "Polygon":
      return object.arcs.map((ring) => line(joined(ring, arcs), true));
    case "MultiPolygon":
      return object.arcs.flat().map((ring) => line(joined(ring, arcs), true));
    default:
      return [];
  }
}
