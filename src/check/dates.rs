//! Dates lie on or before the edition's, and stand in order.

use jiff::civil::Date;

use super::record::Record;
use crate::atlas::{Fault, PartialDate, Project};

/// Refuses events that are not oldest first, a site's `until` before its `from`, corrections that are
/// not newest first, and anything dated after the edition.
pub fn dates(record: &Record, faults: &mut Vec<Fault>) {
    let today = record.written.about.as_ref().map(|about| about.edition.day());
    for (file, project) in record.projects() {
        in_order(file, project, faults);
        if let Some(today) = today {
            for (pointer, date) in dated(project) {
                not_after(today, file, pointer, date, faults);
            }
        }
    }
    if let Some(today) = today {
        for (i, correction) in record.written.corrections.iter().enumerate() {
            not_after(today, "corrections.json", format!("/{i}/date"), correction.date, faults);
        }
        for (i, withdrawal) in record.written.withdrawn.iter().enumerate() {
            not_after(today, "withdrawn.json", format!("/{i}/date"), withdrawal.date, faults);
        }
    }
    for (i, pair) in record.written.corrections.windows(2).enumerate() {
        if pair[0].date.first_day() < pair[1].date.first_day() {
            let reason = format!("{} stands after {}", pair[1].date, pair[0].date);
            let pointer = format!("/{}/date", i + 1);
            faults.push(Fault::new("corrections.json", pointer, reason, "list corrections newest first"));
        }
    }
    sources(record, today, faults);
}

fn in_order(file: &str, project: &Project, faults: &mut Vec<Fault>) {
    for (i, pair) in project.events.windows(2).enumerate() {
        // An event counts from the first day its date may mean, so that is the order.
        if pair[1].date.first_day() < pair[0].date.first_day() {
            let reason = format!("{} stands after {}", pair[1].date, pair[0].date);
            let pointer = format!("/project/events/{}/date", i + 1);
            faults.push(Fault::new(file, pointer, reason, "list events oldest first"));
        }
    }
    for (i, site) in project.sites.iter().enumerate() {
        if let (Some(from), Some(until)) = (site.from, site.until)
            && until.last_day() < from.first_day()
        {
            let reason = format!("until {until} lies before from {from}");
            let pointer = format!("/features/{i}/properties/until");
            faults.push(Fault::new(file, pointer, reason, "correct one of the two dates"));
        }
    }
}

/// Every date of a project that speaks of what has been. `until` may lie ahead.
fn dated(project: &Project) -> Vec<(String, PartialDate)> {
    let mut all = Vec::new();
    all.extend(project.events.iter().enumerate().map(|(i, e)| (format!("/project/events/{i}/date"), e.date)));
    for (i, quantity) in project.quantities.iter().enumerate() {
        all.extend(quantity.as_of.map(|date| (format!("/project/quantities/{i}/as_of"), date)));
    }
    for (i, claim) in project.claims.iter().enumerate() {
        all.extend(claim.date.map(|date| (format!("/project/claims/{i}/date"), date)));
    }
    for (i, site) in project.sites.iter().enumerate() {
        all.extend(site.from.map(|date| (format!("/features/{i}/properties/from"), date)));
    }
    all
}

fn not_after(today: Date, file: &str, pointer: String, date: PartialDate, faults: &mut Vec<Fault>) {
    if date.first_day() > today {
        let reason = format!("{date} lies after the edition's date, {today}");
        let remedy = "correct the date, or give atlas.json a later edition";
        faults.push(Fault::new(file, pointer, reason, remedy));
    }
}

/// CSL writes dates as numbers, so their form is tested here: `[[2019, 7, 5]]`.
fn sources(record: &Record, today: Option<Date>, faults: &mut Vec<Fault>) {
    for (i, source) in record.written.sources.iter().enumerate() {
        for (name, date) in [("issued", &source.issued), ("accessed", &source.accessed)] {
            let Some(date) = date else { continue };
            let mut ends = Vec::new();
            for (j, parts) in date.date_parts.iter().enumerate() {
                let pointer = format!("/{i}/{name}/date-parts/{j}");
                match PartialDate::from_parts(parts) {
                    Some(date) => {
                        ends.push(date.first_day());
                        if let Some(today) = today {
                            not_after(today, "sources.json", pointer, date, faults);
                        }
                    }
                    None => {
                        let remedy = "write year, month and day as numbers, as far as known: [2019, 7, 5]";
                        faults.push(Fault::new("sources.json", pointer, "this is no date", remedy));
                    }
                }
            }
            if date.date_parts.is_empty() || date.date_parts.len() > 2 || !ends.is_sorted() {
                let pointer = format!("/{i}/{name}/date-parts");
                let remedy = "write one date, or the first and the last of a range";
                faults.push(Fault::new("sources.json", pointer, "this is no date and no range", remedy));
            }
        }
    }
}
