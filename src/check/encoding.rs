//! A file is a text that every program reads alike.

use super::locate::line_and_column;
use super::record::Record;
use crate::atlas::Fault;
use crate::atlas::read::MARK;

/// Refuses a file that is not UTF-8 or begins with a byte order mark, and warns of one that its ending keeps
/// out of the record.
pub fn encoding(record: &Record, faults: &mut Vec<Fault>) {
    for (file, byte) in record.files.not_utf8() {
        // What could not be read became characters that are longer, so line and column are those of the
        // text before it.
        let text = record.files.get(file).unwrap_or_default();
        let (line, column) = line_and_column(text, byte);
        let reason = format!("is not UTF-8 from byte {} on", byte + 1);
        faults.push(Fault::new(file, "", reason, "save it as UTF-8").at(line, column));
    }
    for (file, _) in record.files.iter().filter(|(_, text)| text.starts_with(MARK)) {
        let remedy = "save it as UTF-8 without a byte order mark (BOM)";
        faults.push(Fault::new(file, "", "begins with a byte order mark", remedy).at(1, 1));
    }
    for (file, ending) in record.files.left_out() {
        let reason = format!("is not part of the record: its name does not end in .{ending}");
        let remedy = format!("rename it so that it ends in .{ending}, or move it elsewhere");
        faults.push(Fault::new(file, "", reason, remedy).warning());
    }
}
