import { expect, test } from "vitest";
import { leastMap, messages, secretOf, wanted } from "../src/embed/height.ts";

test("a frame that is high enough asks for the height it has", () => {
  for (const width of [280, 320, 600, 1200]) expect(wanted(480, width, 60)).toBe(480);
});

test("one that is too low asks for all its parts and a map one can read", () => {
  expect(wanted(150, 600, 100)).toBe(100 + leastMap(600));
  for (let width = 0; width <= 4000; width += 10) {
    expect(leastMap(width)).toBeGreaterThanOrEqual(200);
    expect(leastMap(width)).toBeLessThanOrEqual(420);
  }
});

test("each dialect is spoken within its own bounds, WordPress's only where it gave a secret", () => {
  for (let height = 0; height < 6000; height += 7) {
    const all = messages(height, "aB3");
    expect(all).toHaveLength(3);
    const [own, amp, wordpress] = all;
    expect(own).toMatchObject({ type: "huella-height" });
    expect(amp).toMatchObject({ sentinel: "amp", type: "embed-size" });
    expect(wordpress).toMatchObject({ secret: "aB3", message: "height" });
    expect(Number(wordpress?.["value"])).toBe(Math.max(200, Math.min(1000, height)));
    expect(Number(own?.["height"])).toBeLessThanOrEqual(3000);
    expect(Number(amp?.["height"])).toBeGreaterThanOrEqual(100);
  }
  expect(messages(480, null)).toHaveLength(2);
});

test("the secret is letters and digits after `#?secret=`, and nothing else", () => {
  expect(secretOf("#?secret=a1B2c3D4e5")).toBe("a1B2c3D4e5");
  for (const hash of ["", "#", "#list", "#?secret=", "#?secret=%3Cb%3E", "#?secret=a-b", "#?other=a1"]) expect(secretOf(hash)).toBeNull();
});
