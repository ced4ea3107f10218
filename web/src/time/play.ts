/** Lets time pass: a month at a time, or a year for who asks for less motion. */
import { addMonths } from "./axis.ts";

export interface Player {
  readonly playing: () => boolean;
  start(from: string): void;
  stop(): void;
}

export interface PlayHooks {
  /** The last day, at which it ends. */
  readonly end: string;
  show(day: string): void;
  /** It has started or stopped. */
  changed(playing: boolean): void;
}

/** Milliseconds between two days; few enough steps a second that nothing flashes (WCAG 2.3.1). */
const MONTHLY = 400;
const YEARLY = 2000;

export function player({ end, show, changed }: PlayHooks): Player {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let timer = 0;
  let day = end;
  const stop = (): void => {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    changed(false);
  };
  const step = (): void => {
    day = addMonths(day, still.matches ? 12 : 1);
    if (day >= end) {
      stop();
      return show(end);
    }
    show(day);
    timer = window.setTimeout(step, still.matches ? YEARLY : MONTHLY);
  };
  return {
    playing: () => timer !== 0,
    start(from) {
      day = from;
      show(day);
      timer = window.setTimeout(step, still.matches ? YEARLY : MONTHLY);
      changed(true);
    },
    stop,
  };
}
