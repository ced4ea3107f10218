//! What pages say about editions.

use crate::atlas::Lang;

/// The words about editions of one language.
#[derive(Debug, Clone, Copy)]
pub struct EditionWords {
    /// Above a page of an older edition: `{edition}`.
    pub old: &'static str,
    /// Leads from there to the same page of the current one.
    pub to_current: &'static str,
    /// Above a page for which an edition was asked that does not exist: `{edition}`.
    pub missing: &'static str,
    /// Heading of a list of editions.
    pub edition: &'static str,
    /// Title of a page about changes: `{before}`, `{after}`.
    pub changes: &'static str,
    /// Two states are the same.
    pub nothing: &'static str,
    /// Kind of record.
    pub projects: &'static str,
    /// Kind of record.
    pub organisations: &'static str,
    /// Kind of record.
    pub sources: &'static str,
    /// Kind of record.
    pub stories: &'static str,
    /// Kind of record: what is not a project, organisation or source.
    pub files: &'static str,
    /// A record that was not there before.
    pub added: &'static str,
    /// A record that is there no more.
    pub removed: &'static str,
    /// A record that says something else.
    pub changed: &'static str,
    /// Leads to the same as JSON.
    pub as_data: &'static str,
    /// Leads to the files of an edition.
    pub files_of: &'static str,
    /// Leads to what changed since an edition.
    pub since: &'static str,
    /// Of which day the data are, where they are those of no edition: `{data_of}`, `{version}`.
    pub working: &'static str,
}

/// The words of a language.
pub fn of(lang: Lang) -> &'static EditionWords {
    match lang {
        Lang::En => &EN,
        Lang::Es => &ES,
        Lang::Pt => &PT,
        Lang::Zh => &ZH,
    }
}

const EN: EditionWords = EditionWords {
    old: "You are reading the edition of {edition}, not the current record.",
    to_current: "Read the current record",
    missing: "There is no edition {edition}. This is the current record.",
    edition: "Edition",
    changes: "What changed from {before} to {after}",
    nothing: "Nothing has changed.",
    projects: "Projects",
    organisations: "Organisations",
    sources: "Sources",
    stories: "Stories",
    files: "Title, layers and vocabulary",
    added: "new",
    removed: "removed",
    changed: "changed",
    as_data: "The same as data",
    files_of: "files",
    since: "what has changed since",
    working: "{data_of}, working record {version}, not an edition",
};

const ES: EditionWords = EditionWords {
    old: "Está leyendo la edición del {edition}, no el registro actual.",
    to_current: "Leer el registro actual",
    missing: "No existe la edición {edition}. Este es el registro actual.",
    edition: "Edición",
    changes: "Qué cambió del {before} al {after}",
    nothing: "No hay cambios.",
    projects: "Proyectos",
    organisations: "Organizaciones",
    sources: "Fuentes",
    stories: "Historias",
    files: "Título, capas y vocabulario",
    added: "nuevo",
    removed: "retirado",
    changed: "modificado",
    as_data: "Lo mismo como datos",
    files_of: "archivos",
    since: "qué ha cambiado desde entonces",
    working: "{data_of}, registro de trabajo {version}, no es una edición",
};

const PT: EditionWords = EditionWords {
    old: "Você está lendo a edição de {edition}, não o registro atual.",
    to_current: "Ler o registro atual",
    missing: "Não existe a edição {edition}. Este é o registro atual.",
    edition: "Edição",
    changes: "O que mudou de {before} a {after}",
    nothing: "Nada mudou.",
    projects: "Projetos",
    organisations: "Organizações",
    sources: "Fontes",
    stories: "Histórias",
    files: "Título, camadas e vocabulário",
    added: "novo",
    removed: "retirado",
    changed: "alterado",
    as_data: "O mesmo como dados",
    files_of: "arquivos",
    since: "o que mudou desde então",
    working: "{data_of}, registro de trabalho {version}, não é uma edição",
};

const ZH: EditionWords = EditionWords {
    old: "您正在阅读 {edition} 的版本，而非当前记录。",
    to_current: "阅读当前记录",
    missing: "没有 {edition} 这一版本。此处为当前记录。",
    edition: "版本",
    changes: "{before} 至 {after} 的变化",
    nothing: "没有变化。",
    projects: "项目",
    organisations: "机构",
    sources: "来源",
    stories: "故事",
    files: "标题、图层和词汇表",
    added: "新增",
    removed: "移除",
    changed: "修改",
    as_data: "以数据形式查看",
    files_of: "文件",
    since: "此后的变化",
    working: "{data_of}，工作记录 {version}，并非正式版本",
};
