// Lines in dispute on land, dashed alike: the line in force (`kind: "boundary"`) and the line claimed (`"claim"`).
import { nearRegion } from "./read.mjs";

const DISPUTED = /^(Disputed|Indefinite|Indeterminant)/;
/** ADM0_A3 of the side that administers; the Bolivian line through Antofagasta is history, not a present claim. */
const CLAIMS = new Set(["GUY", "BLZ", "FRA"]);

export function disputedLines(boundaries, claims) {
  const pair = (f) => [f.properties.ADM0_A3_L, f.properties.ADM0_A3_R].sort().join("-");
  return [
    ...boundaries.filter((f) => DISPUTED.test(f.properties.FEATURECLA) && nearRegion(f)).map((f) => ({ ...f, properties: { kind: "boundary", of: pair(f) } })),
    ...claims.filter((f) => CLAIMS.has(f.properties.country) && nearRegion(f)).map((f) => ({ ...f, properties: { kind: "claim", of: `${f.properties.country} ${f.properties.name}` } })),
  ];
}
