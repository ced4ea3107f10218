//! JSON without blanks, so that a feature stays one line.

/// The same JSON without blanks between its tokens; `None` where it has none.
pub fn compact(raw: &str) -> Option<String> {
    let bytes = raw.as_bytes();
    let blank = |b: u8| matches!(b, b' ' | b'\n' | b'\r' | b'\t');
    if !bytes.iter().any(|b| blank(*b)) {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let (mut inside, mut escaped) = (false, false);
    for byte in bytes {
        if inside {
            out.push(*byte);
            match (escaped, byte) {
                (true, _) => escaped = false,
                (false, b'\\') => escaped = true,
                (false, b'"') => inside = false,
                _ => {}
            }
        } else if !blank(*byte) {
            inside = *byte == b'"';
            out.push(*byte);
        }
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn blanks_go_and_texts_stay() {
        assert_eq!(
            compact("{ \"a b\" : [1,\n\t2, \"c \\\" d\"] }").as_deref(),
            Some(r#"{"a b":[1,2,"c \" d"]}"#)
        );
        assert_eq!(compact("[1,2]"), None);
    }
}
