//! The ribbon of status: the whole history in one glance, one block for each status.
//!
//! Drawn in percent, so that it fills any width while lines and letters keep their size.

use std::fmt::Write as _;

use jiff::civil::Date;

use crate::atlas::{Project, status};
use crate::site::escaped::escaped;
use crate::site::frame::Context;
use crate::site::sign::{self, Svg};
use crate::site::words::{date, fill};

/// What an icon of 11 px bears; below this a block could not be seen.
const LEAST: f64 = 0.9;

/// A status and the stretch it stood, in percent of the width.
struct Block<'a> {
    status: &'a str,
    from: f64,
    to: f64,
}

/// The ribbon up to the edition's day; nothing where no event is on record.
pub fn ribbon(context: &Context, project: &Project, family: &str) -> Svg {
    let Context { atlas, lang, .. } = *context;
    let w = context.words();
    let steps = changes(context, project);
    let Some((_, first)) = steps.first() else { return Svg::default() };
    let begin = f64::from(first.year());
    let end = years(atlas.today()).max(begin + 0.5);
    let at = |day: Date| ((years(day) - begin) / (end - begin) * 100.0).clamp(0.0, 100.0);

    let blocks = steps.iter().enumerate().map(|(index, (status, since))| Block {
        status,
        from: at(*since),
        to: steps.get(index + 1).map_or(100.0, |(_, next)| at(*next)),
    });
    let alternative: Vec<String> = steps
        .iter()
        .map(|(id, since)| {
            let label = atlas.vocabulary.status(id).map_or(*id, |s| s.label.get(lang));
            // The event's own date says how exactly it is known.
            let event = project.events.iter().map(|e| e.date).find(|d| d.first_day() == *since);
            let since = event.map_or_else(|| date::day(*since, lang), |d| date::written(d, lang));
            fill(w.ribbon_step, &[("status", label), ("date", &since)])
        })
        .collect();
    let mut out = format!(
        "<svg class=\"ribbon f-{family}\" width=\"100%\" height=\"26\" role=\"img\" aria-label=\"{}: {}\">",
        escaped(w.ribbon_label),
        escaped(&alternative.join("; "))
    );
    for (index, block) in blocks.enumerate() {
        draw(&mut out, &block, index > 0);
    }
    for event in &project.events {
        let x = at(event.date.first_day());
        let _ = write!(out, "<line class=\"rb-event\" x1=\"{x:.2}%\" x2=\"{x:.2}%\" y1=\"12\" y2=\"15.5\"/>");
    }
    years_below(&mut out, begin, end);
    out.push_str("</svg>");
    Svg::made(out)
}

/// The changes of status, each with the day since which it stands; "unknown" before the first that is known.
fn changes<'a>(context: &Context<'a>, project: &'a Project) -> Vec<(&'a str, Date)> {
    let mut changes: Vec<(&str, Date)> = Vec::new();
    for step in status::history(&project.events, &context.atlas.vocabulary) {
        let status = match step.sets {
            Some(term) => term.id.as_str(),
            None if changes.is_empty() => status::UNKNOWN,
            None => continue,
        };
        if changes.last().is_none_or(|(last, _)| *last != status) {
            changes.push((status, step.event.date.first_day()));
        }
    }
    changes
}

fn draw(out: &mut String, block: &Block, gap: bool) {
    let width = (block.to - block.from).max(LEAST);
    let gone = if sign::is_gone(block.status) { " gone" } else { "" };
    let _ = write!(
        out,
        "<svg class=\"rb-block{gone}\" x=\"{:.2}%\" width=\"{width:.2}%\" height=\"11\"><g transform=\"translate({} 0)\">\
         <rect class=\"rb-full\" width=\"100%\" height=\"11\"/>",
        block.from,
        if gap { "1.5" } else { "0" },
    );
    let hollow = "<rect class=\"rb-ground\" x=\"1.4\" y=\"1.4\" width=\"100%\" height=\"8.2\"/>";
    let edge = "</g><line class=\"rb-edge\" x1=\"100%\" x2=\"100%\" y1=\"0\" y2=\"11\"/></svg>";
    let full = "</g></svg>";
    out.push_str(&match block.status {
        "operating" => full.to_owned(),
        "delivered" => {
            format!("<line class=\"rb-light\" x1=\"2\" x2=\"100%\" y1=\"5.5\" y2=\"5.5\"/>{full}")
        }
        "suspended" => "</g><svg x=\"50%\" class=\"rb-over\"><path class=\"rb-ground\" d=\"M-3 2.5h2v6h-2ZM1 2.5h2v6h-2Z\"/></svg></svg>".to_owned(),
        "closed" => "</g><svg x=\"50%\" class=\"rb-over\"><path class=\"rb-light\" d=\"M-4 9.5 4 1.5\"/></svg></svg>".to_owned(),
        "under-construction" => {
            format!("{hollow}<rect class=\"rb-full\" y=\"5.5\" width=\"100%\" height=\"5.5\"/>{edge}")
        }
        "pilot" => format!("{hollow}<circle class=\"rb-full\" cx=\"50%\" cy=\"5.5\" r=\"2.2\"/>{edge}"),
        "cancelled" => {
            format!("{hollow}{}", edge.replace("</svg>", "<svg x=\"50%\" class=\"rb-over\"><path class=\"rb-dark\" d=\"M-4 9.5 4 1.5\"/></svg></svg>"))
        }
        _ => format!("{hollow}{edge}"),
    });
}

/// Years at even steps, as many as there is room for.
fn years_below(out: &mut String, begin: f64, end: f64) {
    let span = end - begin;
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().find(|step| span / step <= 8.0).unwrap_or(20.0);
    let mut year = begin;
    while year < end - step * 0.3 {
        let x = (year - begin) / span * 100.0;
        if x > 93.0 {
            break;
        }
        let _ = write!(out, "<text class=\"rb-year\" x=\"{x:.2}%\" y=\"25\">{year}</text>");
        year += step;
    }
}

/// A day as a year with a fraction.
fn years(day: Date) -> f64 {
    f64::from(day.year()) + (f64::from(day.day_of_year()) - 1.0) / f64::from(day.days_in_year())
}
