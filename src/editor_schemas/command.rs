//! `huella schema`: writes the schemas beside the record.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::schemas;
use crate::atlas::{RecordFiles, load};

/// Writes `schemas/*.json` in the folder of a record, with the words of its own vocabulary. Exit
/// code 2 where the folder cannot be read or written, or its vocabulary or layers have faults.
pub fn run(folder: &Path) -> ExitCode {
    let fail = |sentence: String| {
        eprintln!("huella: {sentence}.");
        ExitCode::from(2)
    };
    let files = match RecordFiles::read(folder) {
        Ok(files) => files,
        Err(error) => {
            return fail(format!("{error}; name a folder that holds a record and that you may read"));
        }
    };
    let written = load::written(&files);
    let (Some(vocabulary), Some(layers)) = (&written.vocabulary, &written.layers) else {
        return fail("vocabulary.json or layers.json has faults; `huella check` shows each".to_owned());
    };
    let target = folder.join("schemas");
    if let Err(error) = fs::create_dir_all(&target) {
        return fail(format!("cannot make {}: {error}; make the folder writable", target.display()));
    }
    for (name, text) in schemas(vocabulary, layers) {
        let path = target.join(name);
        if let Err(error) = fs::write(&path, text) {
            return fail(format!("cannot write {}: {error}; make the folder writable", path.display()));
        }
        println!("{}", path.display());
    }
    ExitCode::SUCCESS
}
