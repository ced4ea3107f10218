//! IN: what is written out becomes one look-up, all else a comparison each.

use super::operand::Operand;
use super::{Checker, any, every};
use crate::collection::FieldType;
use crate::query::cql2::op::Comparison;
use crate::query::cql2::typed::{Instant, Number, Predicate, Test, TextTest, Time};
use crate::query::cql2::{Expr, Fault, Node, literal};

impl Checker<'_> {
    pub(super) fn among(&self, value: &Node, list: &Node, negated: bool) -> Result<Predicate, Fault> {
        let Expr::Array(elements) = &list.expr else {
            let fault = Fault::new(&list.at, "a list of values in parentheses was expected");
            return Err(fault.forms(["('a', 'b')"]));
        };
        if elements.is_empty() {
            return Err(Fault::new(&list.at, "IN wants one value or more").forms(["('a', 'b')"]));
        }
        let operand = self.operand(value)?;
        let times: Vec<Node>;
        let elements = match operand {
            Operand::Time(_) => {
                times = elements.iter().map(time).collect::<Result<_, Fault>>()?;
                &times
            }
            _ => elements,
        };
        let (written, rest) = self.written(operand, elements)?;
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
        value: Operand,
        elements: &'n [Node],
    ) -> Result<(Option<Test>, Vec<&'n Node>), Fault> {
        let mut rest = Vec::new();
        let test = match value {
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

/// Beside a time, a text is one, too: so the abstract tests write it (OGC 21-065r2, Annex A).
fn time(element: &Node) -> Result<Node, Fault> {
    let Expr::Text(text) = &element.expr else { return Ok(element.clone()) };
    let expr = literal::day(text).or_else(|_| literal::moment(text));
    let expr = expr.map_err(|_| Fault::new(&element.at, format!("`{text}` is no date and no moment")));
    let forms = ["DATE('2019-07-05')", "TIMESTAMP('2019-07-05T12:00:00Z')"];
    Ok(Node::leaf(expr.map_err(|fault| fault.forms(forms))?, element.at.clone()))
}

fn whole(field: usize, mut numbers: Vec<i64>) -> Option<Test> {
    numbers.sort_unstable();
    (!numbers.is_empty()).then_some(Test::AmongWhole(field, numbers))
}
