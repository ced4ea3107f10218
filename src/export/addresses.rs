//! Which addresses a route stands for, or why none of them can be a file. A route that is not told of here
//! fails a test: the list of routes is the router's alone.

use std::sync::Arc;

use crate::assets::ASSETS;
use crate::atlas::gaps::STATES;
use crate::atlas::{Lang, Tour};
use crate::editions::{Editions, Files};
use crate::format::dataset;
use crate::http::serving::Serving;
use crate::http::{cited, project, story};
use crate::links::segment;

/// What becomes of a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// These addresses, below the public one.
    Files(Vec<String>),
    /// Those that pages name.
    Followed,
    /// None: it answers live only.
    Live(&'static str),
}

/// What the addresses are made from.
pub struct Known<'a> {
    /// The current record, and every file made from it.
    pub serving: &'a Serving,
    /// The frozen editions.
    pub editions: &'a Editions,
    /// Of each of them the name, its frozen files, and the record as it stood.
    pub frozen: &'a [(String, Files, Arc<Serving>)],
}

/// What only a running server can say.
const OPERATION: &str = "tells of a running server";
/// What a file cannot do.
const QUERIES: &str = "answers queries";

/// What becomes of a route, by its pattern; none where nobody has decided.
pub fn fate(pattern: &str, known: &Known) -> Option<Fate> {
    let (lang, rest) = split(pattern);
    let atlas = &known.serving.catalogue.atlas;
    let each = |names: Vec<String>| {
        let (before, after) = rest.split_once('{').unwrap_or((rest, ""));
        let after = after.split_once('}').map_or("", |(_, after)| after);
        let at = if lang == Lang::En { String::new() } else { format!("/{}", lang.tag()) };
        Fate::Files(names.iter().map(|name| format!("{at}{before}{name}{after}")).collect())
    };
    Some(match rest {
        "/healthz" | "/readyz" | "/metrics" | "/live" => Fate::Live(OPERATION),
        "/ogc" | "/query" => Fate::Live(QUERIES),
        _ if rest.starts_with("/ogc/") => Fate::Live(QUERIES),
        "/oembed" => Fate::Followed,
        _ if !rest.contains('{') => Fate::Files(vec![pattern.to_owned()]),
        "/assets/{name}" => each(ASSETS.iter().map(|asset| asset.name.to_owned()).collect()),
        "/data/{file}" => each(data_files(known.serving)),
        "/data/edition/{edition}" => each(known.editions.names()),
        "/data/edition/{edition}/{*file}" => Fate::Files(of_editions(known)),
        "/data/diff/{name}" => each(differences(known)),
        "/organisation/{id}" => each(named(atlas.organisations.values().map(|o| &o.id))),
        "/country/{code}" => each(STATES.iter().map(|code| (*code).to_owned()).collect()),
        "/project/{name}" => each(projects(lang, known)),
        "/project/{name}/panel" => each(named(atlas.projects.iter().map(|p| &p.id))),
        "/story/{name}" => {
            each(atlas.stories.iter().flat_map(|tour| forms(&tour.id, &story::ENDINGS)).collect())
        }
        "/story/{name}/{stop}" => {
            let Fate::Files(stories) = each(atlas.stories.iter().flat_map(|t| stops(t, lang)).collect())
            else {
                return None;
            };
            Fate::Files(stories.into_iter().map(|address| address.replace("/{stop}", "")).collect())
        }
        _ => return None,
    })
}

/// The language that a pattern begins with, and the rest.
fn split(pattern: &str) -> (Lang, &str) {
    let prefixed = Lang::ALL.into_iter().filter(|lang| *lang != Lang::En).find_map(|lang| {
        let rest = pattern.strip_prefix('/')?.strip_prefix(lang.tag())?;
        (rest.is_empty() || rest.starts_with('/')).then_some((lang, rest))
    });
    prefixed.unwrap_or((Lang::En, pattern))
}

fn named<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<String> {
    ids.map(|id| segment(id).to_string()).collect()
}

/// An article and its other forms.
fn forms(id: &str, endings: &[&str]) -> Vec<String> {
    let id = segment(id);
    std::iter::once(id.to_string()).chain(endings.iter().map(|ending| format!("{id}.{ending}"))).collect()
}

/// Data speaks no language: it stands once.
fn projects(lang: Lang, known: &Known) -> Vec<String> {
    let atlas = &known.serving.catalogue.atlas;
    let endings: Vec<&str> = project::ENDINGS
        .into_iter()
        .filter(|ending| lang == Lang::En || !["json", "geojson"].contains(ending))
        .collect();
    let gone = atlas.withdrawn.iter().map(|gone| segment(&gone.id).to_string());
    atlas.projects.iter().flat_map(|p| forms(&p.id, &endings)).chain(gone).collect()
}

fn stops(tour: &Tour, lang: Lang) -> Vec<String> {
    let count = tour.told(lang).map_or(0, |telling| telling.stops.len());
    let of = |stop: usize| story::ENDINGS.map(|ending| format!("{}/{stop}.{ending}", segment(&tour.id)));
    (1..=count).flat_map(of).collect()
}

fn data_files(serving: &Serving) -> Vec<String> {
    let ready = serving.files.keys().cloned();
    let mut names: Vec<String> =
        ready.chain(dataset::files(&serving.catalogue).into_iter().map(|file| file.name)).collect();
    names.sort_unstable();
    names.dedup();
    names.iter().map(|name| segment(name).to_string()).collect()
}

/// The frozen files, byte for byte, and every other form of them.
fn of_editions(known: &Known) -> Vec<String> {
    let of = |(name, files, serving): &(String, Files, Arc<Serving>)| {
        let frozen = files.keys().cloned().chain(cited::FILES.map(str::to_owned));
        let mut paths: Vec<String> = frozen.chain(data_files(serving)).collect();
        paths.sort_unstable();
        paths.dedup();
        let address = |path: &String| {
            let parts: String = path.split('/').map(|part| format!("/{}", segment(part))).collect();
            format!("/data/edition/{}{parts}", segment(name))
        };
        paths.iter().map(address).collect::<Vec<_>>()
    };
    known.frozen.iter().flat_map(of).collect()
}

/// Each edition beside the one after it, and beside the record as it stands.
fn differences(known: &Known) -> Vec<String> {
    let names: Vec<String> = known.frozen.iter().map(|(name, ..)| name.clone()).collect();
    let pairs = names.windows(2).map(|pair| format!("{}..{}", pair[0], pair[1]));
    let to_now = names.iter().map(|name| format!("{name}..current"));
    let mut all: Vec<String> = pairs.chain(to_now).collect();
    all.extend(all.clone().iter().map(|pair| format!("{pair}.json")));
    all
}
