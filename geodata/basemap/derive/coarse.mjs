// coarse.json: the first paint. The region as it should look at zoom 3 to 5, the rest of the world for context.
import { pixel } from "./mercator.mjs";
import { labels } from "./names.mjs";
import { addLines, dissolved, dropSpecks, joined, pruned, simplified } from "./shapes.mjs";
import { write } from "./write.mjs";

/** Least area of an island: in the region what is a dot at zoom 5, far away only what makes the outline. */
const island = (p) => (p.in ? pixel(5) * 1.8 : p.far ? pixel(1) * 4 : pixel(3) * 4);
/** The coast of the Gulf is looked at as closely as the region itself. */
const besides = ([lon, lat]) => lon > -120 && lon < -74 && lat < 36;
const factor = (p, point) => (p.in ? 1 : p.far ? 0.004 : besides(point) ? 0.5 : 0.03);

export function coarse(path, regions, others, disputed) {
  let t = joined([], [...dissolved(regions), ...others], disputed);
  dropSpecks(t, t.objects.countries, island);
  addLines(t);
  delete t.objects.regions;
  t = pruned(simplified(t, pixel(5) * 2, { factor, keep: 4 }));
  t.objects.labels = { type: "GeometryCollection", geometries: labels() };
  write(path, t, 1e4);
}
