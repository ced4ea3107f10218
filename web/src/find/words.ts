/** What filters and search say, beside what the server has written. */
import { numbers } from "../numbers.ts";
import type { What } from "./search.ts";

export interface FindWords {
  readonly takeAway: string;
  readonly clear: string;
  readonly chips: string;
  /** With `{n}` and `{m}`. */
  readonly someLayers: string;
  /** With `{q}`. */
  readonly searched: string;
  /** With `{year}`. */
  readonly until: string;
  readonly since: string;
  /** With `{date}`. */
  readonly asOf: string;
  readonly none: readonly [one: string, two: string, all: string];
  readonly stillNone: string;
  /** With `#`. */
  readonly project: readonly [one: string, other: string];
  readonly entry: readonly [one: string, other: string];
  readonly organisation: string;
  readonly noOrganisation: string;
  readonly found: readonly [one: string, other: string];
  readonly notFound: string;
  /** With `#`: leads to all that was found. */
  readonly all: readonly [one: string, other: string];
  readonly what: Readonly<Record<What, string>>;
  /** With `#`: of what is listed. */
  readonly viewed: readonly [one: string, other: string];
  readonly copied: string;
  readonly suggestions: string;
}

const all: Readonly<Record<string, FindWords>> = {
  en: {
    takeAway: "Take away:", clear: "Clear all", chips: "Conditions", someLayers: "{n} of {m} layers", searched: "“{q}”", until: "until {year}", since: "since {year}", asOf: "as of {date}",
    none: ["No project matches this condition.", "No project matches both conditions.", "No project matches all {n} conditions."], stillNone: "still none",
    project: ["# project", "# projects"], entry: ["# other entry", "# other entries"],
    organisation: "Name of an organisation", noOrganisation: "No organisation of that name takes part.",
    found: ["# found", "# found"], notFound: "Nothing found.", all: ["List the one that matches", "List all # that match"],
    what: { name: "Name", organisation: "Organisation", place: "Place", layer: "Layer", country: "Country", summary: "Text" },
    viewed: ["# in view", "# in view"], copied: "Link copied", suggestions: "Found",
  },
  es: {
    takeAway: "Quitar:", clear: "Quitar todo", chips: "Condiciones", someLayers: "{n} de {m} capas", searched: "«{q}»", until: "hasta {year}", since: "desde {year}", asOf: "a {date}",
    none: ["Ningún proyecto cumple esta condición.", "Ningún proyecto cumple las dos condiciones.", "Ningún proyecto cumple las {n} condiciones."], stillNone: "sigue sin haber",
    project: ["# proyecto", "# proyectos"], entry: ["otra entrada", "otras # entradas"],
    organisation: "Nombre de una organización", noOrganisation: "No participa ninguna organización con ese nombre.",
    found: ["# hallado", "# hallados"], notFound: "No se halló nada.", all: ["Listar el que coincide", "Listar los # que coinciden"],
    what: { name: "Nombre", organisation: "Organización", place: "Lugar", layer: "Capa", country: "País", summary: "Texto" },
    viewed: ["# a la vista", "# a la vista"], copied: "Enlace copiado", suggestions: "Hallados",
  },
  pt: {
    takeAway: "Remover:", clear: "Limpar tudo", chips: "Condições", someLayers: "{n} de {m} camadas", searched: "“{q}”", until: "até {year}", since: "desde {year}", asOf: "em {date}",
    none: ["Nenhum projeto cumpre esta condição.", "Nenhum projeto cumpre as duas condições.", "Nenhum projeto cumpre as {n} condições."], stillNone: "ainda nenhum",
    project: ["# projeto", "# projetos"], entry: ["outra entrada", "outras # entradas"],
    organisation: "Nome de uma organização", noOrganisation: "Nenhuma organização com esse nome participa.",
    found: ["# encontrado", "# encontrados"], notFound: "Nada foi encontrado.", all: ["Listar o que corresponde", "Listar os # que correspondem"],
    what: { name: "Nome", organisation: "Organização", place: "Lugar", layer: "Camada", country: "País", summary: "Texto" },
    viewed: ["# à vista", "# à vista"], copied: "Link copiado", suggestions: "Encontrados",
  },
  zh: {
    takeAway: "去掉：", clear: "全部去掉", chips: "条件", someLayers: "{m} 个图层中的 {n} 个", searched: "“{q}”", until: "{year} 年以前", since: "{year} 年以来", asOf: "截至 {date}",
    none: ["没有项目符合这个条件。", "没有项目同时符合这两个条件。", "没有项目同时符合全部 {n} 个条件。"], stillNone: "仍然没有",
    project: ["# 个项目", "# 个项目"], entry: ["# 个其他条目", "# 个其他条目"],
    organisation: "机构名称", noOrganisation: "没有叫这个名称的参与机构。",
    found: ["找到 # 个", "找到 # 个"], notFound: "没有找到。", all: ["列出符合的 # 个", "列出符合的 # 个"],
    what: { name: "名称", organisation: "机构", place: "地点", layer: "图层", country: "国家", summary: "正文" },
    viewed: ["视图内 # 个", "视图内 # 个"], copied: "链接已复制", suggestions: "找到的",
  },
};

export const findWords = (lang: string): FindWords => all[lang] ?? (all["en"] as FindWords);

/** A number with its word. */
export const counted = (words: readonly [one: string, other: string], n: number, lang: string): string => words[n === 1 ? 0 : 1].replace("#", numbers(lang)(n));
