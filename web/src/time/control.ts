/** "As it stood on …": the typed date, the events before and after, the slider, and playing through the years. */
import { copied } from "../copy.ts";
import type { Desk } from "../part.ts";
import { opensAsDialog } from "../dialog.ts";
import { written } from "../dates.ts";
import { dayOf, known } from "../filter.ts";
import { readState } from "../state.ts";
import { edition, layers } from "../vocabulary.ts";
import { after, before, BEGIN, eventDays } from "./axis.ts";
import { player } from "./play.ts";
import { rowsAsOf } from "./rows.ts";
import { makeTrack } from "./track.ts";
import { timeWords } from "./words.ts";

const ICONS = { previous: "M10 3.5 5.5 8 10 12.5", next: "M6 3.5 10.5 8 6 12.5", play: "M5 3v10l8-5z", pause: "M5 3v10M11 3v10" };
/** Moves of the thumb within this many milliseconds of each other are one step for Back. */
const ONE_STEP = 1000;
/** Milliseconds after which the bars follow a filter. */
const LATER = 60;

export function offerDays(desk: Desk): void {
  const { facts, side, atlas } = desk;
  const box = facts.desk.querySelector<HTMLElement>("#time");
  const form = box?.querySelector<HTMLFormElement>("form");
  const typed = box?.querySelector<HTMLInputElement>("input[type=date]");
  const result = side.querySelector<HTMLElement>("#result");
  const open = side.querySelector<HTMLButtonElement>(".as-of");
  if (!box || !form || !typed || !result || !open) return;
  const words = timeWords(facts.lang);
  const tellRows = rowsAsOf(side, facts.lang, copied === undefined ? known(readState(location.search)).on : null);
  const projects = [...atlas.projects.values()];
  let days: string[] = [];
  let moved = -Infinity;

  /** The edition's day is the one that needs no saying. */
  const show = (day: string, push: boolean): void => desk.change({ on: day >= edition ? null : day }, push);
  const slide = (day: string): void => {
    const at = performance.now();
    show(day, at - moved > ONE_STEP);
    moved = at;
  };
  const reader = (day: string | undefined): void => {
    play.stop();
    show(day ?? edition, true);
  };
  const now = (): string => dayOf(desk.state());

  const play = player({
    end: edition,
    show: slide,
    changed(playing) {
      // A reader who listens hears where it ends, not every month on the way.
      result.setAttribute("aria-live", playing ? "off" : "polite");
      icon(playButton, playing ? "pause" : "play", playing ? words.pause : words.play);
    },
  });

  const button = (label: string, name: keyof typeof ICONS | null, press: () => void): HTMLButtonElement => {
    const element = document.createElement("button");
    element.type = "button";
    if (name) icon(element, name, label);
    else element.textContent = label;
    element.addEventListener("click", press);
    return element;
  };
  const previous = button(words.previous, "previous", () => reader(before(days, now()) ?? now()));
  const next = button(words.next, "next", () => reader(after(days, now())));
  const playButton = button(words.play, "play", () => (play.playing() ? play.stop() : play.start(now() >= edition ? BEGIN : now())));
  const today = button(words.today, null, () => {
    reader(undefined);
    // The button goes away with the earlier day.
    typed.focus();
  });
  today.className = "today";
  const track = makeTrack({
    label: words.day,
    end: edition,
    moved(day) {
      play.stop();
      slide(day);
    },
  });
  typed.after(previous, next, playButton);
  form.append(today);
  box.append(track.element);

  const take = (): void => {
    if (typed.value && typed.validity.valid && typed.value !== now()) reader(typed.value);
  };
  typed.addEventListener("input", take);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take();
  });

  opensAsDialog(open, box, box.getAttribute("aria-label") ?? "", words.close, true);
  open.disabled = false;

  let drawn = "";
  let later = 0;
  desk.watch((shown) => {
    const { on, sel } = desk.state();
    const day = on ?? edition;
    if (typed.value !== day && (document.activeElement !== typed || typed.validity.valid)) typed.value = day;
    track.set(day, written(day, facts.lang));
    today.hidden = on === null;
    open.textContent = words.asOf.replace("{date}", written(day, facts.lang));
    tellRows(shown, on);

    const counted = projects.filter((project) => desk.passes(project, "on"));
    const key = `${sel} ${counted.map(({ id }) => id)}`;
    if (key === drawn) return;
    drawn = key;
    const dates = counted.flatMap(({ events }) => events.map(([date]) => date));
    const own = atlas.projects.get(sel?.split(".")[0] ?? "");
    days = eventDays(dates);
    // List and counts come first: the bars are drawn once they have been painted.
    clearTimeout(later);
    later = window.setTimeout(() => track.draw(dates, own?.events.map(([date]) => date) ?? [], layers.get(own?.layer ?? "")?.family ?? ""), LATER);
  });
}

function icon(button: HTMLButtonElement, name: keyof typeof ICONS, label: string): void {
  button.className = `step s-${name}`;
  button.title = label;
  button.setAttribute("aria-label", label);
  button.innerHTML = `<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
}
