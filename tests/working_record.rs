//! A record that no frozen edition holds is never cited as one, in any form.

use huella::atlas::RecordFiles;
use huella::editions::Editions;
use huella::http::listen::Patience;
use serde_json::Value;

use crate::server::Server;
use crate::wire::get;

const JUJUY: &str = "projects/jujuy-seguro.geojson";

fn renamed(name: &str) -> RecordFiles {
    let mut record = RecordFiles::embedded();
    let mut file: Value = serde_json::from_str(record.get(JUJUY).expect("a file")).expect("JSON");
    file["project"]["name"]["en"] = name.into();
    record.put(JUJUY, file.to_string());
    record
}

#[test]
fn a_changed_record_says_everywhere_that_it_is_no_edition_and_which_content_it_has() {
    let record = renamed("Another name");
    let content = record.content();
    let server = Server::record(&record, None, Patience::default());
    let ask = |path: &str| get(server.address, path, &[]).text().to_owned();
    let day = super::embed::atlas().about.edition;
    let version = format!("{day}+{}", &content[..8]);
    let listed: Value = serde_json::from_str(&ask("/data/editions.json")).expect("JSON");
    assert_eq!(
        (&listed["current"]["released"], &listed["current"]["version"]),
        (&false.into(), &version.as_str().into())
    );
    for stem in ["/data/citation", "/project/jujuy-seguro"] {
        for ending in ["bib", "ris", "csl.json", "txt"] {
            let told = ask(&format!("{stem}.{ending}"));
            assert!(told.contains(&version), "{stem}.{ending}: {told}");
            assert!(
                !told.contains(&format!("dition {day}")) && !told.contains("?v="),
                "{stem}.{ending}: {told}"
            );
        }
        let bib = ask(&format!("{stem}.bib"));
        assert!(bib.contains(&format!("{day}-{},", &content[..8])), "a key of its own: {bib}");
        assert!(bib.contains("note = {Working record") && bib.contains("not an edition"), "{bib}");
    }
    for file in
        ["sites.geojson", "sites.kml", "sites.csv", "datapackage.json", "datacite.json", "zenodo.json"]
    {
        let told = ask(&format!("/data/{file}"));
        assert!(told.contains(&version), "{file} names the record");
        assert!(!told.contains(&format!("edition of {day}")), "{file}");
    }
    for file in [
        "/ogc?f=json",
        "/ogc/collections/sites?f=json",
        "/project/jujuy-seguro.json",
        "/project/jujuy-seguro.geojson",
    ] {
        assert!(ask(file).contains(&version), "{file}");
    }
    for page in ["/project/jujuy-seguro", "/es/data", "/zh/about", "/pt/"] {
        assert!(ask(page).contains(&version), "{page} says so in its foot");
    }
}

#[test]
fn two_contents_never_share_a_citation_and_a_frozen_one_keeps_its_own() {
    let [one, other] = ["Another name", "A third name"].map(|name| {
        let server = Server::record(&renamed(name), None, Patience::default());
        get(server.address, "/data/citation.csl.json", &[]).json()[0].clone()
    });
    assert_ne!(one["version"], other["version"]);
    assert_ne!(one["id"], other["id"]);
    let editions = Editions::embedded().expect("editions");
    let frozen = editions.latest().expect("an edition");
    let record = huella::editions::record(&frozen.files().expect("its files"));
    let server = Server::record(&record, None, Patience::default());
    let item = get(server.address, "/data/citation.csl.json", &[]).json()[0].clone();
    let name = frozen.entry.edition.to_string();
    assert_eq!(item["version"], name.as_str());
    assert!(item["URL"].as_str().expect("an address").ends_with(&format!("?v={name}")), "{item}");
}

#[test]
fn what_changed_since_the_edition_leads_to_itself_and_not_to_the_edition_alone() {
    let server = Server::record(&renamed("Another name"), None, Patience::default());
    let day = super::embed::atlas().about.edition;
    let page = get(server.address, &format!("/data/diff/{day}..current"), &[]).text().to_owned();
    assert!(page.contains(&format!("/data/diff/{day}..current.json")), "{page}");
    assert!(!page.contains(&format!("{day}..{day}")), "{page}");
}
