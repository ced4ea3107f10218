//! Spatial functions.

use super::Checker;
use super::operand::Operand;
use crate::collection::geometry::{Geometry, Position};
use crate::query::cql2::op::Spatial;
use crate::query::cql2::run::places;
use crate::query::cql2::shape::Shape;
use crate::query::cql2::typed::{Predicate, Test};
use crate::query::cql2::{Fault, Node};
use crate::query::crs::outline;

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
                let holds = places::relate(relation, &a.geometry, &b.geometry);
                return Ok(Predicate::Is(Some(holds != negated)));
            }
            (Operand::Geometry | Operand::Shape(_), other) => return Err(self.no_geometry(&other, b)),
            (other, _) => return Err(self.no_geometry(&other, a)),
        };
        Ok(Predicate::Leaf(test, negated))
    }

    /// A geometry that is written out, in whatever system.
    pub(super) fn shape(&self, geometry: &Geometry) -> Result<Shape, String> {
        let Some(projection) = &self.projection else { return Shape::of(geometry) };
        Shape::of(&projection.geometry_back(geometry.clone()).ok_or(NO_PLACE)?)
    }

    /// A box that is written out. In degrees its edges are lines of longitude and latitude; of a projected
    /// system they are bent there.
    pub(super) fn area(&self, numbers: &[f64]) -> Result<Shape, String> {
        let ([a, b], [c, d]) = match *numbers {
            [a, b, _, c, d, _] | [a, b, c, d] => ([a, b], [c, d]),
            _ => return Err("a box has four or six numbers".to_owned()),
        };
        match &self.projection {
            Some(projection) if !projection.is_degrees() => {
                if a >= c || b >= d {
                    return Err("the first two numbers of a box are its lower corner".to_owned());
                }
                let ring = outline([a, b], [c, d]).into_iter().map(|at| projection.unproject(at));
                let ring: Option<Vec<Position>> =
                    ring.map(|at| at.map(|[x, y]| Position { x, y, z: None })).collect();
                Shape::of(&Geometry::Polygon(vec![ring.ok_or(NO_PLACE)?]))
            }
            Some(_) if self.crs.is_north_first() => Shape::of_box([b, a, d, c]),
            _ => Shape::of_box([a, b, c, d]),
        }
    }

    fn no_geometry(&self, operand: &Operand, node: &Node) -> Fault {
        let reason = format!("a geometry was expected, and this is {}", operand.kind());
        let forms = [self.schema.geometry_name(), "BBOX(-70, -30, -60, -20)", "POINT(-65.3 -24.2)"];
        Fault::new(&node.at, reason).allowed("", forms)
    }
}
