/** Writes names on the map: those of the sites in hand, and those of the base map that find room. */
import type { Ground } from "./basemap.ts";
import type { Placed } from "./layout.ts";
import { enlarged } from "./enlarged.ts";
import type { Chart, Window } from "./map.ts";
import { faceClass, writingNames } from "./names.ts";
import type { Pixel } from "./places.ts";
import { boxOf, nameBeside, siteNames, type Measure } from "./siteNames.ts";
import { inTurns, type Steps, type Underway } from "./tasks.ts";

/** From this zoom every site has its sign, and those of the project in hand their names. */
const SITES_NAMED_FROM = 5.75;

export interface Lettering {
  /** After a layout: the signs have new places. */
  draw(placed: readonly Placed[], lines: readonly Window[]): void;
  /** Names the project whose sign or row is under pointer or focus, or none. */
  point(project: string | null): void;
  /** Whether a point of the world lies on that name, which must stay while the pointer reads it. */
  covers(at: Pixel): boolean;
  /** The base map has come, or its fine part. */
  setGround(ground: Ground): void;
}

export function drawLettering(chart: Chart, lang: string): Lettering {
  const beneath = chart.pane("names", 350);
  const above = chart.pane("site-names", 450);
  for (const pane of [beneath, above]) pane.setAttribute("aria-hidden", "true");
  const measure = measurer();
  let placed: readonly Placed[] = [];
  let lines: readonly Window[] = [];
  let ground: Ground | null = null;
  let later = 0;
  let drawn = false;
  let writing: Underway<void> | null = null;
  let pointed: { box: Window; element: HTMLElement } | null = null;

  const word = (name: string, text: string, x: number, y: number): HTMLElement => {
    const element = document.createElement("span");
    element.className = name;
    const at = chart.local({ x, y });
    element.style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`;
    const inner = document.createElement("span");
    inner.textContent = text;
    element.append(inner);
    return element;
  };

  const draw = (): void => {
    const zoom = chart.zoom();
    const named = zoom >= SITES_NAMED_FROM ? placed : placed.map((place) => ({ ...place, chosen: false }));
    const own = siteNames(named, lang, chart.window(), { measure, enlarged: enlarged() });
    pointed = null;
    above.replaceChildren(...own.names.map(({ text, end, x, y }) => word(`site-name ${end}`, text, x, y)));
    clearTimeout(later);
    writing?.stop();
    later = window.setTimeout(() => (writing = inTurns(write(named, own.boxes))), 0);
  };

  /** After the paint: the signs answer at once, the names of the base map may follow. */
  function* write(named: readonly Placed[], own: readonly Window[]): Steps {
    if (!ground) return;
    const zoom = chart.zoom();
    const taken = [...named.map((place) => inset(boxOf(place))), ...own];
    const names = yield* writingNames(ground.names(), { zoom, lang, window: chart.window(), taken, lines, countries: ground.countries(), measure, enlarged: enlarged() });
    beneath.replaceChildren(...names.map((written) => word(faceClass(written), broken(written.name.kind, written.text), written.x, written.y)));
  }

  chart.on("moveend", draw);
  chart.on("zoom", () => {
    writing?.stop();
    // While fingers spread, names would stand beside their places.
    beneath.replaceChildren();
    above.replaceChildren();
  });
  return {
    draw(next, along) {
      placed = next;
      lines = along;
      drawn = true;
      draw();
    },
    point(project) {
      pointed?.element.remove();
      const place = [...placed].reverse().find((each) => each.project.id === project && (each.hand || !each.chosen));
      pointed = null;
      if (!place || (place.hand && chart.zoom() >= SITES_NAMED_FROM)) return;
      const { name, box } = nameBeside(place, lang, chart.window(), { measure, enlarged: enlarged() });
      pointed = { box, element: word(`site-name pointed ${name.end}`, name.text, name.x, name.y) };
      above.append(pointed.element);
    },
    covers: ({ x, y }) => pointed !== null && x >= pointed.box.left - 4 && x <= pointed.box.right && y >= pointed.box.top && y <= pointed.box.bottom,
    setGround(next) {
      ground = next;
      // Before the first signs, names would be written only to give way to them.
      if (drawn) draw();
    },
  };
}

/** Measures in the face that the reader's system has; the widths differ by a fifth between systems. */
function measurer(): Measure {
  const context = document.createElement("canvas").getContext("2d");
  const face = getComputedStyle(document.body).fontFamily;
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const font = `${weight} ${size}px ${face}`;
    const key = font + text;
    let width = known.get(key);
    if (width === undefined) {
      if (context) context.font = font;
      width = context?.measureText(text).width ?? text.length * size * 0.55;
      known.set(key, width);
    }
    return width;
  };
}

/** A letter may come close to a ring: its own box is larger than its ink. */
const inset = ({ left, top, right, bottom }: Window): Window => ({ left: left + 2, top: top + 2, right: right - 2, bottom: bottom - 2 });

/** Waters stand word under word, double names one under the other. */
const broken = (kind: string, text: string): string => (kind === "water" ? text.replaceAll(" ", "\n") : text.replace(" / ", "\n"));
