// Names on the map, in four languages. The policy for disputed places is in the record's own README.md.
import { REGION_NAMES } from "./region-names.mjs";

export const LANGUAGES = ["en", "es", "pt", "zh"];

const display = Object.fromEntries(LANGUAGES.map((l) => [l, new Intl.DisplayNames([l === "zh" ? "zh-Hans" : l], { type: "region", fallback: "none" })]));

const POLICY = {
  FK: { en: "Falkland Islands (Malvinas)", es: "Islas Malvinas (Falkland Islands)", pt: "Ilhas Malvinas (Falkland)", zh: "福克兰群岛（马尔维纳斯群岛）" },
  GS: { en: "South Georgia and the South Sandwich Islands", es: "Islas Georgias del Sur y Sandwich del Sur", pt: "Ilhas Geórgias do Sul e Sandwich do Sul", zh: "南乔治亚岛和南桑威奇群岛" },
  MF: { en: "Saint Martin (French part)", es: "San Martín (parte francesa)", pt: "São Martinho (parte francesa)", zh: "圣马丁（法属）" },
  SX: { en: "Sint Maarten (Dutch part)", es: "Sint Maarten (parte neerlandesa)", pt: "Sint Maarten (parte holandesa)", zh: "圣马丁（荷属）" },
  HK: { en: "Hong Kong", es: "Hong Kong", pt: "Hong Kong", zh: "香港" },
  MO: { en: "Macao", es: "Macao", pt: "Macau", zh: "澳门" },
};

/** {en, es, pt, zh} of an ISO 3166-1 code (Unicode CLDR, as the program that runs this script carries it). */
export function countryName(code) {
  return POLICY[code] ?? Object.fromEntries(LANGUAGES.map((l) => [l, display[l].of(code)?.replace(/ & /g, " and ")]));
}

/** Every code of ISO 3166-1, and XK. */
export const ISO_3166_1 = (
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
  "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
  "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
  "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
  "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG " +
  "UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
).split(" ");

/** A unit's own spelling, which serves every language of Latin script, and the Chinese name where one is given. */
export function regionName(code, p) {
  const own = REGION_NAMES[code];
  if (typeof own === "object") return own;
  const zh = /\p{Script=Han}/u.test(p.name_zh ?? "") ? p.name_zh : undefined;
  return { en: own ?? p.name, zh };
}

/** A name without what repeats the English one. */
export const short = (name) => Object.fromEntries(Object.entries(name).filter(([l, v]) => l === "en" || (v && v !== name.en)));

/** Where a country's name stands (lon, lat), its size (0 greatest) and the zoom from which it is shown. */
export const COUNTRIES = {
  BR: [-54.6, -9.6, 0], MX: [-104, 25.2, 0], AR: [-65, -36.6, 0],
  CO: [-71.6, 2.4, 1], VE: [-65.4, 6.6, 1], PE: [-74.6, -6, 1], BO: [-63.8, -17.4, 1], CL: [-71.2, -38.5, 1], PY: [-58.6, -22.6, 1],
  CU: [-78.6, 21.7, 2], EC: [-78.4, -1.5, 2], UY: [-55.9, -32.9, 2], GY: [-58.9, 4.9, 2], SR: [-55.9, 4, 2],
  GF: [-53.1, 3.9, 3], GT: [-90.4, 15.3, 3], HN: [-86.7, 14.8, 3], NI: [-85, 12.9, 3], PA: [-80.4, 8.5, 3], CR: [-84.1, 10, 3],
  DO: [-70.5, 18.9, 3], HT: [-72.5, 19.1, 3], JM: [-77.3, 18.15, 3], SV: [-88.8, 13.7, 3], BZ: [-88.7, 17.2, 3], PR: [-66.45, 18.25, 3],
  BS: [-77.6, 24.4, 3], TT: [-61.3, 10.45, 3], FK: [-59, -51.7, 3], GS: [-36.8, -54.4, 3],
  AG: [-61.8, 17.1, 4], BB: [-59.55, 13.18, 4], DM: [-61.36, 15.43, 4], GD: [-61.68, 12.12, 4], KN: [-62.75, 17.3, 4], LC: [-60.98, 13.9, 4],
  VC: [-61.2, 13.25, 4], GP: [-61.5, 16.2, 4], MQ: [-61, 14.65, 4], CW: [-68.97, 12.18, 4], AW: [-69.97, 12.51, 4], BQ: [-68.27, 12.18, 4],
  TC: [-71.8, 21.8, 4], KY: [-81.2, 19.32, 4], VG: [-64.55, 18.45, 5], VI: [-64.8, 17.74, 5], AI: [-63.05, 18.22, 5], MF: [-63.06, 18.09, 5],
  SX: [-63.06, 18.03, 5], BL: [-62.83, 17.9, 5], MS: [-62.19, 16.74, 5],
};
const FROM_ZOOM = [2, 3, 3, 4, 5, 7];

const WATER = {
  pacific: { en: "Pacific Ocean", es: "Océano Pacífico", pt: "Oceano Pacífico", zh: "太平洋" },
  atlantic: { en: "Atlantic Ocean", es: "Océano Atlántico", pt: "Oceano Atlântico", zh: "大西洋" },
  caribbean: { en: "Caribbean Sea", es: "Mar Caribe", pt: "Mar do Caribe", zh: "加勒比海" },
  gulf: { en: "Gulf of Mexico", es: "Golfo de México", pt: "Golfo do México", zh: "墨西哥湾" },
};
const WATERS = [
  ["pacific", -91, -19, 0, 2], ["atlantic", -36, -27, 0, 2], ["caribbean", -73.8, 15, 1, 3], ["gulf", -91.2, 25.2, 1, 3],
  ["pacific", -104, 10, 0, 4], ["atlantic", -60, 26, 0, 4], ["pacific", -80, -44, 0, 4], ["atlantic", -40, 6, 0, 4], ["atlantic", -55, -44, 0, 4],
];

const AREAS = [["essequibo", { en: "Essequibo", es: "Esequibo", zh: "埃塞奎博" }, -60.2, 6.3, 4, 6]];

/** Points: kind `country`, `water` or `area`; `rank` 0 (greatest) to 5; `zoom` from which it may stand. */
export function labels() {
  const point = (id, kind, name, lon, lat, rank, zoom) => ({ type: "Point", id, coordinates: [lon, lat], properties: { kind, name: short(name), rank, zoom } });
  return [
    ...Object.entries(COUNTRIES).map(([code, [lon, lat, rank]]) => point(code, "country", countryName(code), lon, lat, rank, FROM_ZOOM[rank])),
    ...WATERS.map(([id, lon, lat, rank, zoom]) => point(id, "water", WATER[id], lon, lat, rank, zoom)),
    ...AREAS.map(([id, name, lon, lat, rank, zoom]) => point(id, "area", name, lon, lat, rank, zoom)),
  ];
}
