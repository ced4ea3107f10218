//! Whoever is to be credited is credited wherever anyone is; and the about page counts one set of countries.

use huella::atlas::{RecordFiles, load};
use huella::collection::Catalogue;
use huella::credit::{POSITIONS, licence_name};
use huella::links::Links;

use crate::server::Server;
use crate::wire::get;

#[test]
fn one_list_of_credits_stands_in_every_file_page_and_document() {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("an atlas");
    let catalogue = Catalogue::build(atlas, &Links::nowhere(), Vec::new()).expect("a catalogue");
    let sites = catalogue.collection("sites").expect("sites").about.attribution.clone().expect("a credit");
    let ask = |path: &str| get(Server::shared(), path, &[]).text().to_owned();
    let mut told = vec![
        ("the layers".to_owned(), sites),
        ("README.md".to_owned(), include_str!("../README.md").replace('\n', " ")),
        ("geodata/README.md".to_owned(), include_str!("../geodata/README.md").to_owned()),
        ("LICENSE-DATA".to_owned(), include_str!("../LICENSE-DATA").to_owned()),
    ];
    for path in [
        "/credits",
        "/about",
        "/es/about",
        "/pt/about",
        "/zh/about",
        "/data/datapackage.json",
        "/data/sites.kml",
    ] {
        told.push((path.to_owned(), ask(path)));
    }
    for (name, text) in told {
        for credit in POSITIONS {
            assert!(text.contains(credit.name), "{name} does not credit {}", credit.name);
            let licence = text.contains(credit.licence) || text.contains(&licence_name(credit.licence));
            assert!(licence, "{name} does not name {}", credit.licence);
        }
    }
}

#[test]
fn the_about_page_counts_the_countries_of_its_table_in_every_language() {
    for path in ["/about", "/es/about", "/pt/about", "/zh/about"] {
        let page = get(Server::shared(), path, &[]).text().to_owned();
        let table = page.split("<table class=\"gaps\">").nth(1).expect("a table").split("</table>").next();
        let rows = table.expect("rows").matches("<th scope=\"row\">").count();
        let told = page.split("<p>").nth(1).expect("a paragraph").split("</p>").next().expect("its end");
        let around = [" in ", " en ", " em ", "本地区 "].map(|word| format!("{word}{rows} "));
        assert!(around.iter().any(|said| told.contains(said)), "{path} does not say {rows}: {told}");
    }
}
