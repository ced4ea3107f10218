import { describe, expect, it } from "vitest";
import { stamp, type Pixels } from "../src/tiles/dots.ts";

const picture = (width: number, height: number, ...colours: readonly (readonly number[])[]): Pixels => {
  const bytes = new Uint8Array(width * height * 4);
  colours.forEach((colour, i) => bytes.set(colour, i * 4));
  return { width, height, rgba: new Uint32Array(bytes.buffer) };
};
const at = ({ rgba }: Pixels, i: number): number[] => [...new Uint8Array(rgba.buffer, i * 4, 4)];

describe("a dot laid over a picture", () => {
  it("covers where it is opaque and leaves what lies beneath where it is empty", () => {
    const to = picture(2, 1, [1, 2, 3, 255], [4, 5, 6, 255]);
    stamp(to, picture(2, 1, [9, 8, 7, 255], [9, 8, 7, 0]), 0, 0);
    expect([at(to, 0), at(to, 1)]).toEqual([[9, 8, 7, 255], [4, 5, 6, 255]]);
  });
  it("mixes at its edge, and keeps its own colour over nothing", () => {
    const to = picture(2, 1, [0, 0, 0, 255]);
    const edge = [200, 100, 50, 128];
    stamp(to, picture(2, 1, edge, edge), 0, 0);
    expect([at(to, 0), at(to, 1)]).toEqual([[100, 50, 25, 255], edge]);
  });
  it("is cut at the edges, and never writes elsewhere", () => {
    const ink = [7, 7, 7, 255];
    const mark = picture(3, 3, ...Array.from({ length: 9 }, () => ink));
    for (let left = -4; left <= 5; left++) {
      for (let top = -4; top <= 4; top++) {
        const to = picture(5, 4);
        stamp(to, mark, left, top);
        for (let i = 0; i < 20; i++) {
          const [x, y] = [i % 5, Math.floor(i / 5)];
          expect(at(to, i)[3], `${left} ${top}: ${x} ${y}`).toBe(x >= left && x < left + 3 && y >= top && y < top + 3 ? 255 : 0);
        }
      }
    }
  });
});
