//! A stretch of features being made: bytes, places, times and columns side by side. Several are made
//! at once on several cores, and joined in order.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::column::Column;
use super::features::{Features, Writer};
use super::geometry::Geometry;
use super::places::{Place, Places};
use super::stretch::Stretch;
use super::time::{Span, Times};
use super::value::Value;
use super::{GeometryType, Schema};

/// Features that follow each other.
#[derive(Debug)]
pub struct Batch {
    writer: Writer,
    places: Vec<Place>,
    spans: Vec<Span>,
    columns: Vec<Stretch>,
    geometry: GeometryType,
    heights: bool,
}

/// What batches become.
#[derive(Debug)]
pub struct Joined {
    /// The bytes.
    pub features: Features,
    /// In the order of the schema.
    pub columns: Vec<Column>,
    /// Where they lie.
    pub places: Places,
    /// When they are.
    pub times: Times,
    /// Of what kind the places are.
    pub geometry: GeometryType,
    /// Whether any has heights.
    pub heights: bool,
}

impl Batch {
    /// An empty one.
    pub fn new(schema: &Schema) -> Batch {
        Batch {
            writer: Writer::default(),
            places: Vec::new(),
            spans: Vec::new(),
            columns: schema.fields.iter().map(Stretch::new).collect(),
            geometry: GeometryType::None,
            heights: false,
        }
    }

    /// How many features stand in it.
    pub fn len(&self) -> usize {
        self.writer.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.writer.is_empty()
    }

    /// Begins a feature; `id` is JSON without its quotes. Its properties come next, then [`Batch::close`].
    pub fn open(&mut self, id: &str, geometry: Option<Geometry>) {
        self.writer.open(id, |out| match &geometry {
            Some(geometry) => geometry.write_json(out),
            None => out.extend_from_slice(b"null"),
        });
        self.geometry = self.geometry.and(geometry.as_ref().map_or(GeometryType::None, Geometry::kind));
        self.heights = self.heights || geometry.as_ref().is_some_and(Geometry::has_heights);
        self.places.push(Place::of(geometry));
    }

    /// Where the JSON of properties goes.
    pub fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.writer.bytes
    }

    /// Puts a value of the open feature into its column.
    pub fn value(&mut self, column: usize, value: &Value) {
        if let Some(column) = self.columns.get_mut(column) {
            column.push(value);
        }
    }

    /// Puts a list of the open feature into its column; `fill` gives its values.
    pub fn list(&mut self, column: usize, fill: impl FnOnce(&mut Stretch)) {
        if let Some(column) = self.columns.get_mut(column) {
            fill(column);
            column.end_list();
        }
    }

    /// Ends a feature; columns that were given no value get null.
    pub fn close(&mut self, time: Span) {
        self.writer.close();
        self.spans.push(time);
        let len = self.writer.len();
        for column in &mut self.columns {
            if column.len() < len {
                column.fill(len);
            }
        }
    }

    /// West, south, east, north of all batches.
    pub fn extent(batches: &[Batch]) -> Option<[f64; 4]> {
        let all = batches.iter().flat_map(|b| b.places.iter().filter_map(Place::bounds));
        all.reduce(|a, b| [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])])
    }

    /// Joins batches in their order.
    pub fn join(schema: &Schema, head: &[u8], batches: Vec<Batch>) -> Joined {
        let geometry = batches.iter().fold(GeometryType::None, |all, b| all.and(b.geometry));
        let heights = batches.iter().any(|b| b.heights);
        let (mut writers, mut places, mut spans) = (Vec::new(), Vec::new(), Vec::new());
        let mut stretches: Vec<Vec<Stretch>> = schema.fields.iter().map(|_| Vec::new()).collect();
        for batch in batches {
            writers.push(batch.writer);
            places.extend(batch.places);
            spans.extend(batch.spans);
            for (all, stretch) in stretches.iter_mut().zip(batch.columns) {
                all.push(stretch);
            }
        }
        let columns = || {
            let each: Vec<_> = schema.fields.iter().zip(stretches).collect();
            each.into_par_iter().map(|(field, stretches)| Stretch::join(field, stretches)).collect()
        };
        let bytes_and_places = || (Writer::join(head, writers), Places::new(places));
        let (columns, (features, places)) = rayon::join(columns, bytes_and_places);
        Joined { features, columns, places, times: Times::new(spans), geometry, heights }
    }
}
