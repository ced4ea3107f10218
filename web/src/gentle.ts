/** Keeps a map beside a text from taking the reader's scroll: the wheel and one finger go on moving the page. */

/** The wheel zooms with Ctrl or ⌘, two fingers move the map; a mouse drags it as ever. */
export function gentle(box: HTMLElement): void {
  // Before Leaflet, which listens on the box itself.
  const around = box.parentElement ?? box;
  around.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    },
    { capture: true, passive: true },
  );
  const fingers = new Set<number>();
  const lift = ({ pointerId }: PointerEvent): void => void fingers.delete(pointerId);
  around.addEventListener(
    "pointerdown",
    (event) => {
      if (event.pointerType !== "touch") return;
      fingers.add(event.pointerId);
      if (fingers.size < 2 && box.contains(event.target as Node)) event.stopPropagation();
    },
    true,
  );
  addEventListener("pointerup", lift, true);
  addEventListener("pointercancel", lift, true);
}
