/** Buttons beside the map, the scale bar, and the word where the base map ends. */
import type { Chart } from "./map.ts";
import { METRES } from "./mercator.ts";
import type { Words } from "./words.ts";

/** How far one press moves the map, as a part of the view. */
const STRIDE = 0.4;
/** The base map is generalised for this zoom; beyond it a line is no evidence of a place. */
const BASE_ENDS = 9;
const WIDEST_BAR = 130;
const LENGTHS = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1];

const ICONS = {
  zoomIn: "M8 3v10M3 8h10",
  zoomOut: "M3 8h10",
  whole: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  pan: "M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6 2 8l2 2M12 6l2 2-2 2",
  north: "M3.5 10 8 5.5 12.5 10",
  south: "M3.5 6 8 10.5 12.5 6",
  west: "M10 3.5 5.5 8 10 12.5",
  east: "M6 3.5 10.5 8 6 12.5",
};

export function addControls(chart: Chart, words: Words, whole: () => void): void {
  const box = document.createElement("div");
  box.className = "controls";
  const group = (name: string): HTMLElement => {
    const element = document.createElement("div");
    element.className = name;
    box.append(element);
    return element;
  };
  const button = (parent: HTMLElement, label: string, icon: keyof typeof ICONS, press: () => void): HTMLElement => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = `control c-${icon}`;
    element.setAttribute("aria-label", label);
    element.title = label;
    element.innerHTML = `<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="${ICONS[icon]}"/></svg>`;
    element.addEventListener("click", press);
    parent.append(element);
    return element;
  };
  const zoom = group("zoom");
  button(zoom, words.zoomIn, "zoomIn", () => chart.zoomBy(1));
  button(zoom, words.zoomOut, "zoomOut", () => chart.zoomBy(-1));
  button(zoom, words.wholeRegion, "whole", whole);
  // A map that only a drag could move would leave out who cannot drag (WCAG 2.2, 2.5.7). With a keyboard
  // the four buttons appear by themselves, for a finger or a mouse they stay once asked for.
  const toggle = button(zoom, words.panButtons, "pan", () => {
    const always = box.classList.toggle("pan-always");
    toggle.setAttribute("aria-pressed", String(always));
  });
  toggle.setAttribute("aria-pressed", "false");
  const pan = group("pan");
  const stride = (x: number, y: number) => () => {
    const { left, top, right, bottom } = chart.window();
    chart.panBy((right - left) * STRIDE * x, (bottom - top) * STRIDE * y);
  };
  button(pan, words.pan.north, "north", stride(0, -1));
  button(pan, words.pan.west, "west", stride(-1, 0));
  button(pan, words.pan.east, "east", stride(1, 0));
  button(pan, words.pan.south, "south", stride(0, 1));
  const stage = chart.element.parentElement;
  const key = ({ target }: Event): void => void box.classList.toggle("pan-keyed", target instanceof Element && target.matches(":is(.controls *, .sign):focus-visible"));
  for (const event of ["focusin", "keyup"]) stage?.addEventListener(event, key);
  stage?.addEventListener("focusout", () => box.classList.remove("pan-keyed"));
  // Before the map in the document, so that the keyboard meets the buttons first.
  chart.element.before(box);
  addScale(chart, words);
}

function addScale(chart: Chart, words: Words): void {
  const scale = document.createElement("div");
  scale.className = "scale";
  const note = document.createElement("p");
  note.className = "base-ends";
  note.hidden = true;
  const link = document.createElement("a");
  link.textContent = words.openStreetMap;
  link.rel = "noopener";
  note.append(`${words.baseMapEnds}. `, link);
  chart.element.append(note);
  scale.setAttribute("aria-hidden", "true");
  chart.element.append(scale);
  const draw = (): void => {
    const { zoom, lat, lon } = chart.view();
    const perPixel = (METRES * Math.cos((lat * Math.PI) / 180)) / 1000 / 2 ** zoom;
    const length = LENGTHS.find((kilometres) => kilometres / perPixel <= WIDEST_BAR) ?? 0.1;
    const width = Math.round(length / perPixel);
    scale.innerHTML = `<svg width="${width + 2}" height="7" viewBox="0 0 ${width + 2} 7"><path d="M1 0v6h${width}V0"/></svg><span>${length >= 1 ? `${length} km` : `${length * 1000} m`}</span>`;
    note.hidden = zoom < BASE_ENDS;
    link.href = `https://www.openstreetmap.org/#map=${Math.round(zoom)}/${lat.toFixed(4)}/${lon.toFixed(4)}`;
  };
  chart.on("moveend", draw);
  chart.on("zoom", draw);
  draw();
}
