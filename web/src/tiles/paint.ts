/** Paints the shapes of a tile on its canvas: areas, lines, dots, in the one ink of context. */
import type { Line } from "../geometry.ts";
import type { Shape } from "../shapes.ts";

/** What stands in the style sheet. */
export interface Ink {
  readonly ink: string;
  readonly halo: string;
}

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

export function* paint(to: CanvasRenderingContext2D, shapes: readonly Shape[], { x, y, scale, fineness }: Frame, { ink, halo }: Ink): Generator<void, void> {
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
  // Every halo beneath every dot, so that a crowd is one patch of ink. A picture of a dot is drawn ten times as fast as a path.
  for (const [across, colour] of [[HALO, halo], [DOT, ink]] as const) {
    const dot = disc(across * fineness, colour);
    const half = dot.width / 2;
    for (const { dots } of shapes) {
      for (const at of dots) {
        if (++done % (AT_ONCE * 4) === 0) yield;
        to.drawImage(dot, Math.round((at.x - x) * scale - half), Math.round((at.y - y) * scale - half));
      }
    }
  }
}

function disc(across: number, colour: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.ceil(across) + 2;
  const to = canvas.getContext("2d");
  if (!to) return canvas;
  to.fillStyle = colour;
  to.beginPath();
  to.arc(canvas.width / 2, canvas.width / 2, across / 2, 0, 2 * Math.PI);
  to.fill();
  return canvas;
}
