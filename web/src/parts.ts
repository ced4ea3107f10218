/**
 * Parts of the page that come after the first paint, so that they never delay it: each file of `parts/` is
 * a classic script of its own. A part takes signs, vocabulary and what is known of a day from the page (build.mjs sees to
 * that) and joins the desk by handing over what it does there.
 */
import * as atlas from "./atlas.ts";
import * as filter from "./filter.ts";
import * as numbers from "./numbers.ts";
import type { Desk, Part } from "./part.ts";
import * as signs from "./signs.ts";
import * as status from "./status.ts";
import { turn } from "./tasks.ts";
import * as vocabulary from "./vocabulary.ts";

const modules = { atlas, filter, numbers, signs, status, vocabulary };

type Shared = typeof modules & {
  join(part: Part): void;
};

declare global {
  var huella: Shared;
}

/** Loads the scripts one after the other once the page is at rest; one that fails takes no other with it. */
export function loadParts(addresses: readonly string[], desk: Desk): void {
  // To read a script is a task of its own on a slow phone; what it does is another.
  globalThis.huella = { ...modules, join: (part) => void turn().then(() => part(desk)) };
  const load = (): void => {
    for (const address of addresses) {
      const script = document.createElement("script");
      script.src = address;
      // In the order of their names, however fast each comes.
      script.async = false;
      document.head.append(script);
    }
  };
  if ("requestIdleCallback" in window) requestIdleCallback(load, { timeout: 1000 });
  else setTimeout(load, 200);
}
