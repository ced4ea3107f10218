import { describe, expect, it } from "vitest";
import { readState } from "../src/state.ts";
import { cutCsv, filterOf, nameOf } from "../src/table/files.ts";

describe("files of what is filtered", () => {
  it("keep the head and the lines of these ids, byte for byte, breaks within quotes and all", () => {
    const text = 'id,name\r\na,"one, two"\r\nb,"said ""no""\r\nand left"\r\nc,three\r\n';
    expect(cutCsv(text, new Set(["b"]))).toBe('id,name\r\nb,"said ""no""\r\nand left"\r\n');
    expect(cutCsv(text, new Set(["a", "c"]))).toBe('id,name\r\na,"one, two"\r\nc,three\r\n');
    expect(cutCsv(text, new Set())).toBe("id,name\r\n");
  });
  it("are named by their filter, safely", () => {
    expect(nameOf(readState("?layer=solar,wind&on=2019-07-05&sel=a&theme=dark"), "2026-11-24", "csv")).toBe("huella-2026-11-24_layer-solar+wind_on-2019-07-05.csv");
    expect(nameOf(readState(""), "2026-11-24", "geojson")).toBe("huella-2026-11-24.geojson");
    expect(nameOf(readState("?q=../%3Cx%3E/%00"), "2026-11-24", "csv")).not.toMatch(/[/<>\0]/);
  });
  it("say the filter without what is only looked at", () => {
    expect(filterOf(readState("?layer=solar&sel=a&map=4/1/1&sort=name&theme=dark"))).toBe("layer=solar");
  });
});
