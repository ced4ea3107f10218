import { describe, expect, it } from "vitest";
import { addressOf, fitting, lineOf, reading, secondsTo, stepFrom, stopIn } from "../src/tour.ts";

describe("a story's stops", () => {
  it("takes the last stop whose head has passed the line for the one being read", () => {
    const tops = [-900, -300, 120, 700];
    expect(reading(tops, 300)).toBe(2);
    expect(reading(tops, 119)).toBe(1);
    expect(reading(tops, 120)).toBe(2);
    expect(reading([400, 900], 300)).toBe(-1);
    expect(reading([], 300)).toBe(-1);
  });
  it("draws the line a third below what stays above the text", () => {
    expect(lineOf(0, 900)).toBe(300);
    expect(lineOf(300, 900)).toBe(500);
  });
  it("steps from stop to stop and not beyond the ends", () => {
    expect([stepFrom(-1, 1, 3), stepFrom(0, 1, 3), stepFrom(2, 1, 3)]).toEqual([0, 1, null]);
    expect([stepFrom(-1, -1, 3), stepFrom(0, -1, 3), stepFrom(2, -1, 3)]).toEqual([null, null, 1]);
  });
  it("comes back to the same stop from the address it writes, whatever else stands there", () => {
    for (const search of ["", "?theme=dark", "?stop=2&theme=dark", "?utm_source=x&stop=9"]) {
      for (let index = 0; index < 9; index++) {
        const address = new URL(addressOf(index, { pathname: "/es/story/a", search }), "https://example.org");
        expect(stopIn(address, 9)).toBe(index);
        expect(address.searchParams.has("stop")).toBe(false);
        expect(address.searchParams.get("theme")).toBe(new URLSearchParams(search).get("theme"));
      }
    }
    expect(addressOf(-1, { pathname: "/story/a", search: "?stop=3" })).toBe("/story/a");
  });
  it("reads a stop from either form and nothing from what cannot be meant", () => {
    expect(stopIn({ hash: "", search: "?stop=3" }, 9)).toBe(2);
    expect(stopIn({ hash: "#stop-4", search: "?stop=3" }, 9)).toBe(3);
    for (const hash of ["#stop-0", "#stop-10", "#stop-1x", "#source-3", "#stop-", "#stop--1"]) expect(stopIn({ hash, search: "" }, 9)).toBeNull();
    for (const search of ["?stop=", "?stop=1.5", "?stop=-1", "?stop=ten", "?stop=99999999999999999999"]) expect(stopIn({ hash: "", search }, 9)).toBeNull();
  });
});

describe("a stop's map in a box", () => {
  const view = { zoom: 8, lat: -24, lon: -65.5 };
  it("is as it was written where there is room, and never nearer", () => {
    for (const [width, height] of [[720, 480], [900, 800], [3000, 2000]] as const) expect(fitting(view, width, height)).toEqual(view);
  });
  it("looks from farther in a smaller box, so that it still shows the same places", () => {
    for (const [width, height] of [[390, 300], [320, 240], [700, 200], [120, 800]] as const) {
      const { zoom, lat, lon } = fitting(view, width, height);
      const needed = Math.max(720 / width, 480 / height);
      expect(2 ** (view.zoom - zoom)).toBeGreaterThanOrEqual(needed * 0.999);
      expect(2 ** (view.zoom - zoom)).toBeLessThan(needed * 1.08);
      expect([lat, lon]).toEqual([view.lat, view.lon]);
    }
  });
  it("keeps to a zoom that the map has, and to the view in a box without a size", () => {
    expect(fitting({ ...view, zoom: 2.5 }, 100, 60).zoom).toBe(2);
    expect(fitting(view, 0, 0)).toEqual(view);
  });
  it("takes longer to fly farther, and never keeps a reader waiting", () => {
    const near = secondsTo(view, { ...view, lon: -66 });
    const far = secondsTo(view, { zoom: 4, lat: 8, lon: -66 });
    expect(near).toBeGreaterThanOrEqual(0.5);
    expect(near).toBeLessThan(far);
    expect(secondsTo({ zoom: 2, lat: 30, lon: -118 }, { zoom: 15, lat: -56, lon: -34 })).toBeLessThanOrEqual(1.6);
  });
});
