//! The record as tables: keys that lead somewhere, a source for every value, the same bytes each time.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::io::Read;

use huella::atlas::project::ProjectFile;
use huella::atlas::status::UNKNOWN;
use huella::atlas::{AtlasFile, LayersFile, Project, Vocabulary};
use huella::collection::Catalogue;
use huella::collection::tables::{TABLES, Table};
use huella::format::dataset;
use serde_json::Value;

use crate::flat_files::catalogue;
use crate::formats_page::records;

fn file(catalogue: &Catalogue, name: &str) -> Vec<u8> {
    let file = dataset::find(catalogue, name).unwrap_or_else(|| panic!("there is no {name}"));
    file.write(catalogue).expect("it is written").to_vec()
}

fn texts(table: &Table, column: &str) -> Vec<String> {
    let column = table.column(column).unwrap_or_else(|| panic!("no column {column} in {}", table.id));
    column.iter().map(|value| value.plain().into_owned()).collect()
}

#[test]
fn keys_differ_and_every_reference_leads_to_a_row() {
    let catalogue = catalogue();
    let tables: BTreeMap<&str, Table> =
        TABLES.iter().map(|(id, make)| (*id, make(&catalogue.atlas))).collect();
    let mut keys: BTreeMap<&str, HashSet<String>> = BTreeMap::new();
    keys.insert("projects", catalogue.atlas.projects.iter().map(|p| p.id.clone()).collect());
    for (id, table) in tables.iter().filter(|(_, table)| table.key.is_some()) {
        let all = texts(table, "id");
        assert!(all.iter().all(|key| !key.is_empty()), "{id}");
        let distinct: HashSet<String> = all.iter().cloned().collect();
        assert_eq!(distinct.len(), all.len(), "{id}");
        keys.insert(id, distinct);
    }
    for (id, table) in &tables {
        assert!(table.len() > 100, "{id}");
        for (column, to) in &table.references {
            for value in texts(table, column).iter().filter(|v| !v.is_empty()) {
                assert!(keys[to].contains(value), "{id}.{column}: {value} is not in {to}");
            }
        }
        for (at, field) in table.fields.iter().enumerate().filter(|(_, f)| !f.codes.is_empty()) {
            for value in table.columns[at].iter().filter(|v| !v.is_null()) {
                let code = value.plain();
                assert!(field.codes.iter().any(|(c, _)| *c == code), "{id}.{}: {code}", field.name);
            }
        }
        assert!(table.fields.iter().all(|f| !f.title.is_empty() && f.description.len() > 5), "{id}");
    }
}

/// Every element of a record that cites sources: the kind of list it stands in, its place there, its sources.
fn cited(record: &Value) -> Vec<(String, usize, Vec<String>)> {
    let mut found = Vec::new();
    for (list, kind) in
        [("events", "event"), ("quantities", "quantity"), ("claims", "claim"), ("actors", "actor")]
    {
        for (at, element) in record["project"][list].as_array().expect("a list").iter().enumerate() {
            let sources = element["sources"].as_array().expect("sources").iter();
            found.push((
                kind.to_owned(),
                at + 1,
                sources.map(|s| s.as_str().expect("an id").to_owned()).collect(),
            ));
        }
    }
    found
}

/// How often `sources` stands anywhere in a value: nothing that cites may be overlooked.
fn citing(value: &Value) -> usize {
    match value {
        Value::Object(members) => {
            usize::from(members.contains_key("sources")) + members.values().map(citing).sum::<usize>()
        }
        Value::Array(all) => all.iter().map(citing).sum(),
        _ => 0,
    }
}

#[test]
fn every_fact_of_the_record_stands_in_provenance_with_each_of_its_sources() {
    let catalogue = catalogue();
    let record: Value = serde_json::from_slice(&file(&catalogue, "record.json")).expect("JSON");
    let lines = records(&file(&catalogue, "provenance.csv"));
    let at = |name: &str| lines[0].iter().position(|n| n == name).expect("a column");
    let (subject, property, row, basis, source) =
        (at("subject"), at("property"), at("row"), at("basis"), at("source"));
    let told: BTreeSet<(String, String)> = lines[1..]
        .iter()
        .filter(|l| !l[row].is_empty())
        .map(|l| (l[row].clone(), l[source].clone()))
        .collect();
    let of: BTreeSet<(String, String, String)> =
        lines[1..].iter().map(|l| (l[subject].clone(), l[property].clone(), l[source].clone())).collect();
    let mut facts = 0;
    for project in record["projects"].as_array().expect("projects") {
        let id = project["project"]["id"].as_str().expect("an id");
        let rows = cited(project);
        let sites = project["features"].as_array().expect("sites");
        assert_eq!(citing(project), rows.len() + sites.len(), "{id}: something else cites sources");
        for (kind, number, sources) in rows {
            for source in sources {
                let key = (format!("{id}:{kind}:{number}"), source);
                assert!(told.contains(&key), "{key:?}");
                facts += 1;
            }
        }
        for site in sites {
            let site_id = site["id"].as_str().expect("an id");
            let placed = !site["geometry"].is_null() && site["properties"]["precision"] != "country";
            for source in site["properties"]["sources"].as_array().expect("sources") {
                for name in ["site", "kind", "from", "until"] {
                    let there = match name {
                        "from" | "until" => site["properties"].get(name).is_some(),
                        _ => true,
                    };
                    let key =
                        (site_id.to_owned(), name.to_owned(), source.as_str().expect("an id").to_owned());
                    assert_eq!(of.contains(&key), there, "{key:?}");
                    facts += usize::from(there);
                }
            }
            // Where it lies is told by those who state it, and by nobody else.
            let stated = site["properties"]["position_sources"].as_array().cloned().unwrap_or_default();
            let mut stated: BTreeSet<&str> = stated.iter().map(|id| id.as_str().expect("an id")).collect();
            if stated.is_empty()
                && ["country", "schematic"]
                    .contains(&site["properties"]["precision"].as_str().expect("a word"))
            {
                let own = site["properties"]["sources"].as_array().expect("sources");
                stated.extend(own.iter().map(|id| id.as_str().expect("an id")));
            }
            for (name, there) in [("position", placed), ("precision", true), ("located_by", true)] {
                let told =
                    of.iter().filter(|(s, p, _)| s == site_id && p == name).map(|(.., id)| id.as_str());
                let expected = match (there, stated.is_empty()) {
                    (false, _) => BTreeSet::new(),
                    (true, true) => BTreeSet::from([""]),
                    (true, false) => stated.clone(),
                };
                assert_eq!(told.collect::<BTreeSet<_>>(), expected, "{name} of {site_id}");
            }
        }
        let known = catalogue.atlas.project(id).expect("a project");
        let status = catalogue.atlas.status_on(known, catalogue.atlas.today()).expect("begun").status;
        // No event leads to a status that is unknown.
        for name in
            ["name", "summary", "country", "status"].into_iter().take(3 + usize::from(status != UNKNOWN))
        {
            assert!(of.iter().any(|(s, p, _)| s == id && p == name), "{name} of {id}");
        }
    }
    assert!(facts > 3000, "{facts}");
    for line in &lines[1..] {
        let sourced = !line[source].is_empty() && line[at("url")].starts_with("http");
        let located = ["position", "precision", "located_by"].contains(&&*line[property]);
        assert!(located || line[basis] != "located", "{line:?}");
        assert!(sourced || line[basis] == "located", "{line:?}");
        assert!(["cited", "located", "derived", "record"].contains(&&*line[basis]));
    }
}

#[test]
fn the_zip_holds_every_table_its_description_and_a_readme_and_is_always_the_same() {
    let catalogue = catalogue();
    let bytes = file(&catalogue, "tables.zip");
    assert!(bytes == file(&crate::flat_files::catalogue(), "tables.zip"), "not the same bytes");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let names: Vec<String> = zip.file_names().map(|n| n.expect("a name").into_owned()).collect();
    let tables = "projects sites events quantities claims actors organisations sources provenance";
    let mut expected: Vec<String> = tables.split(' ').map(|name| format!("{name}.csv")).collect();
    expected.extend(["README.md".to_owned(), "datapackage.json".to_owned()]);
    assert_eq!(names.iter().collect::<BTreeSet<_>>(), expected.iter().collect::<BTreeSet<_>>());
    let mut read = |name: &str| {
        let mut text = Vec::new();
        zip.by_name(name).expect("there").read_to_end(&mut text).expect("readable");
        text
    };
    for name in names.iter().filter(|n| n.ends_with(".csv") || n.ends_with(".json")) {
        assert!(read(name) == file(&catalogue, name), "{name} differs from the one below /data/");
    }
    let readme = String::from_utf8(read("README.md")).expect("UTF-8");
    for word in
        [&*catalogue.atlas.version(), "CC-BY-4.0", "`provenance.csv`", "| 248 |", "| 146 |", "settlement"]
    {
        assert!(readme.contains(word), "{word} is missing:\n{readme}");
    }
}

#[test]
fn the_data_package_describes_each_file_as_it_is() {
    let catalogue = catalogue();
    let package: Value = serde_json::from_slice(&file(&catalogue, "datapackage.json")).expect("JSON");
    assert_eq!(package["version"], catalogue.atlas.version());
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    let resources = package["resources"].as_array().expect("resources");
    assert_eq!(resources.len(), 9);
    for resource in resources {
        let bytes = file(&catalogue, resource["path"].as_str().expect("a path"));
        assert_eq!(resource["bytes"].as_u64(), Some(bytes.len() as u64));
        let names: Vec<&str> = resource["schema"]["fields"]
            .as_array()
            .expect("fields")
            .iter()
            .map(|f| f["name"].as_str().expect("a name"))
            .collect();
        assert_eq!(records(&bytes)[0], names, "{}", resource["name"]);
    }
    let dictionary = dataset::dictionary(&catalogue);
    let told = dictionary.iter().map(|(id, ..)| id.as_str());
    assert!(told.eq(resources.iter().map(|r| r["name"].as_str().expect("a name"))));
}

#[test]
fn the_whole_record_in_one_file_is_the_record() {
    let catalogue = catalogue();
    let record: Value = serde_json::from_slice(&file(&catalogue, "record.json")).expect("JSON");
    // `-118` and `-118.0` are one number, so the typed values are compared.
    let about: AtlasFile = serde_json::from_value(record["atlas"].clone()).expect("the atlas");
    assert_eq!(about, catalogue.atlas.about);
    // What is left to its default in a file is written out here: the same once it is read.
    let vocabulary: Vocabulary = serde_json::from_value(record["vocabulary"].clone()).expect("a vocabulary");
    assert!(vocabulary == catalogue.atlas.vocabulary, "vocabulary.json");
    let layers: LayersFile = serde_json::from_value(record["layers"].clone()).expect("layers");
    assert!(layers == catalogue.atlas.layers, "layers.json");
    let projects = record["projects"].as_array().expect("projects");
    assert_eq!(projects.len(), catalogue.atlas.projects.len());
    for (written, own) in projects.iter().zip(&catalogue.atlas.projects) {
        let file: ProjectFile = serde_json::from_value(written.clone()).expect("a project");
        assert!(Project::from(file) == *own, "{}", own.id);
    }
    for (member, len) in [
        ("sources", catalogue.atlas.sources.len()),
        ("organisations", catalogue.atlas.organisations.len()),
        ("corrections", catalogue.atlas.corrections.len()),
        ("withdrawn", catalogue.atlas.withdrawn.len()),
    ] {
        assert_eq!(record[member].as_array().map(Vec::len), Some(len), "{member}");
    }
}

#[test]
fn one_geopackage_holds_every_layer_and_table() {
    let catalogue = catalogue();
    let bytes = file(&catalogue, "record.gpkg");
    let mut database = rusqlite::Connection::open_in_memory().expect("memory");
    database.deserialize_read_exact("main", &bytes[..], bytes.len(), true).expect("a database");
    let one = |sql: &str| -> String { database.query_row(sql, [], |row| row.get(0)).expect(sql) };
    assert_eq!(one("PRAGMA integrity_check"), "ok");
    assert_eq!(one("SELECT count(*) || '' FROM gpkg_contents WHERE data_type = 'features'"), "14");
    assert_eq!(one("SELECT count(*) || '' FROM gpkg_contents WHERE data_type = 'attributes'"), "7");
    for (id, make) in &TABLES {
        let rows = make(&catalogue.atlas).len().to_string();
        assert_eq!(one(&format!("SELECT count(*) || '' FROM {id}")), rows, "{id}");
    }
    let orphans = "SELECT count(*) || '' FROM events WHERE project NOT IN (SELECT id FROM projects)";
    assert_eq!(one(orphans), "0");
}

#[test]
fn a_layer_or_format_that_is_not_there_is_answered_with_those_that_are() {
    let server = crate::server::Server::shared();
    let told = |path: &str| {
        let reply = crate::wire::get(server, path, &[]);
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (404, Some("application/problem+json")),
            "{path}"
        );
        let problem = reply.json();
        let allowed = problem["allowed"].as_array().expect("what exists").clone();
        allowed.into_iter().map(|name| name.as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    let formats = told("/data/lithium.shp");
    assert!(formats.iter().all(|name| name.starts_with("lithium.")), "{formats:?}");
    assert_eq!(formats.len(), huella::format::FORMATS.len());
    let all = told("/data/lithum.gpkg");
    for name in ["lithium.gpkg", "provenance.csv", "tables.zip", "record.json", "map.geojson", "sites.fgb"] {
        assert!(all.iter().any(|n| n == name), "{name}");
    }
}

#[test]
fn every_file_that_is_listed_is_served_under_its_type() {
    let catalogue = catalogue();
    let server = crate::server::Server::shared();
    let mut kinds = BTreeSet::new();
    for file in dataset::files(&catalogue).iter().filter(|f| {
        // One of each kind: all of them are a hundred.
        kinds.insert(f.name.split('.').next_back().map(str::to_owned)) || f.name.starts_with("lithium.")
    }) {
        let reply = crate::wire::get(server, &format!("/data/{}?download", file.name), &[]);
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, Some(file.content_type)),
            "{}",
            file.name
        );
        let named = format!("attachment; filename=\"{}\"", file.name);
        assert_eq!(reply.header("content-disposition"), Some(&*named));
    }
}
