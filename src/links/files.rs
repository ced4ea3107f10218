//! Addresses where nobody answers a query: what a query would change has an address of its own, from which
//! the query can be read again.

use super::{Links, with};

impl Links {
    /// The same where nobody answers a query: every address is that of a file.
    pub fn of_files(self) -> Links {
        Links { files: true, ..self }
    }

    /// Whether nobody answers a query.
    pub fn are_files(&self) -> bool {
        self.files
    }

    /// A picture drawn as the query asks, which may be empty.
    pub fn drawn(&self, picture: &str, query: &str) -> String {
        match (query, self.files) {
            ("", _) => picture.to_owned(),
            (_, true) => self::picture(picture, query),
            (_, false) => with(picture, query),
        }
    }
}

/// The list of what a folder holds, where the folder itself cannot answer.
pub const LIST: &str = "index.json";

/// Stands before each part of a query; no name of the program holds it.
pub const MARK: &str = "~";

/// `/image.svg` drawn as `country=AR&plain=1` asks is `/image~country=AR~plain=1.svg`. A query that is no
/// name in every file system is left out: the picture then shows the whole.
pub fn picture(path: &str, query: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '=' | ',' | '&' | '/');
    match path.rsplit_once('.') {
        Some((stem, ending)) if query.chars().all(plain) => {
            let name = query.replace('&', MARK).replace('/', "_");
            format!("{stem}{MARK}{name}.{ending}")
        }
        _ => path.to_owned(),
    }
}

/// The path and query that such an address stands for; none for any other.
pub fn asked_picture(address: &str) -> Option<String> {
    let (stem, ending) = address.rsplit_once('.')?;
    let (path, name) = stem.split_once(MARK)?;
    let query = name.replace(MARK, "&").replace('_', "/");
    Some(format!("{path}.{ending}?{query}"))
}

/// Where the files about frames stand.
pub const OEMBED: &str = "/oembed/";

/// How to embed `/es/country/AR` is `/oembed/es/country/AR.json`; what an address asks beside is left out.
pub fn oembed(below: &str, form: &str) -> String {
    let path = below.split(['?', '#']).next().unwrap_or_default().trim_matches('/');
    let name = if path.is_empty() { "index" } else { path };
    format!("{OEMBED}{name}.{form}")
}

/// Path and form of such an address; none for any other.
pub fn asked_oembed(address: &str) -> Option<(String, &str)> {
    let (name, form) = address.strip_prefix(OEMBED)?.rsplit_once('.')?;
    let path = if name == "index" { String::new() } else { name.to_owned() };
    Some((format!("/{path}"), form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_query_of_a_picture_can_be_read_from_its_name() {
        for query in ["country=AR&theme=dark&plain=1&w=320&h=384", "map=5/-10.2/-60&layer=solar,grid"] {
            let file = picture("/es/image.svg", query);
            assert!(!file.contains(['?', '&', '%']), "{file}");
            assert_eq!(file.matches('/').count(), 2, "{file}");
            assert_eq!(asked_picture(&file), Some(format!("/es/image.svg?{query}")));
        }
        assert_eq!(picture("/image.png", "q=a%20b"), "/image.png");
        assert_eq!(asked_picture("/image.png"), None);
    }

    #[test]
    fn the_address_of_a_frame_can_be_read_from_the_name_of_its_description() {
        for (below, file) in [
            ("/", "/oembed/index.json"),
            ("/es/", "/oembed/es.json"),
            ("/country/AR", "/oembed/country/AR.json"),
        ] {
            assert_eq!(oembed(below, "json"), file);
            let (path, form) = asked_oembed(file).expect("one of them");
            assert_eq!((path.trim_end_matches('/'), form), (below.trim_end_matches('/'), "json"));
        }
        assert_eq!(asked_oembed("/oembed"), None);
    }
}
