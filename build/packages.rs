//! The packages of others that are compiled into the program or its pages, with their licences, as Cargo
//! and npm know them: asked at each build, so that the list cannot go stale.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{Outcome, variable};

/// Optional parts of the program and the variables by which Cargo tells that they are built.
const FEATURES: [(&str, &str); 2] =
    [("geoparquet", "CARGO_FEATURE_GEOPARQUET"), ("publish", "CARGO_FEATURE_PUBLISH")];

/// The generated `PACKAGES`, by name; `dist` holds `packages.tsv`, which the page's own build writes.
pub fn packages(root: &Path, dist: &Path) -> Outcome<String> {
    println!("cargo::rerun-if-changed={}", root.join("Cargo.lock").display());
    println!("cargo::rerun-if-changed={}", root.join("build/packages.rs").display());
    let mut all = crates(root)?;
    let list = dist.join("packages.tsv");
    let table = fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
    for line in table.lines() {
        let [name, version, licence] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("{}: a line does not have three columns: {line}", list.display()).into());
        };
        all.insert(["npm", name, version, licence].map(str::to_owned));
    }
    let mut code = String::from("pub static PACKAGES: &[Package] = &[\n");
    for [kind, name, version, licence] in &all {
        writeln!(
            code,
            "    Package {{ kind: {kind:?}, name: {name:?}, version: {version:?}, licence: {licence:?} }},"
        )?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// Kind, name, version, licence of every crate that the program is built from.
fn crates(root: &Path) -> Outcome<BTreeSet<[String; 4]>> {
    let features: Vec<&str> = (FEATURES.iter())
        .filter(|(_, variable)| std::env::var_os(variable).is_some())
        .map(|(feature, _)| *feature)
        .collect();
    let tree = Command::new(variable("CARGO")?)
        .args([
            "tree",
            "--offline",
            "--quiet",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}\t{l}",
        ])
        .args(["--target", &variable("TARGET")?, "--features", &features.join(",")])
        .current_dir(root)
        .output()?;
    if !tree.status.success() {
        let said = String::from_utf8_lossy(&tree.stderr).trim().to_owned();
        return Err(format!("the licences of crates could not be listed (cargo tree): {said}").into());
    }
    let mut all = BTreeSet::new();
    for line in String::from_utf8(tree.stdout)?.lines() {
        let Some((package, licence)) = line.split_once('\t') else { continue };
        let mut words = package.split(' ');
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        if name != variable("CARGO_PKG_NAME")? {
            let licence = licence.trim_end_matches("(*)").trim().replace('/', " OR ");
            all.insert(["Rust", name, version.trim_start_matches('v'), &licence].map(str::to_owned));
        }
    }
    Ok(all)
}
