/** Features of any GeoJSON as shapes on the world of zoom 0, their path data, and which one lies at a point. */
import { apart, inRings, line, pathData, type Line } from "./geometry.ts";
import type { Window } from "./map.ts";
import { mercatorX, mercatorY } from "./mercator.ts";
import type { Pixel } from "./places.ts";

export interface Shape {
  /** Plain text; empty where it has none. */
  readonly name: string;
  readonly dots: readonly Pixel[];
  readonly lines: readonly Line[];
  /** Outer rings and holes, told apart by the even-odd rule. */
  readonly rings: readonly Line[];
}

export interface Shapes {
  readonly shapes: readonly Shape[];
  /** How many features have no place. */
  readonly unplaced: number;
}

type Drawable = { dots: Pixel[]; lines: Line[]; rings: Line[] };

/** A FeatureCollection or a single Feature; `naming` is the property that names a feature, or empty. */
export function readShapes(file: GeoJSON.FeatureCollection | GeoJSON.Feature, naming: string): Shapes {
  const features = file.type === "Feature" ? [file] : file.features;
  const shapes: Shape[] = [];
  for (const { geometry, properties } of features) {
    const to: Drawable = { dots: [], lines: [], rings: [] };
    if (geometry) add(to, geometry);
    const value: unknown = properties?.[naming];
    const name = typeof value === "string" || typeof value === "number" ? String(value) : "";
    if (to.dots.length + to.lines.length + to.rings.length) shapes.push({ name, ...to });
  }
  return { shapes, unplaced: features.length - shapes.length };
}

function add(to: Drawable, geometry: GeoJSON.Geometry): void {
  const dot = ([lon = 0, lat = 0]: GeoJSON.Position): void => void to.dots.push({ x: mercatorX(lon), y: mercatorY(lat) });
  const path = (positions: readonly GeoJSON.Position[], closed: boolean): void => {
    const at = Float64Array.from(positions.flatMap(([lon = 0, lat = 0]) => [mercatorX(lon), mercatorY(lat)]));
    if (at.length) (closed ? to.rings : to.lines).push(line(at, closed));
  };
  switch (geometry.type) {
    case "Point":
      if (geometry.coordinates.length) dot(geometry.coordinates);
      break;
    case "MultiPoint":
      geometry.coordinates.forEach(dot);
      break;
    case "LineString":
      path(geometry.coordinates, false);
      break;
    case "MultiLineString":
      geometry.coordinates.forEach((each) => path(each, false));
      break;
    case "Polygon":
      geometry.coordinates.forEach((ring) => path(ring, true));
      break;
    case "MultiPolygon":
      geometry.coordinates.flat().forEach((ring) => path(ring, true));
      break;
    case "GeometryCollection":
      geometry.geometries.forEach((each) => add(to, each));
  }
}

export interface Paths {
  /** One for each feature: two that overlap are no hole in each other. */
  readonly areas: readonly string[];
  readonly lines: string;
  /** Stretches too short to be seen, which round ends make into dots. */
  readonly dots: string;
}

/** Nothing smaller than this is drawn as itself: a dot stands for it, so that it is not lost. */
const SMALL = 3;

/** Path data of what a frame holds; frame and origin are in pixels of the world at `scale` = 2^zoom. */
export function pathsOf(shapes: readonly Shape[], scale: number, origin: Pixel, frame: Window): Paths {
  const areas: string[] = [];
  const lines: string[] = [];
  const dots: string[] = [];
  const dot = (x: number, y: number): void => {
    if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) return;
    dots.push(`M${(x - origin.x).toFixed(1)} ${(y - origin.y).toFixed(1)}h.01`);
  };
  const seen = { left: frame.left / scale, right: frame.right / scale, top: frame.top / scale, bottom: frame.bottom / scale };
  for (const shape of shapes) {
    for (const { x, y } of shape.dots) dot(x * scale, y * scale);
    for (const [pieces, closed] of [[shape.lines, false], [shape.rings, true]] as const) {
      const large: Line[] = [];
      for (const piece of pieces) {
        const { box } = piece;
        if (apart(box, seen)) continue;
        if (Math.max(box.right - box.left, box.bottom - box.top) * scale >= SMALL) large.push(piece);
        // A small hole is no thing of its own.
        else if (!closed || pieces.length === 1) dot(((box.left + box.right) / 2) * scale, ((box.top + box.bottom) / 2) * scale);
      }
      const d = large.length ? pathData(large, scale, origin, frame) : "";
      if (d) (closed ? areas : lines).push(d);
      else if (closed && pieces.length > 1 && large.length === 0) specks(pieces, scale, dot);
    }
  }
  return { areas, lines: lines.join(""), dots: dots.join("") };
}

/** An archipelago seen from afar: its largest island stands for it. */
function specks(rings: readonly Line[], scale: number, dot: (x: number, y: number) => void): void {
  const size = ({ box }: Line): number => (box.right - box.left) * (box.bottom - box.top);
  const { box } = rings.reduce((most, ring) => (size(ring) > size(most) ? ring : most));
  dot(((box.left + box.right) / 2) * scale, ((box.top + box.bottom) / 2) * scale);
}

/** The last drawn shape within `reach` of a point, all on the world of zoom 0; those with a place before areas. */
export function shapeAt(shapes: readonly Shape[], { x, y }: Pixel, reach: number): Shape | undefined {
  const near = (shape: Shape): boolean => shape.dots.some((dot) => Math.hypot(dot.x - x, dot.y - y) <= reach) || shape.lines.some((each) => alongside(each, x, y, reach));
  return last(shapes, near) ?? last(shapes, ({ rings }) => inRings(rings, x, y));
}

function last<T>(list: readonly T[], is: (each: T) => boolean): T | undefined {
  for (let i = list.length - 1; i >= 0; i--) if (is(list[i] as T)) return list[i];
  return undefined;
}

function alongside({ at, box }: Line, x: number, y: number, reach: number): boolean {
  if (x < box.left - reach || x > box.right + reach || y < box.top - reach || y > box.bottom + reach) return false;
  for (let i = 0; i + 3 < at.length; i += 2) {
    const [ax, ay, bx, by] = [at[i] as number, at[i + 1] as number, at[i + 2] as number, at[i + 3] as number];
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    if (Math.hypot(ax + t * dx - x, ay + t * dy - y) <= reach) return true;
  }
  return false;
}
