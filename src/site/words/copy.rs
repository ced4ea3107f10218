//! What a copy of the atlas that is made of files says about what it cannot answer.

use crate::atlas::Lang;

words! {
    /// The words of a copy in one language.
    CopyWords:
    /// Beside the search, where no script runs.
    no_search,
    /// In the place of the service that answers queries.
    no_service,
    /// In the place of the form that makes frames.
    no_builder,
    /// Above a page that another edition was asked of: `{date}`.
    other_edition,
    /// Leads to the editions.
    editions,
    /// In a frame, what was asked and needs a server: `{values}`.
    cannot,
}

/// The words of a language.
pub fn of(lang: Lang) -> &'static CopyWords {
    match lang {
        Lang::En => &EN,
        Lang::Es => &ES,
        Lang::Pt => &PT,
        Lang::Zh => &ZH,
    }
}

const EN: CopyWords = CopyWords {
    no_search: "This copy of the atlas is made of files: search and filters need a script.",
    no_service: "This copy of the atlas is made of files and answers no queries. All that it knows is in the files above.",
    no_builder: "This copy of the atlas is made of files. Below is the frame of the whole map. For a project or a filter, copy the address of that map from “?” on to the end of the frame's address. Stories, searches and pictures that do not move (static=1) need a server.",
    other_edition: "This copy of the atlas shows the data of {date} alone. Other editions are there as files.",
    editions: "Editions",
    cannot: "This copy of the atlas is made of files and cannot show: {values}",
};

const ES: CopyWords = CopyWords {
    no_search: "Esta copia del atlas se compone de archivos: la búsqueda y los filtros necesitan un script.",
    no_service: "Esta copia del atlas se compone de archivos y no responde consultas. Todo lo que sabe está en los archivos de arriba.",
    no_builder: "Esta copia del atlas se compone de archivos. Abajo está el marco del mapa entero. Para un proyecto o un filtro, copie la dirección de ese mapa desde «?» al final de la dirección del marco. Historias, búsquedas e imágenes fijas (static=1) necesitan un servidor.",
    other_edition: "Esta copia del atlas muestra solo los datos del {date}. Las demás ediciones están como archivos.",
    editions: "Ediciones",
    cannot: "Esta copia del atlas se compone de archivos y no puede mostrar: {values}",
};

const PT: CopyWords = CopyWords {
    no_search: "Esta cópia do atlas é feita de arquivos: a busca e os filtros precisam de um script.",
    no_service: "Esta cópia do atlas é feita de arquivos e não responde a consultas. Tudo o que ela sabe está nos arquivos acima.",
    no_builder: "Esta cópia do atlas é feita de arquivos. Abaixo está o quadro do mapa inteiro. Para um projeto ou um filtro, copie o endereço desse mapa a partir de “?” para o fim do endereço do quadro. Histórias, buscas e imagens fixas (static=1) precisam de um servidor.",
    other_edition: "Esta cópia do atlas mostra apenas os dados de {date}. As outras edições estão como arquivos.",
    editions: "Edições",
    cannot: "Esta cópia do atlas é feita de arquivos e não pode mostrar: {values}",
};

const ZH: CopyWords = CopyWords {
    no_search: "本副本由文件组成：搜索和筛选需要脚本。",
    no_service: "本副本由文件组成，不回答查询。全部内容都在上面的文件中。",
    no_builder: "本副本由文件组成。下面是整幅地图的框架。要显示某个项目或筛选结果，请把该地图地址中从“?”开始的部分复制到框架地址的末尾。专题、搜索和静态图片（static=1）需要服务器。",
    other_edition: "本副本只显示{date}的数据。其他版本以文件形式提供。",
    editions: "版本",
    cannot: "本副本由文件组成，无法显示：{values}",
};
