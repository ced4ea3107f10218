//! CQL2 on the record itself: several values in one property, dates that are known to the year or month.

use huella::collection::SEPARATOR;
use serde_json::Value;

use crate::service::{ids, json, values};

fn filtered(collection: &str, filter: &str) -> Value {
    let filter: String = form_urlencoded::byte_serialize(filter.as_bytes()).collect();
    json(&format!("/collections/{collection}/items?limit=10000&filter={filter}"))
}

fn plain(collection: &str, query: &str) -> Vec<String> {
    ids(&json(&format!("/collections/{collection}/items?limit=10000&{query}")))
}

#[test]
fn a_comparison_holds_if_it_holds_for_one_of_several_values() {
    let all = plain("sites", "");
    let argentine = ids(&filtered("sites", "country = 'AR'"));
    assert_eq!(argentine, plain("sites", "country=AR"));
    let other = ids(&filtered("sites", "country <> 'AR'"));
    assert_eq!(argentine.len() + other.len(), all.len());
    assert_eq!(ids(&filtered("sites", "NOT country = 'AR'")), other);
    assert_eq!(ids(&filtered("sites", "A_CONTAINS(country, ('AR'))")), argentine);
    assert_eq!(ids(&filtered("sites", "country IN ('AR', 'no')")), argentine);
    let by_vendor = filtered("sites", "CASEI(vendors) LIKE 'huawei%'");
    assert!(!ids(&by_vendor).is_empty());
    for vendors in values(&by_vendor, "vendors") {
        let vendors = vendors.as_str().expect("vendors").to_lowercase();
        assert!(vendors.split(SEPARATOR).any(|name| name.starts_with("huawei")), "{vendors}");
    }
}

#[test]
fn all_of_several_values_can_be_asked_for_as_they_are_served() {
    let all = json("/collections/projects/items?limit=10000");
    let served = values(&all, "country");
    let whole =
        served.iter().filter_map(|c| c.as_str()).find(|c| c.contains(SEPARATOR)).expect("two countries");
    let expected: Vec<String> = ids(&all)
        .into_iter()
        .zip(&served)
        .filter(|(_, c)| c.as_str() == Some(whole))
        .map(|(id, _)| id)
        .collect();
    let encoded: String = form_urlencoded::byte_serialize(whole.as_bytes()).collect();
    assert_eq!(plain("projects", &format!("country={encoded}")), expected);
    for filter in [
        format!("country = '{whole}'"),
        format!("country IN ('{whole}', 'no')"),
        format!("CASEI(country) = CASEI('{whole}')"),
    ] {
        assert_eq!(ids(&filtered("projects", &filter)), expected, "{filter}");
    }
    let others = ids(&filtered("projects", &format!("country <> '{whole}'")));
    assert_eq!(others.len() + expected.len(), served.iter().filter(|c| c.is_string()).count());
}

#[test]
fn a_property_of_several_values_is_equal_to_itself_and_no_less() {
    let with = ids(&filtered("projects", "country IS NOT NULL"));
    for filter in
        ["country = country", "country <= country", "NOT country < country", "NOT country <> country"]
    {
        assert_eq!(ids(&filtered("projects", filter)), with, "{filter}");
    }
    for filter in ["country < country", "country <> country", "country > country", "NOT country >= country"] {
        assert_eq!(ids(&filtered("projects", filter)), [""; 0], "{filter}");
    }
}

#[test]
fn array_functions_take_properties_of_several_values() {
    let both = filtered("projects", "A_OVERLAPS(country, ('AR', 'CL'))");
    let union = filtered("projects", "country = 'AR' OR country = 'CL'");
    assert_eq!(ids(&both), ids(&union));
    let all = filtered("projects", "A_CONTAINS(country, ('AR', 'BO'))");
    for countries in values(&all, "country") {
        let countries: Vec<&str> = countries.as_str().expect("countries").split(SEPARATOR).collect();
        assert!(countries.contains(&"AR") && countries.contains(&"BO"), "{countries:?}");
    }
    let only = filtered("projects", "A_CONTAINEDBY(country, ('AR', 'CL', 'UY'))");
    assert!(!ids(&only).is_empty());
    for countries in values(&only, "country") {
        assert!(
            countries.as_str().expect("countries").split(SEPARATOR).all(|c| ["AR", "CL", "UY"].contains(&c))
        );
    }
    let same = ids(&filtered("projects", "A_EQUALS(country, ('AR'))"));
    assert!(same.len() < ids(&filtered("projects", "country = 'AR'")).len() + 1);
    assert_eq!(
        ids(&filtered("projects", "A_OVERLAPS(owners, operators)")),
        ids(&filtered("projects", "owners = operators")),
    );
    assert_eq!(
        ids(&filtered("projects", "A_OVERLAPS(country, (id, 'AR', layer))")),
        ids(&filtered("projects", "country = 'AR'")),
        "properties are elements, too"
    );
}

#[test]
fn a_date_known_to_the_year_is_all_of_the_year_in_temporal_functions() {
    let all = filtered("projects", "TRUE");
    let of_year: Vec<String> = all["features"]
        .as_array()
        .expect("features")
        .iter()
        .filter(|f| f["properties"]["first_event_precision"] == "year")
        .map(|f| f["id"].as_str().expect("an id").to_owned())
        .collect();
    assert!(!of_year.is_empty());
    let year = "first_event_precision = 'year'";
    // Whatever year it is, its whole is neither before nor after its own first of January, nor is it that day.
    for (filter, expected) in [
        (format!("{year} AND T_EQUALS(first_event, INTERVAL(first_event, first_event))"), of_year.clone()),
        (format!("{year} AND T_AFTER(first_event, DATE('1900-01-01'))"), of_year.clone()),
        (format!("{year} AND first_event = DATE('1900-01-01')"), Vec::new()),
    ] {
        assert_eq!(ids(&filtered("projects", &filter)), expected, "{filter}");
    }
    let id = &of_year[0];
    let day = json(&format!("/collections/projects/items/{id}"))["properties"]["first_event"].clone();
    let day = day.as_str().expect("a date");
    let summer = format!("{}-07-01", &day[..4]);
    let holds = |filter: &str| ids(&filtered("projects", &format!("id = '{id}' AND {filter}"))).len() == 1;
    assert!(holds(&format!("first_event = DATE('{day}')")), "comparisons take the day that is shown");
    assert!(holds(&format!("T_INTERSECTS(first_event, DATE('{summer}'))")), "it may have been in summer");
    assert!(!holds(&format!("T_EQUALS(first_event, DATE('{day}'))")));
    assert!(!holds(&format!("T_BEFORE(first_event, DATE('{summer}'))")), "nobody knows");
    assert!(holds(&format!("T_CONTAINS(first_event, DATE('{summer}'))")));
}
