/** On a phone the list is a sheet over the map with three stops; its grab bar is a button, dragging is an addition. */
import type { Words } from "./words.ts";

type Stop = "peek" | "half" | "full";
const STOPS: readonly Stop[] = ["peek", "half", "full"];
/** A drag shorter than this is a press. */
const SLIP = 6;
/** A flick faster than this many pixels a millisecond goes on to the next stop. */
const FLICK = 0.5;

export function makeSheet(side: HTMLElement, words: Words, moved: () => void): void {
  const grab = document.createElement("button");
  grab.type = "button";
  grab.className = "grab";
  side.prepend(grab);
  let stop: Stop = "half";
  let start: { y: number; height: number; time: number } | null = null;
  let dragged = false;

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
    start = { y: event.clientY, height: side.getBoundingClientRect().height, time: event.timeStamp };
    dragged = false;
    grab.setPointerCapture(event.pointerId);
  });
  grab.addEventListener("pointermove", (event) => {
    if (!start || Math.abs(event.clientY - start.y) < SLIP) return;
    dragged = true;
    document.body.classList.add("dragging");
    side.style.height = `${Math.max(96, Math.min(innerHeight - 64, start.height + start.y - event.clientY))}px`;
  });
  const end = (event: PointerEvent): void => {
    if (!start || !dragged) {
      start = null;
      return;
    }
    const speed = (start.y - event.clientY) / Math.max(1, event.timeStamp - start.time);
    const height = side.getBoundingClientRect().height;
    document.body.classList.remove("dragging");
    start = null;
    const index = STOPS.indexOf(stop);
    if (Math.abs(speed) > FLICK) to(STOPS[Math.max(0, Math.min(2, index + Math.sign(speed)))] ?? stop);
    else to(height < innerHeight * 0.3 ? "peek" : height < innerHeight * 0.65 ? "half" : "full");
  };
  grab.addEventListener("pointerup", end);
  grab.addEventListener("pointercancel", end);
  to("half");
}
