//! Columns of a GeoPackage: their types, names and meanings, and values as SQLite takes them.

use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use rusqlite::{Connection, params};

use crate::collection::time::timestamp_of;
use crate::collection::{Field, FieldType, Value};

/// The type of a column (OGC 12-128r17, table 1).
pub fn type_name(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Text | FieldType::Json => "TEXT",
        FieldType::Integer => "INTEGER",
        FieldType::Number => "DOUBLE",
        FieldType::Date => "DATE",
        FieldType::DateTime => "DATETIME",
        FieldType::Boolean => "BOOLEAN",
    }
}

/// A name in SQL.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Names of columns: SQLite does not tell `ID` from `id`, so a name that would stand twice gets marks.
pub fn names<'f>(fields: impl Iterator<Item = &'f str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for field in fields {
        let mut name = field.to_owned();
        while names.iter().any(|n| n.eq_ignore_ascii_case(&name)) {
            name.push('_');
        }
        names.push(name);
    }
    names
}

/// A value to be bound.
pub fn bound<'v>(value: &'v Value) -> ToSqlOutput<'v> {
    match value {
        Value::Null => ToSqlOutput::Owned(Sql::Null),
        Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        Value::Integer(number) => ToSqlOutput::Owned(Sql::Integer(*number)),
        Value::Number(number) => ToSqlOutput::Owned(Sql::Real(*number)),
        Value::Boolean(truth) => ToSqlOutput::Owned(Sql::Integer(i64::from(*truth))),
        Value::Date(_) => ToSqlOutput::Owned(Sql::Text(value.plain().into_owned())),
        // Milliseconds always stand there; what is finer is kept, too.
        Value::DateTime(moment) => ToSqlOutput::Owned(Sql::Text(match moment % 1000 {
            0 => format!("{:.3}", timestamp_of(*moment)),
            _ => format!("{:.6}", timestamp_of(*moment)),
        })),
    }
}

/// Titles and meanings (schema extension). Names must differ, which titles need not.
pub fn describe(
    database: &Connection,
    table: &str,
    names: &[String],
    fields: &[&Field],
) -> rusqlite::Result<()> {
    let sql = "INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, ?, NULL)";
    let mut insert = database.prepare(sql)?;
    for (name, field) in names.iter().zip(fields) {
        let json = (field.kind == FieldType::Json).then_some("application/json");
        insert.execute(params![table, name, name, field.title, field.description, json])?;
    }
    Ok(())
}
