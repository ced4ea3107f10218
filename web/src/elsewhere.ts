/** When no sign is in view: which one is nearest, how far and in which direction. */
import type { Placed } from "./layout.ts";
import type { Chart, Window } from "./map.ts";
import { latOf, METRES } from "./mercator.ts";
import { say } from "./vocabulary.ts";
import type { Words } from "./words.ts";

export interface Elsewhere {
  readonly place: Placed;
  readonly kilometres: number;
  /** Of the eight winds, north first, clockwise. */
  readonly wind: number;
}

/** The nearest sign outside a window; null while one is in it, or where there is none at all. Pure. */
export function elsewhere(placed: readonly Placed[], window: Window, zoom: number): Elsewhere | null {
  const inside = ({ x, y }: Placed): boolean => x > window.left && x < window.right && y > window.top && y < window.bottom;
  if (placed.length === 0 || placed.some(inside)) return null;
  const [cx, cy] = [(window.left + window.right) / 2, (window.top + window.bottom) / 2];
  const away = ({ point }: Placed): number => Math.hypot(point.x - cx, point.y - cy);
  const place = placed.reduce((least, each) => (away(each) < away(least) ? each : least));
  // Mercator stretches by the secant of the latitude; half way is near enough for whole kilometres.
  const lat = latOf((cy + place.point.y) / 2 / 2 ** zoom);
  const kilometres = (away(place) * METRES * Math.cos((lat * Math.PI) / 180)) / 1000 / 2 ** zoom;
  const bearing = Math.atan2(place.point.x - cx, cy - place.point.y);
  return { place, kilometres, wind: Math.round((bearing / Math.PI) * 4 + 8) % 8 };
}

const rounded = (kilometres: number): number => (kilometres < 20 ? Math.max(1, Math.round(kilometres)) : Math.round(kilometres / 10) * 10);

/** A card at the top of the map that says so and offers the way. */
export function elsewhereCard(chart: Chart, lang: string, words: Words, go: (site: string) => void): (placed: readonly Placed[]) => void {
  const card = document.createElement("div");
  card.className = "elsewhere";
  card.setAttribute("role", "status");
  const line = document.createElement("p");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.goThere;
  let target = "";
  button.addEventListener("click", () => go(target));
  chart.element.after(card);
  let last: readonly Placed[] = [];
  const show = (): void => {
    const found = elsewhere(last, chart.window(), chart.zoom());
    if (!found) {
      card.replaceChildren();
      return;
    }
    target = found.place.id;
    const distance = `${new Intl.NumberFormat(lang).format(rounded(found.kilometres))} km`;
    line.textContent = words.elsewhere.replace("{name}", say(found.place.project.name, lang)).replace("{distance}", distance).replace("{wind}", words.winds[found.wind] ?? "");
    if (!button.isConnected) card.replaceChildren(line, button);
  };
  chart.on("moveend", show);
  return (placed) => {
    last = placed;
    show();
  };
}
