//! GeoPackage 1.3 (OGC 12-128r17): a SQLite file, made in memory. Titles and meanings of columns stand in
//! it (schema extension), licence and credit too (metadata extension), and a tree of boxes.
//!
//! The same collection always gives the same bytes: what would be the time of writing is the edition's day.

mod attributes;
mod columns;
mod features;

use rusqlite::{Connection, params};

use super::{Format, Rows, Unwritten, credits};
use crate::atlas::Lang;
use crate::collection::About;
use crate::collection::tables::Table;

/// `application/geopackage+sqlite3`
pub struct GeoPackage;

impl Format for GeoPackage {
    fn name(&self) -> &'static str {
        "gpkg"
    }

    fn media_type(&self) -> &'static str {
        "application/geopackage+sqlite3"
    }

    fn title(&self) -> &'static str {
        "GeoPackage"
    }

    fn is_paged(&self) -> bool {
        false
    }

    fn write(&self, rows: &Rows) -> Result<Vec<u8>, Unwritten> {
        let package = Package::new()?;
        package.features(rows)?;
        package.finish()
    }
}

/// A file being made.
pub struct Package {
    database: Connection,
}

impl Package {
    /// An empty one.
    pub fn new() -> Result<Package, Unwritten> {
        let database = Connection::open_in_memory().map_err(failed)?;
        // It is written once, and nobody reads it meanwhile.
        database.execute_batch("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;").map_err(failed)?;
        database.execute_batch(include_str!("system.sql")).map_err(failed)?;
        Ok(Package { database })
    }

    /// Puts a layer in, its tree and its credits.
    pub fn features(&self, rows: &Rows) -> Result<(), Unwritten> {
        let database = self.database.unchecked_transaction().map_err(failed)?;
        let entry = Entry::of(&rows.collection.about, rows.collection.extent());
        features::write(&database, rows).map_err(failed)?;
        entry.write(&database).map_err(failed)?;
        features::describe(&database, rows).map_err(failed)?;
        database.commit().map_err(failed)
    }

    /// Puts a table without geometry in; `about` is what it is a part of.
    pub fn attributes(&self, table: &Table, about: &About) -> Result<(), Unwritten> {
        let database = self.database.unchecked_transaction().map_err(failed)?;
        let of = Entry::of(about, None);
        let entry = Entry { table: table.id, kind: "attributes", description: table.description, ..of };
        attributes::write(&database, table).map_err(failed)?;
        entry.write(&database).map_err(failed)?;
        database.commit().map_err(failed)
    }

    /// The bytes.
    pub fn finish(mut self) -> Result<Vec<u8>, Unwritten> {
        // What an editor asks for first: the plans of its queries.
        self.database.execute_batch("ANALYZE;").map_err(failed)?;
        self.database.serialize("main").map(|data| data.to_vec()).map_err(failed)
    }
}

/// A line in the table of contents, with the credits of what it names.
struct Entry<'a> {
    table: &'a str,
    kind: &'static str,
    description: &'a str,
    extent: Option<[f64; 4]>,
    about: &'a About,
}

impl<'a> Entry<'a> {
    fn of(about: &'a About, extent: Option<[f64; 4]>) -> Entry<'a> {
        Entry {
            table: &about.id,
            kind: "features",
            description: about.description.get(Lang::En),
            extent,
            about,
        }
    }

    fn write(&self, database: &Connection) -> rusqlite::Result<()> {
        let Entry { table, kind, description, extent, about } = self;
        // The edition's day; a layer without an edition has the first day there is.
        let day = about.edition.as_deref().and_then(|e| e.get(..10)).unwrap_or("1970-01-01");
        let moment = format!("{day}T00:00:00.000Z");
        let [west, south, east, north] = extent.map_or([None; 4], |e| e.map(Some));
        let system = (*kind == "features").then_some(4326);
        database.execute(
            "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![table, kind, table, description, moment, west, south, east, north, system],
        )?;
        database.execute(
            "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) \
             VALUES ('dataset', 'https://schema.org/Dataset', 'application/ld+json', ?)",
            [credits::dataset(about).to_string()],
        )?;
        database.execute(
            "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, ?, NULL)",
            params![table, moment, database.last_insert_rowid()],
        )?;
        Ok(())
    }
}

fn failed(error: rusqlite::Error) -> Unwritten {
    Unwritten::of("GeoPackage")(error)
}
