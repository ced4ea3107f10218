/** The operator's own layers: a toggle each, and what is fetched and drawn when it is on. */
import { drawContext } from "./context.ts";
import type { Facts } from "./facts.ts";
import { byView, degrees, itemsIn, missing, outward, type Got } from "./fetching.ts";
import type { Chart } from "./map.ts";
import { readShapes, shapeAt, type Shape, type Shapes } from "./shapes.ts";

/** More features than this are drawn on a canvas. */
const MANY = 400;
/** Milliseconds at rest before another view is asked for. */
const SETTLED = 200;
/** How near the pointer must come, in pixels. */
const REACH = 6;

/** What a layer shows at the moment. */
type Shown = () => readonly Shape[];
type Answer = GeoJSON.FeatureCollection & { readonly numberMatched?: number };

export function offerOthers(chart: Chart, facts: Facts): void {
  const boxes = [...facts.desk.querySelectorAll<HTMLInputElement>("#others input")];
  if (!boxes.length) return;
  const pane = chart.pane("others", 300);
  pane.setAttribute("aria-hidden", "true");
  const layers = boxes.map((box) => offer(box, chart, pane, facts));
  nameUnderPointer(chart, layers);
}

function offer(box: HTMLInputElement, chart: Chart, pane: HTMLElement, { words, lang }: Facts): Shown {
  const { features = "0", bytes = "0", items = "", whole = "", name = "" } = box.dataset;
  const parts = byView(Number(features), Number(bytes));
  const context = drawContext(chart, pane, Number(features) > MANY);
  const note = document.createElement("p");
  note.className = "other-note";
  note.setAttribute("role", "status");
  box.closest("label")?.after(note);

  let shown: readonly Shape[] = [];
  let all: Shapes | null = null;
  let asked = "";
  let later = 0;
  let request: AbortController | null = null;

  const show = ({ shapes }: Shapes, got: Got | null): void => {
    shown = shapes;
    context.draw(shapes);
    note.textContent = got && missing(got, words, lang);
  };
  const nothing: Shapes = { shapes: [], unplaced: 0 };
  const leave = (): void => {
    request?.abort();
    clearTimeout(later);
    asked = "";
  };

  const load = async (): Promise<void> => {
    if (all) return show(all, { shown: 0, matched: 0, unplaced: all.unplaced });
    const address = parts ? itemsIn(items, outward(degrees(chart.window(), chart.view().zoom)), name) : whole;
    if (address === asked) return;
    leave();
    asked = address;
    const mine = (request = new AbortController());
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const file = (await answer.json()) as Answer;
      const got = readShapes(file, name);
      if (mine.signal.aborted) return;
      if (!parts) all = got;
      show(got, { shown: file.features.length, matched: file.numberMatched ?? file.features.length, unplaced: got.unplaced });
    } catch {
      // Another view is asked for, or the layer was turned off.
      if (mine.signal.aborted) return;
      show(nothing, null);
      note.textContent = words.otherFailed;
      asked = "";
      // Of a layer by views the next movement tries again.
      if (!parts) box.checked = false;
    }
  };

  box.disabled = false;
  box.addEventListener("change", () => {
    if (box.checked) return void load();
    leave();
    show(nothing, null);
  });
  const moved = (): void => {
    clearTimeout(later);
    if (box.checked) later = window.setTimeout(() => void load(), SETTLED);
  };
  if (parts) for (const event of ["moveend", "resize"] as const) chart.on(event, moved);
  return () => shown;
}

/** The name of the feature under the pointer, as plain text. Signs and their names come first. */
function nameUnderPointer(chart: Chart, layers: readonly Shown[]): void {
  const label = document.createElement("p");
  label.className = "other-name";
  label.setAttribute("aria-hidden", "true");
  let frame = 0;
  const tell = (event: MouseEvent): void => {
    const { left, top } = chart.element.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const seen = chart.window();
    const scale = 2 ** chart.view().zoom;
    const at = { x: (seen.left + x) / scale, y: (seen.top + y) / scale };
    const free = event.buttons === 0 && !chart.element.classList.contains("over-sign");
    const shape = free ? layers.map((shown) => shapeAt(shown(), at, REACH / scale)).reverse().find((found) => found) : undefined;
    if (!shape?.name) return label.remove();
    label.textContent = shape.name;
    label.style.transform = `translate(${x + 10}px, ${y + 10}px)`;
    if (!label.isConnected) chart.element.append(label);
  };
  chart.element.addEventListener("mousemove", (event) => {
    cancelAnimationFrame(frame);
    if (layers.some((shown) => shown().length)) frame = requestAnimationFrame(() => tell(event));
    else label.remove();
  });
  chart.element.addEventListener("mouseleave", () => {
    cancelAnimationFrame(frame);
    label.remove();
  });
}
