/** A layer of one's own drawn from vector tiles: a canvas a tile, which the map moves without drawing it again. */
import type { Chart } from "../map.ts";
import type { Pixel } from "../places.ts";
import type { Shape } from "../shapes.ts";
import { addressOf, cover, holds, keyOf, tileZoom } from "./grid.ts";
import { readTile, type Crowd, type Square } from "./mvt.ts";
import { paint } from "./paint.ts";
import { turns, type Work } from "./turns.ts";

export interface Source {
  /** The form of a tile's address, with {z}, {y} and {x}. */
  readonly tiles: string;
  /** The property that names a feature; empty where there is none. */
  readonly naming: string;
  /** The property that says how many features one stands for. */
  readonly counting: string;
  /** What one that stands for so many is called. */
  several(count: number): string;
}

export interface TileLayer {
  show(on: boolean): void;
  /** What is drawn where a point of the world of zoom 0 lies. */
  near(at: Pixel): readonly Shape[];
}

/** What the layer tells about itself: whether a tile did not come, and whether one dot stands for several. */
export type Told = (failed: boolean, crowded: boolean) => void;

/** More pixels than this to one of the page are not seen, and a phone pays for them. */
const FINEST = 2;
/** Milliseconds at rest before what is drawn at another scale is drawn anew. */
const SETTLED = 120;
/** Pixels around the view for which tiles are fetched, too. */
const MARGIN = 128;
/** Pixels around the view within which tiles are kept, for a reader who turns back. */
const KEPT = 768;

interface Tile {
  readonly square: Square;
  readonly element: HTMLCanvasElement;
  readonly request: AbortController;
  shapes: readonly Crowd[];
  /** Whether one of them stands for several features. */
  crowded: boolean;
  read: boolean;
  failed: boolean;
  /** The zoom of the map for which it is painted. */
  painted: number | null;
  /** Takes off what is under way. */
  stop: () => void;
}

export function tileLayer(chart: Chart, pane: HTMLElement, source: Source, told: Told): TileLayer {
  const tiles = new Map<string, Tile>();
  const later = turns();
  const sheet = document.createElement("div");
  sheet.className = "context";
  let on = false;
  let rest = 0;
  /** The zoom for which tiles are painted: that of the map when it last came to rest. */
  let zoom = chart.view().zoom;

  const tell = (): void => {
    const all = [...tiles.values()];
    told(all.some(({ failed }) => failed), all.some(({ crowded }) => crowded));
  };

  /** Where a tile lies in the pane now, whatever the zoom it was painted for. */
  const place = ({ square: { z, x, y }, element }: Tile, now: number): void => {
    const side = (256 * 2 ** now) / 2 ** z;
    const corner = chart.local({ x: x * side, y: y * side });
    // Whole pixels, and an edge for two tiles, so that no gap shows between them.
    const [left, top] = [Math.round(corner.x), Math.round(corner.y)];
    element.style.width = `${Math.round(corner.x + side) - left}px`;
    element.style.height = `${Math.round(corner.y + side) - top}px`;
    element.style.transform = `translate(${left}px, ${top}px)`;
  };

  const repaint = (tile: Tile): void => {
    tile.stop();
    const style = getComputedStyle(sheet);
    const ink = { ink: style.color, halo: style.getPropertyValue("--halo") };
    const target = zoom;
    function* work(): Work {
      const fineness = Math.min(FINEST, devicePixelRatio || 1);
      const { z, x, y } = tile.square;
      const side = Math.round(((256 * 2 ** target) / 2 ** z) * fineness);
      // Painted aside and then shown at once: a tile never flickers.
      const aside = document.createElement("canvas");
      aside.width = aside.height = side;
      const to = aside.getContext("2d");
      if (!to) return;
      const world = 256 / 2 ** z;
      yield* paint(to, tile.shapes, { x: x * world, y: y * world, scale: side / world, fineness }, ink);
      tile.element.width = tile.element.height = side;
      tile.element.getContext("2d")?.drawImage(aside, 0, 0);
      tile.painted = target;
      if (!tile.element.isConnected) sheet.append(tile.element);
      forget();
    }
    tile.stop = later.add(work());
  };

  const fetchTile = async (tile: Tile): Promise<void> => {
    try {
      const answer = await fetch(addressOf(source.tiles, tile.square), { signal: tile.request.signal });
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      function* work(): Work {
        const shapes = yield* readTile(bytes, tile.square, source.naming, source.counting);
        tile.shapes = shapes.map((shape) => (shape.count > 1 ? { ...shape, name: source.several(shape.count) } : shape));
        tile.crowded = shapes.some(({ count }) => count > 1);
        tile.read = true;
        tell();
        repaint(tile);
      }
      tile.stop = later.add(work());
    } catch {
      if (tile.request.signal.aborted) return;
      tile.failed = true;
      tell();
    }
  };

  const drop = (tile: Tile): void => {
    tile.request.abort();
    tile.stop();
    tile.element.remove();
    tiles.delete(keyOf(tile.square));
  };

  /** Tiles of another zoom stay until those of this one are painted, so that nothing blinks. */
  const forget = (): void => {
    const now = chart.view().zoom;
    const near = new Set(cover(chart.window(), now, KEPT).map(keyOf));
    const whole = cover(chart.window(), now, 0).every((square) => {
      const tile = tiles.get(keyOf(square));
      return tile !== undefined && (tile.painted !== null || tile.failed);
    });
    let dropped = false;
    for (const [key, tile] of tiles) {
      if (near.has(key) || !(whole || tile.square.z === tileZoom(now) || !tile.read)) continue;
      drop(tile);
      dropped = true;
    }
    if (dropped) tell();
  };

  /** Where the corner of the world lies in the pane: the map moves it at times without a change of zoom. */
  let anchor = "";
  const look = (retry: boolean): void => {
    if (!on) return;
    const now = chart.view().zoom;
    const { x, y } = chart.local({ x: 0, y: 0 });
    if (anchor !== (anchor = `${x} ${y} ${now}`)) for (const tile of tiles.values()) place(tile, now);
    for (const square of cover(chart.window(), now, MARGIN)) {
      const known = tiles.get(keyOf(square));
      if (known && !(known.failed && retry)) continue;
      if (known) drop(known);
      const element = document.createElement("canvas");
      const tile: Tile = { square, element, request: new AbortController(), shapes: [], crowded: false, read: false, failed: false, painted: null, stop: () => undefined };
      tiles.set(keyOf(square), tile);
      place(tile, now);
      void fetchTile(tile);
    }
    forget();
  };

  /** The map rests: tiles get the sharpness of this zoom. */
  const settle = (): void => {
    if (!on) return;
    zoom = chart.view().zoom;
    look(true);
    for (const tile of tiles.values()) if (tile.read && tile.painted !== zoom && tile.square.z === tileZoom(zoom)) repaint(tile);
  };
  chart.on("move", () => look(false));
  chart.on("resize", () => look(false));
  for (const event of ["zoom", "moveend"] as const) {
    chart.on(event, () => {
      look(false);
      clearTimeout(rest);
      rest = window.setTimeout(settle, SETTLED);
    });
  }
  const again = (): void => tiles.forEach((tile) => tile.read && repaint(tile));
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);

  return {
    show(next) {
      on = next;
      clearTimeout(rest);
      if (on) {
        pane.append(sheet);
        settle();
        return;
      }
      [...tiles.values()].forEach(drop);
      sheet.remove();
    },
    near: (at) => [...tiles.values()].find(({ square, read }) => read && square.z === tileZoom(chart.view().zoom) && holds(square, at))?.shapes ?? [],
  };
}
