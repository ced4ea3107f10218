//! What we know: the record as types, read from `geodata/`.
//!
//! Everything here is plain data. Nothing in this module knows how the record is
//! served, asked for or drawn, and nothing reads a clock: "today" is the edition's date.

pub mod changed;
pub mod date;
pub mod edition;
pub mod event;
pub mod fault;
pub mod files;
pub mod gaps;
pub mod lang;
pub mod layer;
pub mod listed;
pub mod load;
pub mod organisation;
pub mod project;
pub mod prose;
pub mod read;
mod shape;
pub mod site;
pub mod source;
pub mod status;
pub mod story;
pub mod tour;
pub mod vocabulary;

use std::collections::BTreeMap;

pub use date::PartialDate;
pub use edition::{AtlasFile, Correction, Withdrawal};
pub use event::{Claim, Event, Quantity};
pub use fault::{Fault, Severity};
pub use files::RecordFiles;
pub use lang::{Lang, Text};
pub use layer::{Family, Layer, LayersFile};
pub use organisation::Organisation;
pub use project::{Actor, Entry, Project};
pub use site::{Precision, Site};
pub use source::Source;
pub use tour::{Telling, Tour};
pub use vocabulary::Vocabulary;

/// The whole record, as loaded. Immutable once made.
#[derive(Debug, Clone)]
pub struct Atlas {
    /// Title, edition, licence and the operator's own fields.
    pub about: AtlasFile,
    /// Families and layers in display order.
    pub layers: LayersFile,
    /// Every term the record may use.
    pub vocabulary: Vocabulary,
    /// Who takes part, by id.
    pub organisations: BTreeMap<String, Organisation>,
    /// The bibliography, by id.
    pub sources: BTreeMap<String, Source>,
    /// The projects, ordered by id.
    pub projects: Vec<Project>,
    /// The stories, ordered by id.
    pub stories: Vec<Tour>,
    /// What was wrong and is mended, newest first.
    pub corrections: Vec<Correction>,
    /// Addresses that answer 410.
    pub withdrawn: Vec<Withdrawal>,
    /// blake3 over every file of the record, hexadecimal: two equal hashes, two equal records.
    pub content: String,
    /// Whether no frozen edition says what this record says: then its edition is only the day up to which
    /// it was kept, and no name to cite it by.
    pub working: bool,
}

impl Atlas {
    /// The project with this id.
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.projects.binary_search_by(|p| p.id.as_str().cmp(id)).ok().map(|i| &self.projects[i])
    }

    /// How the project with this id, or that of the site with this id, was withdrawn.
    pub fn gone(&self, id: &str) -> Option<&Withdrawal> {
        let project = id.split_once('.').map_or(id, |(project, _)| project);
        self.withdrawn.iter().find(|gone| gone.id == project)
    }

    /// The story with this id.
    pub fn story(&self, id: &str) -> Option<&Tour> {
        self.stories.iter().find(|story| story.id == id)
    }

    /// The layer with this id.
    pub fn layer(&self, id: &str) -> Option<&Layer> {
        self.layers.layers.iter().find(|l| l.id == id)
    }

    /// What tells this state of the record from every other: the edition, or of a working record the edition
    /// it says and the beginning of its content, `2026-11-24+f43a91d4`.
    pub fn version(&self) -> String {
        let edition = self.about.edition;
        match self.working {
            false => edition.to_string(),
            true => format!("{edition}+{}", self.content.get(..8).unwrap_or(&self.content)),
        }
    }

    /// The same within a sentence.
    pub fn state(&self) -> String {
        match self.working {
            false => format!("edition of {}", self.about.edition),
            true => format!("working record {}, not an edition", self.version()),
        }
    }

    /// "Today": the edition's date. Nothing in the program asks a clock what day it is.
    pub fn today(&self) -> jiff::civil::Date {
        self.about.edition.day()
    }

    /// The status of a project on a day; `None` where it has not begun by then.
    pub fn status_on(&self, project: &Project, day: jiff::civil::Date) -> Option<status::Standing> {
        status::on(&project.events, day, &self.vocabulary)
    }
}
