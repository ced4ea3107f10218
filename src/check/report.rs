//! `huella check`: tells what is wrong with a record, to a person or to a program.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;

use super::{Checked, check, draw};
use crate::atlas::{RecordFiles, Severity};

/// How the faults are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Drawn for a person.
    Text,
    /// A JSON array of faults: file, pointer, line, column, severity, reason, remedy.
    Json,
}

/// Checks a folder, or the record inside the program. Exit code 0 where no fault was found, 1 where
/// one was, 2 where the record could not be looked at.
pub fn run(folder: Option<&Path>, format: Format) -> ExitCode {
    let files = match folder.map_or_else(|| Ok(RecordFiles::embedded()), RecordFiles::read) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("huella: {error}; name a folder that holds a record and that you may read.");
            return ExitCode::from(2);
        }
    };
    let checked = match check(&files) {
        Ok(checked) => checked,
        Err(error) => {
            eprintln!("huella: {error}.");
            return ExitCode::from(2);
        }
    };
    let told = match format {
        Format::Text => text(&checked, &files, folder),
        Format::Json => json(&checked),
    };
    match told {
        // Who reads may have gone (`huella check | head`); the verdict stands all the same.
        Ok(()) | Err(_) if checked.is_sound() => ExitCode::SUCCESS,
        Ok(()) | Err(_) => ExitCode::FAILURE,
    }
}

fn json(checked: &Checked) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &checked.faults)?;
    writeln!(out)
}

fn text(checked: &Checked, files: &RecordFiles, folder: Option<&Path>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let coloured = out.is_terminal() && std::env::var_os("NO_COLOR").is_none();
    write!(out, "{}", drawn(checked, files, folder, coloured))?;
    writeln!(out, "{}", closing(checked))
}

/// Every fault drawn, with an empty line after each; `folder` is where the record was read.
pub fn drawn(checked: &Checked, files: &RecordFiles, folder: Option<&Path>, coloured: bool) -> String {
    let root = folder.map(|folder| format!("{}/", folder.display().to_string().trim_end_matches('/')));
    let root = root.as_deref().unwrap_or_default();
    checked.faults.iter().map(|fault| draw::draw(fault, files, root, coloured) + "\n\n").collect()
}

/// "146 projects, 248 sites, 1,130 sources: no fault, 3 warnings".
pub fn closing(checked: &Checked) -> String {
    let found = format!(
        "{}, {}",
        counted(checked.count(Severity::Fault), "fault"),
        counted(checked.count(Severity::Warning), "warning")
    );
    match &checked.atlas {
        Some(atlas) => {
            let sites = atlas.projects.iter().map(|project| project.sites.len()).sum();
            let held = [
                counted(atlas.projects.len(), "project"),
                counted(sites, "site"),
                counted(atlas.sources.len(), "source"),
            ];
            format!("{}: {found}", held.join(", "))
        }
        None => format!("not a whole record: {found}"),
    }
}

/// "no fault", "1 fault", "1,130 faults".
fn counted(n: usize, what: &str) -> String {
    match n {
        0 => format!("no {what}"),
        1 => format!("1 {what}"),
        _ => {
            let digits = n.to_string();
            let mut grouped = String::new();
            for (i, digit) in digits.chars().enumerate() {
                if i > 0 && (digits.len() - i).is_multiple_of(3) {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            format!("{grouped} {what}s")
        }
    }
}
