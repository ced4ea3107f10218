/** Keeps text, map, address and buttons of a story at one stop, whichever of them the reader uses. */
import { addressOf, lineOf, reading, stepFrom, stopIn } from "./tour.ts";

export interface Steps {
  /** The stop at which the reader is, from 0. */
  readonly current: number;
}

export interface StepsHooks {
  /** The reader has come to a stop; `still` where the page has just been opened. */
  arrived(index: number, still: boolean): void;
}

/** A smooth scroll is over by then, wherever `scrollend` is not known. */
const SCROLLED = 1000;

export function followSteps(story: HTMLElement, stops: readonly HTMLElement[], stage: HTMLElement, hooks: StepsHooks): Steps {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const steps = stage.querySelector<HTMLElement>(".story-steps");
  const count = steps?.querySelector<HTMLElement>(".step-count");
  const said = stage.querySelector<HTMLElement>(".step-said");
  const back = steps?.querySelector<HTMLButtonElement>(".step-back");
  const next = steps?.querySelector<HTMLButtonElement>(".step-next");
  /** Before the first stop the map shows the first. */
  let current = -1;
  let shown = -1;
  /** On the way to a stop, what is passed does not count. */
  let underway = 0;

  const told = (index: number): string => {
    const { of = "", all = "" } = count?.dataset ?? {};
    return index < 0 ? all.replace("{n}", String(stops.length)) : of.replace("{n}", String(index + 1)).replace("{m}", String(stops.length));
  };
  const arrive = (index: number, first = false): void => {
    current = index;
    const seen = Math.max(0, index);
    stops.forEach((stop, each) => stop.classList.toggle("current", each === index));
    story.classList.toggle("begun", index >= 0);
    if (count) count.textContent = told(index);
    if (back) back.disabled = stepFrom(index, -1, stops.length) === null;
    if (next) next.disabled = stepFrom(index, 1, stops.length) === null;
    if (seen === shown) return;
    shown = seen;
    hooks.arrived(seen, first);
  };

  /** From the lower edge of what stays above the text to the lower edge of the window. */
  const line = (): number => {
    const { bottom, left, right } = stage.getBoundingClientRect();
    const text = story.getBoundingClientRect();
    const above = left < text.right && right > text.left ? bottom : 0;
    return lineOf(Math.min(above, innerHeight), innerHeight);
  };
  const look = (): void => {
    if (underway) return;
    const index = reading(stops.map((stop) => stop.getBoundingClientRect().top), line());
    if (index === current) return;
    arrive(index);
    history.replaceState(history.state, "", addressOf(index, location));
  };
  let asked = 0;
  addEventListener("scroll", () => (asked ||= requestAnimationFrame(() => ((asked = 0), look()))), { passive: true });

  const landed = (): void => {
    clearTimeout(underway);
    underway = 0;
  };
  addEventListener("scrollend", landed);
  // A reader who takes over is followed at once.
  for (const taken of ["wheel", "touchmove"]) addEventListener(taken, landed, { passive: true });
  const scrollTo = (index: number, smooth: boolean): void => {
    clearTimeout(underway);
    underway = window.setTimeout(landed, smooth ? SCROLLED : 100);
    stops[index]?.scrollIntoView({ block: "start", behavior: smooth ? "smooth" : "auto" });
  };
  const step = (by: 1 | -1, focus: boolean): void => {
    const index = stepFrom(current, by, stops.length);
    if (index === null) return;
    arrive(index);
    history.pushState(null, "", addressOf(index, location));
    scrollTo(index, !still);
    const heading = stops[index]?.querySelector<HTMLElement>("h2");
    if (focus) heading?.focus({ preventScroll: true });
    else if (said) said.textContent = `${told(index)}: ${heading?.lastElementChild?.textContent ?? ""}`;
  };
  back?.addEventListener("click", () => step(-1, false));
  next?.addEventListener("click", () => step(1, false));
  document.addEventListener("keydown", (event) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : null;
    const target = event.target as Element;
    if (!by || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || target.closest(".map, input, select, textarea")) return;
    event.preventDefault();
    step(by, !steps?.contains(target));
  });
  addEventListener("popstate", () => {
    const index = stopIn(location, stops.length);
    if (index !== null) scrollTo(index, false);
    else landed();
    arrive(index ?? reading(stops.map((stop) => stop.getBoundingClientRect().top), line()));
  });

  if (steps) steps.hidden = false;
  const named = stopIn(location, stops.length);
  if (named !== null && !location.hash) scrollTo(named, false);
  arrive(named ?? reading(stops.map((stop) => stop.getBoundingClientRect().top), line()), true);
  return {
    get current() {
      return shown;
    },
  };
}
