/** Meridians and parallels, and their degrees along the left and the lower edge, as on the frame of an atlas. */
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

/** Room kept free at the corners, for the scale bar and where the two edges meet. */
const CORNER = { top: 20, bottom: 24, left: 40, right: 190, key: 140 };
/** Beside a map narrower than this the button for the key stands in the lower left corner. */
const KEY_BELOW = 560;
/** Narrower than this, the frame would crowd the signs. */
const LEAST_ZOOM = 3;
const LEAST_WIDTH = 420;

/** Whether degrees stand along the edges. */
export const framed = (zoom: number, width: number): boolean => zoom >= LEAST_ZOOM && width >= LEAST_WIDTH;

/** Keeps the degrees along the edges along with the map. */
export function degreeFrame(chart: Chart, west: string): void {
  const frame = document.createElement("div");
  frame.className = "degrees";
  frame.setAttribute("aria-hidden", "true");
  chart.element.append(frame);
  const draw = (): void => {
    const seen = chart.window();
    const { zoom } = chart.view();
    const [width, height] = [seen.right - seen.left, seen.bottom - seen.top];
    if (!framed(zoom, width)) {
      frame.replaceChildren();
      return;
    }
    const scale = 2 ** zoom;
    const [lons, lats] = degrees(seen, scale, spacingOf(zoom));
    const marks: HTMLElement[] = [];
    const put = (text: string, side: string, x: number, y: number): void => {
      const mark = document.createElement("span");
      mark.className = side;
      mark.textContent = text;
      mark.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      marks.push(mark);
    };
    for (const lat of lats) {
      const y = mercatorY(lat) * scale - seen.top;
      if (y > CORNER.top && y < height - CORNER.bottom) put(`${Math.abs(lat)}°${lat < 0 ? "S" : lat > 0 ? "N" : ""}`, "left", 0, y);
    }
    for (const lon of lons) {
      const x = mercatorX(lon) * scale - seen.left;
      if (x > (width < KEY_BELOW ? CORNER.key : CORNER.left) && x < width - CORNER.right) put(`${Math.abs(lon)}°${lon < 0 ? west : lon > 0 ? "E" : ""}`, "foot", x, 0);
    }
    frame.replaceChildren(...marks);
  };
  chart.on("move", draw);
  chart.on("resize", draw);
  draw();
}
