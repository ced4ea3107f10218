//! FlatGeobuf 3 with its packed Hilbert R-tree, so that a reader may fetch only the part it looks at.
//!
//! Written with the crate's generated types instead of its writer, which gives a feature without a place
//! the box of the one before it. Features stand in the order of the tree, those without a place last.

use flatbuffers::{FlatBufferBuilder, WIPOffset};
use flatgeobuf::packed_r_tree::{NodeItem, PackedRTree, calc_extent, hilbert_sort};
use flatgeobuf::{
    Column, ColumnArgs, ColumnType, Crs, CrsArgs, Feature, FeatureArgs, GeometryType, Header, HeaderArgs,
};

use super::flat_geometry::{Shape, kind, write};
use super::{Format, Rows, Unwritten, credits, geometry};
use crate::atlas::Lang;
use crate::collection::{FieldType, Value};

/// `application/flatgeobuf`
pub struct FlatGeobuf;

const MAGIC: [u8; 8] = [b'f', b'g', b'b', 3, b'f', b'g', b'b', 0];

impl Format for FlatGeobuf {
    fn name(&self) -> &'static str {
        "fgb"
    }

    fn other_names(&self) -> &'static [&'static str] {
        &["flatgeobuf"]
    }

    fn media_type(&self) -> &'static str {
        "application/flatgeobuf"
    }

    fn title(&self) -> &'static str {
        "FlatGeobuf"
    }

    fn write(&self, rows: &Rows) -> Result<Vec<u8>, Unwritten> {
        let Features { bytes, starts, mut nodes } = features(rows);
        let extent = calc_extent(&nodes);
        let mut out = MAGIC.to_vec();
        out.extend_from_slice(&header(rows, &extent));
        let part = |at: usize| &bytes[starts[at]..starts[at + 1]];
        if !nodes.is_empty() {
            hilbert_sort(&mut nodes, &extent);
            let mut start = 0;
            let mut placed = nodes.clone();
            for node in &mut placed {
                let length = part(node.offset as usize).len() as u64;
                node.offset = start;
                start += length;
            }
            let failed = Unwritten::of("FlatGeobuf");
            let tree =
                PackedRTree::build(&placed, &extent, PackedRTree::DEFAULT_NODE_SIZE).map_err(failed)?;
            tree.stream_write(&mut out).map_err(Unwritten::of("FlatGeobuf"))?;
        }
        out.reserve(bytes.len());
        for node in &nodes {
            out.extend_from_slice(part(node.offset as usize));
        }
        Ok(out)
    }
}

/// Features as they were given, and their boxes, each with the place of its feature as offset.
struct Features {
    bytes: Vec<u8>,
    /// One more than features.
    starts: Vec<usize>,
    nodes: Vec<NodeItem>,
}

fn features(rows: &Rows) -> Features {
    let mut all = Features { bytes: Vec::new(), starts: vec![0], nodes: Vec::new() };
    let mut builder = FlatBufferBuilder::new();
    let (mut shape, mut properties) = (Shape::default(), Vec::new());
    for (at, row) in rows.rows.iter().enumerate() {
        let place = geometry::of(rows.collection, *row);
        properties.clear();
        property(0, &Value::Text(rows.collection.feature_id(*row)), &mut properties);
        for (column, value) in rows.values(*row).enumerate() {
            property(column + 1, &value, &mut properties);
        }
        let geometry = place
            .as_ref()
            .map(|place| write(place, rows.collection.schema.heights, &mut shape, &mut builder));
        let properties = Some(builder.create_vector(&properties));
        let feature = Feature::create(&mut builder, &FeatureArgs { geometry, properties, columns: None });
        builder.finish_size_prefixed(feature, None);
        all.bytes.extend_from_slice(builder.finished_data());
        all.starts.push(all.bytes.len());
        builder.reset();
        // A feature without a place has a box that meets none.
        let mut node = NodeItem::create(at as u64);
        if let Some([west, south, east, north]) = rows.collection.places.get(*row).bounds() {
            node.expand_xy(west, south);
            node.expand_xy(east, north);
        }
        all.nodes.push(node);
    }
    all
}

/// A value behind the place of its column; nothing where it is null.
fn property(column: usize, value: &Value, out: &mut Vec<u8>) {
    if value.is_null() {
        return;
    }
    out.extend_from_slice(&(column as u16).to_le_bytes());
    match value {
        Value::Integer(number) => out.extend_from_slice(&number.to_le_bytes()),
        Value::Number(number) => out.extend_from_slice(&number.to_le_bytes()),
        Value::Boolean(truth) => out.push(u8::from(*truth)),
        other => {
            let text = other.plain();
            out.extend_from_slice(&(text.len() as u32).to_le_bytes());
            out.extend_from_slice(text.as_bytes());
        }
    }
}

/// The type of a column; a date has none of its own, and is a `DateTime` without a time.
fn column_type(kind: FieldType) -> ColumnType {
    match kind {
        FieldType::Text => ColumnType::String,
        FieldType::Integer => ColumnType::Long,
        FieldType::Number => ColumnType::Double,
        FieldType::Boolean => ColumnType::Bool,
        FieldType::Date | FieldType::DateTime => ColumnType::DateTime,
        FieldType::Json => ColumnType::Json,
    }
}

fn header(rows: &Rows, extent: &NodeItem) -> Vec<u8> {
    let (about, schema) = (&rows.collection.about, &rows.collection.schema);
    let mut builder = FlatBufferBuilder::new();
    let mut text = |text: &str| Some(builder.create_string(text));
    let id = ColumnArgs {
        name: text(&rows.id),
        type_: ColumnType::String,
        nullable: false,
        unique: true,
        primary_key: true,
        ..ColumnArgs::default()
    };
    let mut columns = vec![id];
    columns.extend(rows.columns().map(|field| ColumnArgs {
        name: text(&field.name),
        type_: column_type(field.kind),
        title: text(&field.title),
        description: text(&field.description).filter(|_| !field.description.is_empty()),
        ..ColumnArgs::default()
    }));
    let name = text(&about.id);
    let title = text(about.title.get(Lang::En));
    let description = text(about.description.get(Lang::En));
    let metadata = text(&credits::dataset(about).to_string());
    let crs = CrsArgs { org: text("EPSG"), code: 4326, name: text("WGS 84"), ..CrsArgs::default() };
    let crs = Some(Crs::create(&mut builder, &crs));
    let columns: Vec<WIPOffset<Column>> = columns.iter().map(|c| Column::create(&mut builder, c)).collect();
    let columns = Some(builder.create_vector(&columns));
    let bounds = [extent.min_x, extent.min_y, extent.max_x, extent.max_y];
    let envelope = (extent.min_x <= extent.max_x).then(|| builder.create_vector(&bounds));
    let none = rows.rows.is_empty();
    let header = HeaderArgs {
        name,
        envelope,
        geometry_type: kind(schema.geometry).unwrap_or(GeometryType::Unknown),
        has_z: schema.heights,
        columns,
        features_count: rows.rows.len() as u64,
        index_node_size: if none { 0 } else { PackedRTree::DEFAULT_NODE_SIZE },
        crs,
        title,
        description,
        metadata,
        ..HeaderArgs::default()
    };
    let header = Header::create(&mut builder, &header);
    builder.finish_size_prefixed(header, None);
    builder.finished_data().to_vec()
}
