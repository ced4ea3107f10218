//! What the command does to a folder, as an operator runs it.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use huella::cli::Publish;
use huella::publish::command::publish;

use super::Sites;
use crate::export::{Small, gather};

fn publication(place: String) -> Publish {
    let public_url = Some("https://example.org/atlas".to_owned());
    Publish { place, from: None, dry_run: false, keep: false, geodata: None, public_url, layers: Vec::new() }
}

fn files(sites: &Sites) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    gather(&sites.target(), "", &mut files);
    files
}

#[test]
fn a_dry_run_names_what_would_change_and_changes_nothing() {
    let sites = Sites::new("dry");
    let place = format!("file://{}", sites.target().display());
    let run = |release: usize, more: &[&str]| {
        let from = sites.folder(release).display().to_string();
        let output = Command::new(env!("CARGO_BIN_EXE_huella"))
            .args(["publish", &place, "--from", &from])
            .args(more)
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(run(0, &["--dry-run"]).contains(": 9 put, 0 removed, 0 there already"));
    assert!(!sites.target().exists(), "not even a folder is made");
    sites.write("target/notes.txt", "mine");
    sites.write("target/project/gone/mine.txt", "mine");
    assert!(run(0, &[]).starts_with("The site is at file:///"));
    let before = files(&sites);
    let said = run(1, &["--dry-run"]);
    assert!(said.starts_with("put assets/app-2.js\nput data/new.json\n"), "{said}");
    assert!(said.contains("\nremove project/gone/index.html\nremove data/gone.json\n"), "{said}");
    assert!(said.contains("\nNothing was changed. "), "{said}");
    assert_eq!(before, files(&sites));
    run(1, &[]);
    let after = files(&sites);
    let mut wanted = BTreeMap::new();
    gather(&sites.folder(1), "", &mut wanted);
    for file in ["notes.txt", "project/gone/mine.txt"] {
        wanted.insert(file.to_owned(), b"mine".to_vec());
    }
    assert_eq!(after, wanted, "the site, and what others have there");
    assert!(!sites.target().join(".huella-publish").exists());
}

#[test]
fn published_at_once_it_is_what_an_export_writes_and_each_knows_the_files_of_the_other() {
    let small = Small::new("published");
    let sites = Sites::new("published");
    let flags = Publish {
        geodata: Some(small.record()),
        ..publication(format!("file://{}", sites.target().display()))
    };
    let outcome = publish(&flags).expect("published");
    assert_eq!(outcome.put.last().map(String::as_str), Some("index.html"));
    let first = small.export().expect("a site");
    assert_eq!(outcome.put.len(), first.written);
    assert!(small.files() == files(&sites), "the same files with the same bytes");
    let exported = format!("file://{}", small.site().display());
    let again = publish(&Publish { from: Some(sites.target()), ..publication(exported) }).expect("published");
    assert!(again.put.is_empty() && again.removed.is_empty() && again.same == first.written);
    let left = fs::read_dir(std::env::temp_dir()).expect("a folder").flatten();
    let left =
        left.filter(|entry| entry.file_name() == format!("huella-publish-{}", std::process::id()).as_str());
    assert_eq!(left.count(), 0, "what was exported on the way is gone");
}
