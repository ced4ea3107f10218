//! Spatial functions.

use super::Checker;
use super::operand::Operand;
use crate::query::cql2::op::Spatial;
use crate::query::cql2::run::places;
use crate::query::cql2::typed::{Predicate, Test};
use crate::query::cql2::{Fault, Node};

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

    fn no_geometry(&self, operand: &Operand, node: &Node) -> Fault {
        let reason = format!("a geometry was expected, and this is {}", operand.kind());
        let forms = [self.schema.geometry_name(), "BBOX(-70, -30, -60, -20)", "POINT(-65.3 -24.2)"];
        Fault::new(&node.at, reason).allowed("", forms)
    }
}
