//! Text in markup that is written without a template.

/// A text as the value of an attribute or between two tags, as people write it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
