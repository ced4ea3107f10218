/** The page around the frame keeps its scroll: one finger and the bare wheel are its own, two fingers and Ctrl or ⌘ the map's. */

/** How long the hint stays, in milliseconds. */
const HINT = 1500;
/** A finger that moves less than this, in pixels, is a press. */
const PRESS = 8;

export function yieldScroll(box: HTMLElement): void {
  const hint = box.parentElement?.querySelector<HTMLElement>(".hint");
  let timer = 0;
  const tell = (how: "touch" | "wheel"): void => {
    if (!hint) return;
    hint.textContent = hint.dataset[how] ?? "";
    hint.classList.add("told");
    clearTimeout(timer);
    timer = window.setTimeout(() => hint.classList.remove("told"), HINT);
  };
  const hush = (): void => {
    clearTimeout(timer);
    hint?.classList.remove("told");
  };

  // Caught on the way in, so that the map never hears of what is not for it.
  box.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey) return hush();
      event.stopImmediatePropagation();
      tell("wheel");
    },
    { capture: true, passive: true },
  );
  let from: { readonly x: number; readonly y: number } | null = null;
  const single = (event: TouchEvent): void => {
    if (event.touches.length > 1) return hush();
    event.stopImmediatePropagation();
    const [touch] = event.touches;
    if (!touch) return;
    if (event.type === "touchstart") from = { x: touch.clientX, y: touch.clientY };
    else if (from && Math.hypot(touch.clientX - from.x, touch.clientY - from.y) > PRESS) tell("touch");
  };
  for (const type of ["touchstart", "touchmove"] as const) box.addEventListener(type, single, { capture: true, passive: true });
}
