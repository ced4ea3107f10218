/** Who fetches tiles and carries out orders: a worker beside the page, or the page itself between two frames. */
import { loading, type Load, type Loaded } from "./loading.ts";
import { answering, type Answer, type Order } from "./orders.ts";
import { turns } from "./turns.ts";

export interface Finished extends Omit<Answer, "canvas"> {
  /** A picture that is finished and can be shown without painting it. */
  readonly picture?: ImageBitmap | HTMLCanvasElement;
}

export interface Painter {
  /** One order after the other; the answer to the first takes it off again if it is not begun yet. */
  ask(order: Order, done: (answer: Finished) => void): () => void;
  /** Fetches a tile and reads it, beside others; the answer to the first calls it off. */
  load(load: Load, done: (answer: Loaded) => void): () => void;
  /** Lets go of what was read, at once: the same tile may be loaded anew. */
  forget(key: string): void;
}

/** What the worker hears: an order, which is answered if it is `asked`, a tile to be loaded, or the number of one that is called off. */
type Word = { readonly order: Order; readonly asked: boolean } | { readonly number: number; readonly load: Load | null };

export const painter = (): Painter => (typeof Worker === "function" && typeof OffscreenCanvas === "function" ? beside() : within());

/** In the page. */
function within(): Painter {
  const work = answering((side) => Object.assign(document.createElement("canvas"), { width: side, height: side }));
  const later = turns();
  const fetcher = loading((order, done) => {
    function* steps(): Generator<void, void> {
      done(yield* work(order));
    }
    return later.add(steps());
  });
  return {
    load: fetcher,
    forget: (key) => void work({ what: "forget", key }).next(),
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
  /** `stop` calls off what the page took over from a worker that failed. */
  const loads = new Map<number, { readonly load: Load; readonly done: (answer: Loaded) => void; stop?: () => void }>();
  let numbers = 0;
  const worker = new Worker(import.meta.url, { type: "module" });
  const say = (word: Word): void => worker.postMessage(word);
  const next = (): void => {
    const [first] = queue;
    if (busy || !first) return;
    busy = true;
    say({ order: first.order, asked: true });
  };
  worker.onmessage = ({ data }: MessageEvent<Finished | (Loaded & { readonly number: number })>) => {
    if ("number" in data) {
      const asked = loads.get(data.number);
      loads.delete(data.number);
      return asked?.done(data);
    }
    busy = false;
    queue.shift()?.done(data);
    next();
  };
  // A browser without workers of this kind: nothing has been begun yet.
  worker.onerror = () => {
    instead = within();
    for (const [number, asked] of loads) {
      asked.stop = instead.load(asked.load, (answer) => {
        loads.delete(number);
        asked.done(answer);
      });
    }
    for (const { order, done } of queue.splice(0)) instead.ask(order, done);
  };
  return {
    load(load, done) {
      if (instead) return instead.load(load, done);
      const number = ++numbers;
      loads.set(number, { load, done });
      say({ number, load });
      return () => {
        const stop = loads.get(number)?.stop ?? (() => say({ number, load: null }));
        if (loads.delete(number)) stop();
      };
    },
    forget(key) {
      if (instead) instead.forget(key);
      else say({ order: { what: "forget", key }, asked: false });
    },
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
  const whole = (order: Order): Answer => {
    const steps = work(order);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  const fetcher = loading((order, done) => {
    done(whole(order));
    return () => undefined;
  });
  const under = new Map<number, () => void>();
  addEventListener("message", ({ data }: MessageEvent<Word>) => {
    if ("order" in data) {
      const { canvas, ...answer } = whole(data.order);
      if (!data.asked) return;
      const picture = canvas instanceof OffscreenCanvas ? canvas.transferToImageBitmap() : null;
      if (picture) postMessage({ ...answer, picture }, { transfer: [picture] });
      else postMessage(answer);
      return;
    }
    const { number, load } = data;
    if (load) {
      const stop = fetcher(load, (answer) => {
        under.delete(number);
        postMessage({ ...answer, number });
      });
      under.set(number, stop);
      return;
    }
    under.get(number)?.();
    under.delete(number);
  });
}
