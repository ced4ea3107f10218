//! `=`, `<>`, `<`, `>`, `<=`, `>=` and BETWEEN.

use super::operand::Operand;
use super::{Checker, any, every, number, time};
use crate::query::cql2::op::Comparison;
use crate::query::cql2::typed::{Predicate, Test, TextTest, Time};
use crate::query::cql2::{Expr, Fault, Node};

impl Checker<'_> {
    pub(super) fn comparison(
        &self,
        comparison: Comparison,
        a: &Node,
        b: &Node,
        negated: bool,
    ) -> Result<Predicate, Fault> {
        // Of several values none may be equal: `<>` is NOT of `=`.
        let (comparison, negated) = match comparison {
            Comparison::NotEqual => (Comparison::Equal, !negated),
            other => (other, negated),
        };
        let leaf = |test| Predicate::Leaf(test, negated);
        let known = |holds: bool| Predicate::Is(Some(holds != negated));
        Ok(match (self.operand(a)?, self.operand(b)?) {
            (Operand::Literal(a), Operand::Literal(b)) => known(comparison.holds(a, b)),
            (Operand::Text(text), Operand::Literal(other)) => {
                leaf(Test::Text(text, TextTest::Compare(comparison, other)))
            }
            (Operand::Literal(other), Operand::Text(text)) => {
                leaf(Test::Text(text, TextTest::Compare(comparison.turned(), other)))
            }
            (Operand::Text(a), Operand::Text(b)) => leaf(Test::Texts(comparison, a, b)),
            (Operand::Number(x), Operand::Number(y)) => {
                let exact = [exact(a), exact(b)];
                number::compare(self.schema, comparison, [x, y], exact, negated)
            }
            (Operand::Time(Time::At(x)), Operand::Time(Time::At(y))) => {
                let compared = time::compare(comparison, x, y, negated);
                compared.map_err(|reason| Fault::new(&b.at, reason))?
            }
            (Operand::Boolean(x), Operand::Boolean(y)) if comparison == Comparison::Equal => known(x == y),
            (Operand::Truth(field), Operand::Boolean(truth))
            | (Operand::Boolean(truth), Operand::Truth(field))
                if comparison == Comparison::Equal =>
            {
                Predicate::Leaf(Test::Truth(field), negated == truth)
            }
            (Operand::Truth(x), Operand::Truth(y)) if comparison == Comparison::Equal => {
                leaf(Test::Alike(x, y))
            }
            (x, y) => return Err(unlike(&x, &y, a, b)),
        })
    }

    pub(super) fn between(&self, [value, low, high]: [&Node; 3], negated: bool) -> Result<Predicate, Fault> {
        for node in [value, low, high] {
            match self.operand(node)? {
                Operand::Number(_) | Operand::Time(Time::At(_)) => {}
                other => {
                    let reason = format!("BETWEEN wants numbers or dates, and this is {}", other.kind());
                    return Err(Fault::new(&node.at, reason));
                }
            }
        }
        let both = vec![
            self.comparison(Comparison::AtLeast, value, low, negated)?,
            self.comparison(Comparison::AtMost, value, high, negated)?,
        ];
        Ok(if negated { any(both) } else { every(both) })
    }
}

/// The whole number that stands there.
fn exact(node: &Node) -> Option<i64> {
    match node.expr {
        Expr::Integer(number) => Some(number),
        _ => None,
    }
}

/// Two arguments that cannot be compared. The property among them says what is expected of the other.
fn unlike(x: &Operand, y: &Operand, a: &Node, b: &Node) -> Fault {
    match (x, y) {
        (Operand::Geometry | Operand::Shape(_), _) | (_, Operand::Geometry | Operand::Shape(_)) => {
            let functions = ["S_INTERSECTS", "S_EQUALS", "S_WITHIN"];
            Fault::new(&a.at, "geometries are compared by functions").allowed("", functions)
        }
        (Operand::Time(Time::From(..)), _) | (_, Operand::Time(Time::From(..))) => {
            let functions = ["T_INTERSECTS", "T_EQUALS", "T_BEFORE", "T_AFTER"];
            Fault::new(&a.at, "intervals are compared by functions").allowed("", functions)
        }
        (Operand::Truth(_) | Operand::Boolean(_), Operand::Truth(_) | Operand::Boolean(_)) => {
            Fault::new(&b.at, "true and false have no order").allowed("", ["=", "<>"])
        }
        (Operand::Array(_), _) | (_, Operand::Array(_)) => {
            let functions = ["A_EQUALS", "A_CONTAINS", "A_OVERLAPS", "IN"];
            Fault::new(&a.at, "several values are compared by functions").allowed("", functions)
        }
        _ => {
            let of_property = |node: &Node| matches!(node.expr, Expr::Property(_));
            let (wanted, given, node) = if of_property(b) && !of_property(a) { (y, x, a) } else { (x, y, b) };
            let reason = format!("{} was expected, and this is {}", wanted.kind(), given.kind());
            Fault::new(&node.at, reason).allowed("", [wanted.form()])
        }
    }
}
