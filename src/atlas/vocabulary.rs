//! Every term the record may use. What is not listed here is refused.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Lang, Precision, Text};

/// `vocabulary.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Vocabulary {
    /// The languages the record is written in.
    pub languages: Vec<Lang>,
    /// Kinds of unit, and the units of each.
    pub unit_kinds: Vec<UnitKind>,
    /// Units, with the symbol written after a figure.
    pub units: Vec<Unit>,
    /// What is measured.
    pub measures: Vec<Measure>,
    /// How an organisation takes part.
    pub roles: Vec<Term>,
    /// Kinds of event, and the status each leads to.
    pub event_kinds: Vec<EventKind>,
    /// Statuses, and how they rank.
    pub statuses: Vec<StatusTerm>,
    /// Kinds of site.
    pub site_kinds: Vec<Term>,
    /// How well a place is known.
    pub precisions: Vec<PrecisionTerm>,
    /// Where a statement stands.
    pub stances: Vec<Term>,
    /// Kinds of organisation.
    pub organisation_kinds: Vec<Term>,
}

/// A term with a label and, mostly, a definition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Term {
    /// What the record writes.
    pub id: String,
    /// What a reader sees.
    pub label: Text,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Text>,
}

/// A kind of unit: money, power, length …
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct UnitKind {
    /// Named by measures.
    pub id: String,
    /// What a reader sees.
    pub label: Text,
    /// Ids of its units.
    pub units: Vec<String>,
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Unit {
    /// `USD`, `MW`, `1` for a bare count.
    pub id: String,
    /// Its name.
    pub label: Text,
    /// What is written beside the figure; may be empty.
    pub symbol: String,
}

/// Something that is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Measure {
    /// What the record writes.
    pub id: String,
    /// A [`UnitKind`].
    pub kind: String,
    /// What a reader sees.
    pub label: Text,
    /// Whether figures of several projects may be added up.
    pub additive: bool,
    /// Narrower than the kind's units, where not all of them make sense.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Vec<String>>,
}

/// A kind of event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EventKind {
    /// What the record writes.
    pub id: String,
    /// The status it leads to; null where it bears none.
    pub leads_to: Option<String>,
    /// Whether it ends a suspension, cancellation or closure.
    #[serde(default)]
    pub resumes: bool,
    /// What a reader sees.
    pub label: Text,
    /// What it means.
    pub definition: Text,
}

/// A status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StatusTerm {
    /// What is derived.
    pub id: String,
    /// A step forward counts only to a higher rank.
    pub rank: u8,
    /// What a reader sees.
    pub label: Text,
    /// What it means.
    pub definition: Text,
    /// Suspended, cancelled and closed always count, and hold until an event resumes.
    pub interrupts: bool,
}

/// How well a place is known, and what follows from that.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PrecisionTerm {
    /// What the record writes.
    pub id: Precision,
    /// The site lies within this many metres; null where no radius can be given.
    pub radius_m: Option<u32>,
    /// "Go there" never zooms deeper.
    pub deepest_zoom: u8,
    /// The codes of the IATI standard.
    pub iati: Iati,
    /// What a reader sees.
    pub label: Text,
    /// What it means.
    pub definition: Text,
    /// Decimals of a published coordinate in degrees.
    pub decimals: u8,
}

/// IATI's codes for a precision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Iati {
    /// GeographicExactness.
    pub exactness: Option<u8>,
    /// GeographicLocationClass.
    pub location_class: Option<u8>,
    /// GeographicalPrecision, the list before 2.0.
    pub former_precision: Option<u8>,
}

fn find<'a, T>(terms: &'a [T], id: &str, of: impl Fn(&T) -> &str) -> Option<&'a T> {
    terms.iter().find(|t| of(t) == id)
}

impl Vocabulary {
    /// The kind of event with this id.
    pub fn event_kind(&self, id: &str) -> Option<&EventKind> {
        find(&self.event_kinds, id, |t| &t.id)
    }

    /// The status with this id.
    pub fn status(&self, id: &str) -> Option<&StatusTerm> {
        find(&self.statuses, id, |t| &t.id)
    }

    /// The measure with this id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        find(&self.measures, id, |t| &t.id)
    }

    /// The unit with this id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        find(&self.units, id, |t| &t.id)
    }

    /// The role with this id.
    pub fn role(&self, id: &str) -> Option<&Term> {
        find(&self.roles, id, |t| &t.id)
    }

    /// The kind of site with this id.
    pub fn site_kind(&self, id: &str) -> Option<&Term> {
        find(&self.site_kinds, id, |t| &t.id)
    }

    /// The stance with this id.
    pub fn stance(&self, id: &str) -> Option<&Term> {
        find(&self.stances, id, |t| &t.id)
    }

    /// The kind of organisation with this id.
    pub fn organisation_kind(&self, id: &str) -> Option<&Term> {
        find(&self.organisation_kinds, id, |t| &t.id)
    }

    /// What follows from a precision; a check refuses a vocabulary that lacks one.
    pub fn precision(&self, id: Precision) -> Option<&PrecisionTerm> {
        self.precisions.iter().find(|p| p.id == id)
    }

    /// Ids of the units a measure may be given in.
    pub fn units_of<'a>(&'a self, measure: &'a Measure) -> Vec<&'a str> {
        let kind = self.unit_kinds.iter().find(|k| k.id == measure.kind);
        let of_kind = || kind.map(|k| k.units.as_slice()).unwrap_or_default();
        let units = measure.units.as_deref().unwrap_or_else(of_kind);
        units.iter().map(String::as_str).collect()
    }
}
