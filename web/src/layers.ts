/** The list of layers: toggles with counts. */

export interface Layers {
  /** Sets the toggles; an empty list means all. */
  set(chosen: readonly string[]): void;
  count(counts: ReadonlyMap<string, number>, number: (n: number) => string): void;
}

export function linkLayers(side: HTMLElement, changed: (chosen: readonly string[]) => void): Layers {
  const boxes = [...side.querySelectorAll<HTMLInputElement>('input[name="layer"]')];
  const label = (box: HTMLInputElement): HTMLElement | null => box.closest(".layer");
  const show = (): void => {
    for (const box of boxes) label(box)?.classList.toggle("off", !box.checked);
  };
  const all = (): void => {
    for (const box of boxes) box.checked = true;
  };
  let alone = false;

  for (const box of boxes) {
    label(box)?.addEventListener("click", (event) => {
      alone = (event as MouseEvent).altKey;
    });
    box.addEventListener("change", () => {
      const on = boxes.filter(({ checked }) => checked);
      if (alone) {
        // With Alt: this one only, or all again if it was the only one.
        const only = on.length === 0 || (on.length === 1 && on[0] === box && !box.checked);
        if (only) all();
        else for (const other of boxes) other.checked = other === box;
        alone = false;
      } else if (on.length === 0) all();
      show();
      const chosen = boxes.filter(({ checked }) => checked);
      changed(chosen.length === boxes.length ? [] : chosen.map(({ value }) => value));
    });
  }

  return {
    set(chosen) {
      for (const box of boxes) box.checked = chosen.length === 0 || chosen.includes(box.value);
      show();
    },
    count(counts, number) {
      for (const box of boxes) {
        const count = label(box)?.querySelector(".count");
        if (count) count.textContent = number(counts.get(box.value) ?? 0);
      }
    },
  };
}
