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
  const remove = (work: Work): void => {
    const at = queue.indexOf(work);
    if (at >= 0) queue.splice(at, 1);
  };
  const run = (): void => {
    waiting = false;
    const start = performance.now();
    for (let work = queue[0]; work && performance.now() - start < SHARE; work = queue[0]) if (work.next().done) remove(work);
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
      return () => remove(work);
    },
  };
}
