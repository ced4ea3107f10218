//! LIKE, and the functions on several values.

use super::Checker;
use super::operand::Operand;
use crate::query::cql2::like::Pattern;
use crate::query::cql2::op::Array;
use crate::query::cql2::typed::{Predicate, Test, Text, TextTest};
use crate::query::cql2::{Fault, Node};

/// Several texts.
enum Texts {
    Literal(Vec<String>),
    Of(Text),
}

impl Checker<'_> {
    pub(super) fn like(&self, value: &Node, pattern: &Node, negated: bool) -> Result<Predicate, Fault> {
        let Operand::Literal(text) = self.operand(pattern)? else {
            let reason = "a pattern is a text in quotes, or CASEI or ACCENTI of one";
            return Err(Fault::new(&pattern.at, reason).allowed("", ["'Sol%'", "CASEI('sol%')"]));
        };
        let pattern = Pattern::new(&text);
        match self.operand(value)? {
            Operand::Literal(text) => Ok(Predicate::Is(Some(pattern.matches(&text) != negated))),
            Operand::Text(text) => Ok(Predicate::Leaf(Test::Text(text, TextTest::Like(pattern)), negated)),
            other => {
                let reason = format!("LIKE compares texts, and this is {}", other.kind());
                Err(Fault::new(&value.at, reason))
            }
        }
    }

    pub(super) fn arrays(
        &self,
        relation: Array,
        a: &Node,
        b: &Node,
        negated: bool,
    ) -> Result<Predicate, Fault> {
        let test = match (self.texts(a)?, self.texts(b)?) {
            (Texts::Literal(a), Texts::Literal(b)) => {
                return Ok(Predicate::Is(Some(relation.holds(&a, &b) != negated)));
            }
            (Texts::Of(a), Texts::Of(b)) => Test::Arrays(relation, a, b),
            (Texts::Of(text), Texts::Literal(others)) => Test::Array(relation, text, others),
            (Texts::Literal(others), Texts::Of(text)) => {
                let relation = match relation {
                    Array::Contains => Array::ContainedBy,
                    Array::ContainedBy => Array::Contains,
                    same => same,
                };
                Test::Array(relation, text, others)
            }
        };
        Ok(Predicate::Leaf(test, negated))
    }

    fn texts(&self, node: &Node) -> Result<Texts, Fault> {
        match self.operand(node)? {
            Operand::Text(text) if text.list => Ok(Texts::Of(text)),
            Operand::Array(elements) => {
                let each = elements.iter().map(|element| match self.operand(element)? {
                    Operand::Literal(text) => Ok(text),
                    other => {
                        let reason = format!("arrays hold texts here, and this is {}", other.kind());
                        Err(Fault::new(&element.at, reason))
                    }
                });
                Ok(Texts::Literal(each.collect::<Result<_, Fault>>()?))
            }
            other => {
                let lists = self.schema.fields.iter().filter(|f| f.list).map(|f| f.name.as_str());
                let reason = format!("several values were expected, and this is {}", other.kind());
                Err(Fault::new(&node.at, reason).allowed("", lists.chain(["('a', 'b')"])))
            }
        }
    }
}
