/** Writes crs.json: for every system the order of its axes and some points, as PROJ has them. Wants Debian's proj-bin. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const CODES = [
  4326, 3857,
  // Geographic: SIRGAS 2000 and the national frames that realise it.
  4674, 4686, 5340, 4694, 4190, 5365, 5373, 5381, 5371, 5393, 6365, 4189,
  // UTM on WGS 84 and on SIRGAS 2000.
  ...range(32611, 32625), ...range(32717, 32725), ...range(31965, 31985),
  // Argentina, Brazil, Bolivia, Colombia, Costa Rica, Mexico, Peru, Uruguay, Venezuela; the Americas as a whole.
  ...range(5343, 5349), ...range(22181, 22187), 5880, 5355, 5356, 5357, ...range(3114, 3118), 9377, 5367, 6372,
  5387, 5389, 5382, 5383, 2201, 2202, 2203, 8858,
];
const PLACES = [[-65.3, -24.2], [-58.4, -34.6], [-70.65, -33.45], [-74.08, 4.6], [-99.13, 19.43], [-47.9, -15.8], [-84.09, 9.93],
  [-66.9, 10.5], [-77.04, -12.05], [-56.2, -34.9], [-68.15, -16.5], [-79.5, 9], [-90.5, 14.6], [-115.4, 32.6], [-110.3, 24.1],
  [-103.3, 20.7], [-93.1, 16.75], [-86.8, 21.2], [-63.2, -17.8], [-60, -3.1], [-51.2, -30], [-43.2, -22.9], [-38.5, -3.7], [-34.9, -8.05],
  [-67.8, -54.8], [-69.2, -51.6], [-75.6, 6.25], [-72.5, 7.9], [-71.3, -29.9], [-80.6, -5.2], [-78.5, -0.2], [-61.5, 10.6],
  [-53, 5], [-48.5, -1.45], [-107.4, 24.8], [-69.9, 18.5], [-30, 5], [-36, 4], [-51, 3], [-57, 5.5], [-70, -19], [-72.9, -41.5]];

const systems = [];
for (const code of CODES) {
  const wkt = execFileSync("projinfo", [`EPSG:${code}`, "-q", "--single-line", "-o", "WKT2:2019"], { encoding: "utf8" });
  const [, south, west, north, east] = wkt.match(/BBOX\[([-\d.]+),([-\d.]+),([-\d.]+),([-\d.]+)\]/).map(Number);
  const axes = [...wkt.slice(wkt.lastIndexOf("CS[")).matchAll(/AXIS\["[^"]*",(\w+)/g)].map((axis) => axis[1]);
  const middle = [west <= east ? (west + east) / 2 : -60, (south + north) / 2].map((degree) => Number(degree.toFixed(2)));
  const inside = [middle, ...PLACES].filter(([lon, lat]) => lat > south && lat < north && (west <= east ? lon > west && lon < east : lon > west || lon < east) && Math.abs(lat) < 84);
  const input = inside.map(([lon, lat]) => `${lat} ${lon}`).join("\n");
  const output = inside.length === 0 ? "" : execFileSync("cs2cs", ["-f", "%.10f", "EPSG:4326", `EPSG:${code}`], { input, encoding: "utf8" });
  const points = output.trim().split("\n").filter(Boolean).map((line, i) => {
    const [a, b] = line.trim().split(/\s+/).map(Number);
    return [...inside[i], a, b];
  });
  systems.push({ code, name: wkt.match(/^\w+\["([^"]+)"/)[1], northFirst: axes[0] === "north", degrees: wkt.startsWith("GEOG"), points: points.slice(0, 6) });
}
const lines = systems.map((system) => JSON.stringify(system));
writeFileSync(new URL("crs.json", import.meta.url), `[\n${lines.join(",\n")}\n]\n`);
