//! What a reader has filtered on the page, the OGC service finds by the query that the page gives.

use std::sync::LazyLock;

use huella::atlas::{Atlas, Entry, Lang, Precision, RecordFiles, load};
use huella::collection::Catalogue;
use huella::links::Links;
use huella::query::{Query, Resource, select};
use huella::site::page::as_query::{AsQuery, Of, ROLES};
use huella::site::page::{Survey, View};
use proptest::prelude::*;
use proptest::sample::{select as one_of, subsequence};

use crate::embed_pinned::later;
use crate::server::Server;
use crate::service::{follow, ids};
use crate::wire::get;

static LINKS: LazyLock<Links> = LazyLock::new(|| Links::at("https://example.org").expect("links"));
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the embedded record");
    Catalogue::build(atlas, &LINKS, Vec::new()).expect("a catalogue")
});

fn atlas() -> &'static Atlas {
    &CATALOGUE.atlas
}

/// What the service finds for a view.
fn found(view: &View, of: Of) -> Vec<String> {
    let address = AsQuery::new(atlas(), view).address(&LINKS, of, 5000, "json");
    let (_, text) = address.split_once('?').expect("a query");
    let collection = CATALOGUE.collection(of.collection()).expect("a collection");
    let query =
        Query::read(Resource::Items, Some(text), Some(collection)).expect("a query that is understood");
    let collection = CATALOGUE.told(collection, query.on, query.lang);
    let rows = select(&collection, &query).rows;
    let mut ids: Vec<String> = rows.into_iter().map(|row| collection.feature_id(row).into_owned()).collect();
    ids.sort_unstable();
    ids
}

/// What the page shows: its rows, or every site of these.
fn shown(view: &View, of: Of) -> Vec<String> {
    let survey = Survey::new(atlas(), view, Lang::En);
    let projects = survey.shown().map(|seen| seen.project);
    let mut ids: Vec<String> = match of {
        Of::Projects => projects.map(|project| project.id.clone()).collect(),
        Of::Sites => projects
            .flat_map(|project| &project.sites)
            .filter(|site| view.stands(site))
            .map(|site| site.id.clone())
            .collect(),
    };
    ids.sort_unstable();
    ids
}

/// A list of up to this many of all values, often empty: every condition more empties the list further.
fn some(name: &'static str, all: Vec<String>, most: usize) -> impl Strategy<Value = String> {
    let most = most.min(all.len());
    let few = subsequence(all, 1..=most).prop_map(move |values| format!("&{name}={}", values.join(",")));
    prop_oneof![3 => Just(String::new()), 2 => few]
}

fn any_state() -> impl Strategy<Value = String> {
    let atlas = atlas();
    let layers = atlas.layers.layers.iter().map(|layer| layer.id.clone()).collect();
    let statuses = atlas.vocabulary.statuses.iter().map(|status| status.id.clone()).collect();
    let mut countries: Vec<String> = atlas.projects.iter().flat_map(|p| p.countries.clone()).collect();
    countries.sort_unstable();
    countries.dedup();
    let actors = atlas.projects.iter().flat_map(|p| &p.actors);
    let mut actors: Vec<String> = actors
        .flat_map(|a| {
            [
                a.organisation.clone(),
                format!("{}:{}", a.organisation, a.role),
                format!("{}:vendor", a.organisation),
            ]
        })
        .collect();
    actors.sort_unstable();
    actors.dedup();
    let words = ["litio", "ZTE", "solar", "中兴", "puerto", "no-such-word", "de", "5g antenas"];
    let year = (2000..2027, 0..6).prop_map(|(first, more)| format!("&year={first}..{}", first + more));
    // Few days: the collections of each are made once.
    let days = [
        "1999-06-01",
        "2008-01-01",
        "2012-03-15",
        "2015-06-30",
        "2018-03-01",
        "2019-07-05",
        "2024-12-31",
        "2027-05-05",
    ];
    let day = one_of(days.to_vec()).prop_map(|day| format!("&on={day}"));
    let maybe = |text: BoxedStrategy<String>| prop_oneof![3 => Just(String::new()), 2 => text];
    (
        some("layer", layers, 6),
        some("status", statuses, 4),
        some("country", countries, 8),
        some("precision", Precision::ALL.map(|p| p.id().to_owned()).to_vec(), 3),
        some("actor", actors, 5),
        some("entry", Entry::ALL.map(|e| e.id().to_owned()).to_vec(), 2),
        maybe(year.boxed()),
        maybe(one_of(words.to_vec()).prop_map(|q| format!("&q={q}")).boxed()),
        maybe(day.boxed()),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i)| [a, b, c, d, e, f, g, h, i].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_service_finds_exactly_what_the_page_shows(state in any_state()) {
        let view = View::read(&state).known(atlas());
        for of in Of::ALL {
            prop_assert_eq!(found(&view, of), shown(&view, of), "{}: {}", state, AsQuery::new(atlas(), &view).filter(of));
        }
    }
}

#[test]
fn a_filter_says_what_the_reader_meant_and_ids_only_what_cannot_be_said() {
    let filter = |state: &str| AsQuery::new(atlas(), &View::read(state).known(atlas())).filter(Of::Projects);
    for (state, said) in [
        ("", ""),
        ("layer=solar&country=AR", "layer = 'solar' AND country = 'AR'"),
        (
            "status=operating,under-construction&entry=project",
            "status IN ('operating', 'under-construction') AND entry = 'project'",
        ),
        ("actor=zte:vendor,huawei:vendor", "vendors IN ('ZTE Corporation', 'Huawei Technologies')"),
        ("q=no-such-word", "id IS NULL"),
    ] {
        assert_eq!(filter(state), said, "{state}");
    }
    let anywhere = filter("actor=huawei");
    assert!(
        ROLES.iter().all(|(_, property)| anywhere.contains(&format!("{property} = 'Huawei Technologies'"))),
        "{anywhere}"
    );
    assert!(filter("layer=solar&q=cauchari").starts_with("layer = 'solar' AND id = 'cauchari-solar'"));
    let roles: Vec<&str> = atlas().vocabulary.roles.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(roles, ROLES.map(|(role, _)| role), "every role has a property");
}

/// An address that a page gives, as it is meant.
fn href(page: &str, before: &str) -> String {
    let rest = page.split(before).nth(1).unwrap_or_else(|| panic!("{before} in {page}"));
    let href = rest.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an address");
    href.replace("&#38;", "&").replace("&amp;", "&").replace("&#39;", "'")
}

#[test]
fn from_the_page_one_gets_to_the_request_and_back() {
    let state = "?layer=solar,wind&year=2015..2018&on=2019-03-01&sort=name";
    for (path, title) in [("/", "Open as a query"), ("/es", "Abrir como consulta"), ("/zh", "作为查询打开")]
    {
        let map = get(Server::shared(), &format!("{path}{state}"), &[]);
        let to = href(map.text(), "id=\"as-query\"");
        let page = get(Server::shared(), &to, &[]);
        assert_eq!(page.status, 200, "{to}");
        let page = page.text();
        assert!(page.contains(&format!("<h1>{title}</h1>")), "{page}");
        assert!(page.contains("layer IN (&#39;solar&#39;, &#39;wind&#39;) AND"), "{page}");
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
        let answer = follow(&href(page, "<p class=\"ends\"")).json();
        let view = View::read(&state[1..]).known(atlas());
        let mut found = ids(&answer);
        found.sort_unstable();
        assert_eq!(found, shown(&view, Of::Projects));
        assert_eq!(
            href(page, "id=\"lines\"").split('?').next(),
            Some("/ogc/collections/projects/queryables")
        );
        let back = format!("{path}?layer=solar,wind&#38;year=2015..2018&#38;on=2019-03-01&#38;sort=name\"");
        assert!(
            page.contains(&back.replace("?layer", if path == "/" { "?layer" } else { "/?layer" })),
            "{page}"
        );
    }
    let all = get(Server::shared(), "/query", &[]);
    assert!(all.text().contains("there is nothing to filter"));
}

#[test]
fn of_an_older_edition_the_page_says_that_the_service_does_not_know_it() {
    let server = later();
    let map = get(server.address, "/?v=2026-11-24&layer=solar", &[]);
    assert!(!map.text().contains("id=\"as-query\""));
    let page = get(server.address, "/query?v=2026-11-24&layer=solar", &[]);
    assert!(page.text().contains("serves the current record alone"), "{}", page.text());
    assert!(page.text().contains("/data/edition/2026-11-24"));
}
