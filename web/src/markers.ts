/** The signs on the map: buttons in a group with one tab stop, found by the nearest centre. */
import { ARROWS, inDirection, nearest } from "./aim.ts";
import type { Placed } from "./layout.ts";
import type { Chart, Window } from "./map.ts";
import type { Pixel } from "./places.ts";
import { draw as drawSign } from "./signs.ts";
import type { Steps } from "./tasks.ts";
import { layers, say, statuses } from "./vocabulary.ts";
import type { Words } from "./words.ts";

export interface Markers {
  /** Pauses now and then; what is stopped half way is made good by the next. */
  draw(placed: readonly Placed[], chosen: string | null): Steps;
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
  /** The zoom of the map for which it was laid out. */
  zoom: number;
  /** Where it stands among all, and whether another project is in hand. */
  order: number;
  other: boolean;
  markup: string;
}

/** Signs that are made or changed between two pauses. */
const AT_ONCE = 2;

/** How far beyond each edge signs are drawn, as a part of the view. */
const MARGIN = 0.6;

const within = ({ left, top, right, bottom }: Window, { x, y }: Pixel): boolean => x >= left && x <= right && y >= top && y <= bottom;

/** Whether two layouts say the same of a sign. */
const alike = (a: Placed, b: Placed): boolean => KEYS.every((key) => a[key] === b[key]);
const KEYS = ["x", "y", "seed", "scale", "radius", "status", "precision", "site", "stack", "hand", "chosen"] as const;

export function drawMarkers(chart: Chart, hooks: Hooks): Markers {
  const pane = chart.pane("signs", 400);
  pane.setAttribute("role", "group");
  pane.setAttribute("aria-label", hooks.words.signs);
  const buttons = new Map<string, Button>();
  let stop: string | null = null;
  let hovered: string | null = null;
  let ringed: string | null = null;

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

  /** Between two layouts, while fingers still spread, the last one is stretched. */
  const now = ({ place, zoom }: Button): Pixel => {
    const stretch = 2 ** (chart.zoom() - zoom);
    return { x: place.x * stretch, y: place.y * stretch };
  };

  const position = (button: Button): void => {
    const at = now(button);
    const { x, y } = chart.local(at);
    button.element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    button.element.classList.toggle("away", !within(drawn, at));
  };

  /** What lies farther out is not drawn: the browser would sort it into its layers in every frame of a drag. */
  let drawn: Window = { left: 0, top: 0, right: 0, bottom: 0 };
  const reach = (): void => {
    const { left, top, right, bottom } = chart.window();
    const [dx, dy] = [(right - left) * MARGIN, (bottom - top) * MARGIN];
    drawn = { left: left - dx, top: top - dy, right: right + dx, bottom: bottom + dy };
  };
  const follow = (): void => {
    const { left, top, right, bottom } = chart.window();
    if (within(drawn, { x: left, y: top }) && within(drawn, { x: right, y: bottom })) return;
    reach();
    for (const button of buttons.values()) button.element.classList.toggle("away", !within(drawn, now(button)));
  };

  /** What lies outside the window is neither announced nor reached by Tab; the arrow keys go there and bring it into view. */
  const tell = (): void => {
    const { left, top, right, bottom } = chart.window();
    follow();
    let first: string | null = null;
    let hand: string | null = null;
    let kept = false;
    for (const [id, button] of buttons) {
      const { element, place } = button;
      const { x, y } = now(button);
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
    return { element, place, zoom: NaN, order: -1, other: false, markup: "" };
  };

  /** The pane listens for all of them: hundreds of listeners would take their time when the signs come. */
  const buttonOf = ({ target }: Event): Button | undefined => buttons.get((target as HTMLElement).dataset["site"] ?? "");
  pane.addEventListener("click", (event) => {
    const pressed = buttonOf(event);
    if (pressed && event.detail === 0) hooks.open(pressed.place);
  });
  pane.addEventListener("focusin", (event) => {
    const { element, place } = buttonOf(event) ?? {};
    if (!element || !place) return;
    element.ariaHidden = null;
    rove(place.id);
    paint(place.id);
    hooks.point(place.project.id);
    const { geometry } = place.site;
    if (geometry?.type === "Point" && element.matches(":focus-visible")) chart.reveal(geometry.coordinates[1] ?? 0, geometry.coordinates[0] ?? 0);
  });
  pane.addEventListener("focusout", (event) => {
    const left = buttonOf(event);
    if (left) paint(left.place.id);
    hooks.point(null);
  });
  pane.addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    const from = buttonOf(event);
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
    // While the map is dragged the same sign stays under the pointer; to ask where the box lies would lay the page out.
    if (event.pointerType !== "mouse" || event.buttons !== 0) return;
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
  chart.on("move", follow);
  chart.on("zoom", () => {
    reach();
    buttons.forEach(position);
  });
  chart.on("moveend", tell);
  chart.on("resize", tell);

  return {
    *draw(placed, chosen) {
      const zoom = chart.zoom();
      reach();
      const wanted = new Set(placed.map(({ id }) => id));
      for (const [id, { element }] of buttons) {
        if (wanted.has(id)) continue;
        element.remove();
        buttons.delete(id);
      }
      let done = 0;
      for (const [order, place] of placed.entries()) {
        const known = buttons.get(place.id);
        const other = chosen !== null && !place.chosen;
        // From one day to the next hardly any sign changes, and each that is left alone costs nothing.
        if (known && known.order === order && known.zoom === zoom && known.other === other && alike(known.place, place)) continue;
        if (++done % AT_ONCE === 0) yield;
        const button = known ?? create(place);
        Object.assign(button, { place, zoom, order, other });
        buttons.set(place.id, button);
        const { element } = button;
        const label = name(place);
        if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
        element.style.zIndex = String(order);
        element.classList.toggle("other", other);
        element.classList.toggle("chosen", place.chosen);
        paint(place.id);
        position(button);
        if (!element.isConnected) pane.append(element);
      }
      if (hovered && !buttons.has(hovered)) hover(null);
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
