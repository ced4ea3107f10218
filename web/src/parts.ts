/**
 * Parts of the page that come after the first paint, so that they never delay it: each file of `parts/` is
 * a classic script of its own. A part takes signs and vocabulary from the page (build.mjs sees to that) and
 * joins the desk by handing over what it does there.
 */
import type { Desk, Part } from "./part.ts";
import * as signs from "./signs.ts";
import * as vocabulary from "./vocabulary.ts";

interface Shared {
  readonly signs: typeof signs;
  readonly vocabulary: typeof vocabulary;
  join(part: Part): void;
}

declare global {
  var huella: Shared;
}

/** Loads the scripts one after the other once the page is at rest; one that fails takes no other with it. */
export function loadParts(addresses: readonly string[], desk: Desk): void {
  globalThis.huella = { signs, vocabulary, join: (part) => part(desk) };
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
