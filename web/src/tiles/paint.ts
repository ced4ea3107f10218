/** Paints the shapes of a tile on a canvas: areas, lines, dots, in the one ink of context. */
import type { Line } from "../geometry.ts";
import type { Shape } from "../shapes.ts";
import { stamp, type Pixels } from "./dots.ts";

/** What stands in the style sheet. */
export interface Ink {
  readonly ink: string;
  readonly halo: string;
}

export type Canvas = HTMLCanvasElement | OffscreenCanvas;
type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** How much is painted before a frame may be drawn in between. */
const AT_ONCE = 400;
/** A dot and what keeps it clear of what lies beneath, in pixels across. */
const [DOT, HALO] = [4, 6];

/** Where the canvas lies on the world of zoom 0, and how many of its pixels one of that world is. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Pixels of the canvas to one of the page. */
  readonly fineness: number;
}

/** `made` gives an empty canvas of a size. Where the browser gives none, nothing is painted. */
export function* paint(side: number, shapes: readonly Shape[], { x, y, scale, fineness }: Frame, { ink, halo }: Ink, made: (side: number) => Canvas): Generator<void, Canvas> {
  const canvas = made(side);
  // Read and written by the pixel: kept where the processor has it.
  const to = canvas.getContext("2d", { willReadFrequently: true }) as Brush | null;
  if (!to) return canvas;
  let done = 0;
  to.lineCap = to.lineJoin = "round";
  to.strokeStyle = to.fillStyle = ink;
  const trace = ({ at, closed }: Line): void => {
    for (let i = 0; i + 1 < at.length; i += 2) {
      const [px, py] = [((at[i] as number) - x) * scale, ((at[i + 1] as number) - y) * scale];
      if (i === 0) to.moveTo(px, py);
      else to.lineTo(px, py);
    }
    if (closed) to.closePath();
  };
  for (const { lines, rings } of shapes) {
    if (!lines.length && !rings.length) continue;
    if (++done % AT_ONCE === 0) yield;
    to.beginPath();
    for (const each of rings.length ? rings : lines) trace(each);
    if (rings.length) {
      to.globalAlpha = 0.14;
      to.fill("evenodd");
      to.globalAlpha = 1;
    }
    to.lineWidth = (rings.length ? 0.8 : 1.2) * fineness;
    to.stroke();
  }
  if (!shapes.some(({ dots }) => dots.length)) return canvas;
  const picture = done > 0 ? to.getImageData(0, 0, side, side) : to.createImageData(side, side);
  const pixels = pixelsOf(picture);
  // Every halo beneath every dot, so that a crowd is one patch of ink.
  for (const [across, colour] of [[HALO, halo], [DOT, ink]] as const) {
    const mark = disc(across * fineness, colour, made);
    for (const { dots } of shapes) {
      for (const at of dots) {
        if (++done % (AT_ONCE * 4) === 0) yield;
        stamp(pixels, mark, Math.round((at.x - x) * scale - mark.width / 2), Math.round((at.y - y) * scale - mark.width / 2));
      }
    }
  }
  to.putImageData(picture, 0, 0);
  return canvas;
}

const pixelsOf = ({ width, height, data }: ImageData): Pixels => ({ width, height, rgba: new Uint32Array(data.buffer) });

function disc(across: number, colour: string, made: (side: number) => Canvas): Pixels {
  const side = Math.ceil(across) + 2;
  const to = made(side).getContext("2d") as Brush | null;
  if (!to) return { width: 0, height: 0, rgba: new Uint32Array() };
  to.fillStyle = colour;
  to.beginPath();
  to.arc(side / 2, side / 2, across / 2, 0, 2 * Math.PI);
  to.fill();
  return pixelsOf(to.getImageData(0, 0, side, side));
}
