//! What the kinds of files are called.

use crate::atlas::Lang;

word_rows! {
    /// A title for each, under its id.
    TableWords:
    /// A file.
    projects: "Projects, one point each", "Proyectos, un punto cada uno", "Projetos, um ponto cada", "项目，每个一个点";
    /// A file.
    sites: "All sites", "Todos los sitios", "Todos os locais", "全部地点";
    /// A file.
    events: "Events", "Hechos", "Fatos", "事件";
    /// A file.
    quantities: "Figures", "Cifras", "Números", "数字";
    /// A file.
    claims: "Statements", "Declaraciones", "Declarações", "各方说法";
    /// A file.
    actors: "Who takes part", "Quiénes participan", "Quem participa", "参与方";
    /// A file.
    organisations: "Organisations", "Organizaciones", "Organizações", "机构";
    /// A file.
    sources: "Sources", "Fuentes", "Fontes", "来源";
    /// A file.
    provenance: "Where values come from", "De dónde sale cada valor", "De onde vem cada valor", "每个数值的出处";
}

/// The title of the kind with this id.
pub fn title(id: &str, lang: Lang) -> Option<&'static str> {
    of(lang).entries().into_iter().find(|(name, _)| *name == id).map(|(_, title)| title)
}
