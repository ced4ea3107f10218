/** The list of layers: toggles with counts, and beside each a button that leaves it alone on the map. */
import type { Words } from "./words.ts";

export interface Layers {
  /** Sets the toggles; an empty list means all. */
  set(chosen: readonly string[]): void;
  count(counts: ReadonlyMap<string, number>, number: (n: number) => string): void;
}

export function linkLayers(side: HTMLElement, words: Words, changed: (chosen: readonly string[]) => void): Layers {
  const boxes = [...side.querySelectorAll<HTMLInputElement>('input[name="layer"]')];
  const label = (box: HTMLInputElement): HTMLElement | null => box.closest(".layer");
  const alone = (box: HTMLInputElement): boolean => boxes.every((other) => other.checked === (other === box));
  const show = (): void => {
    for (const [box, only] of buttons) {
      label(box)?.classList.toggle("off", !box.checked);
      const word = alone(box) ? words.all : words.only;
      if (only.firstChild?.textContent !== word) only.firstChild?.replaceWith(word);
    }
  };
  const set = (on: (box: HTMLInputElement) => boolean): void => {
    for (const box of boxes) box.checked = on(box);
  };
  const tell = (): void => {
    show();
    const chosen = boxes.filter(({ checked }) => checked);
    changed(chosen.length === boxes.length ? [] : chosen.map(({ value }) => value));
  };
  /** This one only, or all again if it is the only one. */
  const isolate = (box: HTMLInputElement): void => {
    const whole = alone(box);
    set((other) => whole || other === box);
    tell();
  };

  const buttons = new Map(boxes.map((box) => {
    const only = document.createElement("button");
    only.type = "button";
    only.className = "only";
    const name = document.createElement("span");
    name.className = "unseen";
    name.textContent = ` ${label(box)?.querySelector(".layer-name")?.textContent ?? ""}`;
    only.append(words.only, name);
    only.addEventListener("click", () => isolate(box));
    label(box)?.after(only);
    return [box, only] as const;
  }));
  for (const box of boxes) {
    label(box)?.addEventListener("click", (event) => {
      if (!(event as MouseEvent).altKey) return;
      event.preventDefault();
      isolate(box);
    });
    box.addEventListener("change", () => {
      if (!boxes.some(({ checked }) => checked)) set(() => true);
      tell();
    });
  }

  return {
    set(chosen) {
      set((box) => chosen.length === 0 || chosen.includes(box.value));
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
