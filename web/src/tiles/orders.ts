/** Reads tiles and paints them: the work of a layer that no page needs to wait for. */
import type { Pixel } from "../places.ts";
import { shapeAt } from "../shapes.ts";
import { readTile, type Crowd, type Square } from "./mvt.ts";
import { paint, type Canvas, type Ink } from "./paint.ts";

export type Order =
  | { readonly what: "read"; readonly key: string; readonly bytes: ArrayBuffer; readonly square: Square; readonly naming: string; readonly counting: string }
  /** `side` is in pixels of the canvas, `fineness` how many of them are one of the page. */
  | { readonly what: "paint"; readonly key: string; readonly side: number; readonly fineness: number; readonly ink: Ink }
  /** Within reach of a point, both on the world of zoom 0. */
  | { readonly what: "near"; readonly key: string; readonly at: Pixel; readonly reach: number }
  | { readonly what: "forget"; readonly key: string };

export interface Answer {
  /** Of what was read: whether one of its dots stands for several features. */
  readonly crowded?: boolean;
  readonly canvas?: Canvas;
  /** What lies there. */
  readonly near?: Pick<Crowd, "name" | "count">;
}

/** Orders about tiles, by their key; those about one that is not there are answered with nothing. */
export function answering(made: (side: number) => Canvas): (order: Order) => Generator<void, Answer> {
  const tiles = new Map<string, { readonly square: Square; readonly shapes: readonly Crowd[] }>();
  return function* (order) {
    if (order.what === "read") {
      const shapes = yield* readTile(new Uint8Array(order.bytes), order.square, order.naming, order.counting);
      tiles.set(order.key, { square: order.square, shapes });
      return { crowded: shapes.some(({ count }) => count > 1) };
    }
    const tile = tiles.get(order.key);
    if (order.what === "forget") tiles.delete(order.key);
    if (!tile) return {};
    if (order.what === "near") {
      const near = shapeAt(tile.shapes, order.at, order.reach) as Crowd | undefined;
      return near ? { near: { name: near.name, count: near.count } } : {};
    }
    if (order.what === "forget") return {};
    const { z, x, y } = tile.square;
    const world = 256 / 2 ** z;
    const { side, fineness, ink } = order;
    return { canvas: yield* paint(side, tile.shapes, { x: x * world, y: y * world, scale: side / world, fineness }, ink, made) };
  };
}
