//! Features in another coordinate system: all but the geometry is copied.

use crate::collection::Collection;
use crate::collection::features::PROPERTIES;
use crate::collection::geometry::Geometry;
use crate::query::crs::Projection;
use crate::query::{Crs, Query};

/// The way to the system that is asked for; none where features are returned as they stand.
pub fn projection(query: &Query) -> Option<Projection> {
    Projection::new(query.crs).filter(|_| query.crs != Crs::CRS84)
}

/// A feature up to its properties. Where the system has no such place, its geometry is null.
pub fn up_to_properties(
    collection: &Collection,
    row: u32,
    projection: Option<&Projection>,
    out: &mut Vec<u8>,
) {
    let Some(projection) = projection else {
        return out.extend_from_slice(collection.features.up_to_properties(row));
    };
    out.extend_from_slice(collection.features.up_to_geometry(row));
    let text = std::str::from_utf8(collection.features.geometry(row)).unwrap_or("null");
    let geometry = Geometry::parse(text).ok().flatten();
    match geometry.and_then(|geometry| projection.geometry(geometry)) {
        Some(geometry) => geometry.write_json(out),
        None => out.extend_from_slice(b"null"),
    }
    out.extend_from_slice(PROPERTIES.as_bytes());
}
