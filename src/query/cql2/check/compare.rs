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
            // Of several values one would be less than another.
            (Operand::Text(text), Operand::Text(same)) if text == same => {
                match comparison.holds(0, 0) != negated {
                    true => Predicate::Leaf(Test::Null(text.field), true),
                    false => Predicate::Is(None),
                }
            }
            (Operand::Text(a), Operand::Text(b)) => leaf(Test::Texts(comparison, a, b)),
            (Operand::Number(x), Operand::Number(y)) => {
                let exact = [exact(a), exact(b)];
                number::compare(self.schema, comparison, [x, y], exact, negated)
            }
            (Operand::Time(Time::At(x)), Operand::Time(Time::At(y))) => {
                time::compare(comparison, x, y, negated)
            }
            (Operand::Boolean(x), Operand::Boolean(y)) => known(comparison.holds(x, y)),
            (Operand::Truth(field), Operand::Boolean(y)) => truth(comparison, field, y, negated),
            (Operand::Boolean(x), Operand::Truth(field)) => truth(comparison.turned(), field, x, negated),
            (Operand::Truth(x), Operand::Truth(y)) => leaf(Test::Truths(comparison, x, y)),
            (x, y) => return Err(unlike(&x, &y, a, b)),
        })
    }

    pub(super) fn between(&self, [value, low, high]: [&Node; 3], negated: bool) -> Result<Predicate, Fault> {
        for node in [value, low, high] {
            match self.operand(node)? {
                Operand::Number(_) | Operand::Time(Time::At(_)) => {}
                other => {
                    let reason = format!("BETWEEN wants numbers or dates, and this is {}", other.kind());
                    return Err(Fault::new(&node.at, reason).forms(["1.5", "DATE('2019-07-05')"]));
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

/// A property that is true or false, in an order to one of them: false is less.
fn truth(comparison: Comparison, field: usize, other: bool, negated: bool) -> Predicate {
    match [false, true].map(|value| comparison.holds(value, other) != negated) {
        [false, false] => Predicate::Is(None),
        [true, true] => Predicate::Leaf(Test::Null(field), true),
        [_, when_true] => Predicate::Leaf(Test::Truth(field), !when_true),
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
            Fault::new(&a.at, "geometries are compared by functions").forms(functions)
        }
        (Operand::Time(Time::From(..)), _) | (_, Operand::Time(Time::From(..))) => {
            let functions = ["T_INTERSECTS", "T_EQUALS", "T_BEFORE", "T_AFTER"];
            Fault::new(&a.at, "intervals are compared by functions").forms(functions)
        }
        (Operand::Array(_) | Operand::List(..), _) | (_, Operand::Array(_) | Operand::List(..)) => {
            let functions = ["A_EQUALS", "A_CONTAINS", "A_OVERLAPS", "IN"];
            Fault::new(&a.at, "several values are compared by functions").forms(functions)
        }
        _ => {
            let of_property = |node: &Node| matches!(node.expr, Expr::Property(_));
            let (wanted, given, node) = if of_property(b) && !of_property(a) { (y, x, a) } else { (x, y, b) };
            let reason = format!("{} was expected, and this is {}", wanted.kind(), given.kind());
            Fault::new(&node.at, reason).forms([wanted.form()])
        }
    }
}
