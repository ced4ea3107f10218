/** Dots pixel by pixel: thousands in a tile, each of which a canvas would draw as a picture of its own. Pure. */

/** A picture whose pixels are RGBA in one number each, as `ImageData` has them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint32Array;
}

/** Which part of such a number is opacity, whatever the order of bytes. */
const OPAQUE = new Uint32Array(Uint8Array.of(0, 0, 0, 255).buffer)[0] as number;

/** Lays a small picture over a large one with its corner at a place; what reaches beyond an edge is cut off. */
export function stamp(to: Pixels, mark: Pixels, left: number, top: number): void {
  const [first, last] = [Math.max(0, -left), Math.min(mark.width, to.width - left)];
  for (let y = Math.max(0, -top); y < Math.min(mark.height, to.height - top); y++) {
    let at = (top + y) * to.width + left + first;
    for (let from = y * mark.width + first, end = y * mark.width + last; from < end; from++, at++) {
      const colour = mark.rgba[from] as number;
      const opacity = colour & OPAQUE;
      if (opacity === 0) continue;
      to.rgba[at] = opacity === (OPAQUE | 0) ? colour : over(to.rgba[at] as number, colour);
    }
  }
}

const bytes = new Uint8Array(8);
const [below, above] = [new Uint32Array(bytes.buffer, 0, 1), new Uint32Array(bytes.buffer, 4, 1)];

/** One colour over another, neither multiplied with its opacity. */
function over(under: number, colour: number): number {
  below[0] = under;
  above[0] = colour;
  const [a, b] = [(bytes[7] as number) / 255, (bytes[3] as number) / 255];
  const whole = a + b * (1 - a);
  for (let i = 0; i < 3; i++) bytes[i] = ((bytes[4 + i] as number) * a + (bytes[i] as number) * b * (1 - a)) / whole + 0.5;
  bytes[3] = whole * 255 + 0.5;
  return below[0] as number;
}
