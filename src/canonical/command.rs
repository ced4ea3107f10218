//! `huella fmt`: writes every file of a record in the canonical way.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use super::canonical;
use crate::atlas::RecordFiles;
use crate::check::draw;

/// Rewrites the files of a folder, or with `only_look` names those that would change. Exit code 1
/// where a file would change or has faults of shape, 2 where one cannot be read or written.
pub fn run(folder: &Path, only_look: bool) -> ExitCode {
    let files = match RecordFiles::read(folder) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("huella: {error}; name a folder that holds a record and that you may read.");
            return ExitCode::from(2);
        }
    };
    let root = format!("{}/", folder.display().to_string().trim_end_matches('/'));
    let (mut changed, mut refused) = (0, 0);
    for (file, text) in files.iter().filter(|(file, _)| !file.ends_with(".md")) {
        let whole = files.not_utf8().all(|(damaged, _)| damaged != file);
        if !whole {
            refused += 1;
            eprintln!("{root}{file} is not UTF-8: `huella check` shows where; save it as UTF-8.\n");
            continue;
        }
        match canonical(file, text) {
            Ok(written) if written == text => {}
            Ok(written) => {
                changed += 1;
                println!("{root}{file}");
                if !only_look && let Err(error) = fs::write(folder.join(file), written) {
                    eprintln!("huella: cannot write {root}{file}: {error}; make the folder writable.");
                    return ExitCode::from(2);
                }
            }
            Err(faults) => {
                refused += 1;
                for fault in &faults {
                    eprintln!("{}\n", draw::draw(fault, &files, &root, false));
                }
            }
        }
    }
    if refused > 0 {
        eprintln!("huella: {refused} files were left as they are; mend them first.");
    }
    match (refused, only_look && changed > 0) {
        (0, false) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
