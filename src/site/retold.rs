//! Which records a stop tells of, and in which stops a record is told of.

use std::collections::HashMap;

use crate::atlas::{Atlas, Lang, Project, Telling, prose::Block};
use crate::site::frame::Context;
use crate::site::told::{LangAttribute, Told};
use crate::site::words::fill;

/// A source that more records cite says nothing about any one of them.
const SHARED_BY: usize = 2;

/// The records that a stop tells of, counted from 0: the one it shows, then those whose own sources it
/// cites, in the order of citation.
pub fn of_stop<'a>(atlas: &'a Atlas, telling: &Telling, stop: usize) -> Vec<&'a Project> {
    let body = telling.stops.get(stop).map(|stop| stop.body.as_slice()).unwrap_or_default();
    let cited: Vec<&str> = body.iter().flat_map(Block::cited).collect();
    let mut citing: HashMap<&str, Vec<&'a Project>> = HashMap::new();
    for project in &atlas.projects {
        for source in project.source_ids().into_iter().filter(|id| cited.contains(id)) {
            citing.entry(source).or_default().push(project);
        }
    }
    let mut found: Vec<&Project> = Vec::new();
    found.extend(shown(telling, stop).and_then(|sel| atlas.project(&sel)));
    let lists: Vec<&Vec<&Project>> = cited.iter().filter_map(|id| citing.get(id)).collect();
    for alone in lists.iter().filter(|projects| projects.len() == 1) {
        if !found.iter().any(|p| p.id == alone[0].id) {
            found.push(alone[0]);
        }
    }
    for shared in lists.iter().filter(|projects| (2..=SHARED_BY).contains(&projects.len())) {
        if !shared.iter().any(|p| found.iter().any(|f| f.id == p.id)) {
            found.extend(shared.iter());
        }
    }
    found
}

/// The project that a stop puts in hand.
fn shown(telling: &Telling, stop: usize) -> Option<String> {
    let view = telling.stops.get(stop)?.view.as_deref()?;
    let (_, sel) = form_urlencoded::parse(view.as_bytes()).find(|(name, _)| name == "sel")?;
    Some(sel.split_once('.').map_or(sel.as_ref(), |(project, _)| project).to_owned())
}

/// A story in which a record is told of.
#[derive(Debug)]
pub struct ToldIn {
    /// The first such stop.
    pub href: String,
    /// The story's title.
    pub title: Told,
    /// `stop 3`
    pub stop: String,
}

/// The stories in which a record is told of, each at the first stop that does.
pub fn stories_of(context: &Context, project: &Project) -> Vec<ToldIn> {
    let Context { atlas, links, lang } = *context;
    let mine = project.source_ids();
    let told = |story: &crate::atlas::Tour| {
        let telling = story.told(lang)?;
        let may = |stop: &usize| {
            let body = telling.stops.get(*stop).map(|stop| stop.body.as_slice()).unwrap_or_default();
            shown(telling, *stop).is_some_and(|sel| sel == project.id)
                || body.iter().flat_map(Block::cited).any(|id| mine.contains(&id))
        };
        let tells = |stop: &usize| of_stop(atlas, telling, *stop).iter().any(|p| p.id == project.id);
        // The second question is dear, and the first leaves few stops to ask it of.
        let stop = (0..telling.stops.len()).filter(may).find(tells)?;
        let number = (stop + 1).to_string();
        Some(ToldIn {
            href: links.stop(lang, &story.id, stop + 1),
            title: title(telling, lang),
            stop: fill(context.words().story_stop, &[("n", &number)]),
        })
    };
    atlas.stories.iter().filter_map(told).collect()
}

/// The title of a telling, marked where it is in another language than the page.
pub fn title(telling: &Telling, page: Lang) -> Told {
    Told { lang: LangAttribute::of(telling.lang.tag(), page), text: telling.title.clone() }
}
