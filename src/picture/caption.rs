//! What a picture says in words: its title, what it counts, and the sentence that stands for it where it
//! cannot be seen.

use super::view::View;
use crate::atlas::{Atlas, Lang, Project};
use crate::site::country;
use crate::site::words::{self, date, fill, number};

/// The title: the one asked for, the project in hand, what is filtered, or the atlas.
pub fn title(view: &View, atlas: &Atlas, lang: Lang) -> String {
    let w = words::of(lang);
    if let Some(title) = &view.title {
        return title.clone();
    }
    if let Some(project) = view.state.chosen(atlas) {
        return project.name.get(lang).to_owned();
    }
    let layers = view.state.layer.iter().filter_map(|id| {
        let title = atlas.layer(id).map(|layer| layer.title.get(lang));
        w.layer(id).or(title).map(str::to_owned)
    });
    let statuses =
        view.state.status.iter().filter_map(|id| atlas.vocabulary.status(id)).map(|s| s.label.get(lang));
    let organisations =
        view.state.actor.iter().filter_map(|(id, _)| atlas.organisations.get(id)).map(|o| o.name.get(lang));
    let parts = [
        layers.collect::<Vec<_>>().join(", "),
        organisations.collect::<Vec<_>>().join(", "),
        statuses.collect::<Vec<_>>().join(", "),
        country::names(&view.state.country, lang),
        view.state.year.map(|(first, last)| format!("{first}–{last}")).unwrap_or_default(),
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if said.is_empty() { w.tagline.to_owned() } else { said.join(" · ") }
}

/// `140 projects and 6 other entries`
pub fn counted(shown: &[&Project], lang: Lang) -> String {
    let w = words::of(lang);
    let projects = shown.iter().filter(|p| p.entry.is_project()).count();
    let entries = shown.len() - projects;
    let word = if projects == 1 { w.project_one } else { w.project_other };
    let space = if lang == Lang::Zh { "" } else { " " };
    let mut said = format!("{}{space}{word}", number::count(projects, lang));
    if entries > 0 {
        let word = if entries == 1 { w.entry_one } else { w.entry_other };
        said += &format!("{space}{}{space}{}", w.and, word.replace('#', &number::count(entries, lang)));
    }
    said
}

/// `20 projects, as of 5 Jul 2019. Data of 24 Nov 2026.`; of a project in hand its status instead.
pub fn dated(view: &View, atlas: &Atlas, shown: &[&Project], lang: Lang) -> String {
    let w = words::of(lang);
    let standing =
        view.state.chosen(atlas).and_then(|project| atlas.status_on(project, view.state.day(atlas)));
    let told = match &standing {
        Some(standing) => {
            let label = atlas.vocabulary.status(&standing.status).map_or("", |s| s.label.get(lang));
            format!("{label} {} {}", w.since, date::written(standing.since, lang))
        }
        None => counted(shown, lang),
    };
    let as_of =
        view.state.on.map(|day| format!(", {}", fill(w.picture_as_of, &[("date", &date::day(day, lang))])));
    let data = fill(w.data_of, &[("date", &date::day(atlas.today(), lang))]);
    format!("{told}{}. {data}.", as_of.unwrap_or_default())
}

/// The sentence that stands for the picture.
pub fn sentence(view: &View, atlas: &Atlas, shown: &[&Project], lang: Lang) -> String {
    let title = title(view, atlas, lang);
    let what = match view.state.chosen(atlas) {
        Some(project) => format!("{title}, {}", country::names(&project.countries, lang)),
        None => format!("{title}, {}", counted(shown, lang)),
    };
    let day = date::day(view.state.day(atlas), lang);
    fill(words::of(lang).picture_alt, &[("what", &what), ("date", &day)])
}
