//! Status on a day, by the rule the page follows too.

use std::sync::OnceLock;

use huella::atlas::status::{self, Standing};
use huella::atlas::{Event, RecordFiles, Text, Vocabulary, load};
use jiff::civil::Date;
use proptest::prelude::*;
use serde::Deserialize;

fn vocabulary() -> &'static Vocabulary {
    static READ: OnceLock<Vocabulary> = OnceLock::new();
    READ.get_or_init(|| load::written(&RecordFiles::embedded()).vocabulary.expect("a vocabulary"))
}

fn event(date: &str, kind: &str) -> Event {
    Event {
        date: date.parse().expect("a date"),
        kind: kind.to_owned(),
        note: Text::english("told"),
        sources: vec!["nobody-nd-none".to_owned()],
    }
}

fn told(standing: &Option<Standing>) -> Option<&str> {
    standing.as_ref().map(|standing| standing.status.as_str())
}

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    events: Vec<(String, String)>,
    on: Date,
    status: String,
    since: Option<String>,
}

#[test]
fn server_and_page_agree_on_every_shared_case() {
    let vocabulary = vocabulary();
    let shared: Cases = serde_json::from_str(include_str!("cases/status.json")).expect("the shared cases");
    assert!(shared.cases.len() > 20);
    for case in shared.cases {
        let events: Vec<Event> = case.events.iter().map(|(date, kind)| event(date, kind)).collect();
        let standing = status::on(&events, case.on, vocabulary);
        // Before the first event the page says `unknown`; the server says that nothing stands yet.
        assert_eq!(told(&standing).unwrap_or(status::UNKNOWN), case.status, "{}", case.name);
        let since = standing.filter(|s| s.status != status::UNKNOWN).map(|s| s.since.to_string());
        assert_eq!(since, case.since, "{}", case.name);
    }
}

/// Dates of every precision within a few years, so that days are shared often.
fn dates() -> impl Strategy<Value = String> {
    (2018..=2021, 1..=3, 1..=3, 0..3).prop_map(|(year, month, day, precision)| match precision {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn days() -> impl Strategy<Value = Date> {
    (2017_i16..=2022, 1_i8..=4, 1_i8..=4).prop_map(|(y, m, d)| Date::constant(y, m, d))
}

fn events_of(kinds: Vec<String>) -> impl Strategy<Value = Vec<Event>> {
    let one = (dates(), prop::sample::select(kinds)).prop_map(|(date, kind)| event(&date, &kind));
    prop::collection::vec(one, 0..8)
}

fn kinds(wanted: impl Fn(&str) -> bool) -> Vec<String> {
    vocabulary().event_kinds.iter().map(|kind| kind.id.clone()).filter(|id| wanted(id)).collect()
}

fn all() -> impl Strategy<Value = Vec<Event>> {
    events_of(kinds(|_| true))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_order_of_the_input_does_not_matter(
        (events, shuffled) in all().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle())),
        day in days(),
    ) {
        let vocabulary = vocabulary();
        prop_assert_eq!(status::on(&events, day, vocabulary), status::on(&shuffled, day, vocabulary));
    }

    #[test]
    fn notes_and_changes_of_ownership_change_nothing(
        events in all(),
        date in dates(),
        kind in prop::sample::select(vec!["note", "ownership-changed"]),
        day in days(),
    ) {
        let vocabulary = vocabulary();
        let before = status::on(&events, day, vocabulary);
        let mut more = events;
        more.push(event(&date, kind));
        let after = status::on(&more, day, vocabulary);
        match before {
            Some(before) if before.status != status::UNKNOWN => prop_assert_eq!(Some(before), after),
            _ => prop_assert_eq!(told(&after).unwrap_or(status::UNKNOWN), status::UNKNOWN),
        }
    }

    #[test]
    fn events_to_come_do_not_count(events in all(), day in days()) {
        let vocabulary = vocabulary();
        let past: Vec<Event> = events.iter().filter(|e| e.date.first_day() <= day).cloned().collect();
        prop_assert_eq!(status::on(&events, day, vocabulary), status::on(&past, day, vocabulary));
    }

    #[test]
    fn while_nothing_interrupts_the_status_never_falls(
        events in events_of(kinds(|kind| !["suspended", "cancelled", "closed"].contains(&kind))),
        (a, b) in (days(), days()),
    ) {
        let vocabulary = vocabulary();
        let rank = |day| {
            let standing = status::on(&events, day, vocabulary);
            told(&standing).and_then(|id| vocabulary.status(id)).map_or(0, |status| status.rank)
        };
        prop_assert!(rank(a.min(b)) <= rank(a.max(b)));
    }

    #[test]
    fn an_interruption_holds_until_an_event_resumes(
        events in all(),
        kind in prop::sample::select(vec!["suspended", "cancelled", "closed"]),
        later in events_of(kinds(|kind| {
            ["proposed", "announced", "financed", "contracted", "delivered", "note", "ownership-changed"].contains(&kind)
        })),
        resuming in prop::sample::select(vec!["construction-started", "pilot", "operational", "expanded"]),
    ) {
        let vocabulary = vocabulary();
        let day = Date::constant(2031, 1, 1);
        let mut events = events;
        events.push(event("2022", kind));
        // What does not resume changes nothing, however many years later.
        for mut other in later {
            other.date = format!("{}", i32::from(other.date.year()) + 5).parse().expect("a date");
            events.push(other);
        }
        let standing = status::on(&events, day, vocabulary);
        prop_assert_eq!(told(&standing), Some(kind));
        events.push(event("2030", resuming));
        let standing = status::on(&events, day, vocabulary);
        let leads_to = vocabulary.event_kind(resuming).and_then(|k| k.leads_to.clone());
        prop_assert_eq!(told(&standing), leads_to.as_deref());
    }
}
