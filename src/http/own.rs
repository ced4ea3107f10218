//! Loads the operator's own layers at the start and at each reload, and tells how it goes.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use crate::atlas::Fault;
use crate::collection::own::NoLayer;
use crate::collection::{Collection, OwnLayer};

/// Why a layer cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum NoOwnLayer {
    /// The file is at fault.
    #[error("{}", told(.0))]
    File(Box<Fault>),
    /// The name of a file in the folder of layers cannot name a layer.
    #[error("{0}: {1}")]
    Name(PathBuf, NoLayer),
    /// The folder of layers is there, but what is in it cannot be told.
    #[error("the layers in {0} cannot be read: {1}; give the program access to that folder, or take it away")]
    Folder(PathBuf, io::Error),
}

fn told(fault: &Fault) -> String {
    let place = match (fault.line, fault.column) {
        (Some(line), Some(column)) => format!(":{line}:{column}"),
        _ => String::new(),
    };
    format!("{}{place}: {}; {}", fault.file, fault.reason, fault.remedy)
}

/// Those named by flags, then every file of `layers/` below the folder of the record.
pub fn layers(named: &[OwnLayer], geodata: Option<&Path>) -> Result<Vec<Arc<Collection>>, NoOwnLayer> {
    let mut layers = named.to_vec();
    for file in geodata.map_or_else(|| Ok(Vec::new()), |dir| files(&dir.join("layers")))? {
        let stem = file.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        match OwnLayer::new(&stem.to_ascii_lowercase(), &file, None) {
            Ok(layer) => layers.push(layer),
            Err(no) => return Err(NoOwnLayer::Name(file, no)),
        }
    }
    layers.iter().map(|layer| load(layer).map_err(NoOwnLayer::File)).collect()
}

/// The files of a folder that are layers by their names; none where there is no such folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, NoOwnLayer> {
    let unreadable = |error| NoOwnLayer::Folder(folder.to_owned(), error);
    let entries = match folder.read_dir() {
        // A link that leads nowhere is there, and was meant to be a folder.
        Err(error) if error.kind() == ErrorKind::NotFound && !folder.is_symlink() => return Ok(Vec::new()),
        entries => entries.map_err(unreadable)?,
    };
    let mut files = Vec::new();
    for entry in entries {
        let file = entry.map_err(unreadable)?.path();
        if is_layer(&file) {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// Editors and systems keep notes of their own beside files, under names that begin with a dot.
fn is_layer(file: &Path) -> bool {
    let hidden = file.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let is = |ending: &str| file.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending));
    !hidden && ["geojson", "json", "geojsonseq", "geojsonl"].into_iter().any(is)
}

/// A file of this size takes long enough to say that it is being read.
const LARGE: u64 = 32 * 1024 * 1024;

fn load(layer: &OwnLayer) -> Result<Arc<Collection>, Box<Fault>> {
    let start = Instant::now();
    let (name, file) = (&layer.name, layer.path.display());
    if layer.path.metadata().is_ok_and(|m| m.len() > LARGE) {
        tracing::info!("reading the layer {name} from {file}");
    }
    let collection = layer.load()?;
    for note in &collection.about.notes {
        tracing::warn!("layer {name}: {note}");
    }
    let ms = start.elapsed().as_millis();
    tracing::info!(features = collection.len(), ms, "the layer {name} is ready");
    Ok(Arc::new(collection))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const LAYER: &str = r#"{"type":"Point","coordinates":[1,2]}"#;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("huella-layers-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        folder
    }

    #[test]
    fn a_folder_of_layers_that_cannot_be_read_is_not_taken_for_none() {
        let geodata = folder("unreadable");
        assert!(layers(&[], Some(&geodata)).expect("no layers are asked for").is_empty());
        fs::write(geodata.join("layers"), "no folder").expect("written");
        let no = layers(&[], Some(&geodata)).expect_err("a file in its place").to_string();
        assert!(no.contains("layers cannot be read"), "{no}");
        #[cfg(unix)]
        {
            fs::remove_file(geodata.join("layers")).expect("removed");
            std::os::unix::fs::symlink("/nowhere/at/all", geodata.join("layers")).expect("a link");
            assert!(layers(&[], Some(&geodata)).is_err(), "a link that leads nowhere");
        }
        fs::remove_dir_all(geodata).expect("removed");
    }

    #[test]
    fn files_are_layers_whatever_the_case_of_their_ending_and_hidden_ones_are_not() {
        let geodata = folder("named");
        fs::create_dir(geodata.join("layers")).expect("a folder");
        for (name, text) in [
            ("RIOS.GEOJSON", LAYER),
            ("parks.geojson", LAYER),
            ("towns.json", LAYER),
            ("._parks.geojson", "\0\u{5}\u{16}\u{7}"),
            (".#parks.geojson", "no JSON"),
            ("parks.geojson~", "no JSON"),
            ("README.md", "no JSON"),
        ] {
            fs::write(geodata.join("layers").join(name), text).expect("written");
        }
        let found = layers(&[], Some(&geodata)).expect("layers");
        assert_eq!(found.iter().map(|layer| layer.id()).collect::<Vec<_>>(), ["rios", "parks", "towns"]);
        fs::remove_dir_all(geodata).expect("removed");
    }
}
