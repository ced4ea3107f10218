//! Words of filters, search and result line.

use crate::atlas::Lang;

word_rows! {
    /// Every such word; `#` is a number, `{n}` and the like are filled in.
    FindWords:
    /// Name of the group of filters.
    filters: "Filters", "Filtros", "Filtros", "筛选";
    /// A filter.
    country: "Country", "País", "País", "国家";
    /// A filter.
    organisation: "Organisation", "Organización", "Organização", "机构";
    /// Opens the filters that are seldom used.
    more: "More", "Más", "Mais", "更多";
    /// A filter.
    precision: "How well the place is known", "Cómo se conoce el lugar", "Como se conhece o lugar", "位置的精确程度";
    /// A filter.
    entry: "Kind of entry", "Tipo de entrada", "Tipo de entrada", "条目类型";
    /// A kind of entry.
    project: "Project", "Proyecto", "Projeto", "项目";
    /// A filter.
    year: "Something happened in", "Con hechos en", "Com fatos em", "有事件的年份";
    /// Name of a field.
    year_from: "first year", "primer año", "primeiro ano", "起始年份";
    /// Name of a field.
    year_to: "last year", "último año", "último ano", "结束年份";
    /// A filter of organisations.
    role: "In the role of", "En el papel de", "No papel de", "角色";
    /// No filter of organisations by role.
    any_role: "any role", "cualquiera", "qualquer um", "任何角色";
    /// Why not every organisation is listed.
    others: "Those with one or two projects are found by their name, above.", "Las que tienen uno o dos proyectos se hallan por su nombre, arriba.", "As que têm um ou dois projetos são encontradas pelo nome, acima.", "仅有一两个项目的机构可在上方按名称查找。";
    /// Sends the form where no script does.
    apply: "Show", "Ver", "Ver", "显示";
    /// Name of the list of conditions.
    chips: "Conditions", "Condiciones", "Condições", "条件";
    /// Before a condition, for those who hear it.
    take_away: "Take away:", "Quitar:", "Remover:", "去掉：";
    /// Takes all conditions away.
    clear: "Clear all", "Quitar todo", "Limpar tudo", "全部去掉";
    /// Several layers as one condition: `{n}` of `{m}`.
    some_layers: "{n} of {m} layers", "{n} de {m} capas", "{n} de {m} camadas", "{m} 个图层中的 {n} 个";
    /// A search text as a condition.
    searched: "“{q}”", "«{q}»", "“{q}”", "“{q}”";
    /// A range of years that is open at its beginning.
    until_year: "until {year}", "hasta {year}", "até {year}", "{year} 年以前";
    /// A range of years that is open at its end.
    since_year: "since {year}", "desde {year}", "desde {year}", "{year} 年以来";
    /// Of a result: its day.
    as_of: "as of {date}", "a {date}", "em {date}", "截至 {date}";
    /// Opens the choice of a day on a narrow screen.
    as_of_day: "As of {date}", "Al {date}", "Em {date}", "截至 {date}";
    /// Limits the list to what the map shows.
    in_view: "Only what is in view", "Solo lo que se ve", "Só o que se vê", "仅显示视图内的";
    /// Copies the address of the view.
    copy: "Copy link", "Copiar enlace", "Copiar link", "复制链接";
    /// Of a result.
    unplaced_one: "# without a place", "# sin lugar", "# sem lugar", "# 个没有位置";
    /// Of a result.
    unplaced_other: "# without a place", "# sin lugar", "# sem lugar", "# 个没有位置";
    /// Of a result.
    waiting_one: "# not yet begun", "# aún sin comenzar", "# ainda não iniciado", "# 个尚未开始";
    /// Of a result.
    waiting_other: "# not yet begun", "# aún sin comenzar", "# ainda não iniciados", "# 个尚未开始";
    /// Nothing is shown, by one condition.
    none_of_one: "No project matches this condition.", "Ningún proyecto cumple esta condición.", "Nenhum projeto cumpre esta condição.", "没有项目符合这个条件。";
    /// Nothing is shown, by two.
    none_of_two: "No project matches both conditions.", "Ningún proyecto cumple las dos condiciones.", "Nenhum projeto cumpre as duas condições.", "没有项目同时符合这两个条件。";
    /// Nothing is shown, by `{n}`.
    none_of_all: "No project matches all {n} conditions.", "Ningún proyecto cumple las {n} condiciones.", "Nenhum projeto cumpre as {n} condições.", "没有项目同时符合全部 {n} 个条件。";
    /// Before the conditions of which one may go.
    take_one: "Take one away:", "Quite una:", "Remova uma:", "去掉其中一个：";
    /// What taking a condition away gives: nothing.
    still_none: "still none", "sigue sin haber", "ainda nenhum", "仍然没有";
    /// Values of the address that nothing is known of.
    dropped: "Not known here, and left out: {what}", "No se conoce aquí y se dejó fuera: {what}", "Não se conhece aqui e ficou de fora: {what}", "此处不识别，已忽略：{what}";
    /// Name of the choice of an order.
    sort: "Order", "Orden", "Ordem", "排序";
    /// An order.
    sort_name: "Name", "Nombre", "Nome", "名称";
    /// An order.
    sort_status: "Status", "Estado", "Situação", "状态";
    /// An order.
    sort_relevance: "Best match first", "Más relevante primero", "Mais relevante primeiro", "最相符优先";
}
