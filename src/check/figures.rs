//! A figure counts something, once.

use super::record::Record;
use crate::atlas::{Fault, Quantity};

/// Refuses a figure below zero, and one that stands twice with other sources: sources that agree are sources of
/// one figure.
pub fn figures(record: &Record, faults: &mut Vec<Fault>) {
    for (file, project) in record.projects() {
        for (i, figure) in project.quantities.iter().enumerate() {
            let pointer = format!("/project/quantities/{i}");
            if figure.number() < 0.0 {
                let reason = format!("{} is below zero", figure.value);
                let remedy = "write the figure without its sign, and say in `qualifier` what it counts";
                faults.push(Fault::new(file, format!("{pointer}/value"), reason, remedy));
            }
            if let Some(first) = project.quantities[..i].iter().position(|other| same(other, figure)) {
                let reason = format!("says what the figure {first} says");
                let remedy = "name all sources at one of the two, and take the other out";
                faults.push(Fault::new(file, pointer, reason, remedy));
            }
        }
    }
}

fn same(a: &Quantity, b: &Quantity) -> bool {
    a.measure == b.measure
        && a.value == b.value
        && a.unit == b.unit
        && a.as_of == b.as_of
        && a.qualifier == b.qualifier
}
