// The map is drawn in Web Mercator, so sizes and weights are measured there, in degrees at the equator.

const degrees = 180 / Math.PI;

export const y = (latitude) => degrees * Math.log(Math.tan(Math.PI / 4 + Math.min(85, Math.max(-85, latitude)) / degrees / 2));

/** Weight of a point for Visvalingam's simplification: the area of its triangle as drawn. */
export function triangleArea([a, b, c]) {
  return Math.abs((a[0] - c[0]) * (y(b[1]) - y(a[1])) - (a[0] - b[0]) * (y(c[1]) - y(a[1]))) / 2;
}

/** Area of a closed ring as drawn. */
export function ringArea(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * y(ring[i][1]) - ring[i][0] * y(ring[i - 1][1]);
  return Math.abs(sum) / 2;
}

/** Area in square degrees at the equator that one pixel has at a zoom of the page's map. */
export const pixel = (zoom) => (360 / (256 * 2 ** zoom)) ** 2;
