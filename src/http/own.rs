//! Loads the operator's own layers at the start and at each reload, and tells how it goes.

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
    let folder = geodata.iter().map(|dir| dir.join("layers")).filter_map(|dir| dir.read_dir().ok());
    let mut files: Vec<PathBuf> = folder.flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "geojson" || e == "json"));
    files.sort();
    for file in files {
        let stem = file.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
        match OwnLayer::new(stem, &file, None) {
            Ok(layer) => layers.push(layer),
            Err(no) => return Err(NoOwnLayer::Name(file, no)),
        }
    }
    layers.iter().map(|layer| load(layer).map_err(NoOwnLayer::File)).collect()
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
