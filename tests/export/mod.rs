//! The site as files: what is written, what is left alone, what is refused.

mod folder;
mod links;
mod refused;
mod routes;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use huella::atlas::RecordFiles;
use huella::cli::Export;
use huella::export::command::{NoExport, Outcome, export};
use serde_json::{Value, json};

/// Enough of the record to have every kind of page but stories and editions.
const KEPT: [&str; 2] = ["projects/hanaq-aguiliri.geojson", "projects/baranoa-solar.geojson"];

/// A small record in one folder, its site in another; both gone when dropped.
pub struct Small(PathBuf);

impl Small {
    pub fn new(name: &str) -> Small {
        let small = Small(std::env::temp_dir().join(format!("huella-export-{name}-{}", std::process::id())));
        let _ = fs::remove_dir_all(&small.0);
        let record = RecordFiles::embedded();
        let told: String = KEPT.iter().filter_map(|file| record.get(file)).collect();
        for (file, text) in record.iter() {
            let text = match file {
                "organisations.json" | "sources.json" => &only(text, &told),
                "corrections.json" => "[]",
                _ if KEPT.contains(&file) => &alone(text),
                _ if file.starts_with("projects/") && !KEPT.contains(&file) => continue,
                _ if file.starts_with("stories/") => continue,
                _ => text,
            };
            small.write(&format!("record/{file}"), text);
        }
        small
    }

    pub fn record(&self) -> PathBuf {
        self.0.join("record")
    }

    pub fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.record().join(file);
        let text = fs::read_to_string(&path).expect("a file of the record");
        assert!(text.contains(from), "{file}");
        fs::write(path, text.replace(from, to)).expect("written");
    }

    pub fn export(&self) -> Result<Outcome, NoExport> {
        export(&Export {
            folder: self.site(),
            geodata: Some(self.record()),
            public_url: Some("https://example.org/atlas".to_owned()),
            layers: Vec::new(),
        })
    }

    /// Every file of the site with its bytes.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        gather(&self.site(), "", &mut files);
        files
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

pub fn gather(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{below}{}", entry.file_name().to_str().expect("UTF-8"));
        match entry.path().is_dir() {
            true => gather(&entry.path(), &format!("{name}/"), files),
            // While another process writes, a file may have been moved to its place meanwhile.
            false => files.extend(fs::read(entry.path()).ok().map(|bytes| (name, bytes))),
        }
    }
}

/// A project without those that it is related to, which are not kept.
fn alone(text: &str) -> String {
    let mut file: Value = serde_json::from_str(text).expect("a project");
    file["project"]["related"] = json!([]);
    file.to_string()
}

/// The entries of a list that a text names, and those that they name in turn.
fn only(list: &str, told: &str) -> String {
    let all: Vec<Value> = serde_json::from_str(list).expect("a list");
    let names = |text: &str, id: &Value| text.contains(&id.to_string());
    let mut kept: Vec<&Value> = all.iter().filter(|entry| names(told, &entry["id"])).collect();
    loop {
        let text = json!(kept).to_string();
        let grown: Vec<&Value> =
            all.iter().filter(|e| names(told, &e["id"]) || names(&text, &e["id"])).collect();
        if grown.len() == kept.len() {
            return json!(grown).to_string();
        }
        kept = grown;
    }
}
