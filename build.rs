//! Builds the page with npm and esbuild, and embeds it and the record in the program.
//!
//! Nothing is written in the checkout: the sources of `web/` are copied to `OUT_DIR` and built there.
//! `npm ci` runs once for each state of the lock file. `HUELLA_WEB_DIST` names a folder with a page built
//! by `npm run build`, for machines without Node.js.

#[path = "src/atlas/listed.rs"]
mod listed;
#[path = "build/packages.rs"]
mod packages;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const NEEDED: &str =
    "install Node.js 20 or later with npm, or set HUELLA_WEB_DIST to a folder with an already built page";
const OLDEST_NODE: u32 = 20;

/// What the page is built from, beside the record.
const WEB_FILES: [&str; 10] = [
    "package.json",
    "package-lock.json",
    ".npmrc",
    "basemap.mjs",
    "build.mjs",
    "editions.mjs",
    "record.mjs",
    "fonts.mjs",
    "packages.mjs",
    "signs.json",
];
const WEB_FOLDERS: [&str; 2] = ["src", "css"];

/// The frozen editions: their index, and below the same folder one folder each.
const EDITIONS: &str = "editions";

/// What pictures are lettered with, as `web/fonts.mjs` writes it.
const FONTS: [&str; 4] =
    ["font-sans.br", "font-sans-strong.br", "font-serif-strong.br", "font-serif-italic.br"];

/// The two files of the base map that the page draws.
const BASE_MAP: [&str; 2] = ["basemap/coarse.json", "basemap/fine.json"];

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            for line in error.to_string().lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Outcome {
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(variable("OUT_DIR")?);
    for name in ["HUELLA_WEB_DIST", "NPM", "NODE"] {
        println!("cargo::rerun-if-env-changed={name}");
    }
    for path in WEB_FILES.iter().chain(&WEB_FOLDERS) {
        println!("cargo::rerun-if-changed={}", root.join("web").join(path).display());
    }
    for path in listed::FILES
        .iter()
        .chain(listed::FOLDERS.iter().map(|(folder, _)| folder))
        .chain(&BASE_MAP)
        .chain([&EDITIONS])
    {
        let path = root.join("geodata").join(path);
        // A path that is not there would make every build run this script again.
        if path.exists() {
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }

    let dist = match std::env::var_os("HUELLA_WEB_DIST") {
        Some(folder) => root.join(folder),
        None => build_page(&root, &out)?,
    };
    fs::write(out.join("assets.rs"), assets(&dist)?)?;
    fs::write(out.join("packages.rs"), packages::packages(&root, &dist)?)?;
    fs::write(out.join("record.rs"), record(&root.join("geodata"))?)?;
    fs::write(out.join("editions.rs"), editions(&root.join("geodata").join(EDITIONS), &dist)?)?;
    for file in FONTS {
        fs::copy(dist.join(file), out.join(file)).map_err(|error| format!("{file}: {error}"))?;
    }
    Ok(())
}

/// Builds `web/` in `OUT_DIR/web`; returns the folder with the finished page.
fn build_page(root: &Path, out: &Path) -> Outcome<PathBuf> {
    let (node, npm) = (program("NODE", "node"), program("NPM", "npm"));
    check_node(&node)?;
    let (from, to) = (root.join("web"), out.join("web"));
    fs::create_dir_all(&to)?;
    for file in WEB_FILES {
        if from.join(file).exists() {
            fs::copy(from.join(file), to.join(file))?;
        }
    }
    for folder in WEB_FOLDERS {
        if to.join(folder).exists() {
            fs::remove_dir_all(to.join(folder))?;
        }
        copy_folder(&from.join(folder), &to.join(folder))?;
    }

    // The stamp is written last, so an interrupted `npm ci` is run again.
    let (stamp, wanted) = (to.join("installed"), fs::read(to.join("package-lock.json"))?);
    if fs::read(&stamp).ok().as_ref() != Some(&wanted) {
        run(Command::new(&npm).args(["ci", "--omit=dev"]).current_dir(&to), "npm ci")?;
        fs::write(&stamp, &wanted)?;
    }
    let dist = to.join("dist");
    run(
        Command::new(&node).arg("build.mjs").arg(root.join("geodata")).arg(&dist).current_dir(&to),
        "building the page",
    )?;
    Ok(dist)
}

fn check_node(node: &str) -> Outcome {
    let answer = Command::new(node)
        .arg("--version")
        .output()
        .map_err(|error| format!("could not start {node} ({error}): {NEEDED}"))?;
    let version = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(format!("Node.js {version} is too old to build the page: {NEEDED}").into()),
    }
}

fn run(command: &mut Command, what: &str) -> Outcome {
    let program = command.get_program().to_string_lossy().into_owned();
    let done = command.output().map_err(|error| format!("could not start {program} ({error}): {NEEDED}"))?;
    if done.status.success() {
        return Ok(());
    }
    Err(format!("{what} failed ({})\n{}", done.status, String::from_utf8_lossy(&done.stderr).trim()).into())
}

/// The generated `ASSETS`: each line of `assets.tsv` with its bytes and their compressed twins.
fn assets(dist: &Path) -> Outcome<String> {
    let list = dist.join("assets.tsv");
    let table = fs::read_to_string(&list).map_err(|error| {
        format!(
            "{} cannot be read ({error}): HUELLA_WEB_DIST must name a folder written by `npm run build`",
            list.display()
        )
    })?;
    let mut code =
        String::from("/// Every file of the page, in order of name.\npub static ASSETS: &[Asset] = &[\n");
    for line in table.lines() {
        let [name, logical, media_type] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("{}: a line does not have three columns: {line}", list.display()).into());
        };
        let bytes = |suffix: &str| format!("include_bytes!({:?})", dist.join(format!("{name}{suffix}")));
        writeln!(
            code,
            "    Asset {{ name: {name:?}, logical: {logical:?}, media_type: {media_type:?}, identity: {}, br: {}, gz: {} }},",
            bytes(""),
            bytes(".br"),
            bytes(".gz")
        )?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The generated `RECORD`: path relative to `geodata/` with the file's text, sorted by path.
fn record(geodata: &Path) -> Outcome<String> {
    let mut paths: Vec<String> = listed::FILES.iter().map(|&file| file.to_owned()).collect();
    for (folder, extension) in listed::FOLDERS {
        for entry in fs::read_dir(geodata.join(folder))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if Path::new(&name).extension().is_some_and(|found| found == extension) {
                paths.push(format!("{folder}/{name}"));
            }
        }
    }
    paths.sort();
    let mut code = String::from(
        "/// Every file of the record: path below `geodata/`, and text; in order of path.\npub static RECORD: &[(&str, &str)] = &[\n",
    );
    for path in &paths {
        writeln!(code, "    ({path:?}, include_str!({:?})),", geodata.join(path))?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The generated `INDEX_TEXT` and `EDITIONS`: the index of editions, and each edition as `web/editions.mjs` packs it.
fn editions(folder: &Path, dist: &Path) -> Outcome<String> {
    let index = folder.join("index.json");
    let mut code = String::from("/// The index of the editions inside the program.\n");
    if index.exists() {
        writeln!(code, "static INDEX_TEXT: &str = include_str!({index:?});")?;
    } else {
        writeln!(code, "static INDEX_TEXT: &str = \"{{\\\"editions\\\":[]}}\";")?;
    }
    let mut packed: Vec<(String, PathBuf)> = Vec::new();
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if let Some(edition) = name.strip_prefix("edition-").and_then(|rest| rest.split('_').next()) {
            packed.push((edition.to_owned(), path));
        }
    }
    packed.sort();
    code.push_str("/// Each edition inside the program, packed.\nstatic EDITIONS: &[(&str, &[u8])] = &[\n");
    for (edition, path) in &packed {
        writeln!(code, "    ({edition:?}, include_bytes!({path:?})),")?;
    }
    code.push_str("];\n");
    Ok(code)
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn program(variable: &str, default: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| default.to_owned())
}

fn variable(name: &str) -> Outcome<String> {
    std::env::var(name).map_err(|error| format!("{name}: {error}").into())
}
