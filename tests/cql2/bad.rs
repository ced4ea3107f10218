//! What is wrong with a filter is told with its place, its words and what was expected.

use huella::query::cql2::{Condition, Language};

use crate::cities;
use crate::service::refused;

fn told(language: Language, filter: &str) -> (String, Vec<String>, Vec<String>) {
    let fault = Condition::read(language, filter, &cities::shared().schema).expect_err(filter);
    let bad = fault.of("filter", filter);
    assert_eq!(bad.name, "filter");
    assert!(bad.reason.ends_with('.'), "{}", bad.reason);
    (bad.reason, bad.allowed, bad.nearest)
}

#[test]
fn a_message_names_place_and_word_and_what_was_expected() {
    for (filter, parts) in [
        ("value = ", &["character 9", "its end", "a value"][..]),
        ("value == 3", &["character 8", "`=`", "a property, a value"]),
        ("valu = 3", &["character 1", "`valu`", "no property"]),
        ("big AND valeu = 3", &["character 9", "`valeu`"]),
        ("value = 'x'", &["character 9", "`'x'`", "a number was expected", "a text"]),
        ("day = '2019-01-01'", &["character 7", "a date was expected"]),
        ("day = TIMESTAMP('2019-01-01T00:00:00Z')", &["character 7", "a date was expected"]),
        ("day = DATE('2019-02-30')", &["character 12", "`'2019-02-30'`", "no date"]),
        ("word LIKE word", &["character 11", "`word`", "pattern"]),
        ("value LIKE 'x%'", &["character 1", "LIKE compares texts"]),
        ("word = 'a", &["character 8", "`'`", "closing quote"]),
        ("word", &["character 1", "`word`", "a condition was expected"]),
        ("value = 1 value", &["character 11", "`value`", "AND, OR"]),
        ("(value = 1", &["character 11", "`)` was expected"]),
        ("value IN (1, 2", &["character 15", "`)` was expected"]),
        ("value IN 1", &["character 10", "`(` was expected"]),
        ("value IN ()", &["character 10", "one value or more"]),
        ("value BETWEEN 1 OR 2", &["character 17", "`OR`", "AND"]),
        ("value IS 1", &["character 10", "NULL"]),
        ("big < TRUE", &["character 7", "no order"]),
        ("NEAR(geometry, 1)", &["character 1", "`NEAR`", "no function"]),
        ("S_INTERSECTS(geometry)", &["character 1", "takes 2"]),
        ("S_INTERSECTS(word, POINT(1 2))", &["character 14", "`word`", "a geometry was expected"]),
        ("S_INTERSECTS(geometry, POINT(1))", &["character 31", "`)`", "a number was expected"]),
        ("S_INTERSECTS(geometry, POINT(1 200))", &["character 24", "longitude first"]),
        ("S_INTERSECTS(geometry, BBOX(1, 4, 3, 2))", &["character 24", "north of north"]),
        ("S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0)))", &["character 24", "four positions"]),
        ("S_INTERSECTS(geometry, POLYGON((0 0, 2 2, 2 0, 0 2, 0 0)))", &["character 24", "not valid"]),
        ("S_INTERSECTS(geometry, BBOX(1, 2, 3))", &["character 24", "four or six"]),
        ("geometry = POINT(1 2)", &["character 1", "functions"]),
        ("T_DURING(day, 5)", &["character 15", "`5`", "a time was expected"]),
        ("T_DURING(day, INTERVAL('2020-01-01', '2019-01-01'))", &["character 38", "before it begins"]),
        ("A_CONTAINS(word, ('a'))", &["character 12", "`word`", "several values"]),
        ("tags = 'a'", &["character 1", "`tags`", "lists or objects"]),
        ("value = 1e999", &["character 9", "too large"]),
        ("value = 1 & 2", &["character 11", "`&`"]),
        ("value != 1", &["character 7", "`!`", "unequal is written `<>`"]),
        ("{\"op\":\"=\"}", &["character 1", "filter-lang=cql2-json"]),
        ("ñandú = #", &["character 9", "`#`"]),
        ("", &["character 1", "a property"]),
    ] {
        let (reason, ..) = told(Language::Text, filter);
        for part in parts {
            assert!(reason.contains(part), "{filter}: {reason}");
        }
    }
}

#[test]
fn a_message_says_what_is_allowed_and_what_may_have_been_meant() {
    let (_, allowed, nearest) = told(Language::Text, "valeu = 3");
    assert_eq!(nearest, ["value"]);
    assert!(["value", "word", "day", "geometry"].iter().all(|name| allowed.contains(&(*name).to_owned())));
    assert!(!allowed.contains(&"tags".to_owned()));
    let (_, _, nearest) = told(Language::Text, "S_INTERSECT(geometry, POINT(1 2))");
    assert_eq!(nearest[0], "S_INTERSECTS");
    let (_, allowed, _) = told(Language::Text, "day = '2019-01-01'");
    assert_eq!(allowed, ["DATE('2019-07-05')"]);
}

#[test]
fn faults_of_json_are_told_by_pointer() {
    for (filter, parts) in [
        (r#"{"op":"=","args":[{"property":"valeu"},3]}"#, &["`/args/0`", "no property"][..]),
        (
            r#"{"op":"and","args":[{"op":"=","args":[{"property":"value"},"x"]},true]}"#,
            &["`/args/0/args/1`", "a number"],
        ),
        (r#"{"op":"like?","args":[]}"#, &["`/op`", "`\"like?\"`", "no operator"]),
        (r#"{"op":"=","args":[1]}"#, &["root", "takes 2"]),
        (r#"{"op":"="}"#, &["`/args`", "list of its arguments"]),
        (r#"{"opp":"="}"#, &["root", "one of these members"]),
        (r#"{"op":"=","args":[{"property":"value"},null]}"#, &["`/args/1`", "isNull"]),
        (
            r#"{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[1]}]}"#,
            &["`/args/1/coordinates`", "coordinates of a Point"],
        ),
        (
            r#"{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Circle"}]}"#,
            &["`/args/1/type`", "GeoJSON"],
        ),
        (r#"{"op":"=","args":[{"property":"day"},{"date":"2019"}]}"#, &["`/args/1/date`", "no date"]),
        ("{", &["root", "no JSON"]),
        ("value = 1", &["root", "no JSON"]),
    ] {
        let (reason, ..) = told(Language::Json, filter);
        for part in parts {
            assert!(reason.contains(part), "{filter}: {reason}");
        }
    }
}

#[test]
fn depth_and_length_are_limited_and_the_server_lives_on() {
    let deep = |n: usize| format!("{}value=1{}", "(".repeat(n), ")".repeat(n));
    let path = |filter: &str| format!("/collections/sites/items?filter={filter}");
    assert!(refused(&path(&deep(10_000)))["detail"].as_str().is_some_and(|d| d.contains("8192")));
    assert!(refused(&path(&deep(4000)))["detail"].as_str().is_some_and(|d| d.contains("64 levels")));
    for filter in [
        "(".repeat(8000),
        "NOT%20".repeat(1200) + "value=1",
        format!("source_count={}1", "1%2B".repeat(900)),
        format!("source_count={}1{}", "-".repeat(7000), ""),
        "CASEI(".repeat(1300),
        "INTERVAL(".repeat(800),
        "GEOMETRYCOLLECTION(".repeat(400),
        format!("{}country%20IS%20NULL{}", "(".repeat(60), ")%20IS%20NULL".repeat(60)),
    ] {
        let problem = refused(&path(&filter));
        assert_eq!(problem["parameter"], "filter");
    }
    for filter in ["[".repeat(8000), r#"{"op":"not","args":["#.repeat(380), r#"{"interval":["#.repeat(500)] {
        let filter: String = form_urlencoded::byte_serialize(filter.as_bytes()).collect();
        refused(&format!("{}&filter-lang=cql2-json", path(&filter)));
    }
    let long: Vec<String> = (0..400).map(|n| format!("source_count={n}")).collect();
    assert!(crate::service::json(&path(&long.join("%20OR%20")))["numberMatched"].as_u64() > Some(0));
}
