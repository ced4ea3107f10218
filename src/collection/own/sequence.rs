//! Features one after the other instead of in a list: a GeoJSON text sequence (RFC 8142) or newline-delimited GeoJSON.

use serde_json::value::RawValue;

use super::fault::NoFeature;

/// What begins each text of a sequence (RFC 8142, 2).
pub const SEPARATOR: char = '\u{1e}';

/// The features. The separator stands in no text of JSON unescaped.
pub fn features(text: &str) -> Result<Vec<&RawValue>, NoFeature> {
    let mut features = Vec::new();
    for part in text.split(SEPARATOR) {
        let values = serde_json::Deserializer::from_str(part).into_iter::<&RawValue>();
        for value in values {
            features.push(value.map_err(|error| NoFeature::json(text, part, &error))?);
        }
    }
    Ok(features)
}
