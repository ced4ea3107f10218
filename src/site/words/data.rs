//! What the page about the data says.

use crate::atlas::Lang;

words! {
    /// The words of the data page of one language.
    DataWords:
    /// What is counted: `{projects}`, `{sites}`, `{sources}`, `{facts}`.
    counts,
    /// Heading of the files that hold everything.
    whole,
    /// Below the button of a format: who it is for.
    for_web,
    /// For spreadsheets.
    for_tables,
    /// For QGIS and its like.
    for_gis,
    /// For parts of a file over the network.
    for_parts,
    /// For Google Earth.
    for_earth,
    /// For DuckDB and its like.
    for_columns,
    /// For streams.
    for_streams,
    /// How a spreadsheet reads CSV rightly.
    csv,
    /// Projects, one point each.
    projects,
    /// All sites.
    sites,
    /// Heading of the record in normal form.
    record,
    /// What that is.
    record_lede,
    /// All tables in one file.
    tables_zip,
    /// Layers and tables in one database.
    record_gpkg,
    /// Every file of the record as JSON.
    record_json,
    /// The description of the tables.
    datapackage,
    /// The description for catalogues.
    catalogue,
    /// Heading of the files by layer.
    by_layer,
    /// Heading of the dictionary of columns.
    columns,
    /// What that is.
    columns_lede,
    /// Column of the dictionary: the name of a column.
    column,
    /// Column of the dictionary: its type.
    kind,
    /// Column of the dictionary: what it means.
    meaning,
    /// Heading of what to know before counting.
    before,
    /// Leads to how to count.
    count,
    /// Leads to what is missing.
    missing,
    /// Heading of how to cite.
    cite,
    /// Heading of the editions.
    editions,
    /// What an edition is.
    editions_lede,
}

/// The words of a language.
pub fn of(lang: Lang) -> &'static DataWords {
    match lang {
        Lang::En => &EN,
        Lang::Es => &ES,
        Lang::Pt => &PT,
        Lang::Zh => &ZH,
    }
}

const EN: DataWords = DataWords {
    counts: "{projects} projects and other entries, {sites} sites, {sources} sources, {facts} values, each with its source.",
    whole: "Everything in one file",
    for_web: "web maps, scripts",
    for_tables: "spreadsheets (import as UTF-8)",
    for_gis: "QGIS, ArcGIS",
    for_parts: "parts of a file over the web",
    for_earth: "Google Earth",
    for_columns: "DuckDB, R, Python",
    for_streams: "one feature a line",
    csv: "CSV files are in UTF-8. A spreadsheet that opens one by itself may take it for something else and break accents: import it as UTF-8 (in Excel: Data, From Text/CSV).",
    projects: "Projects, one point each",
    sites: "All sites",
    record: "The record as tables",
    record_lede: "Projects, events, quantities, claims, actors, organisations and sources as tables that refer to each other; provenance names the source of every single value.",
    tables_zip: "All tables, with a description and a README",
    record_gpkg: "Layers and tables in one database",
    record_json: "Every file of the record",
    datapackage: "Description of the tables (Data Package)",
    catalogue: "Description for catalogues (DCAT)",
    by_layer: "Layer by layer",
    columns: "What the columns mean",
    columns_lede: "Every file of one kind has the same columns in the same order, an empty one too.",
    column: "Column",
    kind: "Type",
    meaning: "Meaning",
    before: "Before you count",
    count: "How to count without counting twice",
    missing: "What is missing, by country and layer",
    cite: "Cite it",
    editions: "Editions",
    editions_lede: "An edition is frozen: its files never change, and checksums prove it. Cite the edition you used.",
};

const ES: DataWords = DataWords {
    counts: "{projects} proyectos y otras entradas, {sites} sitios, {sources} fuentes, {facts} valores, cada uno con su fuente.",
    whole: "Todo en un archivo",
    for_web: "mapas web, programas",
    for_tables: "hojas de cálculo (importar como UTF-8)",
    for_gis: "QGIS, ArcGIS",
    for_parts: "partes de un archivo por la red",
    for_earth: "Google Earth",
    for_columns: "DuckDB, R, Python",
    for_streams: "un elemento por línea",
    csv: "Los archivos CSV están en UTF-8. Una hoja de cálculo que abre uno sin preguntar puede leerlo de otro modo y estropear los acentos: impórtelo como UTF-8 (en Excel: Datos, De texto/CSV).",
    projects: "Proyectos, un punto cada uno",
    sites: "Todos los sitios",
    record: "El registro en tablas",
    record_lede: "Proyectos, hechos, cantidades, afirmaciones, actores, organizaciones y fuentes en tablas que se refieren unas a otras; «provenance» nombra la fuente de cada valor.",
    tables_zip: "Todas las tablas, con descripción y README",
    record_gpkg: "Capas y tablas en una base de datos",
    record_json: "Todos los archivos del registro",
    datapackage: "Descripción de las tablas (Data Package)",
    catalogue: "Descripción para catálogos (DCAT)",
    by_layer: "Capa por capa",
    columns: "Qué significan las columnas",
    columns_lede: "Todos los archivos de un tipo tienen las mismas columnas en el mismo orden, también uno vacío.",
    column: "Columna",
    kind: "Tipo",
    meaning: "Significado",
    before: "Antes de contar",
    count: "Cómo contar sin contar dos veces",
    missing: "Qué falta, por país y capa",
    cite: "Cómo citarlo",
    editions: "Ediciones",
    editions_lede: "Una edición está congelada: sus archivos nunca cambian, y las sumas de verificación lo prueban. Cite la edición que usó.",
};

const PT: DataWords = DataWords {
    counts: "{projects} projetos e outras entradas, {sites} locais, {sources} fontes, {facts} valores, cada um com sua fonte.",
    whole: "Tudo em um arquivo",
    for_web: "mapas na web, programas",
    for_tables: "planilhas (importar como UTF-8)",
    for_gis: "QGIS, ArcGIS",
    for_parts: "partes de um arquivo pela rede",
    for_earth: "Google Earth",
    for_columns: "DuckDB, R, Python",
    for_streams: "um elemento por linha",
    csv: "Os arquivos CSV estão em UTF-8. Uma planilha que abre um deles sem perguntar pode lê-lo de outro modo e estragar os acentos: importe-o como UTF-8 (no Excel: Dados, De Texto/CSV).",
    projects: "Projetos, um ponto cada",
    sites: "Todos os locais",
    record: "O registro em tabelas",
    record_lede: "Projetos, eventos, quantidades, afirmações, atores, organizações e fontes em tabelas que se referem umas às outras; “provenance” nomeia a fonte de cada valor.",
    tables_zip: "Todas as tabelas, com descrição e README",
    record_gpkg: "Camadas e tabelas em um banco de dados",
    record_json: "Todos os arquivos do registro",
    datapackage: "Descrição das tabelas (Data Package)",
    catalogue: "Descrição para catálogos (DCAT)",
    by_layer: "Camada por camada",
    columns: "O que significam as colunas",
    columns_lede: "Todos os arquivos de um tipo têm as mesmas colunas na mesma ordem, também um vazio.",
    column: "Coluna",
    kind: "Tipo",
    meaning: "Significado",
    before: "Antes de contar",
    count: "Como contar sem contar duas vezes",
    missing: "O que falta, por país e camada",
    cite: "Como citar",
    editions: "Edições",
    editions_lede: "Uma edição está congelada: seus arquivos nunca mudam, e as somas de verificação provam isso. Cite a edição que usou.",
};

const ZH: DataWords = DataWords {
    counts: "{projects} 个项目及其他条目，{sites} 个地点，{sources} 个来源，{facts} 个数值，每个数值都有来源。",
    whole: "全部内容，一个文件",
    for_web: "网络地图、脚本",
    for_tables: "电子表格（以 UTF-8 导入）",
    for_gis: "QGIS、ArcGIS 等软件",
    for_parts: "经网络读取文件的一部分",
    for_earth: "谷歌地球（Google Earth）",
    for_columns: "DuckDB、R、Python 等",
    for_streams: "每行一个要素",
    csv: "CSV 文件采用 UTF-8 编码。电子表格软件直接打开时可能误判编码而出现乱码，请以 UTF-8 导入（Excel：数据 › 从文本/CSV）。",
    projects: "项目，每个一个点",
    sites: "全部地点",
    record: "以表格形式呈现的记录",
    record_lede: "项目、事件、数量、说法、参与方、机构和来源，各为一张表并相互引用；provenance 列出每个数值的来源。",
    tables_zip: "全部表格，附说明与 README",
    record_gpkg: "图层与表格合为一个数据库",
    record_json: "记录的全部文件",
    datapackage: "表格说明（Data Package）",
    catalogue: "供数据目录使用的说明（DCAT）",
    by_layer: "按图层",
    columns: "各列的含义",
    columns_lede: "同一类文件的列及其顺序完全相同，空文件也不例外。",
    column: "列",
    kind: "类型",
    meaning: "含义",
    before: "计数之前",
    count: "如何避免重复计数",
    missing: "按国家和图层列出缺少的内容",
    cite: "如何引用",
    editions: "版本",
    editions_lede: "版本一经发布即冻结：文件永不改变，校验和可资证明。请引用您所用的版本。",
};
