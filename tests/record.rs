//! The record that the program carries passes its own check.

use huella::atlas::files::FILES;
use huella::atlas::{RecordFiles, load};
use huella::canonical::canonical;
use huella::check::{check, report};
use huella::collection::Catalogue;
use huella::diff::{self, Kind};
use huella::format::dataset;
use huella::links::Links;

#[test]
fn the_record_has_no_fault() {
    let files = RecordFiles::embedded();
    let checked = check(&files).expect("base map and signs");
    assert_eq!(checked.faults, []);
    assert!(checked.is_sound());
    let sites: usize = checked.atlas.iter().flat_map(|a| &a.projects).map(|p| p.sites.len()).sum();
    assert!(report::closing(&checked).contains(&format!("{sites} sites")));
}

#[test]
fn the_folder_and_the_program_hold_the_same_record() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata");
    assert_eq!(RecordFiles::read(&folder).expect("geodata"), RecordFiles::embedded());
}

#[test]
fn every_file_of_a_record_is_carried_written_compared_and_handed_out() {
    let files = RecordFiles::embedded();
    let atlas = load::load(&files).atlas.expect("an atlas");
    let records = diff::records(&atlas);
    let catalogue = Catalogue::build(atlas, &Links::nowhere(), Vec::new()).expect("a catalogue");
    let whole = dataset::find(&catalogue, "record.json").expect("a file").write(&catalogue).expect("made");
    let whole: serde_json::Value = serde_json::from_slice(&whole).expect("JSON");
    for file in FILES {
        let text = files.get(file).unwrap_or_else(|| panic!("the program carries no {file}"));
        assert_eq!(canonical(file, text).as_deref(), Ok(text), "{file} has its form");
        assert!(whole.get(file.trim_end_matches(".json")).is_some(), "record.json has no {file}");
        let compared = match file {
            "organisations.json" => records.keys().any(|(kind, _)| *kind == Kind::Organisation),
            "sources.json" => records.keys().any(|(kind, _)| *kind == Kind::Source),
            _ => records.contains_key(&(Kind::File, file.to_owned())),
        };
        assert!(compared, "{file} is not compared");
    }
}
