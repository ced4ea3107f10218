//! The order of the modules, as `src/lib.rs` lists them, and files that import each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Each file by the path of its module, with the modules that it names.
fn files() -> BTreeMap<String, Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts = BTreeMap::new();
    gather(&root, "", &mut texts);
    let of = |(module, text): (&String, &String)| {
        let named = named(text, module).into_iter().filter_map(|path| file_of(&path, &texts));
        (module.clone(), named.filter(|other| other != module).collect())
    };
    texts.iter().map(of).collect()
}

fn gather(folder: &Path, below: &str, texts: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let name = entry.file_name().to_str().expect("UTF-8").to_owned();
        let stem = name.trim_end_matches(".rs");
        let module = if below.is_empty() { stem.to_owned() } else { format!("{below}::{stem}") };
        match entry.path().is_dir() {
            true => gather(&entry.path(), &module, texts),
            false if below.is_empty() && ["lib", "main"].contains(&stem) => {}
            false => {
                let module = module.trim_end_matches("::mod").to_owned();
                texts.insert(module, fs::read_to_string(entry.path()).expect("a file"));
            }
        }
    }
}

/// Every path that a file names from the crate or from where it stands, whole; its tests are left out.
fn named(text: &str, module: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let plain: Vec<&str> = code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let plain = plain.join(" ");
    let mut paths = Vec::new();
    for root in ["crate::", "super::", "self::"] {
        for (at, _) in plain.match_indices(root) {
            let before = plain[..at].chars().next_back().unwrap_or(' ');
            if !before.is_alphanumeric() && before != '_' && before != ':' {
                spread(&mut plain[at..].chars().peekable(), "", &mut paths);
            }
        }
    }
    paths.iter().map(|path| absolute(path, module)).collect()
}

/// The paths of a tree such as `a::{b, c::d}`.
fn spread(rest: &mut std::iter::Peekable<std::str::Chars>, prefix: &str, paths: &mut Vec<String>) {
    let mut path = prefix.to_owned();
    while let Some(c) = rest.peek().copied() {
        match c {
            '{' if path.ends_with("::") => {
                while rest.next_if(|c| *c != '}').is_some() {
                    while rest.next_if(|c| c.is_whitespace() || *c == ',').is_some() {}
                    if rest.peek() != Some(&'}') {
                        spread(rest, &path, paths);
                        while rest.next_if(|c| !",}".contains(*c)).is_some() {}
                    }
                }
                rest.next();
                return;
            }
            c if c.is_alphanumeric() || c == '_' || c == ':' => path.push(c),
            _ => break,
        }
        rest.next();
    }
    paths.push(path);
}

fn absolute(path: &str, module: &str) -> String {
    let mut here: Vec<&str> = module.split("::").collect();
    let mut rest = path;
    if let Some(below) = rest.strip_prefix("crate::") {
        return below.to_owned();
    }
    rest = rest.strip_prefix("self::").unwrap_or(rest);
    while let Some(above) = rest.strip_prefix("super::") {
        here.pop();
        rest = above;
    }
    here.push(rest);
    here.join("::")
}

/// The file in which what a path names stands.
fn file_of(path: &str, texts: &BTreeMap<String, String>) -> Option<String> {
    let mut path = path.trim_end_matches(':');
    while !texts.contains_key(path) {
        path = path.rsplit_once("::")?.0;
    }
    Some(path.to_owned())
}

#[test]
fn a_module_imports_only_what_stands_above_it_in_the_layout() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let listed = lib.lines().filter_map(|line| line.strip_prefix("//! - ")?.split('`').nth(1));
    let order: Vec<&str> = listed.collect();
    let place = |module: &str| {
        let top = module.split("::").next().unwrap_or_default();
        order.iter().position(|listed| *listed == top).unwrap_or_else(|| panic!("`{top}` is not listed"))
    };
    let mut seen = 0;
    for (module, imports) in files() {
        for other in imports {
            assert!(place(&other) <= place(&module), "{module} imports {other}, which stands below it");
            seen += 1;
        }
    }
    assert!(seen > 1000, "imports are found: {seen}");
}

#[test]
fn no_two_files_import_each_other_by_whatever_way() {
    let mut files: BTreeMap<String, BTreeSet<String>> =
        files().into_iter().map(|(module, imports)| (module, imports.into_iter().collect())).collect();
    // What imports nothing that is left is in no circle.
    loop {
        let free: BTreeSet<String> = files
            .iter()
            .filter(|(_, imports)| imports.iter().all(|other| !files.contains_key(other)))
            .map(|(module, _)| module.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        files.retain(|module, _| !free.contains(module));
    }
    files.values_mut().for_each(|imports| imports.retain(|other| !other.is_empty()));
    assert!(files.is_empty(), "in circles, or above one: {:?}", files.keys());
}
