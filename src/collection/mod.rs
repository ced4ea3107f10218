//! What we serve: collections of features that never change once made.
//!
//! The work is done once, at load. Features stand in a stable order, their finished GeoJSON in one
//! piece of memory, their values in typed columns, their boxes in a packed Hilbert R-tree. A request
//! finds rows and copies slices.

pub mod batch;
pub mod catalogue;
pub mod column;
pub mod dictionary;
pub mod features;
pub mod flat;
pub mod geometry;
mod geometry_fault;
mod geometry_json;
mod geometry_read;
mod geometry_sound;
mod ids;
pub mod lists;
pub mod map;
pub mod own;
pub mod places;
pub mod schema;
pub mod stretch;
pub mod tables;
pub mod time;
pub mod value;
mod wkt;

use std::borrow::Cow;

use bytes::Bytes;

pub use batch::Batch;
pub use catalogue::{Catalogue, NoCatalogue};
pub use column::Column;
pub use own::OwnLayer;
pub use schema::{Field, FieldType, GeometryType, Nested, SEPARATOR, Schema};
pub use value::Value;

use crate::atlas::Text;
use features::Features;
use ids::Ids;
use places::Places;
use time::{Span, Times};

/// What kind of collection one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// The sites of one layer, whose id it has.
    Layer,
    /// All sites.
    Sites,
    /// One point a project.
    Projects,
    /// A layer of the operator's own.
    Own,
}

/// What a collection is called and who is to be credited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// In addresses: `[a-z0-9-]+`.
    pub id: String,
    /// What kind it is.
    pub kind: Kind,
    /// What a reader sees.
    pub title: Text,
    /// What is in it.
    pub description: Text,
    /// The edition of the record, for collections made from it.
    pub edition: Option<String>,
    /// An SPDX identifier, where the licence is known.
    pub licence: Option<String>,
    /// Who is to be credited, where that is known.
    pub attribution: Option<String>,
    /// The hues of its layers on light ground, `#RRGGBB`, by the values of the column `layer`.
    pub colours: Vec<(String, String)>,
    /// What was changed or noticed while it was read, a sentence each.
    pub notes: Vec<String>,
}

/// Features that never change, ready to be served.
#[derive(Debug)]
pub struct Collection {
    /// Its name and credits.
    pub about: About,
    /// Its properties.
    pub schema: Schema,
    /// The bytes.
    pub features: Features,
    /// In the order of `schema.fields`.
    pub columns: Vec<Column>,
    /// Where its features lie.
    pub places: Places,
    /// When its features are.
    pub times: Times,
    /// blake3 of the whole file, hexadecimal.
    pub version: String,
    ids: Ids,
}

/// Two features with one id.
#[derive(Debug, thiserror::Error)]
#[error("the id `{0}` stands twice")]
pub struct SameId(pub String);

impl Collection {
    /// Made of batches of features. The extent is that of the written positions, which are rounded
    /// already, so nothing printed lies outside it.
    pub fn new(about: About, mut schema: Schema, batches: Vec<Batch>) -> Result<Collection, SameId> {
        let head = head(&about, Batch::extent(&batches));
        let joined = Batch::join(&schema, &head, batches);
        (schema.geometry, schema.heights) = (joined.geometry, joined.heights);
        let features = joined.features;
        let id = |row| features.id(row);
        let (ids, hash) = rayon::join(
            || Ids::new(features.len(), id).map_err(|row| SameId(id(row).to_owned())),
            || blake3::hash(features.whole()),
        );
        Ok(Collection {
            ids: ids?,
            version: hash.to_hex().to_string(),
            about,
            schema,
            columns: joined.columns,
            places: joined.places,
            times: joined.times,
            features,
        })
    }

    /// Its name in addresses.
    pub fn id(&self) -> &str {
        &self.about.id
    }

    /// How many features it has.
    pub fn len(&self) -> usize {
        self.features.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.features.is_empty()
    }

    /// The whole file, ready to be sent.
    pub fn whole(&self) -> &Bytes {
        self.features.whole()
    }

    /// West, south, east, north of its features; none where none has a place.
    pub fn extent(&self) -> Option<[f64; 4]> {
        self.places.extent()
    }

    /// From the first beginning to the last end of its features; none where none has a time.
    pub fn time_extent(&self) -> Option<Span> {
        self.times.extent()
    }

    /// The feature with this id.
    pub fn find(&self, id: &str) -> Option<u32> {
        self.ids.find(&json_inner(id), |row| self.features.id(row))
    }

    /// The id of a feature.
    pub fn feature_id(&self, row: u32) -> Cow<'_, str> {
        let text = self.features.id(row);
        if !text.contains('\\') {
            return Cow::Borrowed(text);
        }
        serde_json::from_str(&format!("\"{text}\"")).map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// A value.
    pub fn value(&self, row: u32, field: usize) -> Value<'_> {
        self.columns.get(field).map_or(Value::Null, |column| column.get(row))
    }
}

/// A text as JSON without its quotes.
pub fn json_inner(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

/// All of the FeatureCollection that stands before its features.
fn head(about: &About, extent: Option<[f64; 4]>) -> Vec<u8> {
    let mut members = serde_json::Map::new();
    members.insert("type".to_owned(), "FeatureCollection".into());
    members.insert("name".to_owned(), about.id.as_str().into());
    let bbox = extent.map(|e| e.iter().map(|n| whole_number(*n)).collect::<serde_json::Value>());
    let known = [
        ("bbox", bbox),
        ("edition", about.edition.as_deref().map(Into::into)),
        ("licence", about.licence.as_deref().map(Into::into)),
        ("attribution", about.attribution.as_deref().map(Into::into)),
    ];
    members.extend(known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    let mut head = serde_json::Value::from(members).to_string();
    head.pop();
    head.push_str(",\"features\":[");
    head.into_bytes()
}

/// 5 and not 5.0, as positions are written.
pub fn whole_number(number: f64) -> serde_json::Value {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        serde_json::Value::from(number as i64)
    } else {
        serde_json::Value::from(number)
    }
}
