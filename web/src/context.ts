/** Draws shapes that are context, beneath all signs: few as SVG, many on one canvas. In ink, for hues are the record's. */
import type { Chart, Window } from "./map.ts";
import { pathsOf, type Paths, type Shape } from "./shapes.ts";

export interface Context {
  draw(shapes: readonly Shape[]): void;
}

/** How much is drawn beyond each edge, as a part of the view. */
const MARGIN = 0.25;
/** More pixels than this to one of the page are not seen, and a phone pays for them. */
const FINEST = 2;
/** Phones give up a canvas of more pixels than this. */
const MOST_PIXELS = 16_000_000;

interface Sheet {
  readonly element: SVGSVGElement | HTMLCanvasElement;
  paint(paths: Paths, width: number, height: number): void;
}

export function drawContext(chart: Chart, pane: HTMLElement, many: boolean): Context {
  const { element, paint } = many ? canvasSheet() : svgSheet();
  element.setAttribute("class", "context");
  let shapes: readonly Shape[] = [];
  let drawn: (Window & { zoom: number }) | null = null;

  const draw = (force: boolean): void => {
    if (!shapes.length) {
      element.remove();
      drawn = null;
      return;
    }
    const seen = chart.window();
    const zoom = chart.zoom();
    if (!force && drawn?.zoom === zoom && seen.left >= drawn.left && seen.right <= drawn.right && seen.top >= drawn.top && seen.bottom <= drawn.bottom) return;
    const [dx, dy] = [(seen.right - seen.left) * MARGIN, (seen.bottom - seen.top) * MARGIN];
    const frame = { left: seen.left - dx, right: seen.right + dx, top: seen.top - dy, bottom: seen.bottom + dy };
    const origin = { x: frame.left, y: frame.top };
    const corner = chart.local(origin);
    if (!element.isConnected) pane.append(element);
    paint(pathsOf(shapes, 2 ** zoom, origin, frame), Math.ceil(frame.right - frame.left), Math.ceil(frame.bottom - frame.top));
    element.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
    drawn = { ...frame, zoom };
  };

  chart.on("zoom", () => draw(true));
  chart.on("move", () => draw(false));
  chart.on("resize", () => draw(false));
  if (many) {
    // A canvas does not follow the style by itself.
    new MutationObserver(() => draw(true)).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw(true));
  }
  return {
    draw(next) {
      shapes = next;
      draw(true);
    },
  };
}

/** Path data as markup; the style gives the classes their ink. */
export const markup = ({ areas, lines, dots }: Paths): string =>
  [...areas.map((d) => `<path class="o-area" d="${d}"/>`), lines && `<path class="o-line" d="${lines}"/>`, dots && `<path class="o-dot o-halo" d="${dots}"/><path class="o-dot" d="${dots}"/>`].join("");

function svgSheet(): Sheet {
  const element = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  return {
    element,
    paint(paths, width, height) {
      element.setAttribute("width", String(width));
      element.setAttribute("height", String(height));
      element.innerHTML = markup(paths);
    },
  };
}

function canvasSheet(): Sheet {
  const element = document.createElement("canvas");
  return {
    element,
    paint({ areas, lines, dots }, width, height) {
      const fineness = Math.min(FINEST, devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * height)));
      element.width = width * fineness;
      element.height = height * fineness;
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
      const to = element.getContext("2d");
      if (!to) return;
      const style = getComputedStyle(element);
      const stroke = (path: Path2D, colour: string, thick: number): void => {
        to.strokeStyle = colour;
        to.lineWidth = thick;
        to.stroke(path);
      };
      to.scale(fineness, fineness);
      to.lineCap = to.lineJoin = "round";
      to.fillStyle = style.color;
      for (const d of areas) {
        const area = new Path2D(d);
        to.globalAlpha = 0.14;
        to.fill(area, "evenodd");
        to.globalAlpha = 1;
        stroke(area, style.color, 0.8);
      }
      stroke(new Path2D(lines), style.color, 1.2);
      const all = new Path2D(dots);
      stroke(all, style.getPropertyValue("--halo"), 6);
      stroke(all, style.color, 4);
    },
  };
}
