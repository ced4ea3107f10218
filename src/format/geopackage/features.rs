//! A layer as a table of features, with its tree of boxes.

use geozero::{GeozeroGeometry, ToWkb};
use rusqlite::types::{ToSqlOutput, Value as Sql};
use rusqlite::{Connection, Error, params};

use super::super::{Rows, geometry, rows::free};
use super::columns::{self, bound, quoted};
use crate::collection::{Field, GeometryType, Value};

/// Makes the table and fills it.
pub fn write(database: &Connection, rows: &Rows) -> rusqlite::Result<()> {
    let (key, place) = (free(rows.collection, "fid"), free(rows.collection, "geom"));
    let table = quoted(rows.collection.id());
    let names = names(rows);
    let types = std::iter::once("TEXT NOT NULL").chain(rows.columns().map(|f| columns::type_name(f.kind)));
    let columns: Vec<String> =
        names.iter().zip(types).map(|(name, kind)| format!("{} {kind}", quoted(name))).collect();
    database.execute_batch(&format!(
        "CREATE TABLE {table} ({} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {} {}, {});
         CREATE VIRTUAL TABLE {} USING rtree(id, minx, maxx, miny, maxy);",
        quoted(&key),
        quoted(&place),
        type_name(rows.collection.schema.geometry),
        columns.join(", "),
        quoted(&tree(rows, &place)),
    ))?;
    let marks = ", ?".repeat(names.len() + 1);
    let mut insert = database.prepare(&format!("INSERT INTO {table} VALUES (?{marks})"))?;
    let tree = quoted(&tree(rows, &place));
    let mut boxed = database.prepare(&format!("INSERT INTO {tree} VALUES (?, ?, ?, ?, ?)"))?;
    for (at, row) in rows.rows.iter().enumerate() {
        let number = at as i64 + 1;
        let blob = blob(rows, *row)?.map_or(Sql::Null, Sql::Blob);
        let id = Value::Text(rows.collection.feature_id(*row));
        let values: Vec<Value> = rows.values(*row).collect();
        let head: [ToSqlOutput; 3] = [number.into(), ToSqlOutput::Owned(blob), bound(&id)];
        insert.execute(rusqlite::params_from_iter(head.into_iter().chain(values.iter().map(bound))))?;
        if let Some([west, south, east, north]) = rows.collection.places.get(*row).bounds() {
            boxed.execute(params![number, west, east, south, north])?;
        }
    }
    Ok(())
}

/// Tells what the geometry is, what the columns mean, and that there is a tree.
pub fn describe(database: &Connection, rows: &Rows) -> rusqlite::Result<()> {
    let (table, place) = (rows.collection.id(), free(rows.collection, "geom"));
    let schema = &rows.collection.schema;
    // 2: heights may be there or not.
    let heights = if schema.heights { 2 } else { 0 };
    database.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, 4326, ?, 0)",
        params![table, place, type_name(schema.geometry), heights],
    )?;
    database.execute(
        "INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', \
         'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')",
        params![table, place],
    )?;
    let triggers = include_str!("triggers.sql")
        .replace("<t>", table)
        .replace("<c>", &place)
        .replace("<i>", &free(rows.collection, "fid"))
        .replace("<n>", &tree(rows, &place));
    database.execute_batch(&triggers)?;
    let fields: Vec<&Field> = rows.columns().collect();
    columns::describe(database, table, &names(rows)[1..], &fields)
}

/// The id, then the properties.
fn names(rows: &Rows) -> Vec<String> {
    columns::names(std::iter::once(rows.id.as_str()).chain(rows.columns().map(|f| f.name.as_str())))
}

fn tree(rows: &Rows, place: &str) -> String {
    format!("rtree_{}_{place}", rows.collection.id())
}

/// A geometry behind its header (OGC 12-128r17, 2.1.3); null where there is none.
fn blob(rows: &Rows, row: u32) -> rusqlite::Result<Option<Vec<u8>>> {
    let Some(place) = geometry::of(rows.collection, row) else { return Ok(None) };
    let bounds = rows.collection.places.get(row).bounds().unwrap_or_default();
    let [west, south, east, north] = bounds;
    // A point is its own envelope.
    let envelope = match place.kind() {
        GeometryType::Point => Vec::new(),
        _ => vec![west, east, south, north],
    };
    let blob = place.to_gpkg_wkb(place.dims(), Some(4326), envelope);
    blob.map(Some).map_err(|error| Error::ToSqlConversionFailure(Box::new(error)))
}

/// The type that every feature of the table has.
fn type_name(kind: GeometryType) -> &'static str {
    match kind {
        GeometryType::Point => "POINT",
        GeometryType::LineString => "LINESTRING",
        GeometryType::Polygon => "POLYGON",
        _ => "GEOMETRY",
    }
}
