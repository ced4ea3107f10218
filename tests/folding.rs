//! Folding: what differs only in case, accents or width is alike, for the page as for the server.

use huella::fold::{self, Fold};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    search: String,
    case: Option<String>,
    accents: Option<String>,
}

#[test]
fn texts_fold_as_the_shared_cases_say() {
    let Cases { cases } = serde_json::from_str(include_str!("cases/fold.json")).expect("cases");
    for Case { text, search, case, accents } in cases {
        assert_eq!(fold::search(&text), search, "{text}");
        assert!(case.is_none_or(|case| case == fold::case(&text)), "{text}");
        assert!(accents.is_none_or(|accents| accents == fold::accents(&text)), "{text}");
    }
}

#[test]
// Beyond the second plane stand ideographs, which fold to themselves.
fn every_character_folds_once_and_for_all() {
    for c in (0..=0x1_ffff).filter_map(char::from_u32) {
        let text = c.to_string();
        for fold in [fold::search, fold::case, fold::accents] {
            let once = fold(&text);
            assert_eq!(fold(&once), once, "U+{:04X}", u32::from(c));
        }
    }
}

proptest! {
    #[test]
    fn a_part_of_a_text_is_a_part_of_it_folded(before in "\\PC*", part in "\\PC*", after in "\\PC*") {
        let whole = fold::search(&format!("{before} {part} {after}"));
        prop_assert!(whole.contains(&fold::search(&part)));
    }

    #[test]
    fn the_short_way_for_plain_letters_comes_to_the_same(text in "[ -~]*|[ -~áÉñßİᾳŁｚ\u{301}]*|\\PC*") {
        prop_assert_eq!(Fold::Case.of(&text), fold::case(&text));
        prop_assert_eq!(Fold::Accents.of(&text), fold::accents(&text));
        prop_assert_eq!(Fold::all(&[Fold::Accents, Fold::Case], &text), fold::case(&fold::accents(&text)));
    }
}
