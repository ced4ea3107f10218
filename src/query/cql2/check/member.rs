//! IN: what is written out becomes one look-up, all else a comparison each.

use super::operand::Operand;
use super::{Checker, any, every};
use crate::collection::FieldType;
use crate::query::cql2::op::Comparison;
use crate::query::cql2::typed::{Instant, Number, Predicate, Test, TextTest, Time};
use crate::query::cql2::{Expr, Fault, Node};

impl Checker<'_> {
    pub(super) fn among(&self, value: &Node, list: &Node, negated: bool) -> Result<Predicate, Fault> {
        let Expr::Array(elements) = &list.expr else {
            return Err(Fault::new(&list.at, "a list of values in parentheses was expected"));
        };
        if elements.is_empty() {
            return Err(Fault::new(&list.at, "IN wants one value or more"));
        }
        let (written, rest) = self.written(value, elements)?;
        let mut parts: Vec<Predicate> =
            written.into_iter().map(|test| Predicate::Leaf(test, negated)).collect();
        for element in rest {
            parts.push(self.comparison(Comparison::Equal, value, element, negated)?);
        }
        Ok(if negated { every(parts) } else { any(parts) })
    }

    /// The test of all that is written out, and what is not.
    fn written<'n>(
        &self,
        value: &Node,
        elements: &'n [Node],
    ) -> Result<(Option<Test>, Vec<&'n Node>), Fault> {
        let mut rest = Vec::new();
        let test = match self.operand(value)? {
            Operand::Text(text) => {
                let mut texts = Vec::new();
                for element in elements {
                    match self.operand(element)? {
                        Operand::Literal(text) => texts.push(text),
                        _ => rest.push(element),
                    }
                }
                texts.sort_unstable();
                (!texts.is_empty()).then_some(Test::Text(text, TextTest::Among(texts)))
            }
            Operand::Number(Number::Of(field)) if self.schema.fields[field].kind == FieldType::Integer => {
                let mut numbers = Vec::new();
                for element in elements {
                    match element.expr {
                        Expr::Integer(number) => numbers.push(number),
                        _ => rest.push(element),
                    }
                }
                whole(field, numbers)
            }
            Operand::Number(number) => {
                let mut numbers = Vec::new();
                for element in elements {
                    match self.operand(element)? {
                        Operand::Number(Number::Is(number)) if !number.is_nan() => numbers.push(number),
                        _ => rest.push(element),
                    }
                }
                numbers.sort_unstable_by(f64::total_cmp);
                let alone = matches!(number, Number::Is(_));
                if alone {
                    rest = elements.iter().collect();
                }
                (!alone && !numbers.is_empty()).then_some(Test::AmongNumbers(number, numbers))
            }
            Operand::Time(Time::At(instant @ (Instant::DayOf(field, _) | Instant::MomentOf(field)))) => {
                let mut numbers = Vec::new();
                for element in elements {
                    match (instant, &element.expr) {
                        (Instant::DayOf(..), Expr::Date(_)) | (Instant::MomentOf(_), Expr::Moment(_)) => {
                            match self.time(element)? {
                                Time::At(Instant::Day(day)) => numbers.push(day.into()),
                                Time::At(Instant::Moment(moment)) => numbers.push(moment),
                                _ => rest.push(element),
                            }
                        }
                        _ => rest.push(element),
                    }
                }
                whole(field, numbers)
            }
            _ => {
                rest = elements.iter().collect();
                None
            }
        };
        Ok((test, rest))
    }
}

fn whole(field: usize, mut numbers: Vec<i64>) -> Option<Test> {
    numbers.sort_unstable();
    (!numbers.is_empty()).then_some(Test::AmongWhole(field, numbers))
}
