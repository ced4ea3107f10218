//! Words of the page that says a view as a request.

use crate::atlas::Lang;

word_rows! {
    /// Every such word; `#` is a number, `{n}` and the like are filled in.
    QueryWords:
    /// The link to the page, beside one to a table.
    link: "As a query", "Como consulta", "Como consulta", "作为查询";
    /// Title of the page.
    title: "Open as a query", "Abrir como consulta", "Abrir como consulta", "作为查询打开";
    /// What the page is for: `{shown}` is how many.
    lede: "What the map page shows ({shown}) as a request to the OGC API service, which finds exactly the same.",
        "Lo que muestra la página del mapa ({shown}) como petición al servicio OGC API, que encuentra exactamente lo mismo.",
        "O que a página do mapa mostra ({shown}) como pedido ao serviço OGC API, que encontra exatamente o mesmo.",
        "将地图页所示内容（{shown}）写成对 OGC API 服务的请求，查到的内容完全相同。";
    /// Heading.
    filter: "Filter in CQL2", "Filtro en CQL2", "Filtro em CQL2", "CQL2 筛选表达式";
    /// Instead of a filter.
    none: "Everything is shown: there is nothing to filter.", "Se muestra todo: no hay nada que filtrar.",
        "Tudo é mostrado: não há nada a filtrar.", "全部显示，无需筛选。";
    /// What properties cannot say: `{what}` are names of conditions.
    by_id: "No property of a feature says this: {what}. What is found by it in the edition of {edition} stands in the filter by its ids, and does not grow with the record.",
        "Ninguna propiedad de una entidad dice esto: {what}. Lo que se halla así en la edición de {edition} está en el filtro por sus identificadores, y no crece con el registro.",
        "Nenhuma propriedade de uma feição diz isto: {what}. O que se encontra assim na edição de {edition} está no filtro pelos seus identificadores, e não cresce com o registro.",
        "要素没有属性可以表达：{what}。在 {edition} 版中由此查到的内容，在筛选表达式中以标识符列出，不随记录增加。";
    /// That the day is no part of the filter.
    day: "The day stands beside the filter, as the parameter “on”.", "El día está junto al filtro, en el parámetro «on».",
        "O dia está ao lado do filtro, no parâmetro “on”.", "日期不在筛选表达式内，而在参数“on”中。";
    /// A condition.
    search: "search text", "texto buscado", "texto buscado", "检索词";
    /// A condition.
    years: "years of events", "años de los hechos", "anos dos fatos", "事件年份";
    /// A condition.
    precision: "how well each place is known", "cómo se conoce cada lugar", "como se conhece cada lugar", "每个地点的精确程度";
    /// A condition.
    organisation: "organisations of one name", "organizaciones del mismo nombre", "organizações do mesmo nome", "同名机构";
    /// A request for one point a project.
    projects: "Projects, one point each", "Proyectos, un punto cada uno", "Projetos, um ponto cada", "项目，每个一个点";
    /// A request for all their sites.
    sites: "All their sites", "Todos sus sitios", "Todos os seus locais", "这些项目的全部地点";
    /// A link.
    open: "GeoJSON", "GeoJSON", "GeoJSON", "打开 GeoJSON";
    /// A link.
    table: "as a page", "como página", "como página", "以网页查看";
    /// Of an edition the service knows nothing.
    old: "The service serves the current record alone, so that a view of the edition of {edition} cannot be asked of it. Its files can be had.",
        "El servicio sirve solo el registro actual: no se le puede pedir una vista de la edición de {edition}. Sus archivos sí se pueden obtener.",
        "O serviço serve apenas o registro atual: não se lhe pode pedir uma vista da edição de {edition}. Os seus arquivos podem ser obtidos.",
        "服务只提供当前记录，无法查询 {edition} 版的视图；该版的文件可以下载。";
    /// A link.
    files: "Files of this edition", "Archivos de esta edición", "Arquivos desta edição", "该版的文件";
    /// A link.
    back: "Back to the map", "Volver al mapa", "Voltar ao mapa", "返回地图";
    /// A link to what the language is.
    queryables: "What may be asked for", "Qué se puede pedir", "O que se pode pedir", "可查询的属性";
}
