//! Status is derived, never written.
//!
//! The status on a day follows from the events on or before it, in date order. An interrupting
//! status (suspended, cancelled, closed) always sets. Otherwise, while nothing interrupts, an
//! event sets its status if that ranks higher than the one reached; while something interrupts,
//! only an event that resumes sets its status. Which kinds do what is read from the vocabulary.

use jiff::civil::Date;

use super::vocabulary::{StatusTerm, Vocabulary};
use super::{Event, PartialDate};

/// The id of the status of a project whose events bear none.
pub const UNKNOWN: &str = "unknown";

/// A status and the event date since which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The id of the status in the vocabulary.
    pub status: String,
    /// The date of the event that set it; the first event's where none bears a status.
    pub since: PartialDate,
}

/// One step of the history: an event, and the status it set, if it set one.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// The event.
    pub event: &'a Event,
    /// The status that stands from then on because of it.
    pub sets: Option<&'a StatusTerm>,
}

/// The history in the order in which events count. The order of the input does not matter.
pub fn history<'a>(events: &'a [Event], vocabulary: &'a Vocabulary) -> Vec<Step<'a>> {
    let leads = |e: &Event| {
        vocabulary.event_kind(&e.kind).and_then(|k| k.leads_to.as_deref()).and_then(|s| vocabulary.status(s))
    };
    let mut ordered: Vec<&Event> = events.iter().collect();
    // Two events of one day count by rank, an interrupting one last. The kind breaks the last tie,
    // so that the same events always give the same history.
    ordered.sort_by_key(|e| {
        let led = leads(e);
        (
            e.date.first_day(),
            led.is_some_and(|s| s.interrupts),
            led.map_or(0, |s| s.rank),
            e.kind.as_str(),
            e.date.precision(),
            e.note.en.as_str(),
        )
    });
    let mut reached: Option<&StatusTerm> = None;
    ordered
        .into_iter()
        .map(|event| {
            let led = leads(event);
            let resumes = vocabulary.event_kind(&event.kind).is_some_and(|k| k.resumes);
            let sets = led.filter(|to| match reached {
                // A second report of an ending moves neither the status nor the day since which it stands.
                Some(now) if now.id == to.id => false,
                _ if to.interrupts => true,
                Some(now) if now.interrupts => resumes,
                Some(now) => to.rank > now.rank,
                None => true,
            });
            reached = sets.or(reached);
            Step { event, sets }
        })
        .collect()
}

/// The status on a day; `None` where no event stands on or before it (not yet begun).
pub fn on(events: &[Event], day: Date, vocabulary: &Vocabulary) -> Option<Standing> {
    let past: Vec<Step> =
        history(events, vocabulary).into_iter().filter(|s| s.event.date.first_day() <= day).collect();
    let first = past.first()?;
    let set = past.iter().rev().find_map(|s| s.sets.map(|status| (status, s.event.date)));
    Some(match set {
        Some((status, since)) => Standing { status: status.id.clone(), since },
        None => Standing { status: UNKNOWN.to_owned(), since: first.event.date },
    })
}
