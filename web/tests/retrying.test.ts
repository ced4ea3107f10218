import { expect, test } from "vitest";
import { oneAtATime } from "../src/retrying.ts";

/** Attempts that end when the test says so, each with what it is told. */
function attempts() {
  const begun: ((came: boolean) => void)[] = [];
  const ask = oneAtATime(() => new Promise<boolean>((end) => void begun.push(end)));
  const end = async (came: boolean): Promise<void> => {
    begun.at(-1)?.(came);
    await new Promise((later) => setTimeout(later));
  };
  return { ask: () => void ask(), end, begun: () => begun.length };
}

test("however often one asks, one attempt is under way, and none follows one that came", async () => {
  const { ask, end, begun } = attempts();
  for (let i = 0; i < 3; i += 1) ask();
  expect(begun()).toBe(1);
  await end(true);
  expect(begun()).toBe(1);
  ask();
  expect(begun()).toBe(2);
});

test("who asks during an attempt that fails gets one more; who does not, none", async () => {
  const { ask, end, begun } = attempts();
  ask();
  ask();
  ask();
  await end(false);
  expect(begun()).toBe(2);
  await end(false);
  expect(begun()).toBe(2);
});

test("after an attempt that ended in an error one may ask again", async () => {
  let begun = 0;
  const ask = oneAtATime(async () => {
    begun += 1;
    throw new Error("cut off");
  });
  await expect(ask()).rejects.toThrow("cut off");
  await expect(ask()).rejects.toThrow("cut off");
  expect(begun).toBe(2);
});
