//! An edit is served without a restart; a broken one changes nothing and is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::running::Running;

/// A copy of the record that may be edited, and a program that serves it.
struct Watched {
    folder: PathBuf,
    program: Running,
}

impl Watched {
    fn start(name: &str, flags: &[&str]) -> Watched {
        let folder = std::env::temp_dir().join(format!("huella-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata"), &folder);
        let named = folder.display().to_string();
        Watched { program: Running::start(&[&["--geodata", &named], flags].concat()), folder }
    }

    fn edit(&self, file: &str, change: impl Fn(String) -> String) {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).expect("a file of the record");
        // As editors do it: beside, then in its place.
        let beside = path.with_extension("tmp");
        fs::write(&beside, change(text)).expect("written");
        fs::rename(beside, path).expect("in place");
    }

    #[cfg(unix)]
    fn hang_up(&self) {
        let signal = Command::new("kill").args(["-HUP", &self.program.child.id().to_string()]).status();
        assert!(signal.expect("kill runs").success());
    }

    fn get(&self, path: &str) -> String {
        self.program.get(path).text().to_owned()
    }

    fn until(&self, path: &str, holds: impl Fn(&str) -> bool) {
        let start = Instant::now();
        loop {
            let body = self.get(path);
            if holds(&body) {
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{path} stays\n{body}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn json(&self, path: &str) -> Value {
        self.program.get(path).json()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("readable").flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("copied")),
        }
    }
}

const PROJECT: &str = "projects/jujuy-seguro.geojson";
const PAGE: &str = "/project/jujuy-seguro";

#[test]
fn an_edit_is_served_a_broken_one_is_not_and_the_mended_one_is() {
    let atlas = Watched::start("reload", &["--watch"]);
    let before = fs::read_to_string(atlas.folder.join(PROJECT)).expect("the record");
    let live = atlas.json("/live");
    assert!(atlas.get(PAGE).contains("src=\"/assets/live-"), "an author's page listens");

    atlas.edit(PROJECT, |text| text.replacen("Jujuy Seguro", "Jujuy Segurísimo", 1));
    atlas.until(PAGE, |page| page.contains("Jujuy Segurísimo"));
    let have = live["have"].as_str().expect("a state");
    let heard = atlas.json(&format!("/live?have={have}"));
    assert_ne!(heard["have"], live["have"], "the page hears of it");

    atlas.edit(PROJECT, |text| text.replacen('{', "{ \"status\": 7,", 1));
    atlas.until("/readyz", |ready| ready.contains("\"failed\":true"));
    assert_eq!(atlas.json("/readyz")["ready"], true);
    assert!(atlas.get(PAGE).contains("Jujuy Segurísimo"), "what was good goes on");
    assert!(atlas.get("/metrics").contains("huella_reload_failing 1"));
    let told = atlas.get(&format!("/live?have={have}"));
    assert!(told.contains(PROJECT) && told.contains("status"), "file and pointer are told: {told}");

    atlas.edit(PROJECT, |_| before.clone());
    atlas.until("/readyz", |ready| ready.contains("\"failed\":false"));
    atlas.until(PAGE, |page| !page.contains("Jujuy Segurísimo"));
    assert!(atlas.get("/metrics").contains("huella_reload_failing 0"));
}

#[test]
fn a_page_that_says_twice_what_it_has_is_answered() {
    let atlas = Watched::start("live", &["--watch"]);
    let live = atlas.program.get("/live?have=a&have=b");
    assert_eq!((live.status, live.header("content-type")), (200, Some("application/json")));
}

#[cfg(unix)]
#[test]
fn without_watching_a_signal_asks_for_a_reload() {
    let atlas = Watched::start("hangup", &[]);
    assert!(!atlas.get(PAGE).contains("live-"), "only authors' pages listen");
    atlas.edit(PROJECT, |text| text.replacen("Jujuy Seguro", "Jujuy Segurísimo", 1));
    atlas.hang_up();
    atlas.until(PAGE, |page| page.contains("Jujuy Segurísimo"));
}

/// How many threads make compressed files.
#[cfg(target_os = "linux")]
fn compressing(program: &Running) -> usize {
    let tasks = fs::read_dir(format!("/proc/{}/task", program.child.id())).expect("its threads");
    let names = tasks.flatten().filter_map(|task| fs::read_to_string(task.path().join("comm")).ok());
    names.filter(|name| name.trim() == "compress").count()
}

#[cfg(target_os = "linux")]
#[test]
fn however_often_a_record_is_reloaded_one_thread_compresses() {
    let atlas = Watched::start("compress", &[]);
    for turn in 0..4 {
        atlas.edit(PROJECT, |text| text.replacen("Jujuy Seguro", &format!("Jujuy Seguro{turn}"), 1));
        atlas.hang_up();
        atlas.until(PAGE, |page| page.contains(&format!("Jujuy Seguro{turn}")));
        assert!(compressing(&atlas.program) <= 1);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn memory_that_compressing_took_is_given_back() {
    let program = Running::start(&[]);
    let start = Instant::now();
    while compressing(&program) > 0 || program.get("/healthz").status != 200 {
        assert!(start.elapsed() < Duration::from_secs(120), "it compresses without an end");
        std::thread::sleep(Duration::from_millis(50));
    }
    let said = fs::read_to_string(format!("/proc/{}/status", program.child.id())).expect("its memory");
    let kilobytes = |name: &str| -> u64 {
        let line = said.lines().find_map(|line| line.strip_prefix(name)).expect(name);
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    };
    let (now, most) = (kilobytes("VmRSS:"), kilobytes("VmHWM:"));
    assert!(now * 5 < most * 4, "{now} kB of {most} kB are still held");
}

#[test]
fn a_drive_that_tells_of_no_change_is_looked_at() {
    let atlas = Watched::start("poll", &["--watch=poll"]);
    atlas.edit(PROJECT, |text| text.replacen("Jujuy Seguro", "Jujuy Segurísimo", 1));
    atlas.until(PAGE, |page| page.contains("Jujuy Segurísimo"));
}

#[cfg(unix)]
#[test]
fn an_edit_of_what_a_link_leads_to_is_served() {
    let folder = std::env::temp_dir().join(format!("huella-links-{}", std::process::id()));
    let (here, away) = (folder.join("here"), folder.join("away"));
    fs::create_dir_all(&here).expect("made");
    fs::create_dir_all(&away).expect("made");
    let (link, file) = (here.join("parks.geojson"), away.join("parks.geojson"));
    let text =
        |name: &str| format!(r#"{{"type":"Feature","geometry":null,"properties":{{"name":"{name}"}}}}"#);
    fs::write(&file, text("before")).expect("written");
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    let layer = format!("parks={}", link.display());
    let atlas = Watched::start("link", &["--watch", "--layer", &layer]);
    assert!(atlas.get("/data/parks.geojson").contains("before"));
    fs::write(&file, text("after")).expect("written");
    atlas.until("/data/parks.geojson", |layer| layer.contains("after"));
    fs::remove_dir_all(folder).expect("removed");
}
