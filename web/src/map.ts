/** The one place that calls Leaflet: a view of the world in Web Mercator that can be dragged and zoomed. */
import * as L from "leaflet";
import type { Pixel } from "./places.ts";
import type { View } from "./state.ts";

/** West, south, east, north. */
export type Extent = readonly [number, number, number, number];

/** Corners of what is seen, in pixels of the whole world at the current zoom. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Chart {
  readonly element: HTMLElement;
  /** A layer of the map that moves with it; what stands in it is placed by `place`. */
  pane(name: string, order: number): HTMLElement;
  /** Latitude and longitude to pixels of the whole world, at the current zoom or another. */
  project(lat: number, lon: number, zoom?: number): Pixel;
  /** Pixels of the whole world to pixels of a pane. */
  local(world: Pixel): Pixel;
  window(): Window;
  view(): View;
  /** That of the view, which is asked for each sign. */
  zoom(): number;
  show(view: View): void;
  /** Goes to a view in an arc that lasts so many seconds. */
  fly(view: View, seconds: number): void;
  /** `margin` is left free around it, in pixels. */
  fit(extent: Extent, deepest: number, margin?: number): void;
  zoomBy(levels: number): void;
  panBy(dx: number, dy: number): void;
  /** Brings a point into view, clear of the edges, if it is not. */
  reveal(lat: number, lon: number): void;
  /** The same at once, and clear of what stands at the right edge. */
  clear(lat: number, lon: number, right: number): void;
  /** The box has changed. */
  resize(): void;
  on(event: "move" | "moveend" | "zoom" | "resize", run: () => void): void;
  /** The reader has moved the map: not `show`, `fit` or a change of the box. */
  onMoved(run: () => void): void;
  /** A press that is no drag, in pixels of the whole world. */
  onPress(run: (at: Pixel, event: MouseEvent) => void): void;
}

const SHALLOWEST = 2;
const DEEPEST = 15;
/** From the Chatham Rise to the Gulf of Guinea: the cables' far ends and a margin for the widest screens. */
const BOUNDS: L.LatLngBoundsLiteral = [[-72, -175], [68, 55]];

export function openMap(element: HTMLElement, start: View | Extent): Chart {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    keyboard: false,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: !still,
    zoomSnap: 0.05,
    wheelPxPerZoomLevel: 90,
    minZoom: SHALLOWEST,
    maxZoom: DEEPEST,
    maxBounds: BOUNDS,
    maxBoundsViscosity: 1,
  });
  const bounds = ([west, south, east, north]: Extent): L.LatLngBoundsLiteral => [[south, west], [north, east]];
  if ("zoom" in start) map.setView([start.lat, start.lon], start.zoom, { animate: false });
  else map.fitBounds(bounds(start), { animate: false });

  /** While the program itself moves the map, or the box changes. */
  let quiet = false;
  const quietly = (run: () => void): void => {
    quiet = true;
    run();
    quiet = false;
  };
  const chart: Chart = {
    element,
    pane(name, order) {
      const pane = map.createPane(name);
      pane.style.zIndex = String(order);
      return pane;
    },
    project: (lat, lon, zoom) => map.project([lat, lon], zoom ?? map.getZoom()),
    local: ({ x, y }) => {
      const origin = map.getPixelOrigin();
      return { x: x - origin.x, y: y - origin.y };
    },
    window: () => {
      const { min, max } = map.getPixelBounds();
      return min && max ? { left: min.x, top: min.y, right: max.x, bottom: max.y } : { left: 0, top: 0, right: 0, bottom: 0 };
    },
    view: () => {
      const { lat, lng } = map.getCenter();
      return { zoom: map.getZoom(), lat, lon: lng };
    },
    zoom: () => map.getZoom(),
    show: ({ zoom, lat, lon }) => quietly(() => map.setView([lat, lon], zoom, { animate: false })),
    fly: ({ zoom, lat, lon }, duration) => void map.flyTo([lat, lon], zoom, { duration }),
    fit: (extent, deepest, margin = 8) => quietly(() => map.fitBounds(bounds(extent), { animate: false, maxZoom: deepest, padding: [margin, margin] })),
    zoomBy: (levels) => void map.setZoom(map.getZoom() + levels),
    panBy: (dx, dy) => void map.panBy([dx, dy], { animate: !still, duration: 0.22 }),
    reveal: (lat, lon) => void map.panInside([lat, lon], { padding: [48, 48], animate: !still, duration: 0.22 }),
    clear(lat, lon, right) {
      const room = Math.min(40, element.clientHeight / 4);
      quietly(() => map.panInside([lat, lon], { paddingTopLeft: [room, room], paddingBottomRight: [right, room], animate: false }));
    },
    resize: () => quietly(() => map.invalidateSize({ animate: false, debounceMoveend: false })),
    on: (event, run) => void map.on(event, run),
    onMoved: (run) => void map.on("moveend", () => quiet || run()),
    onPress: (run) =>
      void map.on("click", ({ latlng, originalEvent }) => {
        // A button pressed by keyboard sends a click without a position, and is heard by the button itself.
        const link = (originalEvent.target as Element).closest("a");
        if (originalEvent.detail !== 0 && !link) run(map.project(latlng), originalEvent);
      }),
  };
  new ResizeObserver(() => chart.resize()).observe(element);
  return chart;
}
