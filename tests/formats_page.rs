//! A selection is the same in every format, page by page.

use crate::service::{ids, json, refused, reply};
use crate::wire::Reply;

/// Lines of CSV as records, by a reader that other people wrote.
pub fn records(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let all = reader.records().map(|r| r.expect("a record").iter().map(str::to_owned).collect());
    all.collect()
}

/// The features of a GeoJSON text sequence.
pub fn sequence(bytes: &[u8]) -> Vec<serde_json::Value> {
    let texts = bytes.split(|b| *b == 0x1e).skip(1);
    let read = |text: &[u8]| {
        assert_eq!(text.last(), Some(&b'\n'), "RFC 8142: a line feed ends each text");
        serde_json::from_slice(text).expect("JSON")
    };
    texts.map(read).collect()
}

/// The address of the next page by the header `Link`.
fn next(reply: &Reply) -> Option<String> {
    let link = reply.header("link").expect("a header Link");
    let next = link.split(", ").find(|l| l.contains("rel=\"next\""))?;
    let (_, path) = next.split_once("/ogc").expect("an address of the service");
    Some(path.split('>').next().expect("its end").to_owned())
}

const QUERIES: [&str; 6] = [
    "limit=40",
    "limit=7&bbox=-75,-35,-55,-15",
    "limit=3&datetime=2019-01-01/2019-12-31&layer=lithium",
    "limit=30&sortby=-first_event,name&properties=status,name",
    "limit=50&on=2019-07-05&lang=es",
    "limit=5&country=ZZ",
];

#[test]
fn paging_through_any_format_gives_what_geojson_gives() {
    for query in QUERIES {
        let (_, rest) = query.split_once('&').unwrap_or((query, ""));
        let whole = json(&format!("/collections/sites/items?limit=1000&{rest}"));
        for form in ["csv", "geojsonseq"] {
            let mut path = Some(format!("/collections/sites/items?{query}&f={form}"));
            let mut got = Vec::new();
            while let Some(at) = path {
                let page = reply(&at);
                assert_eq!(page.status, 200, "{at}");
                assert_eq!(page.header("ogc-numbermatched"), Some(&*whole["numberMatched"].to_string()));
                match form {
                    "csv" => got.extend(records(&page.body).into_iter().skip(1).map(|r| r[0].clone())),
                    _ => {
                        let features = sequence(&page.body);
                        let whole = whole["features"].as_array().expect("features");
                        assert!(features.iter().all(|f| whole.contains(f)), "{at}");
                        got.extend(features.iter().map(|f| f["id"].as_str().expect("an id").to_owned()));
                    }
                }
                path = next(&page);
            }
            assert_eq!(got, ids(&whole), "{query} as {form}");
        }
    }
}

#[test]
fn a_form_of_whole_files_is_refused_for_a_selection_with_a_word_where_it_is() {
    let problem = refused("/collections/sites/items?f=gpkg");
    assert!(problem["detail"].as_str().is_some_and(|d| d.contains("/data/")), "{problem}");
    let problem = refused("/collections/sites/items?f=shp");
    assert!(problem["allowed"].as_array().is_some_and(|all| all.iter().any(|f| f == "csv")));
}

#[test]
fn accept_chooses_a_format_and_a_page_is_saved_under_a_name() {
    let server = crate::server::Server::shared();
    for (accept, kind) in [
        ("text/csv", "text/csv; charset=utf-8; header=present"),
        ("application/geo+json-seq", "application/geo+json-seq"),
        ("application/geo+json-seq;q=0.1, application/json", "application/geo+json"),
        ("*/*", "application/geo+json"),
    ] {
        let reply = crate::wire::get(server, "/ogc/collections/lithium/items", &[("Accept", accept)]);
        assert_eq!(reply.header("content-type"), Some(kind), "{accept}");
    }
    let page = reply("/collections/lithium/items?f=csv");
    assert_eq!(page.header("content-disposition"), Some("inline; filename=\"lithium.csv\""));
    let one = reply("/collections/projects/items/jujuy-seguro?f=csv");
    assert_eq!(records(&one.body).len(), 2);
    assert_eq!(one.header("content-disposition"), Some("inline; filename=\"jujuy-seguro.csv\""));
}
