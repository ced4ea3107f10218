//! One project in the list.

use jiff::civil::Date;

use crate::atlas::{Entry, Project, Site};
use crate::site::country;
use crate::site::frame::Context;
use crate::site::sign::{self, Sign, Svg};
use crate::site::told::{self, Named};
use crate::site::words::date;

/// A row of the list or the tray.
#[derive(Debug)]
pub struct Row {
    /// The project.
    pub id: String,
    /// Its article.
    pub href: String,
    /// Its sign.
    pub sign: Svg,
    /// Its name.
    pub name: Named,
    /// Names of its countries.
    pub countries: String,
    /// The word for an entry that is not a project; else empty.
    pub entry_word: &'static str,
    /// The mark of its status.
    pub mark: Svg,
    /// The id of its status.
    pub status: String,
    /// The word for its status, with the year since which it stands.
    pub status_word: String,
    /// The last event's date: machine form and words.
    pub last: Option<(String, String)>,
    /// How it is shown.
    pub shown: Shown,
}

/// How a row is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// Whether filters or a search leave it out.
    pub hidden: bool,
    /// Whether a search leaves it out.
    pub missed: bool,
    /// Whether it is in hand.
    pub current: bool,
    /// The day as of which it is shown.
    pub day: Date,
}

/// The row of a project.
pub fn row(context: &Context, project: &Project, shown: Shown) -> Row {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let standing = atlas.status_on(project, shown.day);
    let status = standing.as_ref().map_or(crate::atlas::status::UNKNOWN, |s| &s.status);
    let last = project.events.iter().map(|e| e.date).filter(|date| date.first_day() <= shown.day).max();
    let stands = |site: &&Site| shown.day == atlas.today() || site.stands_on(shown.day);
    let label = atlas.vocabulary.status(status).map_or(status, |s| s.label.get(lang));
    let (glyph, family) = sign::layer_of(atlas, &project.layer);
    Row {
        id: project.id.clone(),
        href: links.project(lang, &project.id),
        sign: sign::row(&Sign {
            glyph,
            family,
            status,
            precision: sign::best_precision_of(project.sites.iter().filter(stands)),
            entry: project.entry,
        }),
        name: told::named(&project.name, lang),
        countries: country::names(&project.countries, lang),
        entry_word: match project.entry {
            Entry::Project => "",
            Entry::Decision => w.decision,
            Entry::Allegation => w.allegation,
        },
        mark: sign::status_mark(status, None, 11),
        status: status.to_owned(),
        status_word: match &standing {
            Some(standing) => format!("{label} {}", standing.since.year()),
            None => label.to_owned(),
        },
        last: last.map(|d| (d.to_string(), date::month(d, lang))),
        shown,
    }
}
