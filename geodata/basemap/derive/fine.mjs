// fine.json: what is added as one comes closer, to about zoom 8, and the polygons of the record's check.
import { NEIGHBOUR, addLines, dropSpecks, joined, pruned, simplified } from "./shapes.mjs";
import { pixel } from "./mercator.mjs";
import { byCode, regionLabels } from "./regions.mjs";
import { towns } from "./towns.mjs";
import { write } from "./write.mjs";

const points = (geometries) => ({ type: "GeometryCollection", geometries });
/** The neighbour's own outline, but for its border with the region, needs no more detail than coarse.json's. */
const factor = (p, [lon, lat]) => (p.in || p.lake ? 1 : lon > -120 && lon < -74 && lat < 34 ? 0.3 : 0.005);

export function fine(path, regions, others, disputed, lakes, rivers) {
  const beside = others.filter((f) => f.properties.in || f.properties.code === NEIGHBOUR);
  let t = joined(regions, beside, disputed, { lakes, rivers });
  byCode(t);
  dropSpecks(t, t.objects.countries, (p) => (p.in ? pixel(7) * 2 : pixel(3) * 4));
  dropSpecks(t, t.objects.regions, () => pixel(7) * 2);
  addLines(t, { provinces: true });
  const labels = regionLabels(t);
  t = pruned(simplified(t, pixel(8) * 3, { factor, other: 0.5, keep: 7 }));
  t.objects.labels = points(labels);
  t.objects.towns = points(towns());
  write(path, t, 6e4);
}
