/** Reads a Mapbox Vector Tile (2.1): the geometry of its features, and the few properties that are wanted. */
import { line, type Line } from "../geometry.ts";
import type { Pixel } from "../places.ts";
import type { Shape } from "../shapes.ts";

/** Where a tile lies: the world of zoom 0 has 256 pixels. */
export interface Square {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** How many features are read before a frame may be drawn in between. */
const AT_ONCE = 250;

/** A stretch of protobuf: tag by tag, each value read or passed over. */
class Reader {
  at: number;
  readonly end: number;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  varint(): number {
    let value = 0;
    let shift = 1;
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0;
      // Not by bits: ids have more than 32 of them.
      value += (byte & 127) * shift;
      if (byte < 128) return value;
      shift *= 128;
    }
  }

  /** The part that a length says. */
  part(): Reader {
    const length = this.varint();
    const part = new Reader(this.bytes, this.at, Math.min(this.end, this.at + length));
    this.at += length;
    return part;
  }

  text(): string {
    return new TextDecoder().decode(this.bytes.subarray(this.at, this.end));
  }

  skip(type: number): void {
    if (type === 0) this.varint();
    else if (type === 2) this.part();
    else this.at += type === 1 ? 8 : 4;
  }

  /** Field after field: `take` reads the value of a field it knows and answers true. */
  each(take: (field: number) => boolean): void {
    while (this.at < this.end) {
      const tag = this.varint();
      if (!take(Math.floor(tag / 8))) this.skip(tag & 7);
    }
  }
}

interface Layer {
  readonly features: Reader[];
  readonly keys: string[];
  readonly values: Reader[];
  extent: number;
}

function layerOf(reader: Reader): Layer {
  const layer: Layer = { features: [], keys: [], values: [], extent: 4096 };
  reader.each((field) => {
    if (field === 2) layer.features.push(reader.part());
    else if (field === 3) layer.keys.push(reader.part().text());
    else if (field === 4) layer.values.push(reader.part());
    else if (field === 5) layer.extent = reader.varint();
    else return false;
    return true;
  });
  return layer;
}

/** A value as text; a tile is read once, so its reader is left where it ends. */
function valueOf({ bytes, at, end }: Reader): string {
  const reader = new Reader(bytes, at, end);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let value = "";
  reader.each((field) => {
    if (field === 1) value = reader.part().text();
    else if (field === 2) value = String(view.getFloat32(reader.at, true));
    else if (field === 3) value = String(view.getFloat64(reader.at, true));
    else if (field === 4 || field === 5) value = String(reader.varint());
    else if (field === 6) {
      const folded = reader.varint();
      value = String(folded % 2 ? -(folded + 1) / 2 : folded / 2);
    } else return false;
    if (field === 2) reader.at += 4;
    if (field === 3) reader.at += 8;
    return true;
  });
  return value;
}

/** A shape that may stand for several features. */
export interface Crowd extends Shape {
  readonly count: number;
}

/**
 * The features of a tile as shapes on the world of zoom 0; `naming` and `counting` are the properties that name a
 * feature and that say how many it stands for. Yields now and then, so that a slow processor stays at hand.
 */
export function* readTile(bytes: Uint8Array, square: Square, naming: string, counting: string): Generator<void, Crowd[]> {
  const shapes: Crowd[] = [];
  const tile = new Reader(bytes);
  const layers: Layer[] = [];
  tile.each((field) => field === 3 && layers.push(layerOf(tile.part())) > 0);
  for (const layer of layers) {
    const scale = 256 / 2 ** square.z / layer.extent;
    const place = { x: square.x * layer.extent, y: square.y * layer.extent, scale };
    const [named, counted] = [layer.keys.indexOf(naming), layer.keys.indexOf(counting)];
    for (const [i, feature] of layer.features.entries()) {
      if (i % AT_ONCE === AT_ONCE - 1) yield;
      shapes.push(shapeOf(feature, place, (key, value) => {
        const reader = layer.values[value];
        if (!reader || (key !== named && key !== counted)) return null;
        return { counts: key === counted, text: valueOf(reader) };
      }));
    }
  }
  return shapes;
}

type Place = { readonly x: number; readonly y: number; readonly scale: number };
type Said = { readonly counts: boolean; readonly text: string } | null;

function shapeOf(feature: Reader, place: Place, said: (key: number, value: number) => Said): Crowd {
  let name = "";
  let count = 1;
  let kind = 0;
  let geometry: Reader | null = null;
  feature.each((field) => {
    if (field === 2) {
      const tags = feature.part();
      while (tags.at < tags.end) {
        const found = said(tags.varint(), tags.varint());
        if (found?.counts) count = Number(found.text);
        else if (found) name = found.text;
      }
    } else if (field === 3) kind = feature.varint();
    else if (field === 4) geometry = feature.part();
    else return false;
    return true;
  });
  const paths = geometry ? pathsOf(geometry, place) : [];
  const dots: Pixel[] = kind === 1 ? paths.flatMap((path) => Array.from({ length: path.length / 2 }, (_, i) => ({ x: path[2 * i] as number, y: path[2 * i + 1] as number }))) : [];
  const lines: Line[] = kind > 1 ? paths.map((path) => line(Float64Array.from(path), kind === 3)) : [];
  return { name, count, dots, lines: kind === 2 ? lines : [], rings: kind === 3 ? lines : [] };
}

/** Commands and parameters (MVT 2.1, 4.3): move, draw, close. */
function pathsOf(reader: Reader, { x: left, y: top, scale }: Place): number[][] {
  const paths: number[][] = [];
  let path: number[] = [];
  let [x, y] = [0, 0];
  const next = (): number => {
    const folded = reader.varint();
    return folded % 2 ? -(folded + 1) / 2 : folded / 2;
  };
  while (reader.at < reader.end) {
    const command = reader.varint();
    const [what, times] = [command & 7, command >> 3];
    if (what === 7) continue;
    for (let i = 0; i < times && reader.at < reader.end; i++) {
      x += next();
      y += next();
      if (what === 1) paths.push((path = []));
      path.push((x + left) * scale, (y + top) * scale);
    }
  }
  return paths;
}
