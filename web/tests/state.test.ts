import { describe, expect, it } from "vitest";
import { readState, readView, writeState } from "../src/state.ts";

describe("state in the address", () => {
  it("leaves every default out", () => {
    expect(writeState(readState(""))).toBe("");
    expect(writeState(readState("?sort=event&layer=&q="))).toBe("");
  });
  it("comes back as it was, in the one order", () => {
    const query = "?layer=solar,wind&country=AR&actor=zte:vendor&year=2015..2020&q=litio&on=2019-07-05&sel=jujuy-seguro&map=8/-23.55/-65.6&theme=dark&v=2026-11-24";
    expect(writeState(readState(query))).toBe(query);
    expect(writeState(readState("?sel=a-b&layer=solar"))).toBe("?layer=solar&sel=a-b");
  });
  it("ignores what it does not know", () => {
    expect(writeState(readState("?utm_source=x&sel=jujuy-seguro&fbclid=1"))).toBe("?sel=jujuy-seguro");
  });
  it("drops values that cannot be meant", () => {
    const state = readState("?map=4/91/0&on=yesterday&sel=<b>&theme=pink&year=2015&layer=a%20b,solar&v=x");
    expect(state).toMatchObject({ map: null, on: null, sel: null, theme: null, year: null, layer: ["solar"], v: null });
  });
  it("reads a view, zoom first", () => {
    expect(readView("3.35/-14.5/-71")).toEqual({ zoom: 3.35, lat: -14.5, lon: -71 });
    for (const bad of ["", "3/1", "a/b/c", "3/-14/-181", "21/0/0", "3//1", null]) expect(readView(bad)).toBeNull();
  });
  it("writes as many decimals as a pixel of the zoom bears", () => {
    const state = { ...readState(""), map: { zoom: 3.25, lat: -14.512345, lon: -71.123456 } };
    expect(writeState(state)).toBe("?map=3.25/-14.5/-71.1");
  });
});
