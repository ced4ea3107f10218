//! What a record consists of. The build script reads this file, too.

/// Files that every record has.
pub const FILES: [&str; 7] = [
    "atlas.json",
    "layers.json",
    "vocabulary.json",
    "organisations.json",
    "sources.json",
    "corrections.json",
    "withdrawn.json",
];

/// Folders of which every file is read, and the ending of each.
pub const FOLDERS: [(&str, &str); 2] = [("projects", "geojson"), ("stories", "md")];
