//! The record that the program carries passes its own check.

use huella::atlas::RecordFiles;
use huella::check::{check, report};

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
