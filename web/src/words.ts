/** What only the script says; all else is written by the server. */

interface Words {
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly wholeRegion: string;
  readonly pan: Readonly<Record<"north" | "south" | "west" | "east", string>>;
  readonly panButtons: string;
  readonly west: string;
  /** Names the group of signs, and says how to move among them. */
  readonly signs: string;
  readonly loadingMap: string;
  readonly mapFailed: string;
  readonly recordFailed: string;
  readonly noProject: string;
  readonly nearest: string;
  readonly offline: string;
  /** With `{date}`. */
  readonly dataOf: string;
  readonly newerFailed: string;
  readonly tryAgain: string;
  readonly close: string;
  readonly baseMapEnds: string;
  readonly openStreetMap: string;
  readonly key: string;
  readonly menu: string;
  readonly theme: string;
  readonly filters: string;
  /** In the field where there is little room. */
  readonly find: string;
  /** Beside a layer: leaves it alone on the map, and brings the others back. */
  readonly only: string;
  readonly all: string;
  /** With `#` for the number of projects. */
  readonly show: readonly [one: string, other: string];
  readonly sheet: Readonly<Record<"peek" | "half" | "full", string>>;
  /** With `{name}`, `{distance}` and `{wind}`. */
  readonly elsewhere: string;
  readonly goThere: string;
  /** Of another layer one dot stands for several features. */
  readonly crowded: string;
  /** With `{n}`: what such a dot is called. */
  readonly several: string;
  /** With `{n}`. */
  readonly withoutPlace: readonly [one: string, other: string];
  readonly otherFailed: string;
  /** The eight winds, north first, clockwise. */
  readonly winds: readonly string[];
  /** How well a place is known, as a part of a sentence. */
  readonly known: Readonly<Record<string, string>>;
}

const en: Words = {
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  wholeRegion: "Whole region",
  pan: { north: "Move north", south: "Move south", west: "Move west", east: "Move east" },
  panButtons: "Buttons to move the map",
  west: "W",
  signs: "Signs on the map. Arrow keys go from one to the next.",
  loadingMap: "Loading the map",
  mapFailed: "The map could not be drawn. The list is complete.",
  recordFailed: "The record could not be loaded.",
  noProject: "There is no such project.",
  nearest: "The nearest names:",
  offline: "Offline",
  dataOf: "Data of {date}",
  newerFailed: "Newer data could not be loaded",
  tryAgain: "Try again",
  close: "Close",
  baseMapEnds: "Base map ends here",
  openStreetMap: "This place in OpenStreetMap",
  key: "Key to the signs",
  menu: "Menu",
  theme: "Light or dark",
  filters: "Filters",
  find: "Find",
  only: "only",
  all: "all",
  show: ["Show # project", "Show # projects"],
  sheet: { peek: "Show the map", half: "Show half of the list", full: "Show the whole list" },
  elsewhere: "No project in this view. Nearest: {name}, {distance} {wind}",
  goThere: "Go there",
  crowded: "Where features crowd, one dot stands for several; come closer to see each.",
  several: "{n} features",
  withoutPlace: ["{n} without a place is not drawn.", "{n} without a place are not drawn."],
  otherFailed: "This layer could not be loaded.",
  winds: ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"],
  known: { exact: "exact place", near: "known within about 5 km", settlement: "known by its town", region: "known by its region", schematic: "line drawn only to show what it joins" },
};

const es: Words = {
  zoomIn: "Acercar",
  zoomOut: "Alejar",
  wholeRegion: "Toda la región",
  pan: { north: "Mover al norte", south: "Mover al sur", west: "Mover al oeste", east: "Mover al este" },
  panButtons: "Botones para mover el mapa",
  west: "O",
  signs: "Signos del mapa. Las flechas llevan de uno a otro.",
  loadingMap: "Cargando el mapa",
  mapFailed: "No se pudo dibujar el mapa. La lista está completa.",
  recordFailed: "No se pudo cargar la ficha.",
  noProject: "No existe ese proyecto.",
  nearest: "Los nombres más parecidos:",
  offline: "Sin conexión",
  dataOf: "Datos del {date}",
  newerFailed: "No se pudieron cargar datos más recientes",
  tryAgain: "Reintentar",
  close: "Cerrar",
  baseMapEnds: "Aquí termina el mapa base",
  openStreetMap: "Este lugar en OpenStreetMap",
  key: "Leyenda",
  menu: "Menú",
  theme: "Claro u oscuro",
  filters: "Filtros",
  find: "Buscar",
  only: "solo",
  all: "todo",
  show: ["Ver # proyecto", "Ver # proyectos"],
  sheet: { peek: "Ver el mapa", half: "Ver media lista", full: "Ver toda la lista" },
  elsewhere: "Ningún proyecto en esta vista. El más cercano: {name}, a {distance} al {wind}",
  goThere: "Ir allí",
  crowded: "Donde los elementos se amontonan, un punto representa varios; acérquese para ver cada uno.",
  several: "{n} elementos",
  withoutPlace: ["{n} sin lugar no se dibuja.", "{n} sin lugar no se dibujan."],
  otherFailed: "No se pudo cargar esta capa.",
  winds: ["norte", "noreste", "este", "sureste", "sur", "suroeste", "oeste", "noroeste"],
  known: { exact: "ubicación exacta", near: "conocido a unos 5 km", settlement: "conocido por su localidad", region: "conocido por su región", schematic: "línea trazada solo para mostrar qué une" },
};

const pt: Words = {
  zoomIn: "Aproximar",
  zoomOut: "Afastar",
  wholeRegion: "Toda a região",
  pan: { north: "Mover para o norte", south: "Mover para o sul", west: "Mover para o oeste", east: "Mover para o leste" },
  panButtons: "Botões para mover o mapa",
  west: "O",
  signs: "Signos do mapa. As setas levam de um a outro.",
  loadingMap: "Carregando o mapa",
  mapFailed: "Não foi possível desenhar o mapa. A lista está completa.",
  recordFailed: "Não foi possível carregar a ficha.",
  noProject: "Esse projeto não existe.",
  nearest: "Os nomes mais próximos:",
  offline: "Sem conexão",
  dataOf: "Dados de {date}",
  newerFailed: "Não foi possível carregar dados mais recentes",
  tryAgain: "Tentar de novo",
  close: "Fechar",
  baseMapEnds: "O mapa base termina aqui",
  openStreetMap: "Este lugar no OpenStreetMap",
  key: "Legenda",
  menu: "Menu",
  theme: "Claro ou escuro",
  filters: "Filtros",
  find: "Buscar",
  only: "só",
  all: "tudo",
  show: ["Ver # projeto", "Ver # projetos"],
  sheet: { peek: "Ver o mapa", half: "Ver meia lista", full: "Ver toda a lista" },
  elsewhere: "Nenhum projeto nesta vista. O mais próximo: {name}, a {distance} ao {wind}",
  goThere: "Ir até lá",
  crowded: "Onde os elementos se amontoam, um ponto representa vários; aproxime para ver cada um.",
  several: "{n} elementos",
  withoutPlace: ["{n} sem lugar não é desenhado.", "{n} sem lugar não são desenhados."],
  otherFailed: "Não foi possível carregar esta camada.",
  winds: ["norte", "nordeste", "leste", "sudeste", "sul", "sudoeste", "oeste", "noroeste"],
  known: { exact: "local exato", near: "conhecido a cerca de 5 km", settlement: "conhecido pela sua localidade", region: "conhecido pela sua região", schematic: "linha traçada só para mostrar o que liga" },
};

const zh: Words = {
  zoomIn: "放大",
  zoomOut: "缩小",
  wholeRegion: "整个地区",
  pan: { north: "向北移动", south: "向南移动", west: "向西移动", east: "向东移动" },
  panButtons: "显示移动地图的按钮",
  west: "W",
  signs: "地图上的符号。用方向键在符号之间移动。",
  loadingMap: "正在加载地图",
  mapFailed: "无法绘制地图。列表完整可用。",
  recordFailed: "无法加载该记录。",
  noProject: "没有这个项目。",
  nearest: "最接近的名称：",
  offline: "离线",
  dataOf: "数据截至 {date}",
  newerFailed: "无法加载更新的数据",
  tryAgain: "重试",
  close: "关闭",
  baseMapEnds: "底图到此为止",
  openStreetMap: "在 OpenStreetMap 中查看此处",
  key: "符号说明",
  menu: "菜单",
  theme: "浅色或深色",
  filters: "筛选",
  find: "搜索",
  only: "仅此",
  all: "全部",
  show: ["显示 # 个项目", "显示 # 个项目"],
  sheet: { peek: "显示地图", half: "显示部分列表", full: "显示整个列表" },
  elsewhere: "此视图内没有项目。最近的：{name}，{wind}方向 {distance}",
  goThere: "前往",
  crowded: "要素密集处，一个点代表多个要素；放大可逐一查看。",
  several: "{n} 个要素",
  withoutPlace: ["{n} 个没有位置，未绘制。", "{n} 个没有位置，未绘制。"],
  otherFailed: "无法加载此图层。",
  winds: ["正北", "东北", "正东", "东南", "正南", "西南", "正西", "西北"],
  known: { exact: "位置准确", near: "误差约 5 公里以内", settlement: "仅知所在城镇", region: "仅知所在地区", schematic: "线条仅表示连接关系" },
};

const all: Readonly<Record<string, Words>> = { en, es, pt, zh };

export const wordsOf = (lang: string): Words => all[lang] ?? en;
export type { Words };
