//! What an export writes, and what it leaves as it is.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use huella::export::manifest::NAME;

use super::Small;

#[test]
fn a_second_run_writes_what_changed_and_removes_what_is_gone_and_touches_nothing_else() {
    let one = Small::new("one");
    let first = one.export().expect("a site");
    assert_eq!(first.written, first.manifest.files.len());
    let files = one.files();
    let again = one.export().expect("a site");
    assert_eq!((again.written, again.removed), (0, 0));
    assert_eq!(files, one.files());
    // The manifest tells of every file but itself.
    let told: BTreeMap<String, usize> =
        again.manifest.files.iter().map(|file| (file.path.clone(), file.bytes)).collect();
    let there: BTreeMap<String, usize> = files
        .iter()
        .filter(|(path, _)| *path != NAME)
        .map(|(path, bytes)| (path.clone(), bytes.len()))
        .collect();
    assert_eq!(told, there);
    for file in &again.manifest.files {
        assert_eq!(file.blake3, blake3::hash(&files[&file.path]).to_hex().as_str(), "{}", file.path);
        let hashed = file.path.starts_with("assets/");
        assert_eq!(file.cache.contains("immutable"), hashed, "{}: {}", file.path, file.cache);
        assert!(!file.media_type.is_empty(), "{}", file.path);
    }

    let name = "Baranoa";
    one.edit("projects/baranoa-solar.geojson", name, "Baranoá");
    one.write("site/notes.txt", "mine");
    one.write("site/project/mine/index.html", "mine");
    let changed = one.export().expect("a site");
    assert!(
        changed.written > 0 && changed.written < first.written,
        "{} of {} written",
        changed.written,
        first.written
    );
    let after = one.files();
    let differ = |path: &str| files[path] != after[path];
    assert!(differ("project/baranoa-solar/index.html") && differ("data/record.json"));
    // Pages and data name the state of the record, which is another now; pictures and the page's parts do not.
    assert!(!differ("project/hanaq-aguiliri.png"));
    assert!(files.keys().filter(|path| path.starts_with("assets/")).all(|path| !differ(path)));

    // What is no longer in the record goes; what others have put there stays.
    fs::remove_file(one.record().join("projects/baranoa-solar.geojson")).expect("removed");
    let fewer = one.export().expect("a site");
    assert!(fewer.removed > 10, "{} removed", fewer.removed);
    let left = one.files();
    assert!(left.keys().all(|path| !path.contains("baranoa")), "nothing of it is left");
    assert!(!one.site().join("project/baranoa-solar").exists(), "its folder is gone, too");
    assert_eq!((&*left["notes.txt"], &*left["project/mine/index.html"]), (&b"mine"[..], &b"mine"[..]));
}

#[test]
fn a_list_that_names_files_elsewhere_removes_none_of_them() {
    let one = Small::new("elsewhere");
    one.export().expect("a site");
    one.write("kept.txt", "mine");
    one.write("noted.txt", "mine");
    let manifest = fs::read_to_string(one.site().join(NAME)).expect("a manifest");
    let first = manifest.find("\"path\": \"").expect("a file") + "\"path\": \"".len();
    let (before, after) = manifest.split_at(first);
    let after = &after[after.find('"').expect("an end")..];
    one.write(&format!("site/{NAME}"), &format!("{before}../kept.txt{after}"));
    one.write("site/.huella-export/journal", "../noted.txt\n");
    let kept = one.export();
    assert!(one.site().join("../kept.txt").exists() && one.site().join("../noted.txt").exists());
    // The file whose line was edited is not known to be of an export, but it says the same.
    assert_eq!(kept.expect("a site").removed, 0);
}

#[test]
fn a_run_that_is_killed_leaves_whole_files_which_the_next_one_completes() {
    let (killed, whole) = (Small::new("killed"), Small::new("whole"));
    whole.export().expect("a site");
    let expected = whole.files();
    let mut program = Command::new(env!("CARGO_BIN_EXE_huella"))
        .args(["export", "--public-url", "https://example.org/atlas", "--geodata"])
        .args([killed.record(), killed.site()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let start = Instant::now();
    while killed.files().len() < 40 {
        assert!(start.elapsed() < Duration::from_secs(20), "it writes nothing");
        assert!(program.try_wait().expect("its state").is_none(), "it ended before it was killed");
        std::thread::sleep(Duration::from_millis(5));
    }
    program.kill().expect("killed");
    program.wait().expect("gone");
    let left = killed.files();
    assert!(!left.contains_key(NAME), "the manifest comes last");
    for (path, bytes) in left.iter().filter(|(path, _)| !path.starts_with(".huella-export/")) {
        assert!(expected[path] == *bytes, "{path} is not whole");
    }
    // Meanwhile the record has gone on: what the killed run has written is known to be an export's.
    killed.edit("projects/baranoa-solar.geojson", "Baranoa", "Baranoá");
    whole.edit("projects/baranoa-solar.geojson", "Baranoa", "Baranoá");
    killed.export().expect("completed");
    whole.export().expect("a site");
    assert!(killed.files() == whole.files(), "the same site as one made in peace");
}
