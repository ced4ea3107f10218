//! What is wrong with a filter is told with its place, its words and what was expected.

use huella::query::Crs;
use huella::query::cql2::{Condition, Language};

use crate::cities;
use crate::service::refused;

fn told(language: Language, filter: &str) -> (String, Vec<String>, Vec<String>) {
    let fault = Condition::read(Crs::CRS84, language, filter, &cities::shared().schema).expect_err(filter);
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
        ("day IN ('2019-01-01', 'soon')", &["character 23", "`'soon'`", "no date"]),
        ("day IN ('2019-01-01', '..')", &["character 23", "no date"]),
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
        ("big < 1", &["character 7", "true or false was expected"]),
        ("value = NULL", &["character 9", "`NULL`", "no value"]),
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
        ("A_OVERLAPS((word), (1))", &["character 21", "a text was expected", "a number"]),
        ("A_OVERLAPS((word), (('a', 'b')))", &["character 21", "arrays hold no arrays"]),
        (
            "S_INTERSECTS(geometry, POLYGON((170 0, 190 0, 190 9, 170 0)))",
            &["character 24", "180th meridian is cut"],
        ),
        ("tags = 'a'", &["character 1", "`tags`", "compared by functions"]),
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
    let (_, _, nearest) = told(Language::Text, "S_INTERSECT(geometry, POINT(1 2))");
    assert_eq!(nearest[0], "S_INTERSECTS");
    let (_, allowed, _) = told(Language::Text, "day = '2019-01-01'");
    assert_eq!(allowed, ["DATE('2019-07-05')"]);
}

#[test]
fn every_message_says_what_may_stand_there_in_the_language_of_the_filter() {
    for filter in [
        "",
        "value =",
        "value = 1e400",
        "value IN ()",
        "value IN 1",
        "value = NULL",
        "day = DATE('2019-02-30')",
        "day > TIMESTAMP('2019')",
        "T_DURING(day, INTERVAL('x', '..'))",
        "S_INTERSECTS(geometry)",
        "value = 'x'",
        "CASEI(value) = 'x'",
        "value LIKE 'x%'",
        "value BETWEEN 'a' AND 'b'",
        "S_INTERSECTS(geometry, POINT(1))",
        "S_INTERSECTS(geometry, BBOX(1, 2, 3))",
        "S_INTERSECTS(geometry, BBOX(1, 4, 3, 2))",
        "S_INTERSECTS(geometry, LINESTRING(1 1))",
        "S_INTERSECTS(geometry, POINT(1 200))",
        "word = 'a",
        "value & 1",
        "T_DURING(day, 5)",
        "word",
        "A_CONTAINS(word, ('a'))",
        "geometry = POINT(1 2)",
        &"x".repeat(9000),
    ] {
        let (reason, allowed, _) = told(Language::Text, filter);
        assert!(!allowed.is_empty(), "{filter}: {reason}");
    }
    for (filter, form) in [
        ("", r#"{"op":"=","args":[{"property":"name"},"text"]}"#),
        ("value = 1", r#"{"op":"=","args":[{"property":"name"},"text"]}"#),
        (r#"{"op":"=","args":[{"property":"day"},"2019-07-05"]}"#, r#"{"date":"2019-07-05"}"#),
        (r#"{"op":"=","args":[{"property":"value"},null]}"#, "isNull"),
        (r#"{"property":"word"}"#, "between"),
        (r#"{"op":"t_during","args":[{"property":"day"},5]}"#, r#"{"interval":["2019-01-01",".."]}"#),
        (
            r#"{"op":"s_intersects","args":[{"property":"geometry"},5]}"#,
            r#"{"bbox":[-70.0,-30.0,-60.0,-20.0]}"#,
        ),
        (
            r#"{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[1]}]}"#,
            r#"{"bbox":[-70.0,-30.0,-60.0,-20.0]}"#,
        ),
        (r#"{"op":"=","args":[{"property":"geometry"},5]}"#, "s_intersects"),
        (r#"{"op":"a_overlaps","args":[{"property":"word"},["a"]]}"#, r#"["a","b"]"#),
        (r#"{"op":"not"}"#, r#"{"op":"=","args":[{"property":"name"},"text"]}"#),
        (r#"{"op":"=","args":[{"property":"day"},{"date":"2019"}]}"#, "YYYY-MM-DD"),
    ] {
        let (reason, allowed, _) = told(Language::Json, filter);
        assert!(allowed.iter().any(|told| told == form), "{filter}: {reason} {allowed:?}");
        let of_text = ["DATE(", "INTERVAL(", "BBOX(", "POINT(", "IS NULL", "LIKE", "S_"];
        assert!(!allowed.iter().any(|told| of_text.iter().any(|word| told.contains(word))), "{allowed:?}");
    }
}

#[test]
fn a_filter_that_would_be_reckoned_too_often_is_refused_at_once() {
    // The value would be made anew for each of a thousand elements, over every feature.
    let value = vec!["value"; 60].join("+");
    let elements = vec!["share"; 1000].join(",");
    let (reason, ..) = told(Language::Text, &format!("{value} IN ({elements})"));
    assert!(reason.contains("at most 8192"), "{reason}");
    // Whatever fits its length once is read.
    let many = |part: &str, between: &str| vec![part; 8100 / (part.len() + between.len())].join(between);
    for filter in [
        many("1<2", "OR "),
        format!("value IN ({})", many("1", ",")),
        format!("value IN ({})", many("value", ",")),
    ] {
        let filter = filter.get(..8192).unwrap_or(&filter);
        if let Err(fault) = Condition::read(Crs::CRS84, Language::Text, filter, &cities::shared().schema) {
            assert!(!fault.reason.contains("at most"), "{fault}");
        }
    }
}

#[test]
fn a_search_is_as_heavy_as_its_condition() {
    let schema = cities::shared();
    let effort = |filter: &str| {
        let condition = Condition::read(Crs::CRS84, Language::Text, filter, &schema.schema).expect(filter);
        let query = huella::query::Query { condition: Some(condition), ..Default::default() };
        huella::ogc::items::effort(schema, &query)
    };
    let plain = effort("value = 3");
    assert!(plain >= schema.len());
    let powers = vec!["value ^ share"; 60].join(" + ");
    assert!(effort(&format!("{powers} > 3")) > 500 * schema.len());
    let ring: Vec<String> = (0..300)
        .map(|n| f64::from(n) * std::f64::consts::TAU / 300.0)
        .map(|a| format!("{:.4} {:.4}", a.cos(), a.sin()))
        .collect();
    let polygon = format!("S_WITHIN(geometry, POLYGON(({}, 1.0000 0.0000)))", ring.join(", "));
    assert!(effort(&polygon) > 1000 * schema.len());
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
        (r#"{"op":"=","op":"<","args":[{"property":"value"},3]}"#, &["root", "`op` stands twice"]),
        (r#"{"op":"=","args":[{"property":"value"},3],"x":1}"#, &["root", "no member `x`"]),
        (r#"{"op":"=","args":[{"property":"value","y":2},3]}"#, &["`/args/0`", "no member `y`"]),
        ("{", &["root", "no JSON"]),
        ("value = 1", &["root", "no JSON", "filter-lang=cql2-text"]),
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
