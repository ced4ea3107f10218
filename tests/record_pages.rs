//! Every record reads the same in the panel, in the article and as data; every value carries its source.

use std::collections::{BTreeMap, BTreeSet};

use huella::atlas::{Atlas, Lang, Project, RecordFiles, load};
use huella::collection::Catalogue;
use huella::editions::Editions;
use huella::links::Links;
use huella::site::frame::Context;
use huella::site::page::{self, View};
use huella::site::{
    about, accessibility, corrections, country, credits, data, error, organisation, privacy, record, story,
};
use serde_json::Value;

use crate::markup::{Piece, pieces};

fn atlas() -> Atlas {
    load::load(&RecordFiles::embedded()).atlas.expect("the embedded record")
}

fn links() -> Links {
    Links::at("https://example.org/atlas").expect("a public address")
}

/// Runs over every project in every language, panel and article.
fn every_record(check: impl Fn(&Project, &str, Vec<Piece>)) {
    for turn in 0..Lang::ALL.len() {
        records_in_turn(turn, &check);
    }
}

/// Runs over every project, panel and article, in one language each, all four by turns: for what does
/// not hang on the language.
fn records_in_turn(turn: usize, check: impl Fn(&Project, &str, Vec<Piece>)) {
    let (atlas, links) = (atlas(), links());
    for (index, project) in atlas.projects.iter().enumerate() {
        let lang = Lang::ALL[(index + turn) % Lang::ALL.len()];
        let context = Context { atlas: &atlas, links: &links, lang };
        let panel = record::panel(&context, project).expect("a panel");
        let article = record::article(&context, project).expect("an article");
        check(project, "panel", pieces(&panel));
        check(project, "article", pieces(&article));
    }
}

/// Every page that is not a record, in every language.
fn other_pages() -> Vec<(String, String)> {
    let (atlas, links) = (atlas(), links());
    let catalogue = Catalogue::build(atlas.clone(), &links, Vec::new()).expect("a catalogue");
    let editions = Editions::embedded().expect("the frozen editions");
    let mut all = Vec::new();
    for lang in Lang::ALL {
        let context = Context { atlas: &atlas, links: &links, lang };
        let chosen = View::read("sel=jujuy-seguro&layer=surveillance");
        for (name, html) in [
            ("map", page::render(&context, &View::default(), &[])),
            ("map with a record", page::render(&context, &chosen, &[])),
            ("about", about::render(&context)),
            ("data", data::render(&context, &catalogue, &editions)),
            ("stories", story::index(&context)),
            ("story", story::page(&context, &atlas.stories[0], None)),
            ("story at a stop", story::page(&context, &atlas.stories[1], Some(3))),
            ("corrections", corrections::render(&context)),
            ("credits", credits::render(&context)),
            ("privacy", privacy::render(&context)),
            ("accessibility", accessibility::render(&context)),
            ("organisations", organisation::index::render(&context)),
            ("organisation", organisation::render(&context, &atlas.organisations["huawei"])),
            ("a controlling organisation", organisation::render(&context, &atlas.organisations["cetc"])),
            ("countries", country::index::render(&context)),
            ("country", country::page::render(&context, "AR")),
            ("country without an entry", country::page::render(&context, "GT")),
            ("no organisation", error::no_organisation(&context, "huawe")),
            ("no country", error::no_country(&context)),
            ("no project", error::no_project(&context, "jujuy-segur")),
            ("no page", error::no_page(&context)),
        ] {
            all.push((format!("{name} in {}", lang.tag()), html.expect("a page")));
        }
    }
    all
}

/// What a record tells, as comparable facts.
#[derive(Debug, PartialEq, Eq, Default)]
struct Facts {
    events: Vec<(String, String)>,
    figures: Vec<(String, String, String)>,
    claims: BTreeMap<String, usize>,
    sites: BTreeSet<(String, String)>,
    actors: BTreeSet<(String, String)>,
    sources: BTreeSet<String>,
}

fn told(page: &[Piece]) -> Facts {
    let mut facts = Facts::default();
    let (mut kind, mut group, mut stance) = (None, None, None);
    for piece in page {
        let get = |name| piece.attribute(name).map(str::to_owned);
        kind = get("data-kind").or(kind);
        stance = get("data-stance").or(stance);
        group = get("data-measure").zip(get("data-unit")).or(group);
        if piece.opens("time")
            && let Some(kind) = kind.take()
        {
            facts.events.push((kind, get("datetime").expect("a date")));
        }
        if piece.opens("data") {
            let (measure, unit) = group.clone().expect("a figure in its group");
            facts.figures.push((measure, unit, get("value").expect("a value")));
        }
        if piece.has_class("statement") {
            *facts.claims.entry(stance.clone().expect("a statement in its stance")).or_default() += 1;
        }
        facts.sites.extend(get("data-site").zip(get("data-precision")));
        facts.actors.extend(get("data-role").zip(get("data-organisation")));
        facts.sources.extend(get("data-source"));
    }
    facts.events.sort();
    facts.figures.sort();
    facts
}

fn known(record: &Value) -> Facts {
    let list = |name: &str| record[name].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut facts = Facts {
        events: list("events").iter().map(|e| (text(&e["kind"]), text(&e["date"]))).collect(),
        figures: list("quantities")
            .iter()
            .map(|q| (text(&q["measure"]), text(&q["unit"]), text(&q["value"])))
            .collect(),
        sites: list("sites").iter().map(|s| (text(&s["id"]), text(&s["properties"]["precision"]))).collect(),
        actors: list("actors").iter().map(|a| (text(&a["role"]), text(&a["organisation"]))).collect(),
        sources: list("source_list").iter().map(|s| text(&s["id"])).collect(),
        ..Facts::default()
    };
    for claim in list("claims") {
        *facts.claims.entry(text(&claim["stance"])).or_default() += 1;
    }
    facts.events.sort();
    facts.figures.sort();
    facts
}

#[test]
fn panel_article_and_data_tell_the_same_facts() {
    let atlas = atlas();
    every_record(|project, form, page| {
        let record = record::json(&atlas, project).expect("JSON");
        assert_eq!(told(&page), known(&record), "{} as {form}", project.id);
    });
}

#[test]
fn every_value_carries_a_source() {
    records_in_turn(0, |project, form, page| {
        let values = project.events.len()
            + project.quantities.len()
            + project.claims.len()
            + project.sites.len()
            + project.sites.iter().filter(|site| !site.position_sources.is_empty()).count()
            + project.actors.len();
        let refs: Vec<usize> = (0..page.len()).filter(|at| page[*at].has_class("refs")).collect();
        assert_eq!(refs.len(), values, "{} as {form}", project.id);
        for at in refs {
            assert!(page[at + 1].has_class("src"), "{} as {form}: an empty reference", project.id);
        }
    });
}

#[test]
fn every_source_number_leads_to_its_source() {
    records_in_turn(0, |project, form, page| {
        let ids: BTreeSet<&str> = page.iter().filter_map(|p| p.attribute("id")).collect();
        let links = page.iter().filter(|p| p.opens("a"));
        let targets = links.filter_map(|p| p.attribute("href")?.strip_prefix('#'));
        for target in targets {
            assert!(ids.contains(target), "{} as {form}: nothing has the id `{target}`", project.id);
        }
        for n in 1..=project.source_ids().len() {
            assert!(ids.contains(format!("source-{n}").as_str()), "{} as {form}: no source {n}", project.id);
        }
    });
}

fn no_id_stands_twice(page: &[Piece], name: &str) {
    let mut seen = BTreeSet::new();
    for id in page.iter().filter_map(|p| p.attribute("id")) {
        assert!(seen.insert(id), "{name}: the id `{id}` stands twice");
    }
}

fn nothing_the_policy_forbids(page: &[Piece], name: &str) {
    for piece in page {
        let Piece::Open { name: tag, attributes } = piece else { continue };
        assert_ne!(tag, "style", "{name}: a style element");
        for (key, value) in attributes {
            assert_ne!(key, "style", "{name}: a style attribute on <{tag}>");
            assert!(!key.starts_with("on"), "{name}: {key} on <{tag}>");
            assert!(!value.trim_start().to_lowercase().starts_with("javascript:"), "{name}: {key}={value}");
        }
        if tag == "script" {
            // A data block is never run.
            let is_data = piece.attribute("type") == Some("application/ld+json");
            assert!(is_data || piece.attribute("src").is_some(), "{name}: a script in the page");
        }
    }
}

#[test]
fn a_page_has_one_heading_of_the_first_level_and_no_id_twice() {
    records_in_turn(0, |project, form, page| {
        no_id_stands_twice(&page, &project.id);
        let headings = page.iter().filter(|p| p.opens("h1")).count();
        assert_eq!(headings, usize::from(form == "article"), "{} as {form}", project.id);
    });
    for (name, html) in other_pages() {
        let page = pieces(&html);
        no_id_stands_twice(&page, &name);
        assert_eq!(page.iter().filter(|p| p.opens("h1")).count(), 1, "{name}");
    }
}

#[test]
fn no_page_needs_what_the_policy_forbids() {
    records_in_turn(0, |project, _, page| nothing_the_policy_forbids(&page, &project.id));
    for (name, html) in other_pages() {
        nothing_the_policy_forbids(&pieces(&html), &name);
    }
}

#[test]
fn every_element_that_opens_closes() {
    const VOID: [&str; 10] =
        ["meta", "link", "input", "path", "rect", "circle", "line", "use", "img", "source"];
    let balanced = |page: &[Piece], name: &str| {
        let mut open: Vec<&str> = Vec::new();
        for piece in page {
            match piece {
                Piece::Open { name: tag, .. } if !VOID.contains(&tag.as_str()) => open.push(tag),
                Piece::Close(tag) => assert_eq!(open.pop(), Some(tag.as_str()), "{name}"),
                _ => {}
            }
        }
        assert_eq!(open, [""; 0], "{name}");
    };
    records_in_turn(0, |project, _, page| balanced(&page, &project.id));
    for (name, html) in other_pages() {
        balanced(&pieces(&html), &name);
    }
}

#[test]
fn a_text_in_another_language_says_so() {
    let (atlas, links) = (atlas(), links());
    let project = atlas.project("jujuy-seguro").expect("the project");
    let context = Context { atlas: &atlas, links: &links, lang: Lang::Zh };
    let page = pieces(&record::article(&context, project).expect("an article"));
    for claim in &project.claims {
        let at = page.iter().position(|p| *p == Piece::Text(claim.text.en.clone())).expect("the statement");
        assert_eq!(page[at - 1].attribute("lang"), Some("en"));
    }
}

#[test]
fn what_a_record_writes_never_becomes_markup() {
    const EVIL: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;";
    let mut files = RecordFiles::embedded();
    let spoil = |text: &str, change: &dyn Fn(&mut Value)| {
        let mut value: Value = serde_json::from_str(text).expect("JSON");
        change(&mut value);
        value.to_string()
    };
    let path = "projects/jujuy-seguro.geojson";
    let project = spoil(files.get(path).expect("the file"), &|file| {
        for name in ["name", "summary"] {
            file["project"][name]["en"] = EVIL.into();
        }
        file["project"]["claims"][0]["speaker"]["en"] = EVIL.into();
        file["project"]["claims"][0]["text"]["en"] = EVIL.into();
        file["project"]["events"][0]["note"]["en"] = EVIL.into();
        file["project"]["quantities"][0]["qualifier"]["en"] = EVIL.into();
        file["features"][0]["properties"]["name"]["en"] = EVIL.into();
        file["features"][0]["properties"]["located_by"]["en"] = EVIL.into();
    });
    files.put(path, project);
    let sources = spoil(files.get("sources.json").expect("the file"), &|list| {
        for source in list.as_array_mut().expect("a list") {
            source["title"] = EVIL.into();
            source["language"] = EVIL.into();
            source["URL"] = "javascript:alert(1)".into();
        }
    });
    files.put("sources.json", sources);
    let atlas = load::load(&files).atlas.expect("an atlas");
    let links = links();
    let context = Context { atlas: &atlas, links: &links, lang: Lang::En };
    let project = atlas.project("jujuy-seguro").expect("the project");
    for html in [
        record::panel(&context, project),
        record::article(&context, project),
        page::render(&context, &View::read("sel=jujuy-seguro"), &[]),
        error::no_project(&context, EVIL),
    ] {
        let html = html.expect("a page");
        assert!(
            !html.contains("<script>") && !html.contains("<img src=x"),
            "markup of the record came through"
        );
        nothing_the_policy_forbids(&pieces(&html), "a spoilt record");
    }
}

#[test]
fn the_map_page_lists_every_project_once_and_hides_what_the_address_leaves_out() {
    let (atlas, links) = (atlas(), links());
    let context = Context { atlas: &atlas, links: &links, lang: Lang::Es };
    let rows = |query: &str| {
        let page = pieces(&page::render(&context, &View::read(query), &[]).expect("a page"));
        let rows = page.into_iter().filter(|p| p.has_class("row"));
        let (hidden, shown): (Vec<_>, Vec<_>) = rows.partition(|p| p.attribute("hidden").is_some());
        let id = |p: &Piece| p.attribute("data-project").expect("an id").to_owned();
        (shown.iter().map(id).collect::<BTreeSet<_>>(), hidden.len())
    };
    assert_eq!(rows("").0.len(), atlas.projects.len());
    let lithium = atlas.projects.iter().filter(|p| p.layer == "lithium").map(|p| p.id.clone()).collect();
    let (shown, hidden) = rows("layer=lithium,nothing&utm_source=x");
    assert_eq!((shown, hidden), (lithium, atlas.projects.len() - rows("layer=lithium").0.len()));
    assert!(rows("q=ｌíｔｉｏ").0.contains("cauchari-olaroz") && !rows("q=litio").0.contains("jujuy-seguro"));
    assert_eq!(rows("layer=nothing&sel=%00&theme=%FF").0.len(), atlas.projects.len());
}
