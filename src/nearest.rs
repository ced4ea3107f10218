//! What may have been meant by a name that does not exist.

/// At most this many are offered.
const MOST: usize = 3;
/// Bytes of what is looked at. No name is as long; to compare each with a text of thousands would cost more than
/// any right answer.
const LONGEST: usize = 100;

/// The candidates most like `given`, the likeliest first; none where nothing is alike.
pub fn nearest<'a>(given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if given.len() > LONGEST {
        return Vec::new();
    }
    let given = given.to_lowercase();
    let mut scored: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (likeness(&given, candidate), candidate))
        .filter(|(score, _)| *score > 0.7)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.into_iter().take(MOST).map(|(_, candidate)| candidate).collect()
}

/// Between 0 and 1. A part of a name counts as much as a slip in the whole of it: people write
/// `jujuy` for `jujuy-seguro`.
fn likeness(given: &str, candidate: &str) -> f64 {
    let candidate = candidate.to_lowercase();
    let whole = strsim::jaro_winkler(given, &candidate);
    let contains = given.len() >= 3 && candidate.contains(given);
    if contains { whole.max(0.9) } else { whole }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, nearest};

    #[test]
    fn a_slip_or_a_part_finds_the_name() {
        let ids = ["jujuy-seguro", "cauchari-solar", "cauchari-olaroz", "ecu-911"];
        assert_eq!(nearest("jujuy", ids), ["jujuy-seguro"]);
        assert_eq!(nearest("cauchari-solr", ids)[0], "cauchari-solar");
        assert!(nearest("zzz", ids).is_empty());
    }

    #[test]
    fn a_text_that_is_far_too_long_is_compared_with_nothing() {
        let long = "a".repeat(LONGEST + 1);
        assert!(nearest(&long, [long.as_str()]).is_empty());
        assert_eq!(nearest(&long[1..], [long.as_str()]), [long.as_str()]);
    }
}
