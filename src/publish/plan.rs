//! What a run does: which objects are put, in which order, and which are removed.

use std::collections::BTreeSet;

use super::journal::Before;
use crate::export::manifest::Entry;

/// What may be carried at once; after each, the place knows that it is there.
const TOGETHER: usize = 256;

/// What a run does, in this order. Of what stands together, anything may come first; all of it is there, or
/// gone, before the next begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// What is new or has changed.
    pub put: Vec<Vec<Entry>>,
    /// What earlier runs put and the site no longer has.
    pub remove: Vec<Vec<Entry>>,
    /// How much is there already.
    pub same: usize,
}

/// An object of somebody else stands where one of the site belongs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0} is there and was not published by this program; nothing was touched. Move it away, or publish to a \
     place of its own"
)]
pub struct Foreign(pub String);

/// In this order they are put: a page is there after all that it loads, and links to a page after the page. The
/// front page, from which all are found, comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Immutable,
    NewData,
    Data,
    NewPage,
    Page,
    Front,
}

fn turn(file: &Entry, is_new: bool) -> Turn {
    const FRONT: &str = "index.html";
    match (file.is_page(), file.is_immutable(), is_new) {
        (true, ..) if file.path == FRONT => Turn::Front,
        (true, _, true) => Turn::NewPage,
        (true, _, false) => Turn::Page,
        (false, true, _) => Turn::Immutable,
        (false, false, true) => Turn::NewData,
        (false, false, false) => Turn::Data,
    }
}

/// Compares the site with what is there.
pub fn plan(site: &[Entry], before: &Before) -> Result<Plan, Foreign> {
    let mut same = 0;
    let mut put = Vec::new();
    for file in site {
        let there = before.there.get(&file.path);
        let known = before.ours.get(&file.path);
        if there.is_some() && known.is_none() {
            return Err(Foreign(file.path.clone()));
        }
        let is_whole = there.is_some_and(|length| file.encoding.is_some() || *length == file.bytes as u64);
        match is_whole && known.and_then(Option::as_ref) == Some(file) {
            true => same += 1,
            false => put.push((turn(file, there.is_none()), file.clone())),
        }
    }
    let kept: BTreeSet<&str> = site.iter().map(|file| file.path.as_str()).collect();
    let gone = before.ours.iter().filter(|(path, _)| !kept.contains(path.as_str()));
    let gone = gone.filter(|(path, _)| before.there.contains_key(*path));
    // Pages go before what they load.
    let gone = gone.map(|(path, file)| {
        let file = file.clone().unwrap_or_else(|| unsure(path));
        (std::cmp::Reverse(turn(&file, false)), file)
    });
    Ok(Plan { put: in_turn(put), remove: in_turn(gone.collect()), same })
}

/// One that a killed run may have put: what it is does not matter any more, but pages are known by their names.
fn unsure(path: &str) -> Entry {
    let is_page = path.ends_with(".html");
    Entry {
        path: path.to_owned(),
        address: String::new(),
        bytes: 0,
        blake3: String::new(),
        media_type: if is_page { "text/html" } else { "" }.to_owned(),
        cache: if path.starts_with("assets/") { "immutable" } else { "" }.to_owned(),
        encoding: None,
    }
}

fn in_turn<T: Ord + Copy>(mut files: Vec<(T, Entry)>) -> Vec<Vec<Entry>> {
    files.sort_by(|(one, a), (two, b)| (one, &a.path).cmp(&(two, &b.path)));
    (files.chunk_by(|(one, _), (two, _)| one == two))
        .flat_map(|turn| turn.chunks(TOGETHER))
        .map(|together| together.iter().map(|(_, file)| file.clone()).collect())
        .collect()
}
