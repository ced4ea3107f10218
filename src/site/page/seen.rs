//! One project as a view sees it.

use super::filter::Failed;
use super::find::Rank;
use crate::atlas::status::Standing;
use crate::atlas::{PartialDate, Project};

/// A project as a view sees it.
#[derive(Debug, Clone)]
pub struct Seen<'a> {
    /// The project.
    pub project: &'a Project,
    /// Its status on the day and since when; none where it has not begun.
    pub standing: Option<Standing>,
    /// Id of that status.
    pub status: String,
    /// Its last event by the day.
    pub last: Option<PartialDate>,
    /// Whether it has a place on the map on the day.
    pub placed: bool,
    /// The conditions it fails.
    pub failed: Failed,
    /// How well a search found it.
    pub rank: Rank,
}
