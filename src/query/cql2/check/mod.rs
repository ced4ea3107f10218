//! Holds a tree against the schema of a collection: every name must be known, every type must fit.

mod arrays;
mod compare;
mod lists;
mod member;
mod number;
mod operand;
mod place;
mod text;
mod time;

use std::cell::Cell;

use super::typed::{Predicate, Test};
use super::{Expr, Fault, Node, Op};
use crate::collection::Schema;
use crate::query::crs::{Crs, Projection};
use operand::Operand;

/// Parts of a filter that are looked at, conditions and values, each as often as it is: IS NULL looks at a
/// condition twice, and IN at its value once for each element that is no plain value. A filter of the greatest
/// length has fewer parts than this.
const MOST: usize = 8192;

/// What the filter tests.
pub fn predicate(node: &Node, schema: &Schema, crs: Crs) -> Result<Predicate, Fault> {
    let projection = Projection::new(crs).filter(|_| crs != Crs::CRS84);
    Checker { schema, crs, projection, looked_at: Cell::new(0) }.condition(node, false)
}

struct Checker<'s> {
    schema: &'s Schema,
    crs: Crs,
    /// Where geometries stand in another system than longitude and latitude.
    projection: Option<Projection>,
    looked_at: Cell<usize>,
}

impl Checker<'_> {
    /// Counts a part that is looked at: what a filter costs grows with their number alone.
    fn look_at(&self, node: &Node) -> Result<(), Fault> {
        let looked_at = self.looked_at.get() + 1;
        self.looked_at.set(looked_at);
        match looked_at > MOST {
            true => Err(Fault::new(&node.at, format!("at most {MOST} conditions and values are looked at"))),
            false => Ok(()),
        }
    }

    /// A condition, or NOT of it.
    fn condition(&self, node: &Node, negated: bool) -> Result<Predicate, Fault> {
        self.look_at(node)?;
        let Expr::Call(op, arguments) = &node.expr else { return self.bare(node, negated) };
        match (op, arguments.as_slice()) {
            (Op::And, parts) => self.joined(parts, negated, !negated),
            (Op::Or, parts) => self.joined(parts, negated, negated),
            (Op::Not, [inner]) => self.condition(inner, !negated),
            (Op::Compare(comparison), [a, b]) => self.comparison(*comparison, a, b, negated),
            (Op::Between, [value, low, high]) => self.between([value, low, high], negated),
            (Op::In, [value, list]) => self.among(value, list, negated),
            (Op::Like, [value, pattern]) => self.like(value, pattern, negated),
            (Op::IsNull, [value]) => self.null(value, negated),
            (Op::Spatial(relation), [a, b]) => self.spatial(*relation, a, b, negated),
            (Op::Temporal(relation), [a, b]) => self.temporal(*relation, a, b, negated),
            (Op::Array(relation), [a, b]) => self.arrays(*relation, a, b, negated),
            _ => self.bare(node, negated),
        }
    }

    /// All that a filter may name.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.schema.queryables().map(|f| f.name.as_str()).chain([self.schema.geometry_name()])
    }

    /// TRUE, FALSE or a property that is one of them.
    fn bare(&self, node: &Node, negated: bool) -> Result<Predicate, Fault> {
        match self.operand(node)? {
            Operand::Boolean(truth) => Ok(Predicate::Is(Some(truth != negated))),
            Operand::Truth(field) => Ok(Predicate::Leaf(Test::Truth(field), negated)),
            other => {
                let reason = format!("a condition was expected, and this is {}", other.kind());
                let signs = ["=", "<>", "<", ">", "<=", ">=", "LIKE", "BETWEEN", "IN", "IS NULL"];
                Err(Fault::new(&node.at, reason).forms(signs))
            }
        }
    }

    fn joined(&self, parts: &[Node], negated: bool, all: bool) -> Result<Predicate, Fault> {
        let parts: Result<Vec<Predicate>, Fault> =
            parts.iter().map(|part| self.condition(part, negated)).collect();
        Ok(if all { every(parts?) } else { any(parts?) })
    }

    fn null(&self, node: &Node, negated: bool) -> Result<Predicate, Fault> {
        let test = match self.operand(node)? {
            Operand::Geometry => Test::Nowhere,
            Operand::Truth(field) => Test::Null(field),
            Operand::Text(text) => Test::Null(text.field),
            Operand::List(field, _) => Test::Null(field),
            Operand::Number(number) => return Ok(number::null(number, negated)),
            Operand::Time(time) => return Ok(time::null(time, negated)),
            Operand::Condition => {
                Test::Unknown(Box::new([self.condition(node, false)?, self.condition(node, true)?]))
            }
            Operand::Boolean(_) | Operand::Literal(_) | Operand::Shape(_) => {
                return Ok(Predicate::Is(Some(negated)));
            }
            other @ Operand::Array(_) => {
                let reason =
                    format!("a property or an expression was expected, and this is {}", other.kind());
                return Err(Fault::new(&node.at, reason).forms(self.names()));
            }
        };
        Ok(Predicate::Leaf(test, negated))
    }
}

/// All of them, the cheapest first.
fn every(mut parts: Vec<Predicate>) -> Predicate {
    parts.retain(|part| *part != Predicate::Is(Some(true)));
    // Only where a predicate is true is ever asked: false and unknown are alike.
    if parts.iter().any(|part| matches!(part, Predicate::Is(_))) {
        return Predicate::Is(None);
    }
    parts.sort_by_key(Predicate::cost);
    match parts.len() {
        0 => Predicate::Is(Some(true)),
        1 => parts.remove(0),
        _ => Predicate::All(parts),
    }
}

/// Any of them, the cheapest first.
fn any(mut parts: Vec<Predicate>) -> Predicate {
    if parts.contains(&Predicate::Is(Some(true))) {
        return Predicate::Is(Some(true));
    }
    parts.retain(|part| !matches!(part, Predicate::Is(_)));
    parts.sort_by_key(Predicate::cost);
    match parts.len() {
        0 => Predicate::Is(None),
        1 => parts.remove(0),
        _ => Predicate::Any(parts),
    }
}
