//! A table of the record as a table without geometry.

use rusqlite::Connection;

use super::columns::{self, bound, quoted};
use crate::collection::Field;
use crate::collection::tables::Table;

/// Makes the table, fills it and tells what its columns mean.
pub fn write(database: &Connection, table: &Table) -> rusqlite::Result<()> {
    let names = columns::names(table.fields.iter().map(|f| f.name.as_str()));
    let mut columns = vec!["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL".to_owned()];
    for (name, field) in names.iter().zip(&table.fields) {
        let unique = if table.key == Some(&field.name) { " NOT NULL UNIQUE" } else { "" };
        columns.push(format!("{} {}{unique}", quoted(name), columns::type_name(field.kind)));
    }
    let to = quoted(table.id);
    database.execute_batch(&format!("CREATE TABLE {to} ({})", columns.join(", ")))?;
    let marks = vec!["?"; names.len()].join(", ");
    let all = names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    let mut insert = database.prepare(&format!("INSERT INTO {to} ({all}) VALUES ({marks})"))?;
    for at in 0..table.len() {
        insert.execute(rusqlite::params_from_iter(table.row(at).map(bound)))?;
    }
    let fields: Vec<&Field> = table.fields.iter().collect();
    columns::describe(database, table.id, &names, &fields)
}
