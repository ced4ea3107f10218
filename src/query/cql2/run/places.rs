//! Spatial functions: the tree gives what may match, an exact test what does.

use geo::{Contains, Intersects};
use geo_types::{Geometry, Point};

use crate::collection::places::{Place, Places};
use crate::query::bits::Bits;
use crate::query::cql2::op::Spatial;
use crate::query::cql2::relate::relate;
use crate::query::cql2::shape::Shape;
use crate::query::crs::Projection;

/// Rows whose geometry stands in a relation to a shape. Every relation that is asked for needs a point in
/// common, so that what the tree does not find does not match.
pub fn matching(places: &Places, relation: Spatial, shape: &Shape, negated: bool, within: &Bits) -> Bits {
    let mut found = Bits::none(within.len());
    let projection = shape.plane.and_then(Projection::new);
    for area in &shape.boxes {
        for row in places.intersecting(*area) {
            // What the tree finds in a box has been tested exactly.
            let exact = shape.is_box && relation == Spatial::Intersects;
            if within.has(row)
                && !found.has(row)
                && (exact || holds(relation, places.get(row), shape, projection.as_ref()))
            {
                found.insert(row);
            }
        }
    }
    match negated {
        false => found,
        true => {
            let nowhere = Bits::of(within.len(), places.nowhere());
            within.clone().without(&found).without(&nowhere)
        }
    }
}

fn holds(relation: Spatial, place: &Place, shape: &Shape, projection: Option<&Projection>) -> bool {
    let other = shape.second(relation);
    if let Some(projection) = projection {
        return projection.place(place).is_some_and(|place| match relation {
            Spatial::Intersects => place.intersects(other),
            relation => relate(relation, &place, other),
        });
    }
    match place {
        Place::Nowhere => false,
        Place::Point(point) => {
            let point = Point(*point);
            match relation {
                Spatial::Intersects => other.intersects(&point),
                Spatial::Within => other.contains(&point),
                relation => relate(relation, &Geometry::Point(point), other),
            }
        }
        Place::Shape(place) => match relation {
            Spatial::Intersects => place.0.intersects(other),
            relation => relate(relation, &place.0, other),
        },
    }
}

/// Rows whose geometry stands in a relation to itself.
pub fn itself(places: &Places, relation: Spatial, negated: bool, within: &Bits) -> Bits {
    within.sieve(|row| match places.get(row) {
        Place::Nowhere => false,
        Place::Point(point) => {
            let point = Geometry::Point(Point(*point));
            relate(relation, &point, &point) != negated
        }
        Place::Shape(shape) => relate(relation, &shape.0, &shape.0) != negated,
    })
}
