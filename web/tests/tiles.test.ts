import { describe, expect, it, vi } from "vitest";
import { addressOf, cover, holds, keyOf, tileZoom, within } from "../src/tiles/grid.ts";
import { readTile, type Crowd, type Square } from "../src/tiles/mvt.ts";
import { turns } from "../src/tiles/turns.ts";

/** Field and value of protobuf: a number, or bytes with their length. */
const field = (at: number, value: number | readonly number[]): number[] =>
  typeof value === "number" ? [at * 8, ...varint(value)] : [at * 8 + 2, ...varint(value.length), ...value];
const varint = (n: number): number[] => (n < 128 ? [n] : [(n % 128) + 128, ...varint(Math.floor(n / 128))]);
const text = (of: string): number[] => [...new TextEncoder().encode(of)];

/** A tile of one layer, whose features are a type, tags and a geometry. */
const tile = (features: readonly { type: number; tags?: number[]; geometry: number[] }[]): Uint8Array =>
  Uint8Array.from(field(3, [
    ...field(15, 2), ...field(1, text("places")),
    ...features.flatMap(({ type, tags = [], geometry }) => field(2, [...field(1, 2 ** 40), ...field(2, tags), ...field(3, type), ...field(4, geometry)])),
    ...field(3, text("population")), ...field(3, text("名称")), ...field(3, text("feature_count")),
    ...field(4, field(1, text("Água"))), ...field(4, field(5, 1200)), ...field(4, field(6, 5)),
    ...field(5, 4096),
  ]));

function read(bytes: Uint8Array, square: Square): Crowd[] {
  const work = readTile(bytes, square, "名称", "feature_count");
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe("which tiles a view meets", () => {
  it("is told apart exactly where other tiles are met", () => {
    const window = (left: number, top: number) => ({ left, top, right: left + 900, bottom: top + 600 });
    for (const zoom of [2, 5.4, 9]) {
      const start = window(300, 200);
      for (const [dx, dy] of [[0, 0], [1, 1], [90, 0], [0, 200], [700, 0], [-290, -190]] as const) {
        const moved = window(300 + dx, 200 + dy);
        const same = [0, 128].every((margin) => cover(moved, zoom, margin).map(keyOf).sort().join() === cover(start, zoom, margin).map(keyOf).sort().join());
        expect(within(moved, zoom, [0, 128]) === within(start, zoom, [0, 128]), `${zoom} ${dx} ${dy}`).toBe(same);
      }
    }
  });
});

describe("reading a tile", () => {
  it("puts every kind of geometry on the world of zoom 0 (examples of the specification)", () => {
    const [point, line, area] = read(tile([
      { type: 1, tags: [0, 1, 1, 0], geometry: [9, 50, 34] },
      { type: 2, geometry: [9, 4, 4, 18, 0, 16, 16, 0] },
      { type: 3, geometry: [9, 6, 12, 18, 10, 12, 24, 44, 15] },
    ]), { z: 1, x: 1, y: 0 });
    const unit = 128 / 4096;
    expect(point).toMatchObject({ name: "Água", count: 1, dots: [{ x: 128 + 25 * unit, y: 17 * unit }] });
    expect([...line!.lines[0]!.at]).toEqual([2, 2, 2, 10, 10, 10].map((n, i) => n * unit + (i % 2 ? 0 : 128)));
    expect(area!.rings[0]).toMatchObject({ closed: true, box: { left: 128 + 3 * unit, bottom: 34 * unit } });
    expect(area!.lines).toEqual([]);
  });
  it("reads how many features one stands for", () => {
    expect(read(tile([{ type: 1, tags: [2, 1], geometry: [9, 0, 0] }]), { z: 0, x: 0, y: 0 })[0]).toMatchObject({ count: 1200, name: "" });
  });
  it("takes an empty tile for one without features, and ends on any bytes", () => {
    expect(read(new Uint8Array(), { z: 0, x: 0, y: 0 })).toEqual([]);
    const whole = tile([{ type: 3, tags: [0, 1], geometry: [9, 6, 12, 18, 10, 12, 24, 44, 15] }]);
    for (let cut = 0; cut < whole.length; cut++) expect(Array.isArray(read(whole.slice(0, cut), { z: 0, x: 0, y: 0 }))).toBe(true);
  });
});

describe("the tiles of a view", () => {
  it("cover it, the middle first, and stay within the world", () => {
    const window = { left: 700, top: 900, right: 1900, bottom: 1700 };
    const squares = cover(window, 4, 0);
    const z = tileZoom(4);
    expect(z).toBe(3);
    for (const [x, y] of [[700, 900], [1900, 1700], [1300, 1300]] as const)
      expect(squares.some((square) => holds(square, { x: x / 16, y: y / 16 }))).toBe(true);
    expect(holds(squares[0]!, { x: 1300 / 16, y: 1300 / 16 })).toBe(true);
    expect(new Set(squares.map(keyOf)).size).toBe(squares.length);
    for (const { x, y } of cover({ left: -900, top: -900, right: 9000, bottom: 9000 }, 4, 64)) expect(Math.min(x, y) >= 0 && Math.max(x, y) < 8).toBe(true);
  });
  it("are never deeper than those that are served", () => {
    expect(tileZoom(22)).toBe(16);
    expect(tileZoom(0)).toBe(0);
  });
  it("have addresses of zoom, row and column", () => {
    expect(addressOf("/t/{z}/{y}/{x}", { z: 3, x: 1, y: 2 })).toBe("/t/3/2/1");
  });
});

describe("work in turns", () => {
  it("is all done, though a piece takes itself off and puts another in its place", async () => {
    vi.stubGlobal("requestAnimationFrame", (run: () => void) => setTimeout(run));
    const line = turns();
    const done: string[] = [];
    function* piece(name: string, then?: () => void): Generator<void, void> {
      yield;
      then?.();
      done.push(name);
    }
    const off = line.add(piece("a", () => {
      off();
      line.add(piece("d"));
    }));
    line.add(piece("b"));
    line.add(piece("taken off"))();
    line.add(piece("c"));
    await vi.waitFor(() => expect(done).toHaveLength(4));
    expect(done).toEqual(["a", "b", "c", "d"]);
    vi.unstubAllGlobals();
  });
});
