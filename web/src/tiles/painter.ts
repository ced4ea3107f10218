/** Who carries out orders: a worker beside the page, or the page itself between two frames. */
import { answering, type Answer, type Order } from "./orders.ts";
import { turns } from "./turns.ts";

export interface Finished extends Omit<Answer, "canvas"> {
  /** A picture that is finished and can be shown without painting it. */
  readonly picture?: ImageBitmap | HTMLCanvasElement;
}

export interface Painter {
  /** One order after the other; the answer to the first takes it off again if it is not begun yet. */
  ask(order: Order, done: (answer: Finished) => void): () => void;
}

export const painter = (): Painter => (typeof Worker === "function" && typeof OffscreenCanvas === "function" ? beside() : within());

/** In the page. */
function within(): Painter {
  const work = answering((side) => Object.assign(document.createElement("canvas"), { width: side, height: side }));
  const later = turns();
  return {
    ask(order, done) {
      function* steps(): Generator<void, void> {
        const { canvas, ...answer } = yield* work(order);
        done(canvas ? { ...answer, picture: canvas as HTMLCanvasElement } : answer);
      }
      return later.add(steps());
    },
  };
}

/** In a worker, which is this same script. It gets one order at a time, so that what is no longer wanted is never begun. */
function beside(): Painter {
  const queue: { readonly order: Order; readonly done: (answer: Finished) => void }[] = [];
  let busy = false;
  let instead: Painter | null = null;
  const worker = new Worker(import.meta.url, { type: "module" });
  const next = (): void => {
    const [first] = queue;
    if (busy || !first) return;
    busy = true;
    worker.postMessage(first.order);
  };
  worker.onmessage = ({ data }: MessageEvent<Finished>) => {
    busy = false;
    queue.shift()?.done(data);
    next();
  };
  // A browser without workers of this kind: nothing has been begun yet.
  worker.onerror = () => {
    instead = within();
    for (const { order, done } of queue.splice(0)) instead.ask(order, done);
  };
  return {
    ask(order, done) {
      if (instead) return instead.ask(order, done);
      const asked = { order, done };
      queue.push(asked);
      next();
      return () => {
        const at = queue.indexOf(asked);
        if (at > (busy ? 0 : -1)) queue.splice(at, 1);
      };
    },
  };
}

/** The other end. */
export function paintBeside(): void {
  const work = answering((side) => new OffscreenCanvas(side, side));
  addEventListener("message", ({ data }: MessageEvent<Order>) => {
    const steps = work(data);
    for (;;) {
      const step = steps.next();
      if (!step.done) continue;
      const { canvas, ...answer } = step.value;
      const picture = canvas instanceof OffscreenCanvas ? canvas.transferToImageBitmap() : null;
      if (picture) postMessage({ ...answer, picture }, { transfer: [picture] });
      else postMessage(answer);
      return;
    }
  });
}
