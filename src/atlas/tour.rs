//! A story as it is told: in one or more languages, stop by stop.

use super::prose::{self, Block};
use super::story::{self, Story};
use super::{Lang, PartialDate, RecordFiles};

/// A story with all its tellings, which go by the same stops in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tour {
    /// The stem of its files, which its address bears.
    pub id: String,
    /// One a language, in display order; never empty.
    pub tellings: Vec<Telling>,
}

/// A story in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// The language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// One or two sentences about it.
    pub summary: String,
    /// The day on which it was last gone through.
    pub date: PartialDate,
    /// What stands before the first stop.
    pub opening: Vec<Block>,
    /// The stops; never empty.
    pub stops: Vec<Stop>,
}

/// A stop: what is told, and the map beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Its heading.
    pub title: String,
    /// The map page's query string; none where the map stays as the stop before left it.
    pub view: Option<String>,
    /// Its text.
    pub body: Vec<Block>,
}

impl Tour {
    /// The telling in this language, else in English, else the first there is.
    pub fn told(&self, lang: Lang) -> Option<&Telling> {
        let by = |wanted: Lang| self.tellings.iter().find(|telling| telling.lang == wanted);
        by(lang).or_else(|| by(Lang::En)).or(self.tellings.first())
    }
}

impl Telling {
    /// The map of a stop, counted from 0: its own, or the nearest one before it.
    pub fn view(&self, stop: usize) -> &str {
        let so_far = self.stops.iter().take(stop + 1).rev();
        so_far.filter_map(|stop| stop.view.as_deref()).next().unwrap_or_default()
    }

    /// The sources it cites, each once, in the order of their ids.
    pub fn cited(&self) -> Vec<&str> {
        let bodies = self.stops.iter().flat_map(|stop| &stop.body);
        let mut ids: Vec<&str> = self.opening.iter().chain(bodies).flat_map(Block::cited).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn of(story: &Story) -> Option<Telling> {
        let value = |key: &str| story.value(key).map(|spot| spot.text);
        let stop = |stop: &story::Stop| Stop {
            title: stop.title.text.to_owned(),
            view: stop.view.map(|view| view.text.to_owned()),
            body: prose::blocks(stop.body),
        };
        let telling = Telling {
            lang: Lang::from_tag(value("lang")?)?,
            title: value("title")?.to_owned(),
            summary: value("summary")?.to_owned(),
            date: value("date")?.parse().ok()?,
            opening: prose::blocks(story.opening),
            stops: story.stops.iter().map(stop).collect(),
        };
        (!telling.stops.is_empty()).then_some(telling)
    }
}

/// The stories of a record in order of id. What cannot be read is left out; a check says why.
pub fn tours(files: &RecordFiles) -> Vec<Tour> {
    let mut tours: Vec<Tour> = Vec::new();
    for (_, text) in files.below("stories") {
        let Ok(story) = Story::read(text) else { continue };
        let (Some(id), Some(telling)) = (story.value("id"), Telling::of(&story)) else { continue };
        match tours.iter_mut().find(|tour| tour.id == id.text) {
            Some(tour) if tour.tellings.iter().all(|known| known.lang != telling.lang) => {
                tour.tellings.push(telling);
            }
            Some(_) => {}
            None => tours.push(Tour { id: id.text.to_owned(), tellings: vec![telling] }),
        }
    }
    tours.sort_by(|a, b| a.id.cmp(&b.id));
    tours.iter_mut().for_each(|tour| tour.tellings.sort_by_key(|telling| telling.lang));
    tours
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(lang: &str, stops: &str) -> String {
        format!(
            "---\nid: a\nlang: {lang}\ntitle: T\nsummary: S\ndate: 2026-01-02\n---\n\nOpening.\n\n{stops}"
        )
    }

    #[test]
    fn a_story_falls_back_to_english_and_a_stop_to_the_map_before_it() {
        let mut files = RecordFiles::default();
        files.put("stories/a.es.md", file("es", "## Uno\n<!-- map: sel=x -->\n\nTexto.\n\n## Dos\n\nMás.\n"));
        files.put("stories/a.en.md", file("en", "## One\n\nText.\n"));
        files.put("stories/b.en.md", file("en", ""));
        let tours = tours(&files);
        assert_eq!(tours.len(), 1);
        let told = |lang| tours[0].told(lang).map(|telling| telling.lang);
        assert_eq!([told(Lang::Es), told(Lang::Zh)], [Some(Lang::Es), Some(Lang::En)]);
        let spanish = tours[0].told(Lang::Es).expect("Spanish");
        assert_eq!([spanish.view(0), spanish.view(1)], ["sel=x", "sel=x"]);
        assert_eq!(tours[0].told(Lang::En).expect("English").view(0), "");
    }
}
