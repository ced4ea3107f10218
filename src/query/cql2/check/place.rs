//! Spatial functions.

use super::Checker;
use super::operand::Operand;
use crate::collection::geometry::Geometry;
use crate::query::cql2::op::Spatial;
use crate::query::cql2::shape::Shape;
use crate::query::cql2::typed::{Predicate, Test};
use crate::query::cql2::{Fault, Node};

const NO_PLACE: &str = "the coordinate system has no such place";

impl Checker<'_> {
    pub(super) fn spatial(
        &self,
        relation: Spatial,
        a: &Node,
        b: &Node,
        negated: bool,
    ) -> Result<Predicate, Fault> {
        // To be apart is not to share a point: the tree finds what shares one.
        let (relation, negated) = match relation {
            Spatial::Disjoint => (Spatial::Intersects, !negated),
            other => (other, negated),
        };
        let test = match (self.operand(a)?, self.operand(b)?) {
            (Operand::Geometry, Operand::Shape(shape)) => Test::Place(relation, shape),
            (Operand::Shape(shape), Operand::Geometry) => Test::Place(relation.turned(), shape),
            (Operand::Geometry, Operand::Geometry) => Test::Itself(relation),
            (Operand::Shape(a), Operand::Shape(b)) => {
                return Ok(Predicate::Is(Some(a.relates(relation, &b) != negated)));
            }
            (Operand::Geometry | Operand::Shape(_), other) => return Err(self.no_geometry(&other, b)),
            (other, _) => return Err(self.no_geometry(&other, a)),
        };
        Ok(Predicate::Leaf(test, negated))
    }

    /// A geometry that is written out, in whatever system.
    pub(super) fn shape(&self, geometry: &Geometry) -> Result<Shape, String> {
        match &self.projection {
            None => Shape::of(geometry),
            Some(projection) if projection.is_degrees() => {
                Shape::of(&projection.geometry_back(geometry.clone()).ok_or(NO_PLACE)?)
            }
            Some(projection) => Shape::of_plane(geometry, self.crs, projection),
        }
    }

    /// A box that is written out.
    pub(super) fn area(&self, numbers: &[f64]) -> Result<Shape, String> {
        let ([a, b], [c, d]) = match *numbers {
            [a, b, _, c, d, _] | [a, b, c, d] => ([a, b], [c, d]),
            _ => return Err("a box has four or six numbers".to_owned()),
        };
        match &self.projection {
            Some(projection) if !projection.is_degrees() => {
                Shape::of_plane_box([a, b], [c, d], self.crs, projection)
            }
            Some(_) if self.crs.is_north_first() => Shape::of_box([b, a, d, c]),
            _ => Shape::of_box([a, b, c, d]),
        }
    }

    /// How a box is written in the system of the filter.
    pub(super) fn box_form(&self) -> &'static str {
        match (&self.projection, self.crs.is_north_first()) {
            (Some(projection), _) if !projection.is_degrees() => {
                "four or six numbers: the lower corner, then the upper one"
            }
            (_, true) => "four or six numbers: south, west, north, east",
            (_, false) => "four or six numbers: west, south, east, north",
        }
    }

    fn no_geometry(&self, operand: &Operand, node: &Node) -> Fault {
        let reason = format!("a geometry was expected, and this is {}", operand.kind());
        let forms = [self.schema.geometry_name(), "BBOX(-70, -30, -60, -20)", "POINT(-65.3 -24.2)"];
        Fault::new(&node.at, reason).forms(forms)
    }
}
