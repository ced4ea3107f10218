/** Fetches tiles and has them read as they come. */
import type { Answer, Order } from "./orders.ts";

/** A tile that is wanted: what an order to read it says, and where it lies. */
export type Load = Omit<Extract<Order, { what: "read" }>, "what" | "bytes"> & { readonly address: string };

export interface Loaded {
  /** It did not come. */
  readonly failed: boolean;
  readonly crowded: boolean;
}

/** `read` carries out an order to read; the answer takes it off again. So does the answer of what is given back, wherever the tile is on its way. */
export function loading(read: (order: Order, done: (answer: Answer) => void) => () => void): (load: Load, done: (answer: Loaded) => void) => () => void {
  return ({ address, ...about }, done) => {
    const request = new AbortController();
    let unread = (): void => undefined;
    void bytesOf(address, request.signal)
      .then((bytes) => {
        if (!request.signal.aborted) unread = read({ what: "read", bytes, ...about }, ({ crowded = false }) => done({ failed: false, crowded }));
      })
      .catch(() => {
        // What came and cannot be read has not come either.
        if (!request.signal.aborted) done({ failed: true, crowded: false });
      });
    return () => {
      request.abort();
      unread();
    };
  };
}

async function bytesOf(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.arrayBuffer();
}
