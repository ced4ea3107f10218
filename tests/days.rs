//! What stood on a day: events and sites, in the same generated cases by server and page.

use std::fs;
use std::path::Path;

use huella::atlas::status::{self, UNKNOWN};
use huella::atlas::{Event, PartialDate, Precision, RecordFiles, Site, Text, load};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

const FILE: &str = "tests/cases/days.json";
const CASES: usize = 400;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Case {
    events: Vec<(PartialDate, String)>,
    from: Option<PartialDate>,
    until: Option<PartialDate>,
    on: Date,
    begun: bool,
    status: String,
    since: Option<PartialDate>,
    stands: bool,
}

/// Numbers that look random and are the same on every machine (Knuth's multiplier for 64 bits).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    /// Of every precision, within a few years, so that days are shared often; ends of months among them.
    fn date(&mut self) -> PartialDate {
        let (year, month) = (2018 + self.below(4), 1 + self.below(3));
        let last = [31, if year % 4 == 0 { 29 } else { 28 }, 31][month - 1];
        let day = [1, 2, 15, last][self.below(4)];
        let written = match self.below(4) {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        written.parse().expect("a date")
    }

    /// A day on which something of the case may change, or one beside it.
    fn day(&mut self, dates: &[PartialDate]) -> Date {
        let date = dates[self.below(dates.len())];
        let edge = if self.below(2) == 0 { date.first_day() } else { date.last_day() };
        match self.below(3) {
            0 => edge.yesterday().expect("a day before"),
            1 => edge,
            _ => edge.tomorrow().expect("a day after"),
        }
    }
}

fn site(from: Option<PartialDate>, until: Option<PartialDate>) -> Site {
    Site {
        id: "a.b".to_owned(),
        geometry: None,
        name: Text::english("B"),
        label: None,
        kind: "plant".to_owned(),
        precision: Precision::Country,
        from,
        until,
        located_by: Text::english("told"),
        position_sources: Vec::new(),
        sources: Vec::new(),
    }
}

fn generated() -> Vec<Case> {
    let vocabulary = load::written(&RecordFiles::embedded()).vocabulary.expect("a vocabulary");
    let kinds: Vec<&str> = vocabulary.event_kinds.iter().map(|kind| kind.id.as_str()).collect();
    let mut dice = Dice(2026);
    let mut case = || {
        let events: Vec<(PartialDate, String)> =
            (0..dice.below(7)).map(|_| (dice.date(), kinds[dice.below(kinds.len())].to_owned())).collect();
        let mut bound = || (dice.below(3) > 0).then(|| dice.date());
        let (from, until) = (bound(), bound());
        let mut dates: Vec<PartialDate> =
            events.iter().map(|(date, _)| *date).chain(from).chain(until).collect();
        if dates.is_empty() {
            dates.push(dice.date());
        }
        let on = dice.day(&dates);
        let told: Vec<Event> = events
            .iter()
            .map(|(date, kind)| Event {
                date: *date,
                kind: kind.clone(),
                note: Text::english("told"),
                sources: Vec::new(),
            })
            .collect();
        let standing = status::on(&told, on, &vocabulary);
        Case {
            begun: standing.is_some(),
            status: standing.as_ref().map_or(UNKNOWN, |s| &s.status).to_owned(),
            // While nothing tells the status, the page knows no day since which it stands.
            since: standing.filter(|s| s.status != UNKNOWN).map(|s| s.since),
            stands: site(from, until).stands_on(on),
            events,
            from,
            until,
            on,
        }
    };
    (0..CASES).map(|_| case()).collect()
}

#[test]
fn server_and_page_agree_on_generated_days() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let cases = generated();
    if std::env::var_os("HUELLA_BLESS").is_some() {
        let lines: Vec<String> =
            cases.iter().map(|case| serde_json::to_string(case).expect("a line")).collect();
        fs::write(&path, format!("[\n{}\n]\n", lines.join(",\n"))).expect("to be written");
    }
    let kept: Vec<Case> = serde_json::from_str(&fs::read_to_string(&path).expect(FILE)).expect("cases");
    for (made, kept) in cases.iter().zip(&kept) {
        assert_eq!(
            made, kept,
            "run once with HUELLA_BLESS=1 if the rule is meant to change, then mend the page"
        );
    }
    assert_eq!(kept.len(), CASES);
}

#[test]
fn a_site_stands_on_the_last_day_that_its_end_may_mean_and_not_on_the_next() {
    for (until, last, next) in [
        ("2019", "2019-12-31", "2020-01-01"),
        ("2020-02", "2020-02-29", "2020-03-01"),
        ("2019-07-05", "2019-07-05", "2019-07-06"),
    ] {
        let site = site(None, Some(until.parse().expect("a date")));
        assert!(site.stands_on(last.parse().expect("a day")), "{until}");
        assert!(!site.stands_on(next.parse().expect("a day")), "{until}");
    }
}
