//! One layer, every format: the same rows with the same values, whatever the layer holds.

use std::path::Path;

use huella::collection::{Collection, FieldType, OwnLayer};
use huella::format::{FORMATS, named};
use huella::query::{Query, select};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::csv_files::unguarded;
use crate::flat_files::{SITE_COLUMNS, atlas, catalogue, catalogue_of};
use crate::formats_page::records;

fn file(collection: &Collection, format: &str) -> Vec<u8> {
    named(format).expect("a format").file(collection).expect("it is written").to_vec()
}

fn layer(features: &[Value]) -> Collection {
    let layer = OwnLayer::new("mine", Path::new("mine.geojson"), None).expect("a layer");
    let file = json!({"type": "FeatureCollection", "licence": "CC-BY-4.0", "features": features});
    layer.read(file.to_string().into_bytes()).map_err(|fault| fault.reason).expect("it is read")
}

fn package(bytes: &[u8]) -> Connection {
    let mut database = Connection::open_in_memory().expect("memory");
    database.deserialize_read_exact("main", bytes, bytes.len(), true).expect("a database");
    database
}

#[test]
fn a_file_is_the_same_bytes_whenever_it_is_made() {
    let (one, other) = (catalogue(), catalogue());
    for format in FORMATS {
        for id in ["sites", "nuclear", "projects"] {
            let made =
                |c: &huella::collection::Catalogue| file(c.collection(id).expect("there"), format.name());
            assert!(made(&one) == made(&other), "{id}.{}", format.name());
        }
    }
}

#[test]
fn a_geopackage_is_sound_and_tells_its_licence_columns_and_tree() {
    let catalogue = catalogue();
    for collection in &catalogue.collections {
        let database = package(&file(collection, "gpkg"));
        let one = |sql: &str| -> String { database.query_row(sql, [], |row| row.get(0)).expect(sql) };
        assert_eq!(one("PRAGMA integrity_check"), "ok");
        assert_eq!(one("SELECT count(*) || '' FROM pragma_foreign_key_check"), "0");
        assert_eq!(one("SELECT data_type FROM gpkg_contents"), "features");
        assert_eq!(
            one("SELECT last_change FROM gpkg_contents"),
            format!("{}T00:00:00.000Z", catalogue.atlas.today())
        );
        assert!(one("SELECT metadata FROM gpkg_metadata").contains("CC-BY-4.0"));
        let table = collection.id();
        assert_eq!(one(&format!("SELECT count(*) || '' FROM \"{table}\"")), collection.len().to_string());
        let placed = (0..collection.len() as u32).filter(|r| collection.places.get(*r).bounds().is_some());
        let boxed = one(&format!("SELECT count(*) || '' FROM \"rtree_{table}_geom\""));
        assert_eq!(boxed, placed.count().to_string(), "{table}");
        let told = one("SELECT count(*) || '' FROM gpkg_data_columns WHERE description != ''");
        assert_eq!(told, (collection.schema.fields.len() - 1).to_string());
    }
}

#[test]
fn a_flatgeobuf_is_searched_by_its_tree_and_keeps_what_has_no_place() {
    use flatgeobuf::{FallibleStreamingIterator, FeatureProperties, FgbReader};
    let catalogue = catalogue();
    let sites = catalogue.collection("sites").expect("sites");
    let bytes = file(sites, "fgb");
    let ids = |bbox: Option<[f64; 4]>| {
        let reader = FgbReader::open(std::io::Cursor::new(&bytes)).expect("a file");
        let mut found = Vec::new();
        let mut features = match bbox {
            Some([w, s, e, n]) => reader.select_bbox(w, s, e, n).expect("a tree"),
            None => reader.select_all().expect("features"),
        };
        while let Some(feature) = features.next().expect("a feature") {
            let id: String = feature.property("id").expect("an id");
            found.push(id);
        }
        found.sort();
        found
    };
    let mut all: Vec<String> =
        (0..sites.len() as u32).map(|row| sites.feature_id(row).into_owned()).collect();
    all.sort();
    assert_eq!(ids(None), all);
    let bbox = "-67,-25,-64,-22";
    let query = Query { bbox: Some(crate::bbox::bbox(bbox).expect("a box")), ..Query::default() };
    // The tree knows boxes only, and nothing of what has no place.
    let boxed = ids(Some([-67.0, -25.0, -64.0, -22.0]));
    let exact = select(sites, &query).rows.into_iter().filter(|r| sites.places.get(*r).bounds().is_some());
    assert!(exact.map(|row| sites.feature_id(row)).all(|id| boxed.iter().any(|b| *b == id)));
    assert!(boxed.len() > 10 && boxed.len() < all.len() / 2);
}

#[test]
fn an_empty_layer_has_its_columns_in_every_format() {
    let none = layer(&[]);
    for format in FORMATS {
        assert!(!format.file(&none).expect("it is written").is_empty() || format.name() == "geojsonseq");
    }
    let database = package(&file(&none, "gpkg"));
    let columns: i64 = database
        .query_row("SELECT count(*) FROM pragma_table_info('mine')", [], |r| r.get(0))
        .expect("a table");
    assert_eq!(columns, 3);
    let reader = flatgeobuf::FgbReader::open(std::io::Cursor::new(file(&none, "fgb"))).expect("a file");
    assert_eq!(reader.header().features_count(), 0);
}

#[test]
fn an_empty_layer_of_the_record_has_the_columns_of_the_others_in_every_format() {
    let mut atlas = atlas();
    atlas.projects.retain(|p| p.layer != "nuclear");
    let catalogue = catalogue_of(atlas);
    let empty = catalogue.collection("nuclear").expect("the layer stays");
    let expected: Vec<&str> = SITE_COLUMNS.split_whitespace().collect();
    let lines = records(&file(empty, "csv"));
    assert_eq!(
        (lines.len(), &lines[0][..expected.len()]),
        (1, &expected.iter().map(|n| (*n).to_owned()).collect::<Vec<String>>()[..])
    );
    let database = package(&file(empty, "gpkg"));
    let mut names = database.prepare("SELECT name FROM pragma_table_info('nuclear')").expect("a table");
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).expect("names").map(|n| n.expect("a name")).collect();
    assert_eq!(names, [&["fid", "geom"], &expected[..]].concat());
    let reader = flatgeobuf::FgbReader::open(std::io::Cursor::new(file(empty, "fgb"))).expect("a file");
    let columns = reader.header().columns().expect("columns");
    assert!(columns.iter().map(|c| c.name()).eq(expected.iter().copied()));
    let text = String::from_utf8(file(empty, "kml")).expect("UTF-8");
    let fields = text.split("<SimpleField ").skip(1).map(|f| f.split("name=\"").nth(1).expect("a name"));
    assert!(fields.map(|f| f.split('"').next().expect("its end")).eq(expected.iter().copied()));
    assert_eq!(file(empty, "geojsonseq"), b"");
}

/// Coordinates of any geometry, names that differ by their letters' case alone, values of every type.
fn features() -> impl Strategy<Value = Vec<Value>> {
    let at = || {
        (-1800..1800i32, -900..900i32).prop_map(|(x, y)| json!([f64::from(x) / 10.0, f64::from(y) / 10.0]))
    };
    let geometry = prop_oneof![
        Just(Value::Null),
        at().prop_map(|p| json!({"type": "Point", "coordinates": p})),
        at().prop_map(|p| json!({"type": "Point", "coordinates": [p[0], p[1], 12.5]})),
        (at(), at()).prop_map(|(a, b)| json!({"type": "LineString", "coordinates": [a, b]})),
        at().prop_map(|p| json!({"type": "MultiPoint", "coordinates": [p]})),
        (-170..170i32, -80..80i32).prop_map(|(x, y)| json!({
            "type": "MultiPolygon", "coordinates": [[[[x, y], [x + 2, y], [x + 2, y + 2], [x, y]]]]
        })),
        at().prop_map(
            |p| json!({"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": p}]})
        ),
    ];
    let value = |kind: u8| -> BoxedStrategy<Value> {
        let some = match kind {
            0 => any::<i32>().prop_map(|n| json!(i64::from(n) * 4096 + 1)).boxed(),
            1 => any::<f64>().prop_filter("JSON", |n| n.is_finite()).prop_map(|n| json!(n)).boxed(),
            2 => any::<bool>().prop_map(|b| json!(b)).boxed(),
            3 => (1950..2050i32, 1..13i32, 1..29i32)
                .prop_map(|(y, m, d)| json!(format!("{y}-{m:02}-{d:02}")))
                .boxed(),
            4 => (0..86_400_000i64)
                .prop_map(|ms| {
                    let moment = jiff::Timestamp::from_millisecond(1_500_000_000_000 + ms).expect("a moment");
                    json!(moment.to_string())
                })
                .boxed(),
            5 => prop::collection::vec(0..9i32, 0..3).prop_map(|list| json!(list)).boxed(),
            _ => "[^\u{0}]{0,8}".prop_map(|text| json!(text)).boxed(),
        };
        prop_oneof![1 => Just(Value::Null), 4 => some].boxed()
    };
    let row = (geometry, value(0), value(1), value(2), value(3), value(4), value(5), value(6)).prop_map(
        |(geometry, whole, number, truth, day, moment, list, text)| {
            json!({"type": "Feature", "geometry": geometry, "properties": {
                "whole": whole, "number": number, "truth": truth, "day": day, "moment": moment,
                "list": list, "text": text, "Text": text, "fid": whole, "geom": text,
            }})
        },
    );
    prop::collection::vec(row, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_a_layer_holds_is_read_back_from_its_geopackage_and_flatgeobuf(features in features()) {
        let collection = layer(&features);
        for format in FORMATS {
            let bytes = format.file(&collection);
            prop_assert!(bytes.is_ok(), "{}: {:?}", format.name(), bytes.err());
        }
        let database = package(&file(&collection, "gpkg"));
        let mut all = database.prepare("SELECT * FROM mine").expect("the table");
        let places = all.column_count() - collection.schema.fields.len();
        let mut rows = all.query([]).expect("rows");
        let mut at = 0u32;
        while let Some(row) = rows.next().expect("a row") {
            for (field, about) in collection.schema.fields.iter().enumerate() {
                use rusqlite::types::Value as Sql;
                let got: Sql = row.get(field + places).expect("a value");
                let value = collection.value(at, field);
                let expected = match (&got, value.plain()) {
                    (Sql::Integer(n), plain) if about.kind == FieldType::Boolean =>
                        (*n == 1).to_string() == plain,
                    (Sql::Integer(n), plain) => n.to_string() == plain,
                    (Sql::Real(n), _) => value == huella::collection::Value::Number(*n),
                    (Sql::Null, plain) => plain.is_empty(),
                    (Sql::Text(text), plain) if about.kind == FieldType::DateTime =>
                        text.parse::<jiff::Timestamp>().ok() == plain.parse().ok(),
                    (Sql::Text(_), _) if about.kind == FieldType::Json => true,
                    (Sql::Text(text), plain) => *text == plain,
                    _ => false,
                };
                prop_assert!(expected, "{}: {got:?} is not {value:?}", about.name);
            }
            at += 1;
        }
        prop_assert_eq!(at as usize, collection.len());
        same_as_flatgeobuf(&collection)?;
        same_as_csv(&collection)?;
    }
}

/// Every value but lists and objects, which are JSON there.
fn plain(collection: &Collection, row: u32) -> Vec<(&str, String)> {
    let fields = collection.schema.fields.iter().enumerate();
    let told = fields.filter(|(_, f)| f.kind != FieldType::Json);
    told.map(|(at, field)| (field.name.as_str(), collection.value(row, at).plain().into_owned())).collect()
}

fn same_as_flatgeobuf(collection: &Collection) -> Result<(), TestCaseError> {
    use flatgeobuf::{FallibleStreamingIterator, FeatureProperties, FgbReader};
    let reader = FgbReader::open(std::io::Cursor::new(file(collection, "fgb"))).expect("a file");
    let mut features = reader.select_all().expect("features");
    let mut count = 0;
    while let Some(feature) = features.next().expect("a feature") {
        let got = feature.properties().expect("properties");
        let row = collection.find(&got["id"]).expect("a feature of the layer");
        for (name, value) in plain(collection, row).iter().filter(|(_, value)| !value.is_empty()) {
            prop_assert_eq!(got.get(*name), Some(value), "{}", name);
        }
        count += 1;
    }
    prop_assert_eq!(count, collection.len());
    Ok(())
}

fn same_as_csv(collection: &Collection) -> Result<(), TestCaseError> {
    let lines = records(&file(collection, "csv"));
    prop_assert_eq!(lines.len(), collection.len() + 1);
    for (row, line) in lines[1..].iter().enumerate() {
        for (name, value) in plain(collection, row as u32) {
            let at = lines[0].iter().position(|n| unguarded(n) == name).expect("a column");
            prop_assert_eq!(unguarded(&line[at]), value, "{}", name);
        }
    }
    Ok(())
}
