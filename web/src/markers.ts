/** The signs on the map: buttons in a group with one tab stop, found by the nearest centre. */
import { ARROWS, inDirection, nearest } from "./aim.ts";
import type { Placed } from "./layout.ts";
import type { Chart } from "./map.ts";
import type { Pixel } from "./places.ts";
import { draw as drawSign } from "./signs.ts";
import { layers, say, statuses } from "./vocabulary.ts";
import type { Words } from "./words.ts";

export interface Markers {
  draw(placed: readonly Placed[], chosen: string | null): void;
  /** Moves the keyboard to the sign of a project or site; false where none is drawn. */
  focus(id: string): boolean;
  /** Rings the signs of a project, as when its row is under the pointer. */
  highlight(project: string | null): void;
}

export interface Hooks {
  readonly lang: string;
  readonly words: Words;
  open(place: Placed): void;
  /** The project under pointer or focus, or none. */
  point(project: string | null): void;
  /** Whether a point lies on the name of the sign under the pointer. */
  holds(at: Pixel): boolean;
}

/** Half the side of the target: 44 px under a finger, 28 under a mouse. */
const FINGER = 22;
const MOUSE = 14;

/** Signs that have been parsed: to copy one takes a fraction of what parsing takes. */
const stamps = new Map<string, HTMLTemplateElement>();

function stamp(markup: string): Node {
  let made = stamps.get(markup);
  if (!made) {
    made = document.createElement("template");
    made.innerHTML = markup;
    stamps.set(markup, made);
  }
  return made.content.cloneNode(true);
}

interface Button {
  readonly element: HTMLButtonElement;
  place: Placed;
  markup: string;
}

export function drawMarkers(chart: Chart, hooks: Hooks): Markers {
  const pane = chart.pane("signs", 400);
  pane.setAttribute("role", "group");
  pane.setAttribute("aria-label", hooks.words.signs);
  const buttons = new Map<string, Button>();
  let stop: string | null = null;
  let hovered: string | null = null;
  let ringed: string | null = null;
  let zoomDrawn = chart.view().zoom;

  const paint = (id: string): void => {
    const button = buttons.get(id);
    if (!button) return;
    const { place, element } = button;
    const focused = document.activeElement === element && element.matches(":focus-visible");
    const ring = place.hand || focused ? "hand" : hovered === id || ringed === place.project.id ? "focus" : null;
    const markup = drawSign({ glyph: place.glyph, family: place.family, status: place.status, precision: place.precision, entry: place.project.entry !== "project", seed: place.seed, ring, stack: place.stack });
    // From one zoom to the next most signs differ in scale alone, and many are alike.
    if (markup !== button.markup) element.replaceChildren(stamp((button.markup = markup)));
    element.style.setProperty("--scale", String(place.scale));
    element.classList.toggle("lifted", ring !== null);
  };

  const position = (): void => {
    const stretch = 2 ** (chart.view().zoom - zoomDrawn);
    for (const { element, place } of buttons.values()) {
      const { x, y } = chart.local({ x: place.x * stretch, y: place.y * stretch });
      element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    }
  };

  /** What lies outside the window is neither announced nor reached by Tab; the arrow keys go there and bring it into view. */
  const tell = (): void => {
    const { left, top, right, bottom } = chart.window();
    const stretch = 2 ** (chart.view().zoom - zoomDrawn);
    let first: string | null = null;
    let hand: string | null = null;
    let kept = false;
    for (const [id, { element, place }] of buttons) {
      const [x, y] = [place.x * stretch, place.y * stretch];
      const seen = x > left && x < right && y > top && y < bottom;
      if (seen) {
        first ??= id;
        if (place.hand) hand = id;
        kept ||= id === stop;
      }
      if (seen !== (element.ariaHidden === null)) element.ariaHidden = seen || element === document.activeElement ? null : "true";
    }
    if (!kept) rove(hand ?? first ?? (stop !== null && buttons.has(stop) ? stop : (buttons.keys().next().value ?? null)));
  };

  const rove = (id: string | null): void => {
    const before = buttons.get(stop ?? "")?.element;
    if (before) before.tabIndex = -1;
    stop = id;
    const now = buttons.get(id ?? "")?.element;
    if (now) now.tabIndex = 0;
  };

  const hover = (id: string | null): void => {
    if (id === hovered) return;
    const before = hovered;
    hovered = id;
    if (before) paint(before);
    if (id) paint(id);
    chart.element.classList.toggle("over-sign", id !== null);
    hooks.point(buttons.get(id ?? "")?.place.project.id ?? null);
  };

  const places = (): Placed[] => [...buttons.values()].map(({ place }) => place);

  const name = ({ project, site, status, precision, stack }: Placed): string =>
    [
      say(project.name, hooks.lang),
      say(layers.get(project.layer)?.title, hooks.lang),
      say(statuses.get(status)?.label, hooks.lang),
      `${say(site.name, hooks.lang)}${stack > 1 ? ` × ${stack}` : ""}`,
      hooks.words.known[precision] ?? "",
    ].join(hooks.lang === "zh" ? "，" : ", ");

  const create = (place: Placed): Button => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "sign";
    element.tabIndex = -1;
    element.dataset["site"] = place.id;
    element.dataset["project"] = place.project.id;
    const button: Button = { element, place, markup: "" };
    element.addEventListener("click", (event) => event.detail === 0 && hooks.open(button.place));
    element.addEventListener("focus", () => {
      element.ariaHidden = null;
      rove(place.id);
      paint(place.id);
      hooks.point(place.project.id);
      const { geometry } = button.place.site;
      if (geometry?.type === "Point" && element.matches(":focus-visible")) chart.reveal(geometry.coordinates[1] ?? 0, geometry.coordinates[0] ?? 0);
    });
    element.addEventListener("blur", () => {
      paint(place.id);
      hooks.point(null);
    });
    return button;
  };

  pane.addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    const from = buttons.get((document.activeElement as HTMLElement | null)?.dataset["site"] ?? "");
    if (!way || !from) return;
    event.preventDefault();
    buttons.get(inDirection(from.place, way, places())?.id ?? "")?.element.focus();
  });
  chart.onPress((at, event) => {
    const touch = (event as PointerEvent).pointerType === "touch";
    const found = nearest(at, touch ? FINGER : MOUSE, places());
    if (found) hooks.open(found);
  });
  chart.element.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse") return;
    const box = chart.element.getBoundingClientRect();
    const seen = chart.window();
    const at = { x: seen.left + event.clientX - box.left, y: seen.top + event.clientY - box.top };
    const found = nearest(at, MOUSE, places())?.id ?? null;
    if (found === null && hovered !== null && hooks.holds(at)) return;
    hover(found);
  });
  // What shows under the pointer can be dismissed without moving it.
  document.addEventListener("keydown", (event) => event.key === "Escape" && hover(null), true);
  chart.element.addEventListener("pointerleave", () => hover(null));
  chart.on("zoom", position);
  chart.on("moveend", tell);
  chart.on("resize", tell);

  return {
    draw(placed, chosen) {
      zoomDrawn = chart.view().zoom;
      const wanted = new Set(placed.map(({ id }) => id));
      for (const [id, { element }] of buttons) {
        if (wanted.has(id)) continue;
        element.remove();
        buttons.delete(id);
      }
      placed.forEach((place, order) => {
        let button = buttons.get(place.id);
        if (!button) buttons.set(place.id, (button = create(place)));
        button.place = place;
        const { element } = button;
        const label = name(place);
        if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
        element.style.zIndex = String(order);
        element.classList.toggle("other", chosen !== null && !place.chosen);
        element.classList.toggle("chosen", place.chosen);
        if (!element.isConnected) pane.append(element);
        paint(place.id);
      });
      if (hovered && !buttons.has(hovered)) hover(null);
      position();
      tell();
    },
    focus(id) {
      const button = buttons.get(id) ?? [...buttons.values()].find(({ place }) => place.project.id === id && place.hand) ?? [...buttons.values()].find(({ place }) => place.project.id === id);
      button?.element.focus();
      return button !== undefined;
    },
    highlight(project) {
      const before = ringed;
      ringed = project;
      for (const [id, { place }] of buttons) if (place.project.id === before || place.project.id === project) paint(id);
    },
  };
}
