/** Meridians and parallels, and their degrees along the left and the lower edge, as on the frame of an atlas. */
import { enlarged } from "./enlarged.ts";
import type { Chart, Window } from "./map.ts";
import { latOf, lonOf, mercatorX, mercatorY } from "./mercator.ts";

/** Degrees between two lines at a zoom. */
export const spacingOf = (zoom: number): number => (zoom < 5.5 ? 10 : zoom < 7 ? 2 : zoom < 8.5 ? 1 : zoom < 10.5 ? 0.5 : 0.1);

/** Whole multiples of a spacing between two values, free of the error that adding up would bring. */
const multiples = (from: number, to: number, spacing: number): number[] => {
  const [first, last] = [Math.ceil(from / spacing), Math.floor(to / spacing)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * spacing).toFixed(4)));
};

const degrees = (frame: Window, scale: number, spacing: number): [lons: number[], lats: number[]] => [
  multiples(lonOf(frame.left / scale), lonOf(frame.right / scale), spacing),
  multiples(Math.max(-80, latOf(frame.bottom / scale)), Math.min(80, latOf(frame.top / scale)), spacing),
];

/** Path markup of the lines within a frame, in pixels of its upper left corner. */
export function graticule(zoom: number, frame: Window): string {
  const scale = 2 ** zoom;
  const [width, height] = [(frame.right - frame.left).toFixed(1), (frame.bottom - frame.top).toFixed(1)];
  const [lons, lats] = degrees(frame, scale, spacingOf(zoom));
  const across = (lat: number): string => `M0 ${(mercatorY(lat) * scale - frame.top).toFixed(1)}H${width}`;
  const down = lons.map((lon) => `M${(mercatorX(lon) * scale - frame.left).toFixed(1)} 0V${height}`).join("");
  const equator = lats.includes(0) ? `<path class="b-graticule b-equator" d="${across(0)}"/>` : "";
  return `<path class="b-graticule" d="${down}${lats.filter((lat) => lat !== 0).map(across).join("")}"/>${equator}`;
}

/** Where the two strips of degrees begin and end, as in the style, and how far a name reaches from its line, both at the usual size of letters: a name that an edge would cut waits for the drag to end. */
const STRIP = { left: 28, narrow: 128, right: 190, top: 12, bottom: 24 };
const NARROW = 560;
const REACH = { before: 11, after: 24, beside: 8 };
/** Narrower than this, the frame would crowd the signs. */
const LEAST_ZOOM = 2.8;
const LEAST_WIDTH = 420;

/** Whether degrees stand along the edges, where letters are so much larger than usual. */
export const framed = (zoom: number, width: number, enlarged: number): boolean => zoom >= LEAST_ZOOM && width >= LEAST_WIDTH * enlarged;

/** Keeps the degrees along the edges along with the map. */
export function degreeFrame(chart: Chart, west: string): void {
  const frame = document.createElement("div");
  frame.className = "degrees";
  frame.setAttribute("aria-hidden", "true");
  const strip = (side: string): HTMLElement => {
    const edge = document.createElement("div");
    edge.className = side;
    frame.append(edge);
    return edge.appendChild(document.createElement("div"));
  };
  const [left, foot] = [strip("left"), strip("foot")];
  chart.element.append(frame);
  let drawn = chart.window();
  let zoomDrawn = NaN;

  // While the map is dragged its degrees are only pushed along: writing them anew would lay out and paint in every frame.
  const follow = (): void => {
    const seen = chart.window();
    if (chart.zoom() !== zoomDrawn) return draw();
    foot.style.transform = `translateX(${(drawn.left - seen.left).toFixed(1)}px)`;
    left.style.transform = `translateY(${(drawn.top - seen.top).toFixed(1)}px)`;
  };
  const draw = (): void => {
    drawn = chart.window();
    zoomDrawn = chart.zoom();
    left.style.transform = foot.style.transform = "";
    const [width, height] = [drawn.right - drawn.left, drawn.bottom - drawn.top];
    const large = enlarged();
    if (!framed(zoomDrawn, width, large)) {
      left.replaceChildren();
      foot.replaceChildren();
      return;
    }
    const scale = 2 ** zoomDrawn;
    // One view more on every side, for what a drag brings in.
    const wider = { left: drawn.left - width, right: drawn.right + width, top: drawn.top - height, bottom: drawn.bottom + height };
    const [lons, lats] = degrees(wider, scale, spacingOf(zoomDrawn));
    const cut = (at: number, before: number, after: number, ...edges: readonly number[]): boolean => edges.some((edge) => at - before * large < edge && at + after * large > edge);
    const mark = (text: string, at: string): HTMLElement => {
      const mark = document.createElement("span");
      mark.textContent = text;
      mark.style.transform = at;
      return mark;
    };
    const named = (degrees: number, [negative, positive]: readonly [string, string]): string => `${Math.abs(degrees)}°${degrees < 0 ? negative : degrees > 0 ? positive : ""}`;
    left.replaceChildren(
      ...lats.flatMap((lat) => {
        const y = mercatorY(lat) * scale - drawn.top;
        return cut(y, REACH.beside, REACH.beside, STRIP.top * large, height - STRIP.bottom * large) ? [] : [mark(named(lat, ["S", "N"]), `translateY(${y.toFixed(1)}px)`)];
      }),
    );
    const begin = (width < NARROW * large ? STRIP.narrow : STRIP.left) * large;
    foot.replaceChildren(
      ...lons.flatMap((lon) => {
        const x = mercatorX(lon) * scale - drawn.left;
        return cut(x, REACH.before, REACH.after, begin, width - STRIP.right * large) ? [] : [mark(named(lon, [west, "E"]), `translateX(${x.toFixed(1)}px)`)];
      }),
    );
  };
  chart.on("move", follow);
  chart.on("moveend", draw);
  chart.on("resize", draw);
  draw();
}
