/** Composes the drawing of a sign from the geometry of signs.json; the rules stand in its `about`. */
import geometry from "record:signs";

type Part = readonly (readonly [paint: string, path: string])[];
type Square = readonly [x: number, y: number, size: number];
type Point = readonly [x: number, y: number];

export interface PrecisionShape {
  readonly anchor: Point;
  readonly seed_anchor: Point;
  readonly radius: number;
  readonly seed_radius: number;
  readonly badge: Point;
  readonly stack: Point;
  readonly glyph: Square;
  readonly glyph_low: Square;
  readonly parts: Readonly<Record<string, Part>>;
}

export interface Size {
  /** The size holds below this zoom; the last has none. */
  readonly below?: number;
  readonly seed: boolean;
  readonly scale: number;
  readonly sites: "one" | "all";
}

export interface Geometry {
  readonly box: readonly [number, number, number, number];
  readonly sizes: readonly Size[];
  readonly emphasis: { readonly hand: number; readonly siblings: number };
  readonly crowd: { readonly below: number; readonly within: number; readonly neighbours: number };
  readonly layout: { readonly rounds: number; readonly spring: number; readonly hand_weight: number; readonly leader: number; readonly snap: number; readonly leader_dot: number };
  readonly disc: { readonly precision: string; readonly least_diameter: number };
  readonly line: { readonly end_radius: number; readonly end_radius_one: number };
  readonly statuses: Readonly<Record<string, { readonly draw: readonly string[]; readonly ink: string; readonly seed: string; readonly gone: boolean }>>;
  readonly badges: Readonly<Record<string, Part>>;
  readonly stack: { readonly parts: Part; readonly text: readonly [dx: number, dy: number, size: number, weight: number] };
  readonly precisions: Readonly<Record<string, PrecisionShape>>;
}

export interface Sign {
  readonly glyph: string;
  readonly family: string;
  readonly status: string;
  readonly precision: string;
  /** A decision or an allegation: nothing was built, so it has no body. */
  readonly entry?: boolean;
  readonly seed?: boolean;
  readonly ring?: "hand" | "focus" | null;
  /** How many sites share the place. */
  readonly stack?: number;
}

export const { sizes, emphasis, crowd, layout, disc, line } = geometry;

export const shapeOf = (precision: string): PrecisionShape => geometry.precisions[precision] ?? (geometry.precisions["near"] as PrecisionShape);

/** Whether a status is drawn in grey: cancelled, closed. */
export const isGone = (status: string): boolean => geometry.statuses[status]?.gone === true;

/** The size that holds at a zoom. */
export const sizeAt = (zoom: number): Size => sizes.find(({ below }) => below === undefined || zoom < below) ?? (sizes.at(-1) as Size);

const paths = (part: Part | undefined): string => (part ?? []).map(([paint, d]) => `<path class="${paint}" d="${d}"/>`).join("");
const moved = (part: Part | undefined, [x, y]: Point): string => `<g transform="translate(${x} ${y})">${paths(part)}</g>`;
const glyph = (name: string, [x, y, size]: Square, ink: string): string =>
  `<use href="#g-${name}" x="${x}" y="${y}" width="${size}" height="${size}" class="${ink === "hue" ? "k-hue" : "k-on"}"/>`;

/** The sign as SVG markup at scale 1. Ids and numbers only: no text of the record enters it. */
export function draw(sign: Sign): string {
  const shape = shapeOf(sign.precision);
  const status = geometry.statuses[sign.status] ?? geometry.statuses["unknown"];
  if (!status) return "";
  const out: string[] = [];
  if (sign.seed) {
    out.push(sign.ring ? paths(shape.parts["seed_hand"]) : "", paths(shape.parts[status.seed]));
  } else {
    out.push(sign.ring ? paths(shape.parts[sign.ring]) : "", paths(shape.parts["casing"]), paths(shape.parts["ring"]));
    for (const name of sign.entry ? ["glyph"] : status.draw) {
      if (name === "glyph" || name === "glyph_low") out.push(glyph(sign.glyph, shape[name], sign.entry ? "hue" : status.ink));
      else if (name in geometry.badges) out.push(moved(geometry.badges[name], shape.badge));
      else out.push(paths(shape.parts[name]));
    }
    if ((sign.stack ?? 0) > 1) {
      const [dx, dy] = geometry.stack.text;
      const [x, y] = shape.stack;
      out.push(moved(geometry.stack.parts, shape.stack), `<text class="k-n" x="${x + dx}" y="${(y + dy).toFixed(2)}">${sign.stack}</text>`);
    }
  }
  const [x, y, width, height] = geometry.box;
  return `<svg class="sg f-${sign.family}${status.gone ? " gone" : ""}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" aria-hidden="true">${out.join("")}</svg>`;
}
