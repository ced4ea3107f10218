//! What `huella check`, `fmt` and `schema` say and with which exit code they end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use huella::atlas::RecordFiles;
use serde_json::Value;

fn huella(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_huella")).args(arguments).output().expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with the real record, gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn of_the_record(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("huella-{name}-{}", std::process::id()));
        for (file, text) in RecordFiles::embedded().iter() {
            let path = path.join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
        Folder(path)
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).expect("read");
        assert!(text.contains(from));
        fs::write(path, text.replacen(from, to, 1)).expect("written");
    }

    fn name(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const JUJUY: &str = "projects/jujuy-seguro.geojson";

#[test]
fn check_of_the_record_inside_ends_with_its_counts_and_exit_code_0() {
    let output = huella(&["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert!(out(&output).trim_end().ends_with(": no fault, no warning"), "{}", out(&output));
}

#[test]
fn check_draws_a_fault_with_its_line_and_ends_with_exit_code_1() {
    let folder = Folder::of_the_record("check");
    folder.edit(JUJUY, "\"layer\": \"surveillance\"", "\"layer\": \"surveilance\"");
    let output = huella(&["check", folder.name()]);
    assert_eq!(output.status.code(), Some(1));
    let told = out(&output);
    for piece in [
        "fault: unknown layer `surveilance`",
        &format!("{}/{JUJUY}:", folder.name()),
        "\"layer\": \"surveilance\",",
        "^^^^^^^^^^^^^ /project/layer",
        "help: write `surveillance`",
        ": 1 fault, no warning",
    ] {
        assert!(told.contains(piece), "{told} lacks {piece}");
    }
    assert!(!told.contains('\u{1b}'), "colour only on a terminal");
}

#[test]
fn check_tells_a_program_in_json() {
    let folder = Folder::of_the_record("json");
    folder.edit(JUJUY, "\"layer\": \"surveillance\"", "\"layer\": \"surveilance\"");
    let output = huella(&["check", folder.name(), "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let faults: Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(faults.as_array().map(Vec::len), Some(1));
    assert_eq!(faults[0]["file"], JUJUY);
    assert_eq!(faults[0]["pointer"], "/project/layer");
    assert_eq!(faults[0]["severity"], "fault");
    assert!(faults[0]["line"].is_u64() && faults[0]["column"].is_u64());
}

#[test]
fn an_unreadable_folder_is_one_sentence_with_the_remedy() {
    for command in ["check", "fmt", "schema"] {
        let output = huella(&[command, "/no/such/folder"]);
        assert_eq!(output.status.code(), Some(2));
        let told = err(&output);
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(
            told.starts_with("huella: cannot read /no/such/folder") && told.contains("name a folder"),
            "{told}"
        );
    }
}

#[test]
fn fmt_names_what_it_would_change_and_then_changes_it() {
    let folder = Folder::of_the_record("fmt");
    assert_eq!(huella(&["fmt", "--check", folder.name()]).status.code(), Some(0));
    let before = fs::read_to_string(folder.0.join(JUJUY)).expect("read");
    folder.edit(JUJUY, "{\n", "{\n\n\n");
    let output = huella(&["fmt", "--check", folder.name()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output).trim_end(), format!("{}/{JUJUY}", folder.name()));
    assert_ne!(fs::read_to_string(folder.0.join(JUJUY)).expect("read"), before);
    assert_eq!(huella(&["fmt", folder.name()]).status.code(), Some(0));
    assert_eq!(fs::read_to_string(folder.0.join(JUJUY)).expect("read"), before);
}

#[test]
fn fmt_leaves_a_broken_file_as_it_is() {
    let folder = Folder::of_the_record("fmt-broken");
    folder.edit(JUJUY, "\"layer\":", "\"lair\":");
    let before = fs::read_to_string(folder.0.join(JUJUY)).expect("read");
    let output = huella(&["fmt", folder.name()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("missing field `layer`"), "{}", err(&output));
    assert_eq!(fs::read_to_string(folder.0.join(JUJUY)).expect("read"), before);
}

#[test]
fn schema_writes_what_the_record_carries() {
    let folder = Folder::of_the_record("schema");
    assert_eq!(huella(&["schema", folder.name()]).status.code(), Some(0));
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata/schemas/project.schema.json");
    assert_eq!(
        fs::read_to_string(folder.0.join("schemas/project.schema.json")).expect("read"),
        fs::read_to_string(committed).expect("read")
    );
}

#[test]
fn the_version_names_build_edition_and_the_content_of_the_record() {
    let said = out(&huella(&["--version"]));
    let record = RecordFiles::embedded();
    let about: Value = serde_json::from_str(record.get("atlas.json").expect("a file")).expect("JSON");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], format!("huella {}", env!("CARGO_PKG_VERSION")));
    assert!(lines[1].strip_prefix("build ").is_some_and(|hash| hash.len() == 16), "{said}");
    assert_eq!(lines[2], format!("edition {}", about["edition"].as_str().expect("an edition")));
    let content = lines[3].strip_prefix("record ").expect("a hash");
    assert!(content.len() == 16 && record.content().starts_with(content), "{said}");
    assert_eq!(out(&huella(&["-V"])), said);
}
