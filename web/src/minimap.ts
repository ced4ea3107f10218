/** The script of a page with a small map: land, and the features of the page fitted into it. No movement, no Leaflet. */
import { markup } from "./context.ts";
import { pathData } from "./geometry.ts";
import type { Window } from "./map.ts";
import { pathsOf, readShapes, type Shape } from "./shapes.ts";
import { loadBaseMap } from "./topology.ts";

/** Nearer than this the coarse base map says nothing. */
const NEAREST = 2 ** 6;
/** Pixels that stay free at each edge. */
const MARGIN = 28;

async function fill(box: HTMLElement): Promise<void> {
  const { geojson = "", base = "" } = box.dataset;
  // Only path and query: the page may stand at another name of this server than the public one.
  const { pathname, search } = new URL(geojson, location.href);
  const [answer, ground] = await Promise.all([fetch(pathname + search), loadBaseMap(base)]);
  if (!answer.ok) throw new Error(`${geojson}: ${answer.status}`);
  const { shapes } = readShapes((await answer.json()) as GeoJSON.FeatureCollection, "");
  const extent = around(shapes);
  if (!extent) return box.remove();
  const { clientWidth: width, clientHeight: height } = box;
  const scale = Math.min(NEAREST, (width - 2 * MARGIN) / (extent.right - extent.left || 1e-9), (height - 2 * MARGIN) / (extent.bottom - extent.top || 1e-9));
  const left = ((extent.left + extent.right) / 2) * scale - width / 2;
  const top = ((extent.top + extent.bottom) / 2) * scale - height / 2;
  const frame = { left, top, right: left + width, bottom: top + height };
  const origin = { x: left, y: top };
  const strata = [["b-out", ground.out], ["b-land", ground.land], ["b-lake", ground.lakes], ["b-border", ground.borders], ["b-coast", [...ground.coast, ...ground.farCoast]]] as const;
  const under = strata.map(([paint, lines]) => `<path class="${paint}" d="${pathData(lines, scale, origin, frame)}"/>`).join("");
  box.innerHTML = `<svg aria-hidden="true" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice"><g class="ground">${under}</g><g class="context">${markup(pathsOf(shapes, scale, origin, frame))}</g></svg>`;
}

/** The box that holds them all, on the world of zoom 0; null where none has a place. */
function around(shapes: readonly Shape[]): Window | null {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const take = (each: Window): void => {
    box.left = Math.min(box.left, each.left);
    box.top = Math.min(box.top, each.top);
    box.right = Math.max(box.right, each.right);
    box.bottom = Math.max(box.bottom, each.bottom);
  };
  for (const { dots, lines, rings } of shapes) {
    for (const { x, y } of dots) take({ left: x, top: y, right: x, bottom: y });
    for (const each of [...lines, ...rings]) take(each.box);
  }
  return shapes.length ? box : null;
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      // The table says all that the map shows: without it nothing is lost.
      fill(target as HTMLElement).catch(() => target.remove());
    }
  },
  { rootMargin: "200px" },
);
for (const box of document.querySelectorAll(".mini-map")) near.observe(box);
