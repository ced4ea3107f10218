//! Finding by a text: every word of it must stand in what a project is known by.

use crate::atlas::{Atlas, Lang, Project, Text};
use crate::fold;
use crate::site::country;

/// A search text longer than this, in characters, is cut.
const LONGEST: usize = 100;

/// The search text of an address; none where nothing is asked.
pub fn asked(value: &str) -> Option<String> {
    Some(value.trim().chars().take(LONGEST).collect()).filter(|q: &String| !q.is_empty())
}

/// Whether a project is known by every word asked for, whatever accents, case and width they are written in.
pub fn matches(atlas: &Atlas, project: &Project, asked: &str) -> bool {
    let known = fold::search(&known_by(atlas, project));
    fold::search(asked).split_whitespace().all(|word| known.contains(word))
}

/// Its names, summary, layer, countries, organisations with their aliases, and sites, in every language.
fn known_by(atlas: &Atlas, project: &Project) -> String {
    let mut out = project.id.replace('-', " ");
    let mut add = |text: &str| {
        out.push('\n');
        out.push_str(text);
    };
    let mut all = |text: &Text| text.all().for_each(|(_, text)| add(text));
    all(&project.name);
    all(&project.summary);
    if let Some(layer) = atlas.layer(&project.layer) {
        all(&layer.title);
    }
    for site in &project.sites {
        all(&site.name);
    }
    for organisation in project.actors.iter().filter_map(|a| atlas.organisations.get(&a.organisation)) {
        all(&organisation.name);
        organisation.aliases.iter().for_each(|alias| all(&Text::english(alias)));
    }
    for code in &project.countries {
        Lang::ALL.into_iter().for_each(|lang| all(&Text::english(country::name(code, lang))));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{RecordFiles, load};

    #[test]
    fn names_are_found_in_any_language_accent_case_and_width() {
        let atlas = load::load(&RecordFiles::embedded()).atlas.expect("an atlas");
        let found = |asked: &str| -> Vec<&str> {
            let hits = atlas.projects.iter().filter(|p| matches(&atlas, p, asked));
            hits.map(|p| p.id.as_str()).collect()
        };
        for asked in ["cauchari solar", "Caucharí SOLAR", "ｃａｕｃｈａｒｉ solar"] {
            assert!(found(asked).contains(&"cauchari-solar"), "{asked}");
        }
        for asked in ["litio", "lítio", "lithium", "锂"] {
            assert!(found(asked).contains(&"cauchari-olaroz"), "{asked}");
        }
        for asked in ["ZTE", "中兴"] {
            assert!(found(asked).contains(&"jujuy-seguro"), "{asked}");
        }
        assert!(found("zte no-such-word").is_empty());
        assert_eq!(found("").len(), atlas.projects.len());
    }
}
