//! A layer of one's own: any GeoJSON file is served, or told what is wrong with it and where.

use std::collections::BTreeSet;
use std::path::Path;

use huella::atlas::Fault;
use huella::collection::own::{NoLayer, TAKEN};
use huella::collection::{Collection, FieldType, GeometryType, OwnLayer};
use huella::format::dataset;
use huella::query::{Query, Resource, select};
use serde_json::Value;

use crate::cities;

fn layer() -> OwnLayer {
    OwnLayer::new("mine", Path::new("mine.geojson"), None).expect("a layer")
}

fn read(text: &str) -> Result<Collection, Box<Fault>> {
    layer().read(text.as_bytes().to_vec())
}

fn collection_of(features: &str) -> Collection {
    read(&format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#)).expect("a collection")
}

fn point(id: &str, properties: &str) -> String {
    format!(
        r#"{{"type":"Feature",{id}"geometry":{{"type":"Point","coordinates":[1,2]}},"properties":{properties}}}"#
    )
}

fn kinds(collection: &Collection) -> Vec<(&str, FieldType)> {
    collection.schema.fields.iter().map(|f| (f.name.as_str(), f.kind)).collect()
}

#[test]
fn positions_are_those_of_the_file_to_the_last_digit() {
    let feature = |geometry: &str| format!(r#"{{"type":"Feature","geometry":{geometry},"properties":{{}}}}"#);
    let point = r#"{"type":"Point","coordinates":[6.1300028123,49.6116604987,12.345678]}"#;
    let tiny = r#"{"type":"Polygon","coordinates":[[[60.1,50.1],[60.10000004,50.1],[60.10000004,50.10000004],[60.1,50.10000004],[60.1,50.1]]]}"#;
    let turned = r#"{"type":"Polygon","coordinates":[[[60.1,50.1],[60.1,50.10000004],[60.10000004,50.10000004],[60.10000004,50.1],[60.1,50.1]]]}"#;
    let open = r#"{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1.0000000001,1]]]}"#;
    let mine = collection_of(&[point, tiny, turned, open].map(feature).join(","));
    let served = |row| String::from_utf8_lossy(mine.features.geometry(row)).into_owned();
    assert_eq!(served(0), point);
    assert_eq!((served(1), served(2)), (tiny.to_owned(), tiny.to_owned()), "wound, though it is small");
    assert_eq!(served(3), open.replace("1.0000000001", "1"), "ends that nearly meet are one");
    let found = |filter: &str| crate::cql2::ids(&mine, filter).join(" ");
    assert_eq!(found("S_EQUALS(geometry, POINT(6.1300028123 49.6116604987))"), "1");
    assert_eq!(found("S_TOUCHES(geometry, POINT(60.10000004 50.10000004))"), "2 3");
    let query = Query::read(Resource::Items, Some("bbox=6.1300028123,49.6116604987,7,50"), Some(&mine));
    assert_eq!(select(&mine, &query.expect("a query")).rows, [0]);
}

#[test]
fn the_schema_is_learnt_from_the_file() {
    let mine = collection_of(&[
        point("", r#"{"i":1,"n":1,"d":"2019-03-01","m":"2019-03-01T10:00:00Z","t":"x","b":true,"j":[1, 2],"e":null}"#),
        point("", r#"{"late":"y","i":-5,"n":2.5,"d":null,"b":false,"j":{"a": 1}}"#),
    ].join(","));
    use FieldType::{Boolean, Date, DateTime, Integer, Json, Number, Text};
    let expected = [
        ("i", Integer),
        ("n", Number),
        ("d", Date),
        ("m", DateTime),
        ("t", Text),
        ("b", Boolean),
        ("j", Json),
        ("e", Text),
        ("late", Text),
    ];
    assert_eq!(kinds(&mine), expected);
    assert_eq!(mine.schema.geometry, GeometryType::Point);
    let file: Value = serde_json::from_slice(mine.whole()).expect("JSON");
    assert_eq!(file["features"][1]["properties"]["j"], serde_json::json!({"a": 1}));
    assert_eq!(file["features"][0]["id"], "1", "features without ids are numbered");
    assert!(mine.about.notes.iter().any(|n| n.contains("numbered")));
}

#[test]
fn mixed_types_are_widened_and_said_so() {
    let mine = collection_of(
        &[point("", r#"{"a":5}"#), point("", r#"{"a":"five"}"#), point("", r#"{"a":[1, 2]}"#)].join(","),
    );
    assert_eq!(kinds(&mine), [("a", FieldType::Text)]);
    assert!(mine.schema.fields[0].description.contains("numbers"), "{}", mine.schema.fields[0].description);
    assert_eq!(mine.about.notes.iter().filter(|n| n.contains("`a`")).count(), 1);
    let file: Value = serde_json::from_slice(mine.whole()).expect("JSON");
    let values: Vec<&str> = file["features"]
        .as_array()
        .expect("features")
        .iter()
        .map(|f| f["properties"]["a"].as_str().expect("text"))
        .collect();
    assert_eq!(values, ["5", "five", "[1,2]"]);
}

#[test]
fn ids_are_kept_as_texts_unless_one_stands_twice() {
    let mine = collection_of(&[point(r#""id":7,"#, "{}"), point(r#""id":"a\"b/ñ","#, "{}")].join(","));
    assert_eq!((mine.feature_id(0).as_ref(), mine.feature_id(1).as_ref()), ("7", "a\"b/ñ"));
    assert_eq!((mine.find("7"), mine.find("a\"b/ñ"), mine.find("b")), (Some(0), Some(1), None));
    let twice = collection_of(&[point(r#""id":"x","#, "{}"), point(r#""id":"x","#, "{}")].join(","));
    assert_eq!((twice.feature_id(0).as_ref(), twice.feature_id(1).as_ref()), ("1", "2"));
    assert!(twice.about.notes.iter().any(|n| n.contains("`x` stands twice")));
}

#[test]
fn what_is_wrong_is_told_with_line_and_column() {
    let in_line_3 = |feature: &str| {
        format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{},\n{feature}]}}", point("", "{}"))
    };
    for (text, line, column, told) in [
        ("{\"type\":\"FeatureCollection\",\n  \"features\": [}".to_owned(), 2, 16, "expected value"),
        ("[1]".to_owned(), 1, 1, "GeoJSON object"),
        (r#"{"type":"Topology"}"#.to_owned(), 1, 1, "Topology"),
        (
            in_line_3(
                r#"{"type":"Feature","geometry":{"type":"Point","coordinates":[500000,1]},"properties":{}}"#,
            ),
            3,
            60,
            "longitude",
        ),
        (in_line_3(r#"{"type":"Feature","geometry":null,"properties":[1]}"#), 3, 48, "object of properties"),
        (in_line_3(r#"{"type":"Place"}"#), 3, 1, "no Feature"),
        (in_line_3(&point("", r#"{"a":1e4001}"#)), 3, 90, "out of range"),
        (in_line_3(&point("", r#"{"a":[1,{"b":-1e999}]}"#)), 3, 98, "out of range"),
        (in_line_3(&point("", &format!(r#"{{"a":{}}}"#, "9".repeat(400)))), 3, 484, "out of range"),
        (in_line_3(&point("", r#"{"a":"\ud800"}"#)), 3, 92, "hex escape"),
        (in_line_3(&point("", r#"{"a":["\ud800"]}"#)), 3, 93, "hex escape"),
        (
            in_line_3(&point("", &format!(r#"{{"a":{}{}}}"#, "[".repeat(200), "]".repeat(200)))),
            3,
            212,
            "recursion",
        ),
    ] {
        let fault = read(&text).expect_err(&text);
        assert_eq!((fault.line, fault.column), (Some(line), Some(column)), "{fault:?}");
        assert!(fault.reason.contains(told), "{fault:?}");
        assert!(!fault.remedy.is_empty() && fault.file == "mine.geojson");
    }
    let crs = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[]}"#;
    assert!(read(crs).expect_err("another system").reason.contains("another system"));
    let latin = layer()
        .read(b"{\"type\":\"FeatureCollection\",\n\"name\":\"\xF1\"}".to_vec())
        .expect_err("not UTF-8");
    assert_eq!((latin.line, latin.column), (Some(2), Some(9)));
}

#[test]
fn what_every_reader_can_read_is_passed_on_as_it_was_written() {
    let numbers = r#"{"a":1.7976931348623157e308,"b":-0.0,"c":"\ud83d\ude00","d":[1e300,{"e":null}],"f":1E5,"g":123456789012345678901234567890}"#;
    let layer = collection_of(&point("", numbers));
    let whole = std::str::from_utf8(layer.whole()).expect("UTF-8");
    assert!(whole.contains(numbers), "{whole}");
}

#[test]
fn a_feature_or_a_geometry_alone_and_an_empty_file_are_layers_too() {
    assert_eq!(read(&point("", r#"{"a":1}"#)).expect("a feature").len(), 1);
    assert_eq!(read(r#" {"type":"MultiPoint","coordinates":[[1,2],[3,4]]} "#).expect("a geometry").len(), 1);
    let none = collection_of("");
    assert_eq!((none.len(), none.extent()), (0, None));
    assert_eq!(select(&none, &Query::default()).matched, 0);
    let byte_order_mark = format!("\u{feff}{}", point("", "{}"));
    assert_eq!(read(&byte_order_mark).expect("a feature").len(), 1);
}

#[test]
fn nothing_is_lost_on_the_way_of_many_features() {
    let text = cities::text(10_000);
    let given: Value = serde_json::from_str(&text).expect("JSON");
    let mine = read(&text).expect("a collection");
    let served: Value = serde_json::from_slice(mine.whole()).expect("JSON");
    let (given, served) =
        (given["features"].as_array().expect("features"), served["features"].as_array().expect("features"));
    assert_eq!(given.len(), served.len());
    for (row, (given, served)) in given.iter().zip(served).enumerate() {
        assert_eq!((&given["id"], &given["properties"]), (&served["id"], &served["properties"]));
        assert_eq!(mine.find(given["id"].as_str().expect("an id")), Some(row as u32));
    }
}

#[test]
fn a_column_of_dates_gives_features_their_time() {
    let mine = cities::shared();
    let span = mine.time_extent().expect("times");
    assert!(span.start < span.end);
    let asked =
        Query::read(Resource::Items, Some("datetime=2010-01-01/2010-12-31"), Some(mine)).expect("a request");
    let day = mine.schema.position("day").expect("day");
    let in_2010 =
        (0..mine.len() as u32).filter(|row| mine.value(*row, day).plain().starts_with("2010")).count();
    assert_eq!(select(mine, &asked).matched, in_2010);
    assert!(
        Query::read(Resource::Items, Some("on=2010-01-01"), Some(mine)).is_err(),
        "it knows no days of the atlas"
    );
    let wrong = OwnLayer::new("mine", Path::new("m"), Some("dya".to_owned())).expect("a layer");
    let fault = wrong.read(cities::text(10).into_bytes()).expect_err("no such column");
    assert!(fault.reason.contains("dya") && fault.remedy.contains("day"), "{fault:?}");
}

#[test]
fn a_flag_names_a_layer_or_says_how_to() {
    let layer: OwnLayer = "roads=a=b,c.geojson,time=built".parse().expect("a layer");
    assert_eq!(
        (layer.name.as_str(), layer.path.to_str(), layer.time_column.as_deref()),
        ("roads", Some("a=b,c.geojson"), Some("built"))
    );
    for text in ["roads", "=x", "Roads=x", "a.b=x", "roads=", "roads=x,time="] {
        assert!(text.parse::<OwnLayer>().is_err(), "{text}");
    }
}

#[test]
fn a_layer_cannot_be_named_like_anything_below_data() {
    let catalogue = crate::flat_files::catalogue();
    let routes = huella::http::router::routes();
    let routed = routes.iter().filter_map(|route| route.strip_prefix("/data/"));
    let made = dataset::of_record();
    let ready = ["map", "search", "projects", "sites", "tables"];
    let files = made.iter().map(|file| file.name.as_str()).chain(routed).chain(ready);
    let names: BTreeSet<&str> = files.map(|file| file.split(['.', '/']).next().unwrap_or_default()).collect();
    for name in names.into_iter().filter(|name| !name.starts_with('{')) {
        assert_eq!(format!("{name}=x").parse::<OwnLayer>(), Err(NoLayer::Taken(name.to_owned())));
    }
    // Those of the atlas are refused beside it.
    let stems = dataset::files(&catalogue).into_iter().map(|file| file.name);
    let stems: BTreeSet<String> = stems.filter_map(|name| Some(name.split_once('.')?.0.to_owned())).collect();
    for stem in stems {
        assert!(TAKEN.contains(&&*stem) || catalogue.collection(&stem).is_some(), "{stem}");
    }
}

#[test]
fn a_file_that_is_too_large_for_a_layer_is_refused_before_it_is_read() {
    let path = std::env::temp_dir().join(format!("huella-large-{}.geojson", std::process::id()));
    // Of a file without content no disk keeps any.
    std::fs::File::create(&path).and_then(|file| file.set_len(5_000_000_000)).expect("a sparse file");
    let fault = OwnLayer::new("large", &path, None).expect("a layer").load().expect_err("too large");
    std::fs::remove_file(&path).expect("removed");
    assert!(fault.file.contains("huella-large"), "{fault:?}");
    assert!(fault.reason.contains("5000000000") && fault.remedy.contains("several layers"), "{fault:?}");
}

#[test]
fn a_layer_named_like_one_of_the_atlas_is_refused() {
    let solar = OwnLayer::new("solar", Path::new("solar.geojson"), None)
        .expect("a layer")
        .read(point("", "{}").into_bytes());
    let links = huella::links::Links::at("https://example.org").expect("links");
    let atlas = crate::flat_files::catalogue().atlas;
    let made = huella::collection::Catalogue::build(atlas, &links, vec![solar.expect("a collection").into()]);
    assert!(made.is_err_and(|e| e.to_string().contains("`solar`")));
}

#[test]
fn lists_and_objects_are_told_apart_in_the_schema() {
    let mine = collection_of(
        &[point("", r#"{"l":[1],"o":{},"b":[]}"#), point("", r#"{"l":[],"o":null,"b":{}}"#)].join(","),
    );
    let types: Vec<Value> =
        mine.schema.fields.iter().map(|f| huella::ogc::schema::property(f)["type"].clone()).collect();
    assert_eq!(types, [serde_json::json!("array"), "object".into(), serde_json::json!(["array", "object"])]);
}

#[test]
fn the_type_of_what_stands_in_lists_is_learnt() {
    use huella::collection::Nested::{List, ListOf, ListOfAny};
    let mine = collection_of(&[
        point("", r#"{"t":["a",null],"i":[1],"n":[1, 2],"b":[true],"d":["2019-03-01"],"m":[1],"e":[],"z":[null],"l":[1],"o":["a"]}"#),
        point("", r#"{"t":[],"i":[-5,null],"n":[2.5],"b":null,"d":["2019-03-02"],"m":["x", true],"e":[],"l":[[1]],"o":[{}]}"#),
    ].join(","));
    use FieldType::{Boolean, Integer, Json, Number, Text};
    let nested: Vec<_> = mine.schema.fields.iter().map(|f| (f.name.as_str(), f.kind, f.nested)).collect();
    let expected = [
        ("t", Json, ListOf(Text)),
        ("i", Json, ListOf(Integer)),
        ("n", Json, ListOf(Number)),
        ("b", Json, ListOf(Boolean)),
        ("d", Json, ListOf(Text)),
        ("m", Json, ListOfAny),
        ("e", Json, ListOf(Text)),
        ("z", Json, ListOf(Text)),
        ("l", Json, List),
        ("o", Json, List),
    ];
    assert_eq!(nested, expected);
    let mixed = mine.schema.field("m").expect("a property");
    assert_eq!(
        mixed.description,
        "Its lists hold text and numbers and true or false; filters take all of them as text."
    );
    let notes: Vec<&String> = mine.about.notes.iter().filter(|note| note.contains("Its lists")).collect();
    assert!(matches!(notes.as_slice(), [note] if note.contains("`m`")), "{notes:?}");
    let whole = std::str::from_utf8(mine.whole()).expect("UTF-8");
    assert!(whole.contains(r#""m":["x",true],"e":[]"#), "they are served as they stand: {whole}");
}

#[test]
fn queryables_and_schema_say_what_stands_in_lists() {
    let lists = collection_of(
        &[
            point("", r#"{"t":["a"],"i":[1],"n":[0.5],"b":[true],"m":[1,"x"],"o":[{}]}"#),
            point("", r#"{"t":["b"]}"#),
        ]
        .join(","),
    );
    let links = huella::links::Links::at("https://example.org").expect("links");
    let atlas = crate::flat_files::catalogue().atlas;
    let catalogue = huella::collection::Catalogue::build(atlas, &links, vec![lists.into()]).expect("made");
    let query = Query::default();
    let service = huella::ogc::Service { catalogue: &catalogue, links: &links, query: &query };
    let mine = catalogue.collection("mine").expect("the layer");
    let asked = huella::ogc::schema::queryables_json(&service, mine)["properties"].clone();
    let served = huella::ogc::schema::json(&service, mine)["properties"].clone();
    let api = huella::ogc::openapi::json(&service);
    let every: serde_json::Value = ["string", "number", "boolean"].into_iter().collect();
    for (at, (name, items, as_served)) in [
        ("t", "string", "string".into()),
        ("i", "integer", "integer".into()),
        ("n", "number", "number".into()),
        ("b", "boolean", "boolean".into()),
        ("m", "string", every),
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(
            (&asked[name]["type"], &served[name]["type"]),
            (&"array".into(), &"array".into()),
            "{name}"
        );
        assert_eq!(
            (&asked[name]["items"]["type"], &served[name]["items"]["type"]),
            (&items.into(), &as_served)
        );
        // `name=value` takes one of them.
        let parameter = &api["components"]["parameters"][format!("mine.{at}")];
        assert_eq!((&parameter["name"], &parameter["schema"]["type"]), (&name.into(), &items.into()));
    }
    assert!(asked.get("o").is_none() && served["o"].get("items").is_none());
}

#[test]
fn no_value_is_equal_to_the_smallest_number() {
    let few = collection_of(&[point("", r#"{"n":1}"#), point("", r#"{"n":null}"#)].join(","));
    for (text, found) in [("n=-9223372036854775808", 0), ("n=1", 1)] {
        let query = Query::read(Resource::Items, Some(text), Some(&few)).expect("a query");
        assert_eq!(select(&few, &query).matched, found, "{text}");
    }
}
