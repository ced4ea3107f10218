//! The data page and the catalogue name every file there is, and each of them can be had.

use std::collections::BTreeSet;

use crate::server::Server;
use crate::wire;

fn hrefs(html: &str) -> BTreeSet<String> {
    html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn every_file_of_the_page_is_there() {
    let address = Server::shared();
    let page = wire::get(address, "/data", &[]);
    let files: Vec<String> = hrefs(page.text())
        .into_iter()
        .filter(|href| href.starts_with("/data/") && !href.starts_with("/data/diff/"))
        .collect();
    assert!(files.len() > 80, "layers in every format, tables, editions: {}", files.len());
    for file in files {
        let answer = wire::ask(address, "HEAD", &file.replace("&amp;", "&"), &[]);
        assert_eq!(answer.status, 200, "{file}");
    }
}

#[test]
fn it_says_what_each_column_of_a_file_means() {
    let address = Server::shared();
    let page = wire::get(address, "/data", &[]);
    let csv = wire::get(address, "/data/projects.csv", &[]);
    for column in csv.text().lines().next().expect("a header").trim_start_matches('\u{feff}').split(',') {
        assert!(page.text().contains(&format!("<td><code>{column}</code></td>")), "{column}");
    }
}

#[test]
fn a_catalogue_finds_each_file_with_type_and_licence() {
    let address = Server::shared();
    let answer = wire::get(address, "/data/catalog.jsonld", &[]);
    assert_eq!(answer.header("content-type"), Some("application/ld+json"));
    let catalogue = answer.json();
    // What DCAT-AP 3 demands of a catalogue, a data set and a distribution.
    for property in ["dct:title", "dct:description", "dct:publisher", "dcat:dataset"] {
        assert!(!catalogue[property].is_null(), "{property}");
    }
    let set = &catalogue["dcat:dataset"][0];
    assert!(!set["dct:title"].is_null() && set["dct:description"].as_str().is_some_and(|d| d.len() > 50));
    let files = set["dcat:distribution"].as_array().expect("distributions");
    let names: BTreeSet<&str> = files.iter().filter_map(|f| f["dct:title"].as_str()).collect();
    for name in ["sites.geojson", "projects.gpkg", "lithium.fgb", "provenance.csv", "tables.zip"] {
        assert!(names.contains(name), "{name}");
    }
    for file in files {
        assert!(file["dcat:accessURL"]["@id"].is_string() && file["dct:license"]["@id"].is_string());
        let address = file["dcat:downloadURL"]["@id"].as_str().expect("an address");
        assert!(address.ends_with(file["dct:title"].as_str().expect("a name")));
    }
}
