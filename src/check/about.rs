//! The atlas's own card is in order.

use super::borders::is_position;
use super::record::Record;
use crate::atlas::Fault;

/// Refuses an extent that is none, a licence that SPDX does not list, and a public address that links could not be made from.
pub fn about(record: &Record, faults: &mut Vec<Fault>) {
    let Some(about) = &record.written.about else { return };
    let file = "atlas.json";
    let [west, south, east, north] = about.extent;
    let in_range = is_position(west, south) && is_position(east, north);
    if !(in_range && west < east && south < north) {
        let remedy = "write west, south, east, north in degrees";
        faults.push(Fault::new(file, "/extent", "this is no extent", remedy));
    }
    if spdx::Expression::parse(&about.licence).is_err() {
        let reason = format!("`{}` is no SPDX licence", about.licence);
        let remedy = "write an identifier of https://spdx.org/licenses/, such as CC-BY-4.0";
        faults.push(Fault::new(file, "/licence", reason, remedy));
    }
    if let Some(home) = &about.home
        && (crate::links::Links::at(home).is_err() || home.ends_with('/'))
    {
        let reason = format!("`{home}` is no public address");
        let remedy = "write it such as https://example.org/atlas, without a slash at its end";
        faults.push(Fault::new(file, "/home", reason, remedy));
    }
}
