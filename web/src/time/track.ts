/** The slider over its bars: a native range, in days. */
import { addMonths, bars, BEGIN, dayOfOffset, offset, type Bar } from "./axis.ts";

export interface Track {
  readonly element: HTMLElement;
  /** Where the thumb stands, and what it is called there. */
  set(day: string, words: string): void;
  /** Dates of all events shown, and of the record in hand with its family. */
  draw(shown: readonly string[], own: readonly string[], family: string): void;
}

export interface TrackHooks {
  readonly label: string;
  readonly end: string;
  /** The reader has moved the thumb. */
  moved(day: string): void;
}

const HEIGHT = 34;
/** The arrow keys step a month, the page keys a year. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 12, PageDown: -12 };

export function makeTrack({ label, end, moved }: TrackHooks): Track {
  const element = document.createElement("div");
  element.className = "track";
  const range = document.createElement("input");
  range.type = "range";
  range.min = "0";
  range.max = String(offset(end));
  range.setAttribute("aria-label", label);
  const picture = document.createElement("div");
  picture.className = "bars";
  picture.setAttribute("aria-hidden", "true");
  element.append(picture, years(end), range);
  let now = end;

  range.addEventListener("input", () => moved(Number(range.value) >= offset(end) ? end : dayOfOffset(Number(range.value))));
  range.addEventListener("keydown", (event) => {
    const months = STEPS[event.key];
    if (months === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const day = addMonths(now, months);
    moved(day < BEGIN ? BEGIN : day > end ? end : day);
  });

  return {
    element,
    set(day, words) {
      now = day;
      range.value = String(offset(day));
      range.setAttribute("aria-valuetext", words);
    },
    draw(shown, own, family) {
      const path = (all: readonly Bar[], full: boolean): string => all.map(({ from, to, height }) => rect(from, to, full ? 1 : height)).join("");
      picture.innerHTML = `<svg viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none"><path class="quarter" d="${path(bars(shown, end), false)}"/><path class="quarter-own f-${family}" d="${path(bars(own, end), true)}"/></svg>`;
    },
  };
}

function rect(from: number, to: number, height: number): string {
  const [x, width] = [(from * 1000).toFixed(1), (Math.max(0.002, to - from) * 1000 - 1.5).toFixed(1)];
  const tall = (height * HEIGHT).toFixed(1);
  return `M${x} ${HEIGHT}v-${tall}h${width}v${tall}z`;
}

function years(end: string): HTMLElement {
  const element = document.createElement("div");
  element.className = "years";
  element.setAttribute("aria-hidden", "true");
  const last = Number(end.slice(0, 4));
  for (let year = Number(BEGIN.slice(0, 4)) + 1; year <= last; year += 2) {
    const tick = document.createElement("span");
    tick.textContent = String(year);
    tick.style.left = `${((offset(`${year}-01-01`) / offset(end)) * 100).toFixed(2)}%`;
    element.append(tick);
  }
  return element;
}
