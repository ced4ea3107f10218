//! GeoParquet 1.1: WGS 84 longitude first (its default), geometries as WKB, a box for each (covering), so
//! that a reader may pass over groups of rows; compressed with zstd.

use std::collections::BTreeSet;
use std::sync::Arc;

use arrow_array::{
    ArrayRef, BinaryArray, BooleanArray, Date32Array, Float64Array, Int64Array, RecordBatch, StringArray,
    StructArray, TimestampMicrosecondArray,
};
use arrow_schema::{ArrowError, DataType, Field as Column, Fields, Schema, TimeUnit};
use geozero::{GeozeroGeometry, ToWkb};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use serde_json::json;

use super::rows::free;
use super::{Format, Rows, Unwritten, credits, geometry};
use crate::collection::{Field, FieldType, Value};

/// `application/vnd.apache.parquet`
pub struct GeoParquet;

/// Rows that stand, and may be passed over, together.
const GROUP: usize = 8192;
const SIDES: [&str; 4] = ["xmin", "ymin", "xmax", "ymax"];

impl Format for GeoParquet {
    fn name(&self) -> &'static str {
        "parquet"
    }

    fn other_names(&self) -> &'static [&'static str] {
        &["geoparquet"]
    }

    fn media_type(&self) -> &'static str {
        "application/vnd.apache.parquet"
    }

    fn title(&self) -> &'static str {
        "GeoParquet"
    }

    fn is_paged(&self) -> bool {
        false
    }

    fn write(&self, rows: &Rows) -> Result<Vec<u8>, Unwritten> {
        file(rows).map_err(Unwritten::of("GeoParquet"))
    }
}

fn file(rows: &Rows) -> Result<Vec<u8>, ParquetError> {
    let (place, bounds) = (free(rows.collection, "geometry"), free(rows.collection, "bbox"));
    let schema = Arc::new(schema(rows, &place, &bounds));
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(6)?))
        .set_max_row_group_row_count(Some(GROUP))
        .set_key_value_metadata(Some(vec![
            KeyValue::new("geo".to_owned(), geo(rows, &place, &bounds)),
            KeyValue::new("dataset".to_owned(), credits::dataset(&rows.collection.about).to_string()),
        ]))
        .build();
    let mut writer = ArrowWriter::try_new(Vec::new(), Arc::clone(&schema), Some(properties))?;
    for group in rows.rows.chunks(GROUP) {
        writer.write(&batch(rows, group, &schema)?)?;
    }
    writer.into_inner()
}

fn schema(rows: &Rows, place: &str, bounds: &str) -> Schema {
    let mut columns = vec![Column::new(&rows.id, DataType::Utf8, false)];
    columns.extend(rows.columns().map(|field| {
        let column = Column::new(&field.name, data_type(field.kind), true);
        match field.description.is_empty() {
            true => column,
            false => column.with_metadata([("description".to_owned(), field.description.clone())].into()),
        }
    }));
    columns.push(Column::new(place, DataType::Binary, true));
    columns.push(Column::new(bounds, DataType::Struct(sides()), true));
    Schema::new(columns)
}

fn sides() -> Fields {
    SIDES.iter().map(|side| Column::new(*side, DataType::Float64, true)).collect()
}

fn data_type(kind: FieldType) -> DataType {
    match kind {
        FieldType::Text | FieldType::Json => DataType::Utf8,
        FieldType::Integer => DataType::Int64,
        FieldType::Number => DataType::Float64,
        FieldType::Boolean => DataType::Boolean,
        FieldType::Date => DataType::Date32,
        FieldType::DateTime => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
    }
}

fn batch(rows: &Rows, group: &[u32], schema: &Arc<Schema>) -> Result<RecordBatch, ArrowError> {
    let table: Vec<Vec<Value>> = group.iter().map(|row| rows.values(*row).collect()).collect();
    let ids = group.iter().map(|row| Some(rows.collection.feature_id(*row)));
    let mut columns: Vec<ArrayRef> = vec![Arc::new(ids.collect::<StringArray>())];
    columns.extend(rows.columns().enumerate().map(|(at, field)| array(&table, at, field)));
    let places = group.iter().map(|row| {
        let place = geometry::of(rows.collection, *row)?;
        place.to_wkb(place.dims()).ok()
    });
    columns.push(Arc::new(places.collect::<BinaryArray>()));
    let bounds: Vec<Option<[f64; 4]>> =
        group.iter().map(|row| rows.collection.places.get(*row).bounds()).collect();
    let side = |side: usize| -> ArrayRef {
        Arc::new(bounds.iter().map(|b| b.map(|b| b[side])).collect::<Float64Array>())
    };
    let known = bounds.iter().map(Option::is_some).collect::<Vec<bool>>().into();
    columns.push(Arc::new(StructArray::try_new(sides(), (0..4).map(side).collect(), Some(known))?));
    RecordBatch::try_new(Arc::clone(schema), columns)
}

fn array(table: &[Vec<Value>], at: usize, field: &Field) -> ArrayRef {
    let values = table.iter().map(|row| &row[at]);
    match field.kind {
        FieldType::Text | FieldType::Json => {
            let texts = values.map(|v| if let Value::Text(text) = v { Some(text) } else { None });
            Arc::new(texts.collect::<StringArray>())
        }
        FieldType::Integer => {
            let numbers = values.map(|v| if let Value::Integer(number) = v { Some(*number) } else { None });
            Arc::new(numbers.collect::<Int64Array>())
        }
        FieldType::Number => {
            let numbers = values.map(|v| if let Value::Number(number) = v { Some(*number) } else { None });
            Arc::new(numbers.collect::<Float64Array>())
        }
        FieldType::Boolean => {
            let truths = values.map(|v| if let Value::Boolean(truth) = v { Some(*truth) } else { None });
            Arc::new(truths.collect::<BooleanArray>())
        }
        FieldType::Date => {
            let days = values.map(|v| if let Value::Date(day) = v { Some(*day) } else { None });
            Arc::new(days.collect::<Date32Array>())
        }
        FieldType::DateTime => {
            let moments = values.map(|v| if let Value::DateTime(moment) = v { Some(*moment) } else { None });
            Arc::new(moments.collect::<TimestampMicrosecondArray>().with_timezone("UTC"))
        }
    }
}

/// The metadata that makes a Parquet file a GeoParquet file. Without `crs` it is OGC:CRS84.
fn geo(rows: &Rows, place: &str, bounds: &str) -> String {
    let kinds: BTreeSet<String> = rows
        .rows
        .iter()
        .filter_map(|row| geometry::of(rows.collection, *row))
        .map(|place| format!("{}{}", place.name(), if place.dims().z { " Z" } else { "" }))
        .collect();
    let covering: serde_json::Map<String, serde_json::Value> =
        SIDES.iter().map(|side| ((*side).to_owned(), json!([bounds, side]))).collect();
    let mut column = json!({
        "encoding": "WKB",
        "geometry_types": kinds,
        "orientation": "counterclockwise",
        "covering": {"bbox": covering},
    });
    if let (Some(extent), Some(members)) = (rows.collection.extent(), column.as_object_mut()) {
        members.insert("bbox".to_owned(), json!(extent));
    }
    json!({"version": "1.1.0", "primary_column": place, "columns": {place: column}}).to_string()
}
