//! `huella release` freezes what is there, the same bytes wherever it runs, and nothing where nothing changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use huella::atlas::{RecordFiles, load};
use huella::editions::{Editions, SUMS, Sums, record};
use huella::release;

/// A folder with the real record, gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = Folder(std::env::temp_dir().join(format!("huella-{name}-{}", std::process::id())));
        for (file, text) in RecordFiles::embedded().iter() {
            folder.write(file, text);
        }
        folder
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).expect(file)
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file}");
        self.write(file, &text.replacen(from, to, 1));
    }

    /// Releases; exit code and what was said.
    fn release(&self) -> (i32, String) {
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_huella"))
            .args(["release", "--geodata"])
            .arg(&self.0)
            .output()
            .expect("the program runs");
        let said = [stdout, stderr].map(|said| String::from_utf8(said).expect("UTF-8")).concat();
        (status.code().expect("an exit code"), said)
    }

    /// Every file below `editions/`.
    fn editions(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(&self.0.join("editions"), "", &mut files);
        files
    }
}

fn gather(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{below}{}", entry.file_name().to_str().expect("UTF-8"));
        if entry.path().is_dir() {
            gather(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).expect("read"));
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const JUJUY: &str = "projects/jujuy-seguro.geojson";

#[test]
fn a_release_is_the_same_bytes_wherever_it_is_made() {
    let (one, other) = (Folder::new("release-one"), Folder::new("release-other"));
    for folder in [&one, &other] {
        let (code, said) = folder.release();
        assert_eq!(code, 0, "{said}");
    }
    let files = one.editions();
    assert!(files.len() > 165, "{}", files.len());
    assert_eq!(files, other.editions());
    let day = RecordFiles::embedded().get("atlas.json").expect("a file").to_owned();
    let day = &serde_json::from_str::<serde_json::Value>(&day).expect("JSON")["edition"];
    let place = |file: &str| format!("{}/{file}", day.as_str().expect("an edition"));
    for (file, text) in RecordFiles::embedded().iter() {
        assert_eq!(files[&place(&format!("record/{file}"))], text.as_bytes(), "{file}");
    }
    for file in ["sites.geojson", "projects.geojson", "lithium.geojson"] {
        assert!(files.contains_key(&place(file)), "{file}");
    }
    assert!(!files.keys().any(|file| file.contains("/.") || file.ends_with(".part")), "nothing half-written");
}

#[test]
fn releasing_without_a_change_makes_nothing_and_a_change_makes_the_next_of_the_day() {
    let folder = Folder::new("release-twice");
    assert_eq!(folder.release().0, 0);
    let before = folder.editions();
    let (code, said) = folder.release();
    assert_eq!((code, said.contains("Nothing has changed")), (0, true), "{said}");
    assert_eq!(folder.editions(), before);

    folder.edit(JUJUY, "\"en\": \"", "\"en\": \"Mended ");
    let (code, said) = folder.release();
    assert_eq!(code, 0, "{said}");
    let editions = Editions::read(&folder.0).expect("editions");
    let names = editions.names();
    assert_eq!(names.len(), 2);
    assert_eq!(names[0], format!("{}-2", names[1]));
    // The record and what is frozen of it both say which edition it is.
    assert!(folder.read("atlas.json").contains(&format!("\"{}\"", names[0])));
    let frozen = editions.latest().expect("an edition").files().expect("its files");
    assert_eq!(record(&frozen), RecordFiles::read(&folder.0).expect("the record"));
    let features = String::from_utf8(frozen["sites.geojson"].to_vec()).expect("UTF-8");
    assert!(features.contains(&format!("\"edition\":\"{}\"", names[0])));
    // The older edition is as it was.
    let after = folder.editions();
    for (file, bytes) in before.iter().filter(|(file, _)| *file != "index.json") {
        assert_eq!(&after[file], bytes, "{file}");
    }
    assert!(folder.release().1.contains("Nothing has changed"));
}

#[test]
fn a_release_that_was_cut_off_is_made_anew() {
    let folder = Folder::new("release-cut");
    assert_eq!(folder.release().0, 0);
    let whole = folder.editions();
    let edition = Editions::read(&folder.0).expect("editions").names()[0].clone();
    fs::remove_file(folder.0.join("editions/index.json")).expect("removed");
    fs::remove_file(folder.0.join(format!("editions/{edition}/sites.geojson"))).expect("removed");
    folder.write(&format!("editions/.{edition}/half"), "half");
    assert_eq!(Editions::read(&folder.0).expect("none yet").iter().count(), 0);
    assert_eq!(folder.release().0, 0);
    assert_eq!(folder.editions(), whole);
}

#[test]
fn what_may_not_be_released_is_named_and_leaves_nothing() {
    let folder = Folder::new("release-refused");
    folder.edit(JUJUY, "\"layer\": \"surveillance\"", "\"layer\": \"surveilance\"");
    let (code, said) = folder.release();
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("surveilance") && said.contains("mend them"), "{said}");
    assert!(folder.editions().is_empty());
    folder.edit(JUJUY, "\"layer\": \"surveilance\"", "\"layer\": \"surveillance\"");
    assert_eq!(folder.release().0, 0);
    let day = Editions::read(&folder.0).expect("editions").names()[0].clone();
    folder.edit("editions/index.json", &day, "2999-01-01");
    fs::rename(folder.0.join(format!("editions/{day}")), folder.0.join("editions/2999-01-01"))
        .expect("renamed");
    folder.edit(JUJUY, "\"en\": \"", "\"en\": \"Mended ");
    let (code, said) = folder.release();
    assert_eq!(code, 1);
    assert!(said.contains("2999-01-01") && said.contains("later date"), "{said}");
}

#[test]
fn a_damaged_edition_stops_the_start_with_file_and_checksum() {
    let folder = Folder::new("release-damaged");
    assert_eq!(folder.release().0, 0);
    let edition = Editions::read(&folder.0).expect("editions").names()[0].clone();
    let sums = Sums::read(&folder.read(&format!("editions/{edition}/{SUMS}")));
    folder.edit(&format!("editions/{edition}/lithium.geojson"), "Argentina", "Argentine");
    for arguments in [vec!["--listen", "127.0.0.1:0", "--geodata"], vec!["release", "--geodata"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_huella"))
            .args(&arguments)
            .arg(&folder.0)
            .output()
            .expect("the program runs");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(!output.status.success());
        assert_eq!(said.trim_end().lines().count(), 1, "one sentence: {said}");
        assert!(said.contains("lithium.geojson") && said.contains(&edition), "{said}");
        assert!(said.contains(sums.get("lithium.geojson").expect("a checksum")), "{said}");
    }
}

#[test]
fn every_committed_edition_can_be_made_again_from_its_own_record() {
    let geodata = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata");
    for edition in Editions::read(&geodata).expect("no file is damaged").iter() {
        let frozen = edition.files().expect("its files");
        let files = record(&frozen);
        let atlas = load::load(&files).atlas.expect("the record of an edition loads for ever");
        let again = release::files(&files, &atlas).expect("made");
        if frozen.contains_key("README.md") {
            assert_eq!(again, frozen, "byte for byte");
            continue;
        }
        // Editions of before had no text and no description of their own, credited fewer for positions, and
        // named sites' sources for them.
        for (name, bytes) in &frozen {
            if name.ends_with(".geojson") && !name.starts_with("record/") {
                let features = |bytes: &[u8]| -> serde_json::Value {
                    let whole: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
                    whole["features"].clone()
                };
                assert_eq!(features(&again[name]), features(bytes), "{name}");
            } else if !["SHA256SUMS", "provenance.csv"].contains(&name.as_str()) {
                assert_eq!(&again[name], bytes, "{name}");
            }
        }
    }
}

#[test]
fn an_edition_stands_alone_with_text_licence_description_and_schemas() {
    let record = RecordFiles::embedded();
    let atlas = load::load(&record).atlas.expect("an atlas");
    let files = release::files(&record, &atlas).expect("made");
    let text = |name: &str| String::from_utf8(files[name].to_vec()).expect("UTF-8");
    let edition = atlas.about.edition;
    for name in ["README.md", "LICENSE"] {
        let said = text(name);
        assert!(said.contains(&format!("edition of {edition}")) && !said.contains("{{"), "{said}");
        for credit in huella::credit::POSITIONS {
            assert!(
                said.contains(credit.name) && said.contains(credit.licence),
                "{name} credits {}",
                credit.name
            );
        }
    }
    assert!(text("LICENSE").contains("https://creativecommons.org/licenses/by/4.0/"));
    let package: serde_json::Value = serde_json::from_str(&text("datapackage.json")).expect("JSON");
    for resource in package["resources"].as_array().expect("resources") {
        assert!(files.contains_key(resource["path"].as_str().expect("a path")), "{resource}");
    }
    assert!(files.contains_key("schemas/project.schema.json"));
    let sums = text("SHA256SUMS");
    for name in ["README.md", "LICENSE", "datapackage.json", "schemas/sources.schema.json"] {
        assert!(sums.contains(&format!("  {name}\n")), "{name} is vouched for");
    }
}
