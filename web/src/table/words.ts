/** What table, comparison and downloads say. */
export interface TableWords {
  readonly open: string;
  /** With `{n}`. */
  readonly title: string;
  readonly close: string;
  readonly back: string;
  readonly columns: Readonly<Record<"name" | "layer" | "country" | "status" | "since" | "first" | "last" | "sites" | "place", string>>;
  /** With `{name}`. */
  readonly choose: string;
  /** With `{n}`. */
  readonly compare: string;
  /** Heads the column of the boxes. */
  readonly beside: string;
  readonly most: string;
  /** Of the properties of the flat files. */
  readonly more: Readonly<Record<string, string>>;
  readonly download: string;
  readonly citation: string;
  /** With `{atlas}`, `{data}`, `{licence}`, `{n}`, `{filter}` and `{address}`. */
  readonly cite: string;
  readonly all: string;
  readonly copy: string;
  readonly copied: string;
  readonly failed: string;
}

const en: TableWords = {
  open: "As a table",
  title: "Table of what is shown: {n}",
  close: "Close",
  back: "Back to the table",
  columns: { name: "Name", layer: "Layer", country: "Country", status: "Status", since: "Since", first: "First event", last: "Last event", sites: "Sites", place: "Place" },
  choose: "Set {name} beside others",
  compare: "Side by side ({n})",
  beside: "Side by side",
  most: "At most four at a time.",
  more: { vendors: "Vendors", contractors: "Contractors", financiers: "Financiers", owners: "Owners", operators: "Operators", buyers: "Buyers", partners: "Partners", money_usd: "Money, US dollars", capacity_mw: "Capacity, MW", cameras: "Cameras", concerns: "Statements of concern", supports: "Statements of support", denials: "Denials", source_count: "Sources", summary: "Summary" },
  download: "Download these",
  citation: "To cite them",
  cite: "{atlas}. {data}. {licence}. {n} records, {filter}. {address}",
  all: "no filter",
  copy: "Copy",
  copied: "Copied",
  failed: "The data could not be loaded.",
};

const es: TableWords = {
  open: "Como tabla",
  title: "Tabla de lo que se muestra: {n}",
  close: "Cerrar",
  back: "Volver a la tabla",
  columns: { name: "Nombre", layer: "Capa", country: "País", status: "Estado", since: "Desde", first: "Primer hecho", last: "Último hecho", sites: "Sitios", place: "Lugar" },
  choose: "Poner {name} junto a otros",
  compare: "Lado a lado ({n})",
  beside: "Lado a lado",
  most: "Cuatro a la vez como máximo.",
  more: { vendors: "Proveedores", contractors: "Contratistas", financiers: "Financiadores", owners: "Propietarios", operators: "Operadores", buyers: "Compradores", partners: "Socios", money_usd: "Dinero, dólares", capacity_mw: "Capacidad, MW", cameras: "Cámaras", concerns: "Declaraciones de inquietud", supports: "Declaraciones de apoyo", denials: "Desmentidos", source_count: "Fuentes", summary: "Resumen" },
  download: "Descargar estos",
  citation: "Para citarlos",
  cite: "{atlas}. {data}. {licence}. {n} fichas, {filter}. {address}",
  all: "sin filtro",
  copy: "Copiar",
  copied: "Copiado",
  failed: "No se pudieron cargar los datos.",
};

const pt: TableWords = {
  open: "Como tabela",
  title: "Tabela do que é mostrado: {n}",
  close: "Fechar",
  back: "Voltar à tabela",
  columns: { name: "Nome", layer: "Camada", country: "País", status: "Situação", since: "Desde", first: "Primeiro fato", last: "Último fato", sites: "Locais", place: "Lugar" },
  choose: "Pôr {name} ao lado de outros",
  compare: "Lado a lado ({n})",
  beside: "Lado a lado",
  most: "No máximo quatro por vez.",
  more: { vendors: "Fornecedores", contractors: "Empreiteiras", financiers: "Financiadores", owners: "Proprietários", operators: "Operadores", buyers: "Compradores", partners: "Parceiros", money_usd: "Dinheiro, dólares", capacity_mw: "Capacidade, MW", cameras: "Câmeras", concerns: "Declarações de preocupação", supports: "Declarações de apoio", denials: "Desmentidos", source_count: "Fontes", summary: "Resumo" },
  download: "Baixar estes",
  citation: "Para citá-los",
  cite: "{atlas}. {data}. {licence}. {n} fichas, {filter}. {address}",
  all: "sem filtro",
  copy: "Copiar",
  copied: "Copiado",
  failed: "Não foi possível carregar os dados.",
};

const zh: TableWords = {
  open: "以表格查看",
  title: "当前显示内容的表格：{n}",
  close: "关闭",
  back: "返回表格",
  columns: { name: "名称", layer: "图层", country: "国家", status: "状态", since: "自", first: "首个事件", last: "最近事件", sites: "地点数", place: "位置" },
  choose: "将{name}并排比较",
  compare: "并排比较（{n}）",
  beside: "并排",
  most: "最多同时比较四项。",
  more: { vendors: "供应商", contractors: "承包商", financiers: "出资方", owners: "所有者", operators: "运营方", buyers: "采购方", partners: "合作方", money_usd: "金额（美元）", capacity_mw: "容量（兆瓦）", cameras: "摄像头", concerns: "关切表态", supports: "支持表态", denials: "否认表态", source_count: "来源数", summary: "概述" },
  download: "下载这些记录",
  citation: "引用方式",
  cite: "{atlas}。{data}。{licence}。{n} 条记录，{filter}。{address}",
  all: "无筛选",
  copy: "复制",
  copied: "已复制",
  failed: "无法加载数据。",
};

const all: Readonly<Record<string, TableWords>> = { en, es, pt, zh };

export const tableWords = (lang: string): TableWords => all[lang] ?? en;
