/** Web Mercator on a world of 256 pixels (EPSG:3857 at zoom 0). */

/** Metres on the ground that one pixel spans at zoom 0 on the equator. */
export const METRES = 156543.034;

/** Beyond this latitude the square world ends. */
const POLE = 85.0511287798;

export const mercatorX = (lon: number): number => (lon + 180) * (256 / 360);

export function mercatorY(lat: number): number {
  const sin = Math.sin((Math.max(-POLE, Math.min(POLE, lat)) * Math.PI) / 180);
  return 128 - Math.log((1 + sin) / (1 - sin)) * (64 / Math.PI);
}

export const lonOf = (x: number): number => x * (360 / 256) - 180;

export const latOf = (y: number): number => (360 / Math.PI) * Math.atan(Math.exp(((128 - y) * Math.PI) / 128)) - 90;
