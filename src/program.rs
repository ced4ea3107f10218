//! Which program this is: its version, its build and the record that it carries.

use std::sync::LazyLock;

use crate::atlas::RecordFiles;

/// Characters of a hash that people are shown.
const SHOWN: usize = 16;

/// The hash of this very program, so that another build never passes off an older one's work as its own.
pub static HASH: LazyLock<String> = LazyLock::new(|| {
    let program = std::env::current_exe().and_then(std::fs::read);
    program.map_or_else(
        |_| env!("CARGO_PKG_VERSION").to_owned(),
        |bytes| blake3::hash(&bytes).to_hex().to_string(),
    )
});

/// What `--version` says, a fact a line: version, build, and edition and content of the record inside the program.
pub fn version() -> String {
    let record = RecordFiles::embedded();
    let about =
        record.get("atlas.json").and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok());
    let edition = about.as_ref().and_then(|about| about["edition"].as_str()).unwrap_or_default();
    let short = |hash: &str| hash.chars().take(SHOWN).collect::<String>();
    format!(
        "huella {}\nbuild {}\nedition {edition}\nrecord {}",
        env!("CARGO_PKG_VERSION"),
        short(&HASH),
        short(&record.content()),
    )
}
