//! Every kind of value by hand: numbers, texts, days, moments, true and false, none.

use std::path::Path;
use std::sync::OnceLock;

use huella::collection::{Collection, OwnLayer};

use super::ids;

/// Five features; the last has no value at all.
fn few() -> &'static Collection {
    static FEW: OnceLock<Collection> = OnceLock::new();
    FEW.get_or_init(|| {
        let feature = |id: &str, geometry: &str, properties: &str| {
            format!(r#"{{"type":"Feature","id":"{id}","geometry":{geometry},"properties":{properties}}}"#)
        };
        let features = [
            feature(
                "a",
                r#"{"type":"Point","coordinates":[-65,-24]}"#,
                r#"{"n":1,"x":0.5,"t":"Água","u":"Água","d":"2019-07-05","m":"2019-07-05T12:00:00Z","b":true,"big":9007199254740993,"limit":1,"odd name":"ja"}"#,
            ),
            feature(
                "b",
                r#"{"type":"LineString","coordinates":[[-60,-20],[-50,-10]]}"#,
                r#"{"n":2,"x":-1.25,"t":"agua","u":"x","d":"2019-07-06","m":"2019-07-05T00:00:00Z","b":false,"big":9007199254740992,"limit":2}"#,
            ),
            feature(
                "c",
                r#"{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]]]}"#,
                r#"{"n":3,"x":2,"t":"50%_\\","u":"y","d":"2020-01-01","m":"2019-07-06T00:00:00Z","b":true,"limit":3}"#,
            ),
            feature("d", "null", r#"{"n":-4,"x":0,"t":"","u":"ÁGUA","d":"1969-12-31","m":"1969-12-31T23:59:59.5Z","b":false}"#),
            feature("e", r#"{"type":"Point","coordinates":[5,5]}"#, "{}"),
        ];
        let file = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(",\n"));
        let layer = OwnLayer::new("few", Path::new("few.geojson"), None).expect("a layer");
        layer.read(file.into_bytes()).expect("a collection")
    })
}

fn holds(cases: &[(&str, &str)]) {
    let found = |filter: &str| ids(few(), filter).join("");
    let wrong: Vec<_> =
        cases.iter().map(|(f, wanted)| (*f, *wanted, found(f))).filter(|(_, a, b)| a != b).collect();
    assert!(wrong.is_empty(), "filter, wanted, found: {wrong:#?}");
}

#[test]
fn numbers_are_compared_and_reckoned_with() {
    holds(&[
        ("n = 1", "a"),
        ("n <> 1", "bcd"),
        ("n < 2", "ad"),
        ("n <= 2", "abd"),
        ("n > 2", "c"),
        ("n >= 2.5", "c"),
        ("n < 2.5", "abd"),
        ("n = 2.5", ""),
        ("n <> 2.5", "abcd"),
        ("2 < n", "c"),
        ("n < 1e300", "abcd"),
        ("n > -1e300", "abcd"),
        ("n > 1e300", ""),
        ("x = 0", "d"),
        ("x > -1.25", "acd"),
        ("x BETWEEN 0 AND 2", "acd"),
        ("x NOT BETWEEN 0 AND 2", "b"),
        ("n IN (1, 3, 2.5)", "ac"),
        ("n NOT IN (1, 3)", "bd"),
        ("x IN (n / 2, 0)", "ad"),
        ("n + x = 1.5", "a"),
        ("n - x * 2 = 0", "a"),
        ("n % 2 = 1", "ac"),
        ("n div 2 = 1", "bc"),
        ("n ^ 2 = 9", "c"),
        ("-n = 4", "d"),
        ("n / x > 0", "ac"),
        ("n = x", ""),
        ("n > x", "abc"),
        ("n + 1 IN (2, 3)", "ab"),
        ("big = 9007199254740993", "a"),
        ("big = 9007199254740992", "b"),
        ("big IN (9007199254740993)", "a"),
    ]);
}

#[test]
fn no_value_is_neither_true_nor_false() {
    holds(&[
        ("n IS NULL", "e"),
        ("n IS NOT NULL", "abcd"),
        ("geometry IS NULL", "d"),
        ("n = 1 OR n <> 1", "abcd"),
        ("NOT n = 1", "bcd"),
        ("NOT (n = 1 AND t = 'x')", "abcd"),
        ("n = 1 OR TRUE", "abcde"),
        ("n = 1 AND FALSE", ""),
        ("NOT (n = 1 AND FALSE)", "abcde"),
        ("(n = 1) IS NULL", "e"),
        ("(n = 1) IS NOT NULL", "abcd"),
        ("(n = 1 AND FALSE) IS NULL", ""),
        ("(n = 1 OR big = 1) IS NULL", "cde"),
        ("n / x IS NULL", "de"),
        ("NOT n / x > 0", "b"),
        ("1 / 0 = 1 OR NOT 1 / 0 = 1", ""),
        ("t LIKE '%'", "abcd"),
        ("NOT t LIKE 'x'", "abcd"),
        ("d IS NULL OR b IS NULL", "e"),
        ("n IN (1) OR n NOT IN (1)", "abcd"),
        ("big NOT IN (1)", "ab"),
        ("S_DISJOINT(geometry, BBOX(0, 0, 1, 1))", "abe"),
        ("NOT S_DISJOINT(geometry, BBOX(0, 0, 1, 1))", "c"),
        ("NOT S_INTERSECTS(geometry, BBOX(-180, -90, 180, 90))", ""),
        ("T_AFTER(d, DATE('2000-01-01')) OR NOT T_AFTER(d, DATE('2000-01-01'))", "abcd"),
    ]);
}

#[test]
fn texts_are_compared_by_their_characters() {
    holds(&[
        ("t = 'agua'", "b"),
        ("t = ''", "d"),
        ("t < 'a'", "cd"),
        ("t > 'agua'", "a"),
        ("t >= 'agua'", "ab"),
        ("t <= 'agua'", "bcd"),
        ("CASEI(t) = CASEI('ÁGUA')", "a"),
        ("ACCENTI(t) = ACCENTI('Água')", "a"),
        ("CASEI(ACCENTI(t)) = 'agua'", "ab"),
        ("t = u", "a"),
        ("t <> u", "bcd"),
        ("CASEI(u) = CASEI(t)", "a"),
        ("t IN ('agua', 'Água', u)", "ab"),
        ("CASEI(u) IN (CASEI('água'), 'X')", "ad"),
        ("t LIKE 'a%'", "b"),
        ("t LIKE '%a'", "ab"),
        ("t LIKE '_gua'", "ab"),
        ("t LIKE '%g_a'", "ab"),
        ("t LIKE '%\\%%'", "c"),
        ("t LIKE '50\\%\\__'", "c"),
        ("t LIKE '50%_'", "c"),
        ("t NOT LIKE '%a'", "cd"),
        ("CASEI(ACCENTI(t)) LIKE CASEI('AG%')", "ab"),
        ("\"odd name\" = 'ja'", "a"),
        ("\"limit\" > 1", "bc"),
    ]);
}

#[test]
fn days_and_moments_are_compared_in_their_kind() {
    holds(&[
        ("d = DATE('2019-07-05')", "a"),
        ("d <> DATE('2019-07-05')", "bcd"),
        ("d < DATE('2019-07-06')", "ad"),
        ("d >= DATE('2019-07-06')", "bc"),
        ("d BETWEEN DATE('2019-07-05') AND DATE('2019-12-31')", "ab"),
        ("d IN (DATE('2019-07-05'), DATE('2020-01-01'))", "ac"),
        ("m = TIMESTAMP('2019-07-05T12:00:00Z')", "a"),
        ("m = TIMESTAMP('2019-07-05T09:00:00-03:00')", "a"),
        ("m = DATE('2019-07-05')", "ab"),
        ("m > DATE('2019-07-05')", "c"),
        ("m >= DATE('2019-07-05')", "abc"),
        ("m < DATE('2019-07-06')", "abd"),
        ("m <= DATE('2019-07-05')", "abd"),
        ("m < TIMESTAMP('2019-07-05T12:00:00Z')", "bd"),
        ("T_DURING(d, INTERVAL('2019-07-05', '2020-01-01'))", "b"),
        ("T_INTERSECTS(d, INTERVAL('2019-07-05', '2020-01-01'))", "abc"),
        ("T_INTERSECTS(d, INTERVAL('..', '2019-07-05'))", "ad"),
        ("T_EQUALS(d, DATE('2019-07-06'))", "b"),
        ("T_BEFORE(d, m)", ""),
        ("T_AFTER(d, m)", "bc"),
        ("T_INTERSECTS(m, DATE('2019-07-05'))", "ab"),
        ("T_STARTS(d, INTERVAL('2019-07-05', '..'))", "a"),
        ("T_FINISHES(d, INTERVAL('2000-01-01', '2019-07-06'))", "b"),
        ("T_MEETS(d, INTERVAL('2020-01-01', '2020-02-01'))", "c"),
        ("T_METBY(d, INTERVAL('2019-01-01', '2019-07-06'))", "b"),
        ("T_CONTAINS(INTERVAL('2019-07-05', '2020-01-01'), d)", "b"),
        ("T_DISJOINT(d, INTERVAL('2019-01-01', '2019-12-31'))", "cd"),
        ("T_OVERLAPS(INTERVAL(d, '2019-08-01'), INTERVAL('2019-07-06', '..'))", "ad"),
        ("T_OVERLAPPEDBY(INTERVAL('2019-07-05', '..'), INTERVAL('..', d))", "bc"),
        ("T_STARTEDBY(INTERVAL(d, '..'), INTERVAL('2019-07-05', '2019-07-09'))", "a"),
        ("T_FINISHEDBY(INTERVAL('..', d), INTERVAL('2019-07-01', '2019-07-05'))", "a"),
    ]);
}

#[test]
fn true_and_false_need_no_comparison() {
    holds(&[
        ("b", "ac"),
        ("NOT b", "bd"),
        ("b = TRUE", "ac"),
        ("b = FALSE", "bd"),
        ("b <> TRUE", "bd"),
        ("TRUE = b", "ac"),
        ("b = b", "abcd"),
        ("b <> b", ""),
        ("b IN (TRUE)", "ac"),
        ("TRUE", "abcde"),
        ("FALSE", ""),
    ]);
}

#[test]
fn geometries_are_related_exactly() {
    holds(&[
        ("S_INTERSECTS(geometry, BBOX(-66, -25, -64, -23))", "a"),
        ("S_INTERSECTS(geometry, BBOX(-66, -25, 400, -23, 30, 9))", "ab"),
        ("S_INTERSECTS(geometry, BBOX(-60, -12, -55, -10))", ""),
        ("S_INTERSECTS(geometry, POINT(5 5))", "ce"),
        ("S_INTERSECTS(geometry, POLYGON((-66 -25, -64 -25, -66 -22, -66 -25)))", "a"),
        ("S_WITHIN(geometry, BBOX(0, 0, 20, 20))", "ce"),
        ("S_WITHIN(geometry, BBOX(5, 5, 20, 20))", ""),
        ("S_CONTAINS(geometry, POINT(5 5))", "ce"),
        ("S_CONTAINS(BBOX(4, 4, 6, 6), geometry)", "e"),
        ("S_TOUCHES(geometry, BBOX(10, 0, 20, 10))", "c"),
        ("S_OVERLAPS(geometry, BBOX(5, 5, 20, 20))", "c"),
        ("S_CROSSES(geometry, LINESTRING(-60 -10, -50 -20))", "b"),
        ("S_EQUALS(geometry, POINT(-65 -24))", "a"),
        ("S_EQUALS(geometry, POLYGON((10 10, 0 10, 0 0, 10 0, 10 10)))", "c"),
        ("S_DISJOINT(geometry, BBOX(0, 0, 20, 20))", "ab"),
        ("S_INTERSECTS(geometry, BBOX(4, -30, -64, 30))", "ace"),
        ("S_INTERSECTS(geometry, geometry)", "abce"),
        ("S_INTERSECTS(POINT(0 0), BBOX(0, 0, 1, 1))", "abcde"),
        ("S_WITHIN(geometry, BBOX(0, 0, 20, 20)) AND n = 3", "c"),
        ("S_WITHIN(geometry, BBOX(0, 0, 20, 20)) OR n = 1", "ace"),
    ]);
}

#[test]
fn false_is_less_than_true() {
    holds(&[
        ("b < TRUE", "bd"),
        ("b <= FALSE", "bd"),
        ("b >= FALSE", "abcd"),
        ("b > TRUE", ""),
        ("b > FALSE", "ac"),
        ("FALSE < b", "ac"),
        ("TRUE >= b", "abcd"),
        ("NOT b < TRUE", "ac"),
        ("NOT b >= FALSE", ""),
        ("(b > TRUE) IS NULL", "e"),
        ("b <= b", "abcd"),
        ("b < b", ""),
        ("NOT b < b", "abcd"),
        ("FALSE < TRUE", "abcde"),
        ("TRUE <= FALSE", ""),
    ]);
}

#[test]
fn a_date_and_a_moment_are_compared_by_days_however_they_are_written() {
    holds(&[
        ("d = m", "ad"),
        ("m = d", "ad"),
        ("d <> m", "bc"),
        ("d > m", "bc"),
        ("m < d", "bc"),
        ("d <= m", "ad"),
        ("NOT d <= m", "bc"),
        ("d = TIMESTAMP('2019-07-05T23:00:00Z')", "a"),
        ("d < TIMESTAMP('2019-07-06T00:00:00Z')", "ad"),
        ("TIMESTAMP('2019-07-06T12:00:00Z') <= d", "bc"),
        ("m = DATE('2019-07-05')", "ab"),
        ("m > DATE('2019-07-05')", "c"),
        ("d BETWEEN TIMESTAMP('2019-07-05T12:00:00Z') AND DATE('2019-12-31')", "ab"),
        ("DATE('2022-04-16') = TIMESTAMP('2022-04-16T00:00:00Z')", "abcde"),
        ("TIMESTAMP('2022-04-16T00:00:00Z') < DATE('2022-04-16')", ""),
    ]);
}

#[test]
fn beside_a_time_in_takes_plain_texts() {
    holds(&[
        ("d IN ('2019-07-05', '2020-01-01')", "ac"),
        ("d NOT IN ('2019-07-05')", "bcd"),
        ("d IN ('2019-07-05', DATE('2019-07-06'))", "ab"),
        ("m IN ('2019-07-05T12:00:00Z', '2019-07-06')", "ac"),
        ("DATE('2019-07-05') IN (d)", "a"),
    ]);
}

#[test]
fn arrays_hold_values_of_any_type_and_properties() {
    holds(&[
        ("A_EQUALS((1, 2), (2, 1))", "abcde"),
        ("A_EQUALS((1, 2), (2, 1, 3))", ""),
        ("A_CONTAINS((TRUE), (TRUE))", "abcde"),
        ("A_CONTAINS((DATE('2019-07-05')), (d))", "a"),
        ("A_OVERLAPS((t), ('agua'))", "b"),
        ("A_OVERLAPS((t, u), ('x', 'Água'))", "ab"),
        ("A_CONTAINEDBY((n), (1, 2, 5))", "ab"),
        ("NOT A_CONTAINEDBY((n), (1, 2))", "cd"),
        ("A_CONTAINS((1, 2, 3), (n, 2))", "abc"),
        ("A_EQUALS((n, x), (2, -1.25))", "b"),
        ("A_OVERLAPS((b, FALSE), (TRUE))", "ac"),
    ]);
}
