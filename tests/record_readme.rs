//! Every number and table in the record's README is counted again from the record.

use std::collections::BTreeMap;

use huella::atlas::date::DatePrecision;
use huella::atlas::gaps::Gaps;
use huella::atlas::{Atlas, Entry, Lang, Precision, RecordFiles, Text, load};
use huella::basemap::CountryNames;

const README: &str = include_str!("../geodata/README.md");

fn atlas() -> Atlas {
    load::load(&RecordFiles::embedded()).atlas.expect("an atlas")
}

/// Every word of these that the README must hold; what is left of it holds no number but those that
/// count nothing.
fn holds(sentences: &[String]) -> String {
    let mut rest = README.to_owned();
    for sentence in sentences {
        assert!(README.contains(sentence.as_str()), "geodata/README.md does not say:\n{sentence}");
        rest = rest.replace(sentence.as_str(), "");
    }
    rest
}

fn name(code: &str) -> String {
    let names = CountryNames::embedded().expect("names");
    let name = names.name(code, Lang::En).expect("a country").to_owned();
    name.replace("St. ", "Saint ").replace("Vincent and Grenadines", "Vincent and the Grenadines")
}

fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn cells(g: Gaps) -> String {
    format!("{} | {} | {} | {} |", g.placed, g.quiet, g.unanswered, g.single)
}

/// The tables, as they stand in the README.
fn tables(atlas: &Atlas) -> Vec<String> {
    let row =
        |(code, g): (&str, Gaps)| format!("| {} | {} | {} | {}\n", name(code), g.projects, g.sites, cells(g));
    let countries: String = atlas.gaps_by_country().into_iter().map(row).collect();
    let row = |(layer, countries, g): (&str, usize, Gaps)| {
        let title = &atlas.layer(layer).expect("a layer").title.en;
        format!("| {title} | {} | {countries} | {} | {}\n", g.projects, g.sites, cells(g))
    };
    let layers: String = atlas.gaps_by_layer().into_iter().map(row).collect();
    let head = |words: &str| format!("| {words} |\n|---|{}\n", "---:|".repeat(words.matches('|').count()));
    vec![
        head("country | projects | sites | placed | quiet | unanswered | single") + &countries,
        head("layer | projects | countries | sites | placed | quiet | unanswered | single") + &layers,
    ]
}

fn told(day: jiff::civil::Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

fn counts(atlas: &Atlas) -> Vec<String> {
    let projects = &atlas.projects;
    let sites = || projects.iter().flat_map(|p| &p.sites);
    let events = || projects.iter().flat_map(|p| &p.events);
    let figures = || projects.iter().flat_map(|p| &p.quantities);
    let claims = || projects.iter().flat_map(|p| &p.claims);
    let (n, today) = (projects.len(), told(atlas.today()));
    let stance = |stance: &str| claims().filter(|c| c.stance == stance).count();
    let precise = |precision| sites().filter(|s| s.precision == precision).count();
    let (all_events, all_figures, all_claims) = (events().count(), figures().count(), claims().count());
    let not_projects = projects.iter().filter(|p| !p.entry.is_project()).count();
    vec![
        format!(
            "{n} projects, {} sites, {} organisations, {} sources, {all_events} dated events, {all_figures} figures and \
             {all_claims} attributed statements, as counted on {today}",
            sites().count(),
            atlas.organisations.len(),
            atlas.sources.len(),
        ),
        format!(
            "The {all_claims} statements now held are {} concerns, {} in support, {} denials and {} neutral.",
            stance("concern"),
            stance("support"),
            stance("denial"),
            stance("neutral")
        ),
        format!("{n} projects have {} sites;", sites().count()),
        format!(
            "Counted from the files on {today}, the {not_projects} entries included that are not projects."
        ),
        format!("no event since {};", told(atlas.quiet_since())),
        format!(
            "{} of {} sites are exact and {} near; {} stand at a town's centre, {} for a region, {} for a country; {} are \
             schematic lines.",
            precise(Precision::Exact),
            sites().count(),
            precise(Precision::Near),
            precise(Precision::Settlement),
            precise(Precision::Region),
            precise(Precision::Country),
            precise(Precision::Schematic)
        ),
        format!(
            "{} of {all_events} events are known to the year only; {} of {all_figures} figures carry no date; {} of \
             {all_claims} statements and {} of {} sources show none.",
            events().filter(|e| e.date.precision() == DatePrecision::Year).count(),
            figures().filter(|q| q.as_of.is_none()).count(),
            claims().filter(|c| c.date.is_none()).count(),
            atlas.sources.values().filter(|s| s.date().is_none()).count(),
            atlas.sources.len()
        ),
        format!(
            "atlas of Chinese technology projects in Latin America and the Caribbean, edition of {today}, CC BY 4.0."
        ),
    ]
}

fn gaps(atlas: &Atlas) -> Vec<String> {
    let countries = atlas.gaps_by_country();
    let layers: BTreeMap<&str, (usize, Gaps)> =
        atlas.gaps_by_layer().into_iter().map(|(layer, countries, g)| (layer, (countries, g))).collect();
    let of = |layer: &str| layers[layer].1.projects;
    let top: Vec<&str> = countries.iter().take(3).map(|(code, _)| *code).collect();
    let there = |p: &&huella::atlas::Project| p.countries.iter().any(|c| top.contains(&c.as_str()));
    let share = 100.0 * atlas.projects.iter().filter(there).count() as f64 / atlas.projects.len() as f64;
    let mut absent: Vec<String> = atlas.absent_states().into_iter().map(name).collect();
    absent.sort();
    let single: Vec<String> =
        countries.iter().filter(|(_, g)| g.projects == 1).map(|(code, _)| name(code)).collect();
    let lithium = || atlas.projects.iter().filter(|p| p.layer == "lithium").flat_map(|p| &p.sites);
    vec![
        format!(
            "{} appear in {share:.0} per cent of the records;",
            listed(&top.iter().map(|code| name(code)).collect::<Vec<_>>())
        ),
        format!("{} have one record each.", listed(&single)),
        format!("{} of the 33 states of the region have none: {}.", absent.len(), listed(&absent)),
        format!("{} records in {} countries.", of("surveillance"), layers["surveillance"].0),
        format!("**Identity.** {} record.", of("identity")),
        format!("{} and {} records; for the data centres", of("data-centres"), of("nuclear")),
        format!(
            "{} of {} sites are known to the region only;",
            lithium().filter(|s| s.precision == Precision::Region).count(),
            lithium().count()
        ),
    ]
}

#[test]
fn tables_and_counts_are_those_of_the_record() {
    let atlas = atlas();
    let rest = holds(&[tables(&atlas), counts(&atlas), gaps(&atlas)].concat());
    // Numbers that count nothing in the record.
    let fixed = [
        "`0-9`",
        "C5",
        "2019-07-05",
        "exits with 1",
        "1 January 2019",
        "`2019-03-15`",
        "`2019-03`",
        "`2019`",
        "5 km",
        "BY 4.0",
        "BY-SA 4.0",
        "`venesat-1",
        "Attribution 4.0",
        "by/4.0",
        "5G",
        "5g",
        "`stories/",
        "gets `-2`",
        "&map=8/-24.0/-65.5&",
        "720 by 480 pixels",
        "ISO 3166",
    ];
    let rest = fixed.iter().fold(rest, |rest, fixed| rest.replace(fixed, ""));
    // Items of numbered lists.
    let left: Vec<&str> = rest
        .lines()
        .map(|line| line.trim_start_matches(|c: char| c.is_ascii_digit()))
        .filter(|line| line.chars().any(|c| c.is_ascii_digit()))
        .collect();
    assert!(left.is_empty(), "no test counts the numbers of these lines: {left:#?}");
}

#[test]
fn entries_that_are_not_projects_are_those_that_are_named() {
    let atlas = atlas();
    for (entry, line) in [(Entry::Decision, "- decisions about"), (Entry::Allegation, "- claims of")] {
        let told = README.lines().find(|l| l.starts_with(line)).expect("the line");
        let named: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
        let held: Vec<&str> =
            atlas.projects.iter().filter(|p| p.entry == entry).map(|p| p.id.as_str()).collect();
        let mut sorted = named.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, held);
    }
}

#[test]
fn languages_are_as_the_gaps_say() {
    let atlas = atlas();
    let whole = |text: &Text| Lang::ALL.into_iter().all(|lang| text.written(lang).is_some());
    assert!(README.contains(
        "Every text is in English and Spanish; names and summaries are also in Portuguese and Chinese."
    ));
    for p in &atlas.projects {
        assert!(whole(&p.name) && whole(&p.summary), "{}", p.id);
        let texts = (p.events.iter().map(|e| &e.note))
            .chain(p.claims.iter().flat_map(|c| [&c.speaker, &c.text]))
            .chain(p.quantities.iter().flat_map(|q| &q.qualifier))
            .chain(p.sites.iter().flat_map(|s| [&s.name, &s.located_by]));
        for text in texts {
            assert!(text.written(Lang::Es).is_some(), "{}: {}", p.id, text.en);
        }
    }
}
