/** Dates as a language writes them, never more exact than they are. The server writes the same. */

const MONTHS: Readonly<Record<string, string>> = {
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  es: "ene feb mar abr may jun jul ago sep oct nov dic",
  pt: "jan fev mar abr mai jun jul ago set out nov dez",
};

/** `18 Sep 2025`, `Sep 2025`, `2025`; `2025年9月18日` in Chinese. */
export function written(date: string, lang: string): string {
  const [year = "", month, day] = date.split("-");
  if (lang === "zh") return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
  const name = month && (MONTHS[lang] ?? MONTHS["en"] ?? "").split(" ")[Number(month) - 1];
  return [day && Number(day), name, year].filter(Boolean).join(" ");
}

/** The month of a date, or its year where no more is known: what a row has room for. */
export const month = (date: string, lang: string): string => written(date.slice(0, 7), lang);
