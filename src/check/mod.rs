//! The rules of the record: what is refused, where it stands, and what to do about it.
//!
//! Shape comes first ([`crate::atlas::load`]): JSON, types, unknown keys. Then every rule looks at
//! what could be read, so that all faults are told at once. One rule is one file.

mod about;
mod bibliography;
mod borders;
mod countries;
mod dates;
mod day;
pub mod draw;
mod encoding;
mod figures;
mod geometry;
mod ids;
pub mod keys;
mod layers;
mod lettering;
pub mod locate;
mod organisations;
mod prose;
mod record;
mod references;
pub mod report;
mod signs;
mod sources_present;
mod stop;
mod story;
mod tellings;
mod terms;
mod texts;
mod uncited;
mod vocabulary;

use locate::Located;
use record::Record;
use signs::Signs;

use crate::atlas::{Atlas, Fault, RecordFiles, Severity, load};
use crate::basemap::{Borders, CountryNames};

/// A rule: looks at the record as read, and adds what it refuses.
type Rule = fn(&Record, &mut Vec<Fault>);

/// Every rule.
const RULES: [Rule; 17] = [
    about::about,
    bibliography::bibliography,
    borders::borders,
    countries::countries,
    dates::dates,
    encoding::encoding,
    figures::figures,
    geometry::geometry,
    ids::ids,
    layers::layers,
    lettering::lettering,
    organisations::organisations,
    references::references,
    sources_present::sources_present,
    terms::terms,
    uncited::uncited,
    vocabulary::vocabulary,
];

/// Rules that look at the texts of the files, and so know places in them and not in what was read.
const OF_TEXT: [fn(&RecordFiles, &mut Vec<Fault>); 2] = [keys::keys, texts::texts];

/// A record that was checked.
#[derive(Debug)]
pub struct Checked {
    /// The record; none where a file without which nothing can be told is missing or broken.
    pub atlas: Option<Atlas>,
    /// Faults and warnings, ordered by file and place.
    pub faults: Vec<Fault>,
}

impl Checked {
    /// Whether the record may be served.
    pub fn is_sound(&self) -> bool {
        self.atlas.is_some() && self.count(Severity::Fault) == 0
    }

    /// How many of a kind there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.faults.iter().filter(|fault| fault.severity == severity).count()
    }
}

/// What the rules need and the program carries could not be decoded.
#[derive(Debug, thiserror::Error)]
#[error("the base map or the signs inside this program are damaged; install it again")]
pub struct Damaged;

/// Checks a record: shape, then every rule.
pub fn check(files: &RecordFiles) -> Result<Checked, Damaged> {
    let borders = Borders::embedded().map_err(|_| Damaged)?;
    let countries = CountryNames::embedded().map_err(|_| Damaged)?;
    let signs = Signs::embedded().map_err(|_| Damaged)?;
    let mut written = load::written(files);
    let mut faults = std::mem::take(&mut written.faults);

    let record = Record { files, written: &written, borders: &borders, countries: &countries, signs: &signs };
    let mut ruled = Vec::new();
    RULES.iter().for_each(|rule| rule(&record, &mut ruled));
    for mut fault in ruled {
        // What the rules saw lacks the elements set aside for their shape.
        if let Some(aside) = written.aside.get(&fault.file) {
            fault.pointer = aside.written(&fault.pointer);
            if aside.stands_in(&fault.pointer) {
                continue;
            }
        }
        faults.push(fault);
    }
    OF_TEXT.iter().for_each(|rule| rule(files, &mut faults));
    story::stories(&record, &mut faults);

    place(files, &mut faults);
    faults.sort_by(|a, b| {
        let key = |f: &Fault| (f.file.clone(), f.line, f.column, f.pointer.clone(), f.reason.clone());
        key(a).cmp(&key(b))
    });
    Ok(Checked { atlas: written.atlas(files.content()), faults })
}

/// Gives each fault the line and column of its pointer.
fn place(files: &RecordFiles, faults: &mut [Fault]) {
    faults.sort_by(|a, b| a.file.cmp(&b.file));
    for of_file in faults.chunk_by_mut(|a, b| a.file == b.file) {
        let located = files.get(&of_file[0].file).and_then(Located::parse);
        for fault in of_file.iter_mut().filter(|fault| fault.line.is_none()) {
            if let Some(located) = &located {
                let (line, column) = located.line_and_column(located.span(&fault.pointer).start);
                (fault.line, fault.column) = (Some(line), Some(column));
            }
        }
    }
}
