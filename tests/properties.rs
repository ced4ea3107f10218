//! `properties` chooses what is returned; `name=value` asks by any property.

use huella::collection::SEPARATOR;

use crate::service::{ids, json, refused, values};

#[test]
fn only_the_properties_asked_for_are_returned_and_nothing_else_changes() {
    let whole = json("/collections/sites/items?limit=50");
    let some = json("/collections/sites/items?limit=50&properties=status,name,name");
    assert_eq!(ids(&some), ids(&whole));
    let features = |v: &serde_json::Value| v["features"].as_array().expect("features").clone();
    for (all, some) in features(&whole).iter().zip(features(&some)) {
        assert_eq!(some["geometry"], all["geometry"]);
        let kept: Vec<&str> =
            some["properties"].as_object().expect("properties").keys().map(String::as_str).collect();
        assert_eq!(kept, ["name", "status"], "in the order of the schema");
        assert!(kept.iter().all(|name| some["properties"][name] == all["properties"][name]));
    }
    let none = json("/collections/sites/items?limit=1&properties=");
    assert_eq!(none["features"][0]["properties"], serde_json::json!({}));
}

#[test]
fn a_property_is_asked_for_by_its_type() {
    let all = json("/collections/projects/items");
    for (name, value) in [
        ("status", "operating"),
        ("layer", "lithium"),
        ("source_count", "8"),
        ("first_event", "2019-01-01"),
        ("capacity_mw_max", "315"),
        ("entry", "allegation"),
    ] {
        let found = json(&format!("/collections/projects/items?{name}={value}"));
        let expected: Vec<String> = ids(&all)
            .into_iter()
            .zip(values(&all, name))
            .filter(|(_, v)| v.as_str().map_or_else(|| v.as_f64() == value.parse().ok(), |v| v == value))
            .map(|(id, _)| id)
            .collect();
        assert_eq!(ids(&found), expected, "{name}={value}");
        assert_eq!(found["numberMatched"].as_u64(), Some(expected.len() as u64));
    }
}

#[test]
fn one_of_several_names_is_enough() {
    let all = json("/collections/sites/items");
    let found = json("/collections/sites/items?country=AR&layer=surveillance");
    assert!(!ids(&found).is_empty());
    for (countries, layer) in values(&found, "country").iter().zip(values(&found, "layer")) {
        assert!(countries.as_str().expect("countries").split(SEPARATOR).any(|c| c == "AR"));
        assert_eq!(layer, "surveillance");
    }
    let several =
        values(&all, "country").into_iter().filter(|c| c.as_str().is_some_and(|c| c.contains(SEPARATOR)));
    assert!(several.count() > 0, "some site belongs to a project of several countries");
}

#[test]
fn what_does_not_exist_is_named_with_what_does() {
    let problem = refused("/collections/sites/items?properties=name,statu");
    assert_eq!(problem["nearest"][0], "status");
    assert!(problem["detail"].as_str().is_some_and(|d| d.contains("statu")));
    let problem = refused("/collections/solar/items?kind=rooftop");
    assert!(problem["allowed"].as_array().is_some_and(|a| a.len() > 3));
}

#[test]
fn a_language_is_told_where_it_is_written() {
    let item = |lang: &str| {
        json(&format!("/collections/projects/items/jujuy-seguro?lang={lang}"))["properties"].clone()
    };
    assert_eq!(item("es")["name"], "Jujuy Seguro e Interconectado");
    assert_ne!(item("zh")["summary"], item("en")["summary"]);
    assert_eq!(item("es")["name_es"], item("en")["name_es"]);
    assert_eq!(
        json("/collections/solar?lang=es")["title"],
        json("/collections?lang=es")["collections"]
            .as_array()
            .expect("collections")
            .iter()
            .find(|c| c["id"] == "solar")
            .expect("solar")["title"]
    );
}
