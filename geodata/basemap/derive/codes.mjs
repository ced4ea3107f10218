// ISO codes: what the atlas covers, and where Natural Earth has none, an old one, or one of its own.

/** The 33 states of Latin America and the Caribbean and the territories among them (UN M49, 419, and FK, GS). */
export const REGION = (
  "AR BO BR CL CO EC FK GF GS GY PE PY SR UY VE " +
  "BZ CR GT HN MX NI PA SV " +
  "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI"
).split(" ");

/** Natural Earth `ADM0_A3` to ISO 3166-1 alpha-2 where `ISO_A2` is -99 or its own; null: no code, drawn as land. */
const COUNTRY = {
  FRA: "FR", NOR: "NO", TWN: "TW",
  KOS: "XK",              // user-assigned, in general use
  USG: "CU",              // Guantánamo Bay: Cuban territory under a lease
  BRI: "BR",              // Isla Brasilera: administered by Brazil
  SOL: "SO", KAB: "KZ", IOA: "AU", CSI: "AU", ATC: "AU", ESB: "GB", WSB: "GB",
  SPI: null,              // Southern Patagonian Ice Field: boundary not yet agreed
  CYN: null, CNM: null, KAS: null, BRT: null,
};

/** Specks that stand in maritime disputes, or far out: not drawn. */
const LEFT_OUT = new Set(["BJN", "SER", "PGA", "SCR", "CLP", "UMI"]);

/** Overseas parts that Natural Earth keeps within the state, but ISO 3166-1 codes by themselves. */
const OVERSEAS = { "FR-GF": "GF", "FR-GP": "GP", "FR-MQ": "MQ", "NL-BQ1": "BQ", "NL-BQ2": "BQ", "NL-BQ3": "BQ" };

export function countryOfFeature(p) {
  if (LEFT_OUT.has(p.ADM0_A3)) return undefined;
  if (p.ADM0_A3 in COUNTRY) return COUNTRY[p.ADM0_A3];
  return p.ISO_A2;
}

export function countryOfRegion(p) {
  if (LEFT_OUT.has(p.adm0_a3)) return undefined;
  return OVERSEAS[p.iso_3166_2] ?? p.iso_a2;
}

/** Units whose code ISO 3166-2 has changed since, by country and name. */
const BY_NAME = {
  "MX|Distrito Federal": "MX-CMX",
  "CO|Bogota": "CO-DC",
  "PE|Lima Province": "PE-LMA",
  "BS|New Providence": "BS-NP",
  "TT|Rio Claro-Mayaro": "TT-MRC",
  "TT|Eastern Tobago": "TT-TOB", "TT|Western Tobago": "TT-TOB",
  "LC|Dauphin": "LC-06", "LC|Praslin": "LC-08",   // quarters given up; now of Gros Islet and Micoud
};

/**
 * Units on which names and codes of Natural Earth stand on the wrong polygon. The GeoNames code beside them is
 * right: the towns inside are of that unit. By GeoNames code (`gn_a1_code`).
 */
const BY_GEONAMES = {
  "GY.10": "GY-BA", "GY.11": "GY-CU", "GY.12": "GY-DE", "GY.13": "GY-EB", "GY.14": "GY-ES",
  "GY.15": "GY-MA", "GY.16": "GY-PM", "GY.17": "GY-PT", "GY.18": "GY-UD", "GY.19": "GY-UT",
  "EC.19": "EC-T", "EC.23": "EC-N",
};

/** Guatemala's letters were replaced by numbers in 2021. */
const GUATEMALA = Object.fromEntries(
  "GU PR SA CM ES SR SO TO QZ SU RE SM HU QC BV AV PE IZ ZA CQ JA JU".split(" ").map((old, i) => [`GT-${old}`, `GT-${String(i + 1).padStart(2, "0")}`]),
);

/** Islets and a base without a code of their own: the unit that they belong to. */
const PART_OF = { "CO-X01~": "CO-VAC", "VE-X01~": "VE-W", "MX-X01~": "MX-YUC", "-99-X13~": "CU-14" };

/** ISO 3166-2 code of a unit, or null where it has none (a territory without subdivisions). */
export function regionCode(p) {
  const given = BY_GEONAMES[p.gn_a1_code] ?? BY_NAME[`${p.iso_a2}|${p.name}`] ?? PART_OF[p.iso_3166_2] ?? p.iso_3166_2;
  const code = GUATEMALA[given] ?? given;
  return /^[A-Z]{2}-(?!X\d)[A-Z0-9]{1,3}$/.test(code) && !(code in OVERSEAS) && code.slice(0, 2) === p.iso_a2 ? code : null;
}

/** In force in ISO 3166-2, but younger than the map: no polygon of their own, found within another's. */
export const NEWER = [{ code: "PA-10", within: "PA-8", name: { en: "Panamá Oeste", zh: "西巴拿马省" } }];
