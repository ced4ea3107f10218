/** Folding agrees with the server's, on the same cases. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fold } from "../src/fold.ts";

const { cases } = JSON.parse(readFileSync(new URL("../../tests/cases/fold.json", import.meta.url), "utf8")) as { cases: { text: string; search: string }[] };

describe("folding", () => {
  test.each(cases)("of $text", ({ text, search }) => {
    expect(fold(text)).toBe(search);
    expect(fold(search)).toBe(search);
  });
});
