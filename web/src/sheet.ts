/** On a phone the list is a sheet over the map with three stops; its grab bar is a button, dragging is an addition. */
import { asSheet } from "./breakpoints.ts";
import type { Words } from "./words.ts";

type Stop = "peek" | "half" | "full";
const STOPS: readonly Stop[] = ["peek", "half", "full"];
/** A drag shorter than this is a press. */
const SLIP = 6;
/** Milliseconds for which a sheet that is let go in motion goes on, and after which a finger has come to rest. */
const GLIDE = 120;
const REST = 100;

export function makeSheet(side: HTMLElement, words: Words, moved: () => void): void {
  const grab = document.createElement("button");
  grab.type = "button";
  grab.className = "grab";
  side.prepend(grab);
  let stop: Stop = "half";
  let start: { y: number; height: number } | null = null;
  /** The last movement: where, when, and how fast upward in pixels a millisecond. */
  let last = { y: 0, time: 0, speed: 0 };
  let dragged = false;
  // The keyboard that comes up takes half the screen: what is found needs the other.
  side.querySelector("#find")?.addEventListener("focus", () => asSheet.matches && to("full"));

  const next = (): Stop => STOPS[(STOPS.indexOf(stop) + 1) % STOPS.length] ?? "half";
  const to = (wanted: Stop): void => {
    stop = wanted;
    document.body.dataset["sheet"] = stop;
    side.style.height = "";
    grab.setAttribute("aria-label", words.sheet[next()]);
    moved();
  };

  grab.addEventListener("click", () => {
    if (!dragged) to(next());
    dragged = false;
  });
  grab.addEventListener("pointerdown", (event) => {
    start = { y: event.clientY, height: side.getBoundingClientRect().height };
    last = { y: event.clientY, time: event.timeStamp, speed: 0 };
    dragged = false;
    grab.setPointerCapture(event.pointerId);
  });
  grab.addEventListener("pointermove", (event) => {
    if (!start || (!dragged && Math.abs(event.clientY - start.y) < SLIP)) return;
    last = { y: event.clientY, time: event.timeStamp, speed: (last.y - event.clientY) / Math.max(1, event.timeStamp - last.time) };
    dragged = true;
    document.body.classList.add("dragging");
    side.style.height = `${Math.max(96, Math.min(innerHeight - 64, start.height + start.y - event.clientY))}px`;
  });
  const end = (event: PointerEvent): void => {
    if (!start || !dragged) {
      start = null;
      return;
    }
    const speed = event.timeStamp - last.time < REST ? last.speed : 0;
    const height = side.getBoundingClientRect().height + speed * GLIDE;
    document.body.classList.remove("dragging");
    start = null;
    to(height < innerHeight * 0.3 ? "peek" : height < innerHeight * 0.65 ? "half" : "full");
  };
  grab.addEventListener("pointerup", end);
  grab.addEventListener("pointercancel", end);
  to("half");
}
