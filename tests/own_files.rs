//! Files of one's own as they come: what is odd is served soundly, or told in words, once, at its place.

use std::path::Path;

use huella::atlas::Fault;
use huella::collection::{Collection, OwnLayer};
use huella::format::FORMATS;
use huella::query::{Query, Resource};
use serde_json::{Value, json};

fn read_bytes(bytes: &[u8]) -> Result<Collection, Box<Fault>> {
    OwnLayer::new("mine", Path::new("mine.geojson"), None).expect("a layer").read(bytes.to_vec())
}

fn read(text: &str) -> Result<Collection, Box<Fault>> {
    read_bytes(text.as_bytes())
}

/// A feature in the second line of a file, from column 46 on its geometry.
fn with_geometry(geometry: &str) -> String {
    format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[\n{{\"type\":\"Feature\",\"properties\":{{}},\"geometry\":{geometry}}}]}}"
    )
}

fn features(collection: &Collection) -> Vec<Value> {
    let file: Value = serde_json::from_slice(collection.whole()).expect("JSON");
    file["features"].as_array().expect("features").clone()
}

fn nested(levels: usize) -> String {
    let open = r#"{"type":"GeometryCollection","geometries":["#.repeat(levels);
    let point = r#"{"type":"Point","coordinates":[1,2]}"#;
    with_geometry(&format!("{open}{point}{}", "]}".repeat(levels)))
}

#[test]
fn geometry_collections_too_deep_for_the_stack_are_refused_at_once() {
    // The stack of a server's thread.
    let work = std::thread::Builder::new().stack_size(2 << 20).spawn(|| {
        let deepest = read(&nested(32)).expect("as deep as may be");
        for format in FORMATS {
            format.file(&deepest).expect("written");
        }
        for levels in [33, 3_000, 100_000] {
            let fault = read(&nested(levels)).expect_err("too deep");
            assert!(fault.reason.contains("more than 32 deep"), "{fault:?}");
            assert_eq!((fault.line, fault.column), (Some(2), Some(46 + 32 * 43)));
        }
    });
    work.expect("a thread").join().expect("no overflow");
}

#[test]
fn coordinates_without_a_position_are_no_place_in_any_form_and_in_any_format() {
    for geometry in [
        r#"{"type":"Point","coordinates":[ ]}"#,
        r#"{"type":"LineString","coordinates":[ ]}"#,
        r#"{"type":"Polygon","coordinates":[ ]}"#,
        r#"{"type":"Polygon","coordinates":[[]]}"#,
        r#"{"type":"MultiPoint","coordinates":[ ]}"#,
        r#"{"type":"MultiLineString","coordinates":[ [ ], [] ]}"#,
        r#"{"type":"MultiPolygon","coordinates":[[]]}"#,
        r#"{"type":"MultiPolygon","coordinates":[ [ [ ] ] ]}"#,
        r#"{"type":"GeometryCollection","geometries":[{"type":"MultiPolygon","coordinates":[ [ ] ]}]}"#,
        r#"{"type":"GeometryCollection","geometries":[ ]}"#,
    ] {
        let mine = read(&with_geometry(geometry)).expect(geometry);
        assert_eq!((mine.places.nowhere().len(), mine.extent()), (1, None), "{geometry}");
        for format in FORMATS {
            format.file(&mine).expect(geometry);
        }
    }
    let ring = "[[0,0],[1,0],[1,1],[0,0]]";
    for (given, served) in [
        (format!(r#"{{"type":"MultiPolygon","coordinates":[[],[{ring},[]],[[]]]}}"#), json!(1)),
        (r#"{"type":"MultiLineString","coordinates":[[],[[0,0],[1,1]]]}"#.to_owned(), json!(1)),
        (format!(r#"{{"type":"Polygon","coordinates":[{ring},[]]}}"#), json!(1)),
    ] {
        let mine = read(&with_geometry(&given)).expect("a geometry with empty parts");
        let parts = features(&mine)[0]["geometry"]["coordinates"].as_array().map(Vec::len);
        assert_eq!(json!(parts), served, "{given}");
    }
    let hole = with_geometry(&format!(r#"{{"type":"Polygon","coordinates":[[],{ring}]}}"#));
    assert!(read(&hole).expect_err("a hole in nothing").reason.contains("ring"));
}

#[test]
fn a_height_beyond_reason_leaves_the_layer_sound() {
    let mine = read(&with_geometry(r#"{"type":"Point","coordinates":[-60,-30,1e305]}"#)).expect("a number");
    assert_eq!(features(&mine)[0]["geometry"]["coordinates"], json!([-60, -30, 1e305]));
}

#[test]
fn what_is_wrong_with_a_geometry_is_told_in_words_at_its_own_place() {
    for (geometry, column, told) in [
        (r#"{"type":"Point","coordinates":["-60","-30"]}"#, 32, "a number was expected, not text"),
        (r#"{"type":"Point","coordinates":[-60, null]}"#, 37, "a number was expected, not null"),
        (r#"{"type":"Point","coordinates":[-60,-30,null]}"#, 40, "a number was expected, not null"),
        (r#"{"type":"Point","coordinates":[-60,1e999]}"#, 36, "this number is beyond the range of doubles"),
        (r#"{"type":"Point","coordinates":[-60]}"#, 31, "a position has a longitude and a latitude"),
        (r#"{"type":"MultiPoint","coordinates":[1,2]}"#, 37, "a position was expected, not a number"),
        (r#"{"type":"Polygon","coordinates":{}}"#, 33, "a list was expected, not an object"),
        (r#"{"type":"LineString","coordinates":[[0,0],[1,91]]}"#, 43, "not [1, 91]"),
        (r#"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[0,0]]]}"#, 56, "at least two positions"),
        (
            r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#,
            34,
            "the last equal to the first",
        ),
        (r#"{"type":"point","coordinates":[1,2]}"#, 9, "`point` is no type of geometry"),
        (r#"{"coordinates":[1,2]}"#, 1, "`type` is missing"),
        (r#"{"type":"Point"}"#, 1, "`coordinates` is missing"),
        (r#""POINT (1 2)""#, 1, "a geometry was expected, not text"),
        (
            r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[true,0]}]}"#,
            75,
            "a number was expected, not true or false",
        ),
    ] {
        let fault = read(&with_geometry(geometry)).expect_err(geometry);
        assert!(fault.reason.contains(told) && !fault.reason.contains(" at line "), "{geometry} {fault:?}");
        assert_eq!((fault.line, fault.column), (Some(2), Some(45 + column)), "{geometry} {fault:?}");
    }
}

#[test]
fn features_one_after_the_other_are_a_layer_too() {
    let feature = |name: &str| {
        format!(
            r#"{{"type":"Feature","id":"{name}","geometry":{{"type":"Point","coordinates":[1,2]}},"properties":{{}}}}"#
        )
    };
    let lines = format!("{}\n{}\n\n", feature("a"), feature("b"));
    let sequence = format!("\u{1e}{}\n\u{1e}{}\n", feature("a"), feature("b"));
    for text in [lines, sequence] {
        let mine = read(&text).expect("a sequence");
        assert_eq!((mine.len(), mine.feature_id(1).as_ref()), (2, "b"), "{text}");
    }
    let fault = read(&format!("{}\n{}\n{{\"type\":", feature("a"), feature("b"))).expect_err("cut off");
    assert!(fault.line == Some(3) && fault.reason.contains("ends here"), "{fault:?}");
    let fault = read(&format!("{}\n{}", feature("a"), r#" {"type":"Point","coordinates":[1,2]}"#));
    let fault = fault.expect_err("not only features");
    assert_eq!((fault.line, fault.column), (Some(2), Some(2)), "{fault:?}");
}

#[test]
fn a_file_of_another_format_is_told_by_its_name() {
    let files: [(&[u8], &str); 9] = [
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"PK\x03\x04", "zip"),
        (b"SQLite format 3\0", ".gpkg"),
        (b"<kml/>", "XML"),
        (b"\xff\xfe{\0", "UTF-16"),
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"name,lon,lat\na,1,2\n", "no GeoJSON object"),
        (b"[1]", "no GeoJSON object"),
    ];
    for (bytes, told) in files {
        let fault = read_bytes(bytes).expect_err(told);
        assert!(fault.reason.contains(told) && !fault.remedy.is_empty(), "{fault:?}");
    }
}

#[test]
fn a_coordinate_system_is_known_by_its_whole_code() {
    let named = |name: &str| {
        format!(
            r#"{{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"{name}"}}}},"features":[]}}"#
        )
    };
    for name in [
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:EPSG::4326",
        "EPSG:4326",
        "http://www.opengis.net/def/crs/EPSG/0/4326",
    ] {
        assert!(read(&named(name)).is_ok(), "{name}");
    }
    for name in ["urn:ogc:def:crs:EPSG::43261", "EPSG:43264", "EPSG:4674", "CRS845", "4326"] {
        assert!(read(&named(name)).expect_err(name).reason.contains("another system"), "{name}");
    }
}

#[test]
fn more_properties_than_a_table_has_columns_are_refused_and_as_many_are_written() {
    let with = |count: usize| {
        let members: Vec<String> = (0..count).map(|at| format!("\"c{at}\":{at}")).collect();
        read(&format!(r#"{{"type":"Feature","geometry":null,"properties":{{{}}}}}"#, members.join(",")))
    };
    let widest = with(1_997).expect("as many as may be");
    for format in FORMATS {
        format.file(&widest).expect("written");
    }
    let fault = with(1_998).expect_err("too many");
    assert!(fault.reason.contains("1998") && !fault.remedy.is_empty(), "{fault:?}");
}

#[test]
fn an_id_that_no_address_can_carry_is_no_id() {
    for id in ["", ".", ".."] {
        let mine = read(&format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":"{id}","geometry":null}},{{"type":"Feature","id":"b","geometry":null}}]}}"#
        ));
        let mine = mine.expect("a layer");
        assert_eq!((mine.feature_id(0).as_ref(), mine.feature_id(1).as_ref()), ("1", "2"));
        assert!(mine.about.notes.iter().any(|note| note.starts_with("One feature has no id")));
    }
}

#[test]
fn a_property_without_a_name_is_served_and_cannot_be_asked_for() {
    let mine = read(r#"{"type":"Feature","geometry":null,"properties":{"":"x","a":1}}"#).expect("a layer");
    assert_eq!(features(&mine)[0]["properties"], json!({"": "x", "a": 1}));
    assert_eq!(mine.schema.queryables().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["a"]);
    assert!(Query::read(Resource::Items, Some("=x"), Some(&mine)).is_err());
}

#[test]
fn of_a_property_that_stands_twice_the_last_value_counts() {
    let mine = read(
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"n":null,"a":1,"j":[1],"n":3,"j":[2],"a":2}},{"type":"Feature","geometry":null,"properties":{"a":7,"n":8}}]}"#,
    )
    .expect("a layer");
    let whole = std::str::from_utf8(mine.whole()).expect("UTF-8");
    assert!(whole.contains(r#"{"n":3,"a":2,"j":[2]}"#) && whole.contains(r#"{"a":7,"n":8}"#), "{whole}");
    let n = mine.schema.position("n").expect("n");
    assert_eq!((mine.value(0, n).plain().as_ref(), mine.value(1, n).plain().as_ref()), ("3", "8"));
}

#[test]
fn what_was_meant_to_cross_the_180th_meridian_is_noted() {
    let across = r#"{"type":"Polygon","coordinates":[[[179,-10],[-179,-10],[-179,10],[179,10],[179,-10]]]}"#;
    let noted = |geometry: &str| {
        let mine = read(&with_geometry(geometry)).expect("a layer");
        mine.about.notes.iter().any(|note| note.contains("RFC 7946, 3.1.9"))
    };
    assert!(noted(across));
    assert!(noted(r#"{"type":"LineString","coordinates":[[170,0],[-170,5]]}"#));
    let world = r#"{"type":"Polygon","coordinates":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]}"#;
    assert!(!noted(world) && !noted(r#"{"type":"LineString","coordinates":[[-90,0],[80,5]]}"#));
}

/// Whoever opens a pipe waits until somebody writes into it.
#[cfg(unix)]
#[test]
fn only_a_regular_file_is_read() {
    let folder = std::env::temp_dir().join(format!("huella-own-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let (pipe, file, link) = (folder.join("pipe"), folder.join("file"), folder.join("link"));
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    std::fs::write(&file, r#"{"type":"Point","coordinates":[1,2]}"#).expect("written");
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    let load = |path: &Path| OwnLayer::new("mine", path, None).expect("a layer").load();
    for no in [&pipe, &folder] {
        assert!(load(no).expect_err("no file").reason.contains("no file"));
    }
    assert!(load(&file).is_ok() && load(&link).is_ok());
    std::fs::remove_dir_all(&folder).expect("removed");
}
