/** Long work in short tasks, so that a press is answered and a frame drawn in between. */

/** Work that may pause wherever it yields. */
export type Steps<T = void> = Generator<void, T>;

/** Milliseconds of work in one task: on a processor four times slower, and with a long last step, it still ends within 50. */
const SHARE = 4;

/** What follows runs in a task of its own. By a message, since `scheduler.yield` would come before the next frame, too. */
export function turn(): Promise<void> {
  return new Promise((next) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      next();
    };
    port2.postMessage(null);
  });
}

export interface Underway<T> {
  readonly done: Promise<T>;
  /** Whatever is not done yet never will be. */
  stop(): void;
}

/** Begins at once and goes on from task to task. */
export function inTurns<T>(steps: Steps<T>): Underway<T> {
  let stopped = false;
  const go = async (): Promise<T> => {
    for (;;) {
      const end = performance.now() + SHARE;
      do {
        const step = steps.next();
        if (step.done) return step.value;
      } while (performance.now() < end);
      await turn();
      // A promise that nobody will hear of any more.
      if (stopped) return new Promise(() => undefined);
    }
  };
  return { done: go(), stop: () => void (stopped = true) };
}

/** The same without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
