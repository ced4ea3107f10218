//! The text of a file, or what it is instead.

/// Why bytes are no text that can be read.
pub struct NoText {
    /// Line and column; none where the whole file is at fault.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub reason: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

/// Line and column, from 1, of what follows these bytes.
pub fn place(before: &[u8]) -> (usize, usize) {
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    (line, String::from_utf8_lossy(&before[start..]).chars().count() + 1)
}

/// What files begin with that are often given one of these names by mistake.
const OTHERS: [(&[u8], &str, &str); 4] = [
    (b"\x1f\x8b", "is compressed with gzip", "unpack it with gunzip"),
    (
        b"PK\x03\x04",
        "is a zip file, as .kmz, .shp.zip and .xlsx are",
        "unpack it, and convert what is in it with ogr2ogr",
    ),
    (
        b"SQLite format 3\0",
        "is an SQLite database, as .gpkg is",
        "convert it with ogr2ogr -t_srs EPSG:4326 layer.geojson FILE",
    ),
    (
        b"<",
        "is XML or HTML, as .kml and .gpx are",
        "convert it with ogr2ogr -t_srs EPSG:4326 layer.geojson FILE",
    ),
];

/// UTF-8 without its mark.
pub fn text(bytes: Vec<u8>) -> Result<String, NoText> {
    let whole = |reason, remedy| NoText { place: None, reason, remedy };
    for (begin, reason, remedy) in OTHERS {
        if bytes.starts_with(begin) {
            return Err(whole(reason, remedy));
        }
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(whole("is UTF-16", "save the file as UTF-8"));
    }
    let text = String::from_utf8(bytes).map_err(|error| NoText {
        place: Some(place(&error.as_bytes()[..error.utf8_error().valid_up_to()])),
        reason: "is not UTF-8 from this place on",
        remedy: "save the file as UTF-8",
    })?;
    match text.trim_start_matches('\u{feff}').trim_ascii().is_empty() {
        true => Err(whole("is empty", "write a GeoJSON FeatureCollection into it, or take the layer away")),
        false => Ok(text),
    }
}
