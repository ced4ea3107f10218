//! Whether there is anything to release, and under which name.

use crate::atlas::edition::{AtlasFile, Edition};
use crate::atlas::{RecordFiles, read};

/// What a release would do.
#[derive(Debug, PartialEq, Eq)]
pub enum Name {
    /// Nothing: the record says what this edition says.
    Unchanged(Edition),
    /// Make this edition; `atlas.json` has to be changed to say so where it says another one.
    New(Edition),
    /// The date in `atlas.json` is before that of this edition.
    TooOld(Edition),
}

/// Compares a record with the newest edition before it. That the edition's name or DOI alone changed
/// is no change of the record.
pub fn name(record: &RecordFiles, wanted: Edition, latest: Option<(Edition, &RecordFiles)>) -> Name {
    match latest {
        None => Name::New(wanted),
        Some((edition, frozen)) if same(record, frozen) => Name::Unchanged(edition),
        Some((edition, _)) if wanted > edition => Name::New(wanted),
        Some((edition, _)) if wanted.day() == edition.day() => Name::New(edition.next_of_day()),
        Some((edition, _)) => Name::TooOld(edition),
    }
}

fn same(a: &RecordFiles, b: &RecordFiles) -> bool {
    const ATLAS: &str = "atlas.json";
    let others = |files: &RecordFiles| -> Vec<(String, String)> {
        let others = files.iter().filter(|(path, _)| *path != ATLAS);
        others.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
    };
    about(a.get(ATLAS)) == about(b.get(ATLAS)) && others(a) == others(b)
}

/// `atlas.json` without what names the edition.
fn about(text: Option<&str>) -> Option<AtlasFile> {
    let mut about = read::json::<AtlasFile>("atlas.json", text?, &mut Vec::new()).value?;
    about.edition = Edition::default();
    about.version_doi = None;
    Some(about)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(edition: &str, layers: &str) -> RecordFiles {
        let text = RecordFiles::embedded().get("atlas.json").expect("a file").to_owned();
        let mut about: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        about["edition"] = edition.into();
        RecordFiles::of([
            ("atlas.json".to_owned(), about.to_string()),
            ("layers.json".to_owned(), layers.to_owned()),
        ])
    }

    #[test]
    fn a_name_is_the_date_with_a_number_from_the_second_of_a_day_on() {
        let edition = |text: &str| text.parse::<Edition>().expect("an edition");
        let frozen = record("2026-11-24", "a");
        let of = |wanted: &str, layers: &str, latest: &str| {
            name(&record(wanted, layers), edition(wanted), Some((edition(latest), &frozen)))
        };
        assert_eq!(name(&frozen, edition("2026-11-24"), None), Name::New(edition("2026-11-24")));
        assert_eq!(of("2026-11-24", "a", "2026-11-24"), Name::Unchanged(edition("2026-11-24")));
        assert_eq!(of("2027-01-02", "a", "2026-11-24"), Name::Unchanged(edition("2026-11-24")));
        assert_eq!(of("2026-11-24", "b", "2026-11-24"), Name::New(edition("2026-11-24-2")));
        assert_eq!(of("2026-11-24", "b", "2026-11-24-9"), Name::New(edition("2026-11-24-10")));
        assert_eq!(of("2027-01-02", "b", "2026-11-24"), Name::New(edition("2027-01-02")));
        assert_eq!(of("2026-11-23", "b", "2026-11-24"), Name::TooOld(edition("2026-11-24")));
    }
}
