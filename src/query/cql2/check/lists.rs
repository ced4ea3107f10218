//! Lists beside values that are written out, which must be of the type that the lists hold.

use super::Checker;
use super::operand::Operand;
use crate::collection::FieldType;
use crate::query::cql2::op::Array;
use crate::query::cql2::typed::{Number, Predicate, Several, Test};
use crate::query::cql2::{Expr, Fault, Node};

/// Whether lists of these types can be held against each other.
pub fn are_alike(a: FieldType, b: FieldType) -> bool {
    let is_number = |kind| matches!(kind, FieldType::Integer | FieldType::Number);
    a == b || (is_number(a) && is_number(b))
}

impl Checker<'_> {
    /// The lists of a property and others.
    pub(super) fn listed(
        &self,
        relation: Array,
        field: usize,
        items: FieldType,
        others: &[Node],
        negated: bool,
    ) -> Result<Predicate, Fault> {
        let a_number = "a number that is written out was";
        let several = match items {
            FieldType::Integer => ascending(self.each(others, a_number, "1", whole)?).map(Several::Whole),
            FieldType::Number => ascending(self.each(others, a_number, "1.5", number)?).map(Several::Numbers),
            FieldType::Boolean => {
                ascending(self.each(others, "TRUE or FALSE was", "TRUE", truth)?).map(Several::Truths)
            }
            _ => {
                let texts = self.each(others, "a text that is written out was", "'text'", text)?;
                ascending(texts).map(Several::Texts)
            }
        };
        Ok(several.map_or(Predicate::Is(None), |several| {
            Predicate::Leaf(Test::List(relation, field, several), negated)
        }))
    }

    /// What each of them is, which must be what was wanted; `None` in the place of one without a value.
    fn each<T>(
        &self,
        others: &[Node],
        wanted: &str,
        form: &str,
        of: fn(&Node, Operand) -> Option<Option<T>>,
    ) -> Result<Vec<Option<T>>, Fault> {
        let one = |other: &Node| {
            let operand = self.operand(other)?;
            let kind = operand.kind();
            of(other, operand).ok_or_else(|| {
                let reason = format!("{wanted} expected beside this property, and this is {kind}");
                Fault::new(&other.at, reason).forms([form])
            })
        };
        others.iter().map(one).collect()
    }
}

/// The values in their order, each once; `None` where one has none.
fn ascending<T: PartialOrd>(values: Vec<Option<T>>) -> Option<Vec<T>> {
    let mut values: Vec<T> = values.into_iter().collect::<Option<_>>()?;
    values.sort_unstable_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    values.dedup_by(|a, b| a == b);
    Some(values)
}

fn text(_: &Node, operand: Operand) -> Option<Option<String>> {
    if let Operand::Literal(text) = operand { Some(Some(text)) } else { None }
}

fn truth(_: &Node, operand: Operand) -> Option<Option<u8>> {
    if let Operand::Boolean(truth) = operand { Some(Some(truth.into())) } else { None }
}

fn number(_: &Node, operand: Operand) -> Option<Option<f64>> {
    let Operand::Number(Number::Is(number)) = operand else { return None };
    Some((!number.is_nan()).then_some(number))
}

/// What is no whole number is unlike all in a list: it becomes the mark of no value, which stands in none.
fn whole(node: &Node, operand: Operand) -> Option<Option<i64>> {
    // As `f64`, 2^63 is the first whole number that is too large.
    const TOO_LARGE: f64 = 9_223_372_036_854_775_808.0;
    let number = number(node, operand)?;
    Some(match (&node.expr, number) {
        (Expr::Integer(exact), _) => Some(*exact),
        (_, Some(number)) if number.fract() == 0.0 && (-TOO_LARGE..TOO_LARGE).contains(&number) => {
            Some(number as i64)
        }
        (_, number) => number.map(|_| i64::MIN),
    })
}
