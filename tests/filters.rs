//! Filters and search: what a view shows and counts, in the same cases by server and page; any query string at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use huella::atlas::{Atlas, Entry, Lang, Precision, RecordFiles, load};
use huella::links::Links;
use huella::picture;
use huella::site::frame::Context;
use huella::site::page::filter::Condition;
use huella::site::page::{self, Counts, Seen, Survey, View, find};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

static ATLAS: LazyLock<Atlas> =
    LazyLock::new(|| load::load(&RecordFiles::embedded()).atlas.expect("the embedded record"));

const FILE: &str = "tests/cases/filters.json";
/// Asked of the record as it is; the page is asked the same.
const QUERIES: [&str; 32] = [
    "",
    "layer=lithium",
    "layer=lithium,solar&country=AR",
    "layer=steam,solar",
    "status=operating",
    "status=planned,pilot&on=2015-06-30",
    "status=suspended,cancelled,closed",
    "country=BR,CL",
    "country=XX",
    "country=UY&layer=lithium",
    "precision=exact",
    "precision=settlement,region&layer=surveillance",
    "actor=zte",
    "actor=zte:vendor,huawei:contractor",
    "actor=nobody",
    "actor=huawei&role=vendor",
    "entry=decision,allegation",
    "entry=project",
    "year=2015..2017",
    "year=0000..2010",
    "year=2020&year=",
    "year=2019..2012",
    "on=2019-07-05",
    "on=2008-01-01&country=AR",
    "on=2019-02-30",
    "on=2019-07-05&sort=name",
    "sort=status&layer=hydro",
    "sort=name&country=PE",
    "layer=wind&layer=solar",
    "on=1980-01-01",
    "layer=nuclear&status=pilot&country=UY&on=2012-01-01",
    "utm_source=x&sort=best&theme=pink&v=now",
];

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Case {
    query: String,
    canonical: String,
    projects: usize,
    entries: usize,
    unplaced: usize,
    waiting: usize,
    /// In the order of the list; of many the first ones.
    first: Vec<String>,
    counts: BTreeMap<String, BTreeMap<String, usize>>,
}

const MOST: usize = 12;

fn made(query: &str) -> Case {
    let view = View::read(query).known(&ATLAS);
    let survey = Survey::new(&ATLAS, &view, Lang::En);
    let Counts { projects, entries, unplaced, waiting } = survey.counts();
    let mut counts = BTreeMap::new();
    let mut count = |condition: Condition, values: Vec<String>, has: &dyn Fn(&Seen, &str) -> bool| {
        let counted = values.into_iter().map(|value| {
            let count = survey.would_give(condition, |seen| has(seen, &value));
            (value, count)
        });
        counts.insert(condition.name().to_owned(), counted.filter(|(_, count)| *count > 0).collect());
    };
    let layers = ATLAS.layers.layers.iter().map(|layer| layer.id.clone()).collect();
    count(Condition::Layer, layers, &|s, v| s.project.layer == v);
    let statuses = ATLAS.vocabulary.statuses.iter().map(|term| term.id.clone()).collect();
    count(Condition::Status, statuses, &|s, v| s.status == v);
    let countries = ["AR", "BR", "CL", "PE", "UY", "MX"].map(str::to_owned).to_vec();
    count(Condition::Country, countries, &|s, v| s.project.countries.iter().any(|c| c == v));
    let precisions = Precision::ALL.map(|p| p.id().to_owned()).to_vec();
    count(Condition::Precision, precisions, &|s, v| s.project.sites.iter().any(|p| p.precision.id() == v));
    count(Condition::Entry, Entry::ALL.map(|e| e.id().to_owned()).to_vec(), &|s, v| {
        s.project.entry.id() == v
    });
    Case {
        query: query.to_owned(),
        canonical: view.query(),
        projects,
        entries,
        unplaced,
        waiting,
        first: survey.shown().take(MOST).map(|s| s.project.id.clone()).collect(),
        counts,
    }
}

#[test]
fn what_is_shown_and_counted_is_what_the_shared_cases_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let cases: Vec<Case> = QUERIES.iter().map(|query| made(query)).collect();
    if std::env::var_os("HUELLA_BLESS").is_some() {
        let lines: Vec<String> =
            cases.iter().map(|case| serde_json::to_string(case).expect("a line")).collect();
        fs::write(&path, format!("[\n{}\n]\n", lines.join(",\n"))).expect("to be written");
    }
    let kept: Vec<Case> = serde_json::from_str(&fs::read_to_string(&path).expect(FILE)).expect("cases");
    assert_eq!(kept.len(), cases.len());
    for (made, kept) in cases.iter().zip(&kept) {
        assert_eq!(
            made, kept,
            "run once with HUELLA_BLESS=1 if record or rule is meant to change, then mend the page"
        );
    }
}

#[test]
fn begun_is_what_is_on_the_map_and_in_the_tray_and_the_rest_waits() {
    for query in ["on=2019-07-05", "on=2011-01-01&layer=hydro", "on=2016-12-31&country=AR", ""] {
        let view = View::read(query).known(&ATLAS);
        let survey = Survey::new(&ATLAS, &view, Lang::En);
        let counts = survey.counts();
        let placed = survey.shown().filter(|s| s.placed).count();
        assert_eq!(counts.projects + counts.entries, placed + counts.unplaced, "{query}");
        let today = Survey::new(&ATLAS, &View { on: None, ..view }, Lang::En).counts();
        assert_eq!(
            counts.projects + counts.entries + counts.waiting,
            today.projects + today.entries,
            "{query}"
        );
    }
}

#[test]
fn pictures_show_what_the_page_lists() {
    for query in QUERIES.into_iter().chain(["q=litio", "q=zte&layer=surveillance"]) {
        let asked = View::read(query).known(&ATLAS).query();
        let asked = asked.trim_start_matches('?');
        let picture = picture::View::read(asked, &ATLAS).expect("a size that can be drawn");
        let view = View::read(asked).known(&ATLAS);
        let mut listed: Vec<&str> =
            Survey::new(&ATLAS, &view, Lang::En).shown().map(|s| s.project.id.as_str()).collect();
        listed.sort_unstable();
        let drawn = picture.shown(&ATLAS);
        assert_eq!(drawn.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), listed, "{query}");
    }
}

#[test]
fn projects_are_found_by_names_in_any_language_accent_case_and_width() {
    let index = find::index(&ATLAS);
    for (asked, id) in [
        ("cauchari solar", "cauchari-solar"),
        ("Caucharí SOLAR", "cauchari-solar"),
        ("ｃａｕｃｈａｒｉ", "cauchari-olaroz"),
        ("litio", "cauchari-olaroz"),
        ("lítio", "cauchari-olaroz"),
        ("锂", "cauchari-olaroz"),
        ("ZTE", "jujuy-seguro"),
        ("中兴", "jujuy-seguro"),
        ("zte jujuy", "jujuy-seguro"),
    ] {
        assert!(index.found(asked).contains_key(id), "{asked}");
    }
    assert!(index.found("zte no-such-word").is_empty());
    assert_eq!(index.found("").len(), ATLAS.projects.len());
    let found = index.found("cauchari");
    assert!(found["cauchari-solar"] <= *found.values().max().expect("some"), "a name comes before a text");
}

/// Query strings of every kind: parameters of the state with values that are right, wrong and monstrous.
fn any_query() -> impl Strategy<Value = String> {
    let names = View::NAMES.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let name = prop_oneof![4 => proptest::sample::select(names), 1 => "[a-z_]{1,8}".prop_map(|s| s)];
    let value = prop_oneof![
        "\\PC{0,20}",
        "[0-9a-zA-Z:,./%&=+-]{0,30}",
        proptest::sample::select(vec![
            "lithium,solar",
            "operating",
            "AR,BR",
            "zte:vendor",
            "2015..2020",
            "2019-07-05",
            "jujuy-seguro",
            "8/-23.55/-65.6",
            "name",
            "dark",
            "2026-11-24",
            "0000..9999",
            "%00",
            "%FF%FE",
            "<script>",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec((name, value), 0..8)
        .prop_map(|pairs| pairs.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("&"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_query_reads_to_a_state_that_reads_back_as_it_was_written(query in any_query()) {
        let view = View::read(&query).known(&ATLAS);
        let written = view.query();
        let again = View::read(written.trim_start_matches('?')).known(&ATLAS);
        prop_assert_eq!(&again, &View { dropped: Vec::new(), ..view });
        prop_assert_eq!(again.query(), written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_query_gives_a_whole_page(query in any_query()) {
        let links = Links::at("https://example.org").expect("a public address");
        let context = Context { atlas: &ATLAS, links: &links, lang: Lang::Es };
        let html = page::render(&context, &View::read(&query), &[]).expect("a page");
        prop_assert!(html.trim_end().ends_with("</html>"));
        prop_assert_eq!(html.matches("class=\"row").count() >= ATLAS.projects.len(), true);
    }
}

#[test]
fn what_is_dropped_is_said_quietly_and_an_empty_list_says_what_to_take_away() {
    let links = Links::at("https://example.org").expect("a public address");
    let context = Context { atlas: &ATLAS, links: &links, lang: Lang::En };
    let page = |query: &str| page::render(&context, &View::read(query), &[]).expect("a page");
    let said = page("layer=steam,solar&on=2030-01-01&utm_source=x");
    assert!(said.contains("layer=steam") && said.contains("on=2030-01-01") && !said.contains("utm_source"));
    let empty = page("layer=nuclear&country=UY");
    assert!(empty.contains("No project matches both conditions."));
    assert!(empty.contains("<span class=\"gives\">"));
    assert!(!page("layer=nuclear").contains("No project matches"));
}

#[test]
fn title_and_description_say_what_is_shown() {
    let links = Links::at("https://example.org").expect("a public address");
    let context = Context { atlas: &ATLAS, links: &links, lang: Lang::En };
    let page =
        page::render(&context, &View::read("layer=lithium&country=AR&on=2019-07-05"), &[]).expect("a page");
    assert!(page.contains("<title>Lithium · Argentina · as of 5 Jul 2019"), "{}", &page[..400]);
    assert!(page.contains("as of 5 Jul 2019"));
    assert!(page.contains("not yet begun"));
}
