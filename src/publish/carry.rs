//! Carries a site: puts, removes, and leaves the manifest at the end.

use std::sync::Arc;

use tokio::task::JoinSet;

use super::journal::{self, Before, NoJournal, Note};
use super::place::{NoPlace, Place};
use super::plan::{Foreign, Plan, plan};
use super::site::{NoSite, Site};
use crate::export::manifest::{Entry, NAME};

/// So many objects are on their way at once.
const AT_ONCE: usize = 16;

/// Why a site is not there, or not all of it.
#[derive(Debug, thiserror::Error)]
pub enum NotCarried {
    /// The place refused.
    #[error(transparent)]
    Place(#[from] NoPlace),
    /// It is not known what is there.
    #[error(transparent)]
    Journal(#[from] NoJournal),
    /// An object of somebody else is in the way.
    #[error(transparent)]
    Foreign(#[from] Foreign),
    /// The site is not whole.
    #[error(transparent)]
    Site(#[from] NoSite),
    /// A part of the run ended early.
    #[error("the run broke off: {0}; publish again: what is there already is not put again")]
    Broken(#[from] tokio::task::JoinError),
}

/// What is to be done at a place, and what was there.
pub struct Task {
    /// What is put and removed.
    pub plan: Plan,
    before: Before,
}

/// Looks at the place, and changes nothing.
pub async fn look(site: &Site, place: &impl Place) -> Result<Task, NotCarried> {
    let before = Before::read(place).await?;
    let plan = plan(&site.manifest.files, &before)?;
    Ok(Task { plan, before })
}

/// Does it. With `keep`, what the site no longer has stays, and stays ours. `done` is told of every object
/// that was put or removed.
pub async fn carry<P: Place>(
    site: Arc<Site>,
    place: Arc<P>,
    task: Task,
    keep: bool,
    done: impl Fn(),
) -> Result<(), NotCarried> {
    let Task { plan, before } = task;
    let manifest = site.manifest.bytes();
    let kept: Vec<Entry> = if keep { plan.remove.iter().flatten().cloned().collect() } else { Vec::new() };
    let note = (!kept.is_empty()).then_some(Note { there: true, files: kept });
    let mut next = before.next();
    let nothing = plan.put.is_empty() && (keep || plan.remove.is_empty());
    if nothing && before.manifest.as_deref() == Some(&manifest) && settled(&*place, &before, &note).await? {
        return Ok(());
    }
    let mut notes = before.left;
    for together in plan.put {
        let name = journal::name(next);
        let mut note = Note { there: false, files: together };
        place.put(journal::list(name.clone(), written(&note))).await?;
        let carried = note.files.iter().cloned().map(|file| {
            let (site, place) = (Arc::clone(&site), Arc::clone(&place));
            async move { Ok(place.put(site.object(&file)?).await?) }
        });
        each(carried, &done).await?;
        note.there = true;
        place.put(journal::list(name.clone(), written(&note))).await?;
        notes.push(name);
        next += 1;
    }
    for together in plan.remove.into_iter().filter(|_| !keep) {
        let removed = together.into_iter().map(|file| {
            let place = Arc::clone(&place);
            async move { Ok(place.remove(&file.path).await?) }
        });
        each(removed, &done).await?;
    }
    if let Some(note) = note {
        place.put(journal::list(journal::name(next), written(&note))).await?;
    }
    place.put(journal::list(NAME.to_owned(), manifest)).await?;
    // The oldest first: what is left of them, should this be the end, is then true.
    for name in notes {
        place.remove(&name).await?;
    }
    Ok(())
}

/// Whether the notes that are there say what they would say at the end.
async fn settled(place: &impl Place, before: &Before, note: &Option<Note>) -> Result<bool, NoPlace> {
    Ok(match (&before.left[..], note) {
        ([], None) => true,
        ([name], Some(note)) => place.get(name).await? == written(note),
        _ => false,
    })
}

fn written(note: &Note) -> Vec<u8> {
    serde_json::to_vec(note).unwrap_or_default()
}

/// Does all of it, some at once. The first failure ends it, after what is on its way has come to an end: what
/// is there then is what was told.
async fn each<W>(works: impl Iterator<Item = W>, done: &impl Fn()) -> Result<(), NotCarried>
where
    W: Future<Output = Result<(), NotCarried>> + Send + 'static,
{
    let mut under_way = JoinSet::new();
    let mut works = works.fuse();
    let mut failed = None;
    loop {
        while failed.is_none() && under_way.len() < AT_ONCE {
            let Some(work) = works.next() else { break };
            under_way.spawn(work);
        }
        match under_way.join_next().await {
            None => return failed.map_or(Ok(()), Err),
            Some(Ok(Ok(()))) => done(),
            Some(Ok(Err(error))) => failed = failed.or(Some(error)),
            Some(Err(error)) => failed = failed.or(Some(error.into())),
        }
    }
}
