/** Work that gives way: a few milliseconds of it between two frames, so that the map stays at hand while tiles come. */

/** Milliseconds at most in one go: at 45 frames a second a frame has 22, and the map takes some. */
const SHARE = 6;

export type Work = Generator<void, void>;

export interface Turns {
  /** Does the work in turns with other work, after it; the answer takes it off again. */
  add(work: Work): () => void;
}

export function turns(): Turns {
  const queue: Work[] = [];
  let waiting = false;
  const run = (): void => {
    waiting = false;
    const start = performance.now();
    while (queue.length && performance.now() - start < SHARE) if ((queue[0] as Work).next().done) queue.shift();
    wait();
  };
  const wait = (): void => {
    if (waiting || !queue.length) return;
    waiting = true;
    requestAnimationFrame(run);
  };
  return {
    add(work) {
      queue.push(work);
      wait();
      return () => {
        const at = queue.indexOf(work);
        if (at >= 0) queue.splice(at, 1);
      };
    },
  };
}
