//! Files as they come from an editor: their encoding, their names, and several faults in one.

use std::fs;
use std::path::PathBuf;

use huella::atlas::{Fault, RecordFiles, Severity};
use serde_json::{Value, json};

use super::{JUJUY, changed, checked, refuses, remove, set, told};

/// A folder with the real record, gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("huella-files-{name}-{}", std::process::id()));
        for (file, text) in RecordFiles::embedded().iter() {
            let path = path.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        Folder(path)
    }

    fn read(&self) -> Vec<Fault> {
        checked(&RecordFiles::read(&self.0).expect("the folder can be read")).faults
    }

    fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.0.join(file)).expect("read")
    }

    fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.0.join(file), bytes).expect("written");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn short(faults: &[Fault]) -> Vec<(&str, &str)> {
    faults.iter().map(|f| (f.file.as_str(), f.reason.as_str())).collect()
}

#[test]
fn a_file_that_is_not_utf8_is_told_with_its_place_and_hides_no_other_fault() {
    let folder = Folder::new("latin1");
    let bytes = folder.bytes(JUJUY);
    let at = (0..bytes.len()).find(|i| bytes[*i] == 0xC3).expect("a letter of two bytes");
    // What ISO 8859-1 writes for it: one byte.
    let mut latin = bytes[..at].to_vec();
    latin.push(0xF3);
    latin.extend(&bytes[at + 2..]);
    folder.write(JUJUY, latin);
    let other = "projects/ecu-911.geojson";
    let text = String::from_utf8(folder.bytes(other)).expect("UTF-8");
    folder.write(other, text.replacen("\"layer\": \"surveillance\"", "\"layer\": \"surveilance\"", 1));
    let faults = folder.read();
    assert_eq!(
        short(&faults),
        [(other, "unknown layer `surveilance`"), (JUJUY, &*format!("is not UTF-8 from byte {} on", at + 1))]
    );
    let line = bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
    assert_eq!((faults[1].line, faults[1].remedy.as_str()), (Some(line), "save it as UTF-8"));
}

#[test]
fn a_byte_order_mark_is_told_and_the_rest_of_the_file_checked() {
    let folder = Folder::new("mark");
    let text = String::from_utf8(folder.bytes(JUJUY)).expect("UTF-8");
    let text = text.replacen("\"layer\": \"surveillance\"", "\"layer\": \"surveilance\"", 1);
    folder.write(JUJUY, format!("\u{feff}{text}"));
    let faults = folder.read();
    assert_eq!(
        short(&faults),
        [(JUJUY, "begins with a byte order mark"), (JUJUY, "unknown layer `surveilance`")]
    );
    assert!(faults[0].remedy.contains("without"), "{faults:#?}");
}

#[test]
fn a_file_whose_name_keeps_it_out_or_is_no_id_is_told() {
    let folder = Folder::new("names");
    folder.write("projects/x4.json", "{}");
    folder.write("projects/Bad Name.geojson", folder.bytes(JUJUY));
    let faults = folder.read();
    let left_out = faults.iter().find(|f| f.file == "projects/x4.json").expect("told");
    assert_eq!(left_out.severity, Severity::Warning);
    assert!(left_out.reason.contains("not part of the record") && left_out.remedy.contains(".geojson"));
    let bad = faults.iter().find(|f| f.reason == "`Bad Name` is no id").expect("told");
    assert!(bad.remedy.contains("rename the file") && !bad.remedy.contains("write"), "{bad:#?}");
}

#[test]
fn missing_fields_are_all_told_and_hide_neither_other_faults_nor_what_the_file_cites() {
    refuses(
        vec![
            remove(JUJUY, "/project/layer"),
            remove(JUJUY, "/project/summary"),
            remove(JUJUY, "/project/countries"),
            remove(JUJUY, "/project/events/1/date"),
            remove(JUJUY, "/project/events/1/note"),
            set(JUJUY, "/project/actors/0/role", json!("seller")),
        ],
        &[
            told(JUJUY, "/project", "missing field `layer`", "\"layer\": \"…\"", "project"),
            told(JUJUY, "/project", "missing field `countries`", "\"countries\": [\"…\"]", "project"),
            told(JUJUY, "/project", "missing field `summary`", "\"summary\": {\"en\": \"…\"}", "project"),
            told(JUJUY, "/project/events/1", "missing field `date`", "\"date\": \"2019\"", "{"),
            told(JUJUY, "/project/events/1", "missing field `note`", "{\"en\": \"…\"}", "{"),
            told(JUJUY, "/project/actors/0/role", "unknown role", "use one of", "seller"),
        ],
    );
}

#[test]
fn a_value_of_another_kind_is_told_with_the_form_that_is_due() {
    refuses(
        vec![
            set(JUJUY, "/project/events/1/note", json!("A sentence")),
            set("sources.json", "/2/author", json!("Me")),
        ],
        &[
            told(
                JUJUY,
                "/project/events/1/note",
                "a text stands where an object is due",
                "{\"en\": \"…\"}",
                "A sentence",
            ),
            told("sources.json", "/2/author", "a text stands where a list is due", "[{\"", "Me"),
        ],
    );
    let mut files = RecordFiles::embedded();
    files.put(JUJUY, "[]");
    let faults = checked(&files).faults;
    assert_eq!(faults[0].reason, "a list stands where an object is due", "{faults:#?}");
    assert!(faults.iter().all(|f| !f.reason.contains("struct")), "{faults:#?}");
}

#[test]
fn what_an_author_did_not_mean_is_not_offered() {
    let files = changed(vec![set(JUJUY, "/project/events/0/sources/0", json!("nope-2019-x"))]);
    let faults = checked(&files).faults;
    let fault = faults.iter().find(|f| f.reason.contains("nope-2019-x")).expect("told");
    assert_eq!(fault.remedy, "add the source to sources.json");
}

#[test]
fn figures_licences_and_items_that_cannot_be_are_refused() {
    let again = {
        let file: Value =
            serde_json::from_str(RecordFiles::embedded().get(JUJUY).expect("a file")).expect("JSON");
        file["project"]["quantities"][0].clone()
    };
    let mut twice = again;
    twice["sources"] = json!(["reuters-2019-07-05-zte-jujuy"]);
    refuses(
        vec![
            set(JUJUY, "/project/quantities/1/value", json!(-5)),
            set(JUJUY, "/project/quantities/9999", twice),
            set("organisations.json", "/0/wikidata", json!("160120")),
            set("atlas.json", "/licence", json!("MIT?")),
        ],
        &[
            told(JUJUY, "/project/quantities/1/value", "-5 is below zero", "without its sign", "-5"),
            told(
                JUJUY,
                &*Box::leak(last_figure().into_boxed_str()),
                "says what the figure 0 says",
                "name all sources",
                "{",
            ),
            told("organisations.json", "/0/wikidata", "no item of Wikidata", "Q160120", "160120"),
            told("atlas.json", "/licence", "no SPDX licence", "CC-BY-4.0", "MIT?"),
        ],
    );
}

fn last_figure() -> String {
    let file: Value =
        serde_json::from_str(RecordFiles::embedded().get(JUJUY).expect("a file")).expect("JSON");
    format!("/project/quantities/{}", file["project"]["quantities"].as_array().expect("figures").len())
}
