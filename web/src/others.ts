/** The operator's own layers: a toggle each, and what is fetched and drawn when it is on. */
import { beside, shortened } from "./beside.ts";
import { drawContext } from "./context.ts";
import type { Facts } from "./facts.ts";
import { inTiles, missing } from "./fetching.ts";
import type { Chart } from "./map.ts";
import type { Pixel } from "./places.ts";
import { readShapes, shapeAt, type Shape, type Shapes } from "./shapes.ts";
import { offerTiled } from "./tiled.ts";

/** More features than this are drawn on a canvas. */
const MANY = 400;
/** How near the pointer must come, in pixels. */
const REACH = 6;

/** What a layer shows within reach of a point, both on the world of zoom 0; where that must be asked for, `again` runs when it is known. */
export type Shown = (at: Pixel, reach: number, again: () => void) => Pick<Shape, "name"> | undefined;

export function offerOthers(chart: Chart, facts: Facts): void {
  const boxes = [...facts.desk.querySelectorAll<HTMLInputElement>("#others input")];
  if (!boxes.length) return;
  const pane = chart.pane("others", 300);
  pane.setAttribute("aria-hidden", "true");
  const layers = boxes.map((box) => {
    const note = document.createElement("p");
    note.className = "other-note";
    note.setAttribute("role", "status");
    box.closest("label")?.after(note);
    const { features = "0", bytes = "0", tiles = "" } = box.dataset;
    // Where nobody answers for tiles, a layer comes whole, however large.
    const offer = tiles !== "" && inTiles(Number(features), Number(bytes)) ? offerTiled : offerWhole;
    box.disabled = false;
    return offer(box, note, chart, pane, facts);
  });
  nameUnderPointer(chart, boxes, layers);
}

function offerWhole(box: HTMLInputElement, note: HTMLElement, chart: Chart, pane: HTMLElement, { words, lang }: Facts): Shown {
  const { features = "0", whole = "", name = "" } = box.dataset;
  const context = drawContext(chart, pane, Number(features) > MANY);
  let shown: readonly Shape[] = [];
  let all: Shapes | null = null;
  let request: AbortController | null = null;

  const show = (shapes: readonly Shape[], told: string): void => {
    shown = shapes;
    context.draw(shapes);
    note.textContent = told;
  };
  const load = async (): Promise<void> => {
    request?.abort();
    const mine = (request = new AbortController());
    try {
      if (!all) {
        const answer = await fetch(whole, { signal: mine.signal });
        if (!answer.ok) throw new Error(`${whole}: ${answer.status}`);
        all = readShapes((await answer.json()) as GeoJSON.FeatureCollection, name);
        if (mine.signal.aborted) return;
      }
      show(all.shapes, missing({ unplaced: all.unplaced, crowded: false }, words, lang));
    } catch {
      // The layer was turned off.
      if (mine.signal.aborted) return;
      show([], words.otherFailed);
      box.checked = false;
    }
  };
  box.addEventListener("change", () => {
    if (box.checked) return void load();
    request?.abort();
    show([], "");
  });
  return (at, reach) => shapeAt(shown, at, reach);
}

/** The name of the feature under the pointer, as plain text. Signs and their names come first. */
function nameUnderPointer(chart: Chart, boxes: readonly HTMLInputElement[], layers: readonly Shown[]): void {
  const label = document.createElement("p");
  label.className = "other-name";
  label.setAttribute("aria-hidden", "true");
  let frame = 0;
  let last: MouseEvent | null = null;
  const tell = (event: MouseEvent): void => {
    last = event;
    const { left, top, width, height } = chart.element.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const seen = chart.window();
    const scale = 2 ** chart.zoom();
    const at = { x: (seen.left + x) / scale, y: (seen.top + y) / scale };
    const free = !chart.element.classList.contains("over-sign");
    const shape = free ? layers.map((shown) => shown(at, REACH / scale, () => event === last && tell(event))).reverse().find((found) => found) : undefined;
    if (!shape?.name) return label.remove();
    label.textContent = shortened(shape.name);
    if (!label.isConnected) chart.element.append(label);
    const to = beside({ x, y }, { width: label.offsetWidth, height: label.offsetHeight }, { width, height });
    label.style.transform = `translate(${to.x}px, ${to.y}px)`;
  };
  chart.element.addEventListener("mousemove", (event) => {
    cancelAnimationFrame(frame);
    if (event.buttons === 0 && boxes.some(({ checked }) => checked)) frame = requestAnimationFrame(() => tell(event));
    else label.remove();
  });
  chart.element.addEventListener("mouseleave", () => {
    cancelAnimationFrame(frame);
    last = null;
    label.remove();
  });
}
