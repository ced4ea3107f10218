//! `datetime` selects by the time of a feature and leaves status alone; `on` tells the atlas as of a day.

use huella::query::Interval;
use proptest::prelude::*;

use crate::service::{ids, json, values};

fn found(query: &str) -> Vec<String> {
    ids(&json(&format!("/collections/sites/items?{query}")))
}

#[test]
fn a_feature_has_time_from_its_first_event_to_its_end() {
    let catalogue = crate::flat_files::catalogue();
    for (asked, from, until) in [
        ("2010-06-01", "2010-06-01", "2010-06-01"),
        ("2015-01-01/2019-12-31", "2015-01-01", "2019-12-31"),
        ("../2012-12-31", "0001-01-01", "2012-12-31"),
        ("/2012-12-31", "0001-01-01", "2012-12-31"),
        ("2026-01-01/..", "2026-01-01", "9999-12-31"),
        ("2026-01-01/", "2026-01-01", "9999-12-31"),
    ] {
        let matching = catalogue.atlas.projects.iter().flat_map(|p| {
            let standing = catalogue.atlas.status_on(p, catalogue.atlas.today()).expect("begun");
            let ended = ["closed", "cancelled"].contains(&standing.status.as_str());
            let begun = p.first_event().expect("an event").first_day().to_string();
            let end = if ended { standing.since.last_day().to_string() } else { "9999-12-31".to_owned() };
            p.sites.iter().filter(move |s| {
                let begun = s.from.map_or(begun.clone(), |f| begun.clone().max(f.first_day().to_string()));
                begun.as_str() <= until && end.as_str() >= from
            })
        });
        let expected: Vec<String> = matching.map(|s| s.id.clone()).collect();
        assert!(!expected.is_empty(), "{asked}");
        assert_eq!(found(&format!("datetime={asked}")), expected, "{asked}");
    }
}

#[test]
fn a_moment_and_its_day_find_the_same_here() {
    let day = found("datetime=2019-07-05");
    assert_eq!(found("datetime=2019-07-05T12:00:00Z"), day);
    assert_eq!(found("datetime=2019-07-05T12:00:00.25-03:00"), day);
    assert_eq!(found("datetime=2019-07-05T12:00:00%2B02:00"), day);
}

#[test]
fn datetime_leaves_the_status_alone_and_on_does_not() {
    let then = json("/collections/projects/items?datetime=2019-07-05&sortby=id");
    let now = json("/collections/projects/items?sortby=id");
    for (id, status) in ids(&then).iter().zip(values(&then, "status")) {
        let at = ids(&now).iter().position(|i| i == id).expect("in both");
        assert_eq!(status, values(&now, "status")[at]);
    }
    let on = json("/collections/projects/items?on=2019-07-05");
    assert!(on["numberMatched"].as_u64() < Some(146));
    let changed = ids(&on).iter().zip(values(&on, "status")).any(|(id, status)| {
        ids(&now).iter().position(|i| i == id).is_some_and(|at| values(&now, "status")[at] != status)
    });
    assert!(changed, "some status was another then");
    let operating = json("/collections/projects/items?on=2019-07-05&status=operating");
    assert!(values(&operating, "status").iter().all(|s| **s == "operating"));
}

#[test]
fn what_is_no_time_is_refused() {
    for text in [
        "",
        "..",
        "/",
        "../..",
        "2019",
        "2019-02-30",
        "2019-1-1",
        "20190101",
        "2019-01-01T00:00Z",
        "2019-01-01 00:00:00",
        "2019-01-01T00:00:00",
        "2019-01-01/2018-01-01",
        "2019-01-01/2019-02-01/2019-03-01",
        "2019-01-01T00:00:00.Z",
        "2019-01-01T25:00:00Z",
    ] {
        assert!(Interval::read(text).is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn an_interval_is_written_as_it_is_read(a in -200_000i64..200_000, length in 0i64..200_000, kind in 0..5) {
        let day = |n: i64| huella::collection::time::date_of(n as i32).to_string();
        let text = match kind {
            0 => day(a),
            1 => format!("{}/{}", day(a), day(a + length)),
            2 => format!("{}/..", day(a)),
            3 => format!("../{}", day(a)),
            _ => format!("{}T10:20:30Z/{}T10:20:30.5Z", day(a), day(a + length)),
        };
        prop_assume!(!text.contains("/-") && !text.starts_with('-'));
        let interval = Interval::read(&text).expect("an interval");
        prop_assert_eq!(interval.to_string(), text.clone());
        prop_assert_eq!(Interval::read(&interval.to_string()), Ok(interval));
        prop_assert!(interval.span().start <= interval.span().end);
    }
}
