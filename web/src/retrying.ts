/** What could not be fetched is tried again by itself: when the network comes back, and after waits that double. */

/** Milliseconds until the first such try. */
const FIRST = 5000;
const LONGEST = 320_000;

export interface Retrying {
  /** It failed once more. */
  failed(): void;
  /** It came, or is wanted no more. */
  settled(): void;
  /** The reader asks for it. */
  now(): void;
}

export function retrying(again: () => void): Retrying {
  let wait = FIRST;
  let timer = 0;
  const now = (): void => {
    clearTimeout(timer);
    timer = 0;
    again();
  };
  addEventListener("online", () => {
    if (timer) now();
  });
  return {
    failed() {
      clearTimeout(timer);
      timer = window.setTimeout(now, wait);
      wait = Math.min(LONGEST, wait * 2);
    },
    settled() {
      clearTimeout(timer);
      timer = 0;
      wait = FIRST;
    },
    now,
  };
}

/** One try at a time; whoever asks while one is under way gets another only if it fails. `attempt` says whether it came. */
export function oneAtATime(attempt: () => Promise<boolean>): () => Promise<void> {
  let trying = false;
  let asked = false;
  return async () => {
    asked = true;
    if (trying) return;
    trying = true;
    try {
      while (asked) {
        asked = false;
        if (await attempt()) asked = false;
      }
    } finally {
      trying = false;
    }
  };
}
