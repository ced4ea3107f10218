/** Reads the two base-map files (TopoJSON; their shape is described in geodata/basemap/README.md, and build.mjs adds two areas). */
import { feature } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import { line, type Coordinates, type Line } from "./geometry.ts";
import { mercatorX, mercatorY } from "./mercator.ts";
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

export async function fetchBaseMap(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
}

export const parseBaseMap = (bytes: ArrayBuffer): BaseMap => readBaseMap(JSON.parse(new TextDecoder().decode(bytes)) as Topology);

export const loadBaseMap = async (address: string): Promise<BaseMap> => parseBaseMap(await fetchBaseMap(address));

export function readBaseMap(topology: Topology): BaseMap {
  const object = (name: string): GeometryObject<Properties>[] => {
    const found = topology.objects[name] as GeometryObject<Properties> | undefined;
    return found === undefined ? [] : found.type === "GeometryCollection" ? (found as GeometryCollection<Properties>).geometries : [found];
  };
  const geometry = (object: GeometryObject<Properties>): GeoJSON.Geometry => (feature(topology, object) as GeoJSON.Feature).geometry;
  const drawn = (objects: readonly GeometryObject<Properties>[]): Line[] => objects.flatMap((each) => lines(geometry(each)));
  const countries = object("countries");
  const far = (each: GeometryObject<Properties>): boolean => about(each).fine === 0;
  const near = (each: GeometryObject<Properties>): boolean => !far(each);
  // Of the fine file hardly anything is drawn from afar: each part is made when it is first asked for.
  return lazily<BaseMap>({
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
    names: () => [...object("labels"), ...object("towns")].map((each) => name(each, geometry(each))),
  });
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

function name(object: GeometryObject<Properties>, geometry: GeoJSON.Geometry): Name {
  const { kind, name, rank, zoom } = about(object);
  const [lon = 0, lat = 0] = geometry.type === "Point" ? geometry.coordinates : [];
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

function lines(geometry: GeoJSON.Geometry): Line[] {
  switch (geometry.type) {
    case "LineString":
      return [line(worldly(geometry.coordinates), false)];
    case "MultiLineString":
      return geometry.coordinates.map((each) => line(worldly(each), false));
    case "Polygon":
      return geometry.coordinates.map((ring) => line(worldly(ring), true));
    case "MultiPolygon":
      return geometry.coordinates.flat().map((ring) => line(worldly(ring), true));
    default:
      return [];
  }
}

function worldly(coordinates: readonly GeoJSON.Position[]): Coordinates {
  const at = new Float64Array(coordinates.length * 2);
  coordinates.forEach(([lon = 0, lat = 0], i) => {
    at[2 * i] = mercatorX(lon);
    at[2 * i + 1] = mercatorY(lat);
  });
  return at;
}
