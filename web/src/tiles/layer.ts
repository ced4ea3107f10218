/** A layer of one's own drawn from vector tiles: a canvas a tile, which the map moves without drawing it again. */
import type { Chart } from "../map.ts";
import type { Pixel } from "../places.ts";
import { addressOf, cover, holds, keyOf, tileZoom, within } from "./grid.ts";
import { paintBeside, painter } from "./painter.ts";
import type { Square } from "./mvt.ts";
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
  /** What is drawn within reach of a point, both on the world of zoom 0. The last answer holds until the next is there, when `again` runs. */
  near(at: Pixel, reach: number, again: () => void): { readonly name: string } | undefined;
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
  const work = painter();
  /** Pictures are put up one after the other between two frames. */
  const later = turns();
  const sheet = document.createElement("div");
  sheet.className = "context";
  let on = false;
  let rest = 0;
  /** Where a pointer asked last, and what was found there. */
  let asked: Pixel | null = null;
  let found: { readonly name: string } | undefined;
  let unasked = (): void => undefined;
  /** The zoom for which tiles are painted: that of the map when it last came to rest. */
  let zoom = chart.zoom();

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
    const fineness = Math.min(FINEST, devicePixelRatio || 1);
    const side = Math.round(((256 * 2 ** target) / 2 ** tile.square.z) * fineness);
    tile.stop = work.ask({ what: "paint", key: keyOf(tile.square), side, fineness, ink }, ({ picture }) => {
      if (!picture || !stands(tile)) return;
      function* show(): Work {
        put(tile.element, picture as ImageBitmap | HTMLCanvasElement);
        tile.painted = target;
        if (!tile.element.isConnected) sheet.append(tile.element);
        forget();
        yield;
      }
      tile.stop = later.add(show());
    });
  };

  const load = (tile: Tile): void => {
    const { naming, counting } = source;
    // A worker knows no other addresses than whole ones.
    const address = new URL(addressOf(source.tiles, tile.square), document.baseURI).href;
    tile.stop = work.load({ key: keyOf(tile.square), address, square: tile.square, naming, counting }, ({ failed, crowded }) => {
      if (!stands(tile)) return;
      Object.assign(tile, { crowded, failed, read: !failed });
      tell();
      if (!failed) repaint(tile);
    });
  };

  /** It may have been dropped while its answer was on the way. */
  const stands = (tile: Tile): boolean => tiles.get(keyOf(tile.square)) === tile;

  const drop = (tile: Tile): void => {
    tile.stop();
    tile.element.remove();
    tiles.delete(keyOf(tile.square));
    work.forget(keyOf(tile.square));
  };

  /** Tiles of another zoom stay until those of this one are painted, so that nothing blinks. */
  const forget = (): void => {
    const now = chart.zoom();
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
  /** The tiles that were looked for last: as long as the view meets the same, a step of the map asks for nothing. */
  let met = "";
  const look = (retry: boolean): void => {
    if (!on) return;
    const now = chart.zoom();
    const { x, y } = chart.local({ x: 0, y: 0 });
    if (anchor !== (anchor = `${x} ${y} ${now}`)) for (const tile of tiles.values()) place(tile, now);
    const seen = chart.window();
    if (met === (met = `${now} ${within(seen, now, [0, MARGIN, KEPT])}`) && !retry) return;
    for (const square of cover(seen, now, MARGIN)) {
      const known = tiles.get(keyOf(square));
      if (known && !(known.failed && retry)) continue;
      if (known) drop(known);
      const element = document.createElement("canvas");
      const tile: Tile = { square, element, crowded: false, read: false, failed: false, painted: null, stop: () => undefined };
      tiles.set(keyOf(square), tile);
      place(tile, now);
      load(tile);
    }
    forget();
  };

  /** The map rests: tiles get the sharpness of this zoom. */
  const settle = (): void => {
    if (!on) return;
    zoom = chart.zoom();
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
      met = "";
      sheet.remove();
    },
    near(at, reach, again) {
      if (asked?.x === at.x && asked.y === at.y) return found;
      asked = at;
      unasked();
      const tile = [...tiles.values()].find(({ square, read }) => read && square.z === tileZoom(chart.zoom()) && holds(square, at));
      if (!tile) return (found = undefined);
      unasked = work.ask({ what: "near", key: keyOf(tile.square), at, reach }, ({ near }) => {
        found = near && (near.count > 1 ? { name: source.several(near.count) } : near);
        if (asked === at) again();
      });
      return found;
    },
  };
}

/** Shows a picture on a canvas; one that a worker has made is handed over as it is. */
function put(canvas: HTMLCanvasElement, picture: ImageBitmap | HTMLCanvasElement): void {
  if (picture instanceof ImageBitmap) {
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(picture);
    return;
  }
  canvas.width = canvas.height = picture.width;
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
}

// The worker runs this script, too.
if (typeof document === "undefined") paintBeside();
