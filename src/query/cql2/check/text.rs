//! LIKE.

use super::Checker;
use super::operand::Operand;
use crate::collection::FieldType;
use crate::query::cql2::like::Pattern;
use crate::query::cql2::typed::{Predicate, Test, TextTest};
use crate::query::cql2::{Fault, Node};

impl Checker<'_> {
    pub(super) fn like(&self, value: &Node, pattern: &Node, negated: bool) -> Result<Predicate, Fault> {
        let Operand::Literal(text) = self.operand(pattern)? else {
            let reason = "a pattern is a text in quotes, or CASEI or ACCENTI of one";
            return Err(Fault::new(&pattern.at, reason).forms(["'Sol%'", "CASEI('sol%')"]));
        };
        let pattern = Pattern::new(&text);
        match self.operand(value)? {
            Operand::Literal(text) => Ok(Predicate::Is(Some(pattern.matches(&text) != negated))),
            Operand::Text(text) => Ok(Predicate::Leaf(Test::Text(text, TextTest::Like(pattern)), negated)),
            other => {
                let reason = format!("LIKE compares texts, and this is {}", other.kind());
                let names = self.schema.queryables().filter(|f| f.kind == FieldType::Text);
                Err(Fault::new(&value.at, reason).forms(names.map(|f| f.name.as_str())))
            }
        }
    }
}
