//! Which projects the conditions of an address let through. The page keeps the same rule
//! (`web/src/filter.ts`); both are tested on `tests/cases/filters.json`.

use jiff::civil::Date;

use crate::atlas::{Project, status};

/// An organisation, in one role or in any.
pub type Actor = (String, Option<String>);

/// A condition, in the order of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Its layer.
    Layer,
    /// Its status on the day.
    Status,
    /// One of its countries.
    Country,
    /// How well one of its sites is known.
    Precision,
    /// One who takes part.
    Actor,
    /// Project, decision or allegation.
    Entry,
    /// An event in these years.
    Year,
    /// A search text.
    Q,
    /// Begun by the day.
    On,
}

impl Condition {
    /// All of them, in the order of the address.
    pub const ALL: [Condition; 9] = [
        Condition::Layer,
        Condition::Status,
        Condition::Country,
        Condition::Precision,
        Condition::Actor,
        Condition::Entry,
        Condition::Year,
        Condition::Q,
        Condition::On,
    ];

    /// The parameter it stands in.
    pub fn name(self) -> &'static str {
        match self {
            Condition::Layer => "layer",
            Condition::Status => "status",
            Condition::Country => "country",
            Condition::Precision => "precision",
            Condition::Actor => "actor",
            Condition::Entry => "entry",
            Condition::Year => "year",
            Condition::Q => "q",
            Condition::On => "on",
        }
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The conditions that a project does not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Failed(u16);

impl Failed {
    /// Whether it meets all.
    pub fn none(self) -> bool {
        self.0 == 0
    }

    /// Whether it fails this one.
    pub fn fails(self, condition: Condition) -> bool {
        self.0 & condition.bit() != 0
    }

    /// Whether it meets all but perhaps this one: what a value of that condition would give is counted so.
    pub fn none_but(self, condition: Condition) -> bool {
        self.0 & !condition.bit() == 0
    }

    /// Whether it has only not begun yet. What has not begun has no status to be asked for.
    pub fn only_waits(self) -> bool {
        self.fails(Condition::On) && self.0 & !(Condition::On.bit() | Condition::Status.bit()) == 0
    }
}

/// The conditions of an address; an empty list or none lets all through.
#[derive(Debug, Clone, Copy)]
pub struct Conditions<'a> {
    /// Ids of layers.
    pub layer: &'a [String],
    /// Ids of statuses.
    pub status: &'a [String],
    /// Codes of countries.
    pub country: &'a [String],
    /// Ids of precisions.
    pub precision: &'a [String],
    /// Who takes part.
    pub actor: &'a [Actor],
    /// Kinds of entry.
    pub entry: &'a [String],
    /// First and last year of an event.
    pub year: Option<(i16, i16)>,
    /// The day, where it is not the edition's.
    pub on: Option<Date>,
}

impl Conditions<'_> {
    /// What a project fails, by its status on the day (none where it has not begun) and whether a search
    /// found it.
    pub fn failed(&self, project: &Project, standing: Option<&str>, found: bool) -> Failed {
        let among = |wanted: &[String], id: &str| wanted.is_empty() || wanted.iter().any(|w| w == id);
        let takes_part = |(id, role): &Actor| {
            project.actors.iter().any(|a| a.organisation == *id && role.as_ref().is_none_or(|r| *r == a.role))
        };
        let mut failed = Failed::default();
        let mut ask = |condition: Condition, met: bool| {
            if !met {
                failed.0 |= condition.bit();
            }
        };
        ask(Condition::Layer, among(self.layer, &project.layer));
        ask(Condition::Status, among(self.status, standing.unwrap_or(status::UNKNOWN)));
        ask(
            Condition::Country,
            self.country.is_empty() || project.countries.iter().any(|c| self.country.contains(c)),
        );
        ask(
            Condition::Precision,
            self.precision.is_empty()
                || project.sites.iter().any(|s| among(self.precision, s.precision.id())),
        );
        ask(Condition::Actor, self.actor.is_empty() || self.actor.iter().any(takes_part));
        ask(Condition::Entry, among(self.entry, project.entry.id()));
        let in_years = |(first, last)| project.events.iter().any(|e| (first..=last).contains(&e.date.year()));
        ask(Condition::Year, self.year.is_none_or(in_years));
        ask(Condition::Q, found);
        ask(Condition::On, self.on.is_none() || standing.is_some());
        failed
    }
}
