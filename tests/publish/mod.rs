//! A site carried to its readers: in which order, what is left alone, and what a killed run costs.

mod address;
mod command;
mod killed;
mod memory;
mod order;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huella::export::manifest::{Entry, Manifest, NAME};
use huella::publish::carry::{NotCarried, carry, look};
use huella::publish::place::Place;
use huella::publish::site::Site;

pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Sites of a few files, as exports leave them; gone when dropped. A page names what it loads and where it
/// leads to, a line each.
pub struct Sites(PathBuf);

/// Three releases of one atlas: what is added, changed, removed, and what stays.
const RELEASES: [&[(&str, &str)]; 3] = [
    &[
        ("assets/app-1.js", "one"),
        ("assets/style-1.css", "plain"),
        ("data/changed.json", "[1]"),
        ("data/gone.json", "[]"),
        ("data/same.geojson", "{}"),
        (
            "index.html",
            "load assets/app-1.js\nload assets/style-1.css\nlead project/changed/index.html\nlead project/gone/index.html",
        ),
        ("project/changed/index.html", "load assets/app-1.js\nload data/changed.json\nlead index.html"),
        ("project/gone/index.html", "load assets/app-1.js\nload data/gone.json\nlead index.html"),
        ("project/same/index.html", "load assets/style-1.css\nload data/same.geojson"),
    ],
    &[
        ("assets/app-2.js", "two"),
        ("assets/style-1.css", "plain"),
        ("data/changed.json", "[1, 2]"),
        ("data/new.json", "[2]"),
        ("data/same.geojson", "{}"),
        (
            "index.html",
            "load assets/app-2.js\nload assets/style-1.css\nlead project/changed/index.html\nlead project/new/index.html",
        ),
        (
            "project/changed/index.html",
            "load assets/app-2.js\nload data/changed.json\nlead project/new/index.html",
        ),
        ("project/new/index.html", "load assets/app-2.js\nload data/new.json\nlead index.html"),
        ("project/same/index.html", "load assets/style-1.css\nload data/same.geojson"),
    ],
    &[
        ("assets/app-1.js", "one"),
        ("assets/style-3.css", "fine"),
        ("data/changed.json", "[1]"),
        ("data/new.json", "[2, 3]"),
        ("index.html", "load assets/app-1.js\nload assets/style-3.css\nlead project/new/index.html"),
        ("project/new/index.html", "load assets/app-1.js\nload data/new.json\nlead index.html"),
    ],
];

impl Sites {
    pub fn new(name: &str) -> Sites {
        let sites = Sites(std::env::temp_dir().join(format!("huella-carry-{name}-{}", std::process::id())));
        let _ = fs::remove_dir_all(&sites.0);
        for (number, files) in RELEASES.iter().enumerate() {
            let entries = files.iter().map(|(path, text)| {
                sites.write(&format!("{number}/{path}"), text);
                entry(path, text)
            });
            let manifest = Manifest {
                edition: "2026-11-24".to_owned(),
                public_url: "https://example.org/".to_owned(),
                files: entries.collect(),
                ..Manifest::default()
            };
            let manifest = String::from_utf8(manifest.bytes()).expect("UTF-8");
            sites.write(&format!("{number}/{NAME}"), &manifest);
        }
        sites
    }

    /// The folder of a release: 0, 1 or 2.
    pub fn folder(&self, release: usize) -> PathBuf {
        self.0.join(release.to_string())
    }

    /// Where a folder is published to.
    pub fn target(&self) -> PathBuf {
        self.0.join("target")
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
}

impl Drop for Sites {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn entry(path: &str, text: &str) -> Entry {
    let is = |ending: &str| path.ends_with(ending);
    let hashed = path.starts_with("assets/");
    Entry {
        path: path.to_owned(),
        address: format!("/{path}"),
        bytes: text.len(),
        blake3: blake3::hash(text.as_bytes()).to_hex().to_string(),
        media_type: if is(".html") { "text/html; charset=utf-8" } else { "application/json" }.to_owned(),
        cache: if hashed { IMMUTABLE } else { "no-cache" }.to_owned(),
        encoding: None,
    }
}

/// Carries a site to a place, as the command does.
pub fn carried<P: Place>(folder: &Path, place: &Arc<P>, keep: bool) -> Result<(), NotCarried> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(async {
        let site = Site::read(folder, place.keeps_headers())?;
        let task = look(&site, &**place).await?;
        carry(Arc::new(site), Arc::clone(place), task, keep, || ()).await
    })
}
