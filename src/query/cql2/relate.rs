//! Whether two geometries stand in a relation (OGC 06-103r4, 6.1.15.3).

use geo::Relate;
use geo_types::Geometry;

use super::op::Spatial;

/// Whether the first stands in a relation to the second.
pub fn relate(relation: Spatial, a: &Geometry<f64>, b: &Geometry<f64>) -> bool {
    let matrix = a.relate(b);
    match relation {
        Spatial::Contains => matrix.is_contains(),
        Spatial::Crosses => matrix.is_crosses(),
        Spatial::Disjoint => matrix.is_disjoint(),
        Spatial::Equals => matrix.is_equal_topo(),
        Spatial::Intersects => matrix.is_intersects(),
        Spatial::Overlaps => matrix.is_overlaps(),
        Spatial::Touches => matrix.is_touches(),
        Spatial::Within => matrix.is_within(),
    }
}
