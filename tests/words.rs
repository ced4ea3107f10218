//! The interface speaks four languages, and writes numbers and dates as each does.

use std::collections::BTreeSet;

use huella::atlas::{Atlas, Lang, Quantity, RecordFiles, load};
use huella::site::words::{self, amount, date, guide, number};

fn atlas() -> Atlas {
    load::load(&RecordFiles::embedded()).atlas.expect("the embedded record")
}

/// Every word of every table.
fn all(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let (data, copy) = (words::data::of(lang).entries(), words::copy::of(lang).entries());
    [words::of(lang).entries(), guide::of(lang).entries(), data, copy].concat()
}

/// `{n}`, `{date}` … of a word.
fn placeholders(word: &str) -> BTreeSet<&str> {
    word.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_word_is_written_and_fills_in_the_same_values() {
    let english = all(Lang::En);
    for lang in Lang::ALL {
        for ((name, word), (_, model)) in all(lang).iter().zip(&english) {
            assert!(!word.trim().is_empty(), "{name} in {}", lang.tag());
            assert_eq!(placeholders(word), placeholders(model), "{name} in {}", lang.tag());
        }
    }
}

#[test]
fn so_is_every_word_of_frames() {
    let english = words::embed::of(Lang::En).entries();
    for lang in Lang::ALL {
        for ((name, word), (_, model)) in words::embed::of(lang).entries().iter().zip(&english) {
            assert!(!word.trim().is_empty(), "{name} in {}", lang.tag());
            assert_eq!(placeholders(word), placeholders(model), "{name} in {}", lang.tag());
        }
    }
}

#[test]
fn every_word_of_filters_and_search_is_written_and_fills_in_the_same_values() {
    let all = |lang| {
        let of = [words::find::of(lang).entries(), words::query::of(lang).entries()];
        [of.concat(), words::tables::of(lang).entries()].concat()
    };
    let english = all(Lang::En);
    for lang in Lang::ALL {
        for ((name, word), (_, model)) in all(lang).iter().zip(&english) {
            assert!(!word.trim().is_empty(), "{name} in {}", lang.tag());
            assert_eq!(placeholders(word), placeholders(model), "{name} in {}", lang.tag());
            assert_eq!(word.contains('#'), model.contains('#'), "{name} in {}", lang.tag());
        }
    }
}

#[test]
fn no_chinese_word_was_left_in_latin_letters() {
    let compass = ["north", "south", "east", "west"];
    for (name, word) in all(Lang::Zh) {
        let chinese = word.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(chinese || compass.contains(&name), "{name}: {word}");
    }
}

#[test]
fn every_layer_has_a_short_name_in_every_language() {
    for layer in &atlas().layers.layers {
        for lang in Lang::ALL {
            assert!(words::of(lang).layer(&layer.id).is_some(), "{} in {}", layer.id, lang.tag());
        }
    }
}

#[test]
fn numbers_are_grouped_and_marked_by_language() {
    let cases = [
        ("1003", "1,003", "1.003"),
        ("999", "999", "999"),
        ("1180000", "1,180,000", "1.180.000"),
        ("331.5", "331.5", "331,5"),
        ("-1234.25", "−1,234.25", "−1.234,25"),
        ("0.05", "0.05", "0,05"),
    ];
    for (plain, english, spanish) in cases {
        assert_eq!(number::written(plain, Lang::En), english);
        assert_eq!(number::written(plain, Lang::Zh), english);
        assert_eq!(number::written(plain, Lang::Es), spanish);
        assert_eq!(number::written(plain, Lang::Pt), spanish);
    }
}

#[test]
fn dates_are_never_more_exact_than_the_record() {
    let cases = [
        ("2025-09-18", ["18 Sep 2025", "18 sep 2025", "18 set 2025", "2025年9月18日"]),
        ("2025-09", ["Sep 2025", "sep 2025", "set 2025", "2025年9月"]),
        ("2025", ["2025", "2025", "2025", "2025年"]),
        ("2019-01-05", ["5 Jan 2019", "5 ene 2019", "5 jan 2019", "2019年1月5日"]),
    ];
    for (text, expected) in cases {
        let partial = text.parse().expect("a date");
        for (lang, expected) in Lang::ALL.into_iter().zip(expected) {
            assert_eq!(date::written(partial, lang), expected);
        }
    }
    assert_eq!(date::month("2025-09-18".parse().expect("a date"), Lang::En), "Sep 2025");
    assert_eq!(date::month("2025".parse().expect("a date"), Lang::En), "2025");
}

#[test]
fn amounts_keep_their_currency_and_all_their_digits() {
    let atlas = atlas();
    let written = |value: &str, unit: &str, lang| {
        let quantity = Quantity {
            measure: "contract-value".to_owned(),
            value: value.parse().expect("a number"),
            unit: unit.to_owned(),
            qualifier: None,
            as_of: None,
            sources: Vec::new(),
        };
        let amount = amount::written(&quantity, &atlas.vocabulary, lang);
        [amount.figure, amount.unit].join(" ").trim().to_owned()
    };
    for (value, unit, expected) in [
        ("331500000", "USD", ["US$331.5 million", "US$331,5 M", "US$\u{a0}331,5 milhões", "3.315 亿美元"]),
        ("1000000", "USD", ["US$1 million", "US$1 M", "US$\u{a0}1 milhão", "100 万美元"]),
        ("2400000000", "BRL", ["R$2.4 billion", "R$2,4 mil M", "R$\u{a0}2,4 bilhões", "24 亿巴西雷亚尔"]),
        (
            "150000000",
            "ARS",
            ["ARS\u{a0}150 million", "ARS\u{a0}150 M", "ARS\u{a0}150 milhões", "1.5 亿阿根廷比索"],
        ),
        ("31234567", "USD", ["US$31,234,567", "US$31.234.567", "US$\u{a0}31.234.567", "31,234,567 美元"]),
        ("1003", "1", ["1,003", "1.003", "1.003", "1,003"]),
        ("85", "%", ["85%", "85\u{a0}%", "85%", "85%"]),
        ("300", "MW", ["300 MW", "300 MW", "300 MW", "300 MW"]),
    ] {
        for (lang, expected) in Lang::ALL.into_iter().zip(expected) {
            assert_eq!(written(value, unit, lang), expected);
        }
    }
}
