//! A project: one installation, or one contract or decision about several.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::site::SiteFeature;
use super::{Claim, Event, Quantity, Site, Text};

/// `projects/<id>.geojson`: a GeoJSON FeatureCollection of the project's sites, with the project's
/// own facts in the foreign member `project`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ProjectFile {
    /// Always `FeatureCollection`.
    #[serde(rename = "type")]
    pub kind: CollectionTag,
    /// The project's own facts.
    pub project: Project,
    /// Its sites.
    pub features: Vec<SiteFeature>,
}

/// The word `FeatureCollection`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum CollectionTag {
    /// RFC 7946, 3.3.
    FeatureCollection,
}

/// The facts of a project, with its sites once loaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Project {
    /// The file's stem; never changes.
    #[schemars(regex(pattern = "^[a-z0-9-]+$"))]
    pub id: String,
    /// Its name.
    pub name: Text,
    /// A layer of `layers.json`.
    pub layer: String,
    /// Written only where the entry is not a project.
    #[serde(default, skip_serializing_if = "Entry::is_project")]
    pub entry: Entry,
    /// Two to four plain sentences of fact.
    pub summary: Text,
    /// ISO 3166-1 alpha-2, by the administration on the ground.
    #[schemars(length(min = 1), inner(regex(pattern = "^[A-Z]{2}$")))]
    pub countries: Vec<String>,
    /// ISO 3166-2.
    #[schemars(inner(regex(pattern = "^[A-Z]{2}-[A-Z0-9]{1,3}$")))]
    pub regions: Vec<String>,
    /// Who takes part.
    pub actors: Vec<Actor>,
    /// Figures.
    pub quantities: Vec<Quantity>,
    /// What happened, oldest first.
    pub events: Vec<Event>,
    /// What is said.
    pub claims: Vec<Claim>,
    /// Ids of related projects.
    pub related: Vec<String>,
    /// Its sites, in file order.
    #[serde(skip)]
    #[schemars(skip)]
    pub sites: Vec<Site>,
}

/// Whether an entry is a project, or something kept beside projects and left out of counts.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Entry {
    /// A project.
    #[default]
    Project,
    /// A decision about Chinese suppliers.
    Decision,
    /// A Chinese part that is disputed.
    Allegation,
}

impl Entry {
    /// All of them, projects first.
    pub const ALL: [Entry; 3] = [Entry::Project, Entry::Decision, Entry::Allegation];

    /// The word that columns and addresses use.
    pub fn id(self) -> &'static str {
        match self {
            Entry::Project => "project",
            Entry::Decision => "decision",
            Entry::Allegation => "allegation",
        }
    }

    /// Whether it counts as a project.
    pub fn is_project(&self) -> bool {
        *self == Entry::Project
    }
}

/// An organisation in a role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Actor {
    /// An id in `organisations.json`.
    pub organisation: String,
    /// A role of the vocabulary.
    pub role: String,
    /// Ids in `sources.json`; at least one.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
}

impl Project {
    /// The first event's date, in the order of dates.
    pub fn first_event(&self) -> Option<super::PartialDate> {
        self.events.iter().map(|e| e.date).min()
    }

    /// The last event's date.
    pub fn last_event(&self) -> Option<super::PartialDate> {
        self.events.iter().map(|e| e.date).max()
    }

    /// Ids of every source that says something of the project, in order of first appearance, each once.
    /// Who knows no more than where a town lies is not among them.
    pub fn source_ids(&self) -> Vec<&str> {
        let all = (self.actors.iter().map(|a| &a.sources))
            .chain(self.quantities.iter().map(|q| &q.sources))
            .chain(self.events.iter().map(|e| &e.sources))
            .chain(self.claims.iter().map(|c| &c.sources))
            .chain(self.sites.iter().map(|s| &s.sources));
        each_once(all.flatten().map(String::as_str))
    }

    /// The same, and behind them those that only state positions.
    pub fn all_source_ids(&self) -> Vec<&str> {
        let positions = self.sites.iter().flat_map(|site| &site.position_sources).map(String::as_str);
        each_once(self.source_ids().into_iter().chain(positions))
    }
}

fn each_once<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = std::collections::HashSet::new();
    ids.filter(|id| seen.insert(*id)).collect()
}

impl From<ProjectFile> for Project {
    fn from(file: ProjectFile) -> Project {
        Project { sites: file.features.into_iter().map(Site::from).collect(), ..file.project }
    }
}

impl From<Project> for ProjectFile {
    fn from(project: Project) -> ProjectFile {
        ProjectFile {
            kind: CollectionTag::FeatureCollection,
            features: project.sites.iter().cloned().map(SiteFeature::from).collect(),
            project: Project { sites: Vec::new(), ..project },
        }
    }
}
