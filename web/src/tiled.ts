/** A layer too large to be fetched whole, drawn from tiles by a script that comes when one is first turned on. */
import type { Facts } from "./facts.ts";
import { missing, number } from "./fetching.ts";
import type { Chart } from "./map.ts";
import type { Shown } from "./others.ts";
import type { TileLayer } from "./tiles/layer.ts";

export function offerTiled(box: HTMLInputElement, note: HTMLElement, chart: Chart, pane: HTMLElement, { words, lang }: Facts): Shown {
  const { script = "", tiles = "", counting = "", name = "", unplaced = "0" } = box.dataset;
  let coming: Promise<TileLayer> | null = null;
  let layer: TileLayer | null = null;
  const tell = (failed: boolean, crowded: boolean): void => {
    const text = failed ? words.otherFailed : missing({ unplaced: Number(unplaced), crowded }, words, lang);
    // Written only when it changes: it is read aloud.
    if (box.checked && note.textContent !== text) note.textContent = text;
  };
  const several = (n: number): string => words.several.replace("{n}", number(n, lang));
  const load = async (): Promise<TileLayer> => {
    const { tileLayer } = (await import(script)) as typeof import("./tiles/layer.ts");
    return tileLayer(chart, pane, { tiles, naming: name, counting, several }, tell);
  };
  box.addEventListener("change", async () => {
    if (!box.checked) {
      layer?.show(false);
      note.textContent = "";
      return;
    }
    try {
      layer = await (coming ??= load());
      layer.show(box.checked);
    } catch {
      coming = null;
      note.textContent = words.otherFailed;
      box.checked = false;
    }
  });
  return (at, reach, again) => (box.checked && layer ? layer.near(at, reach, again) : undefined);
}
