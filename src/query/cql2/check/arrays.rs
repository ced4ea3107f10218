//! Functions on several values. Those of a property and texts that are written out are one look-up; all else
//! becomes comparisons of element with element.

use super::operand::Operand;
use super::{Checker, any, every, lists};
use crate::collection::FieldType;
use crate::query::cql2::op::{Array, Comparison};
use crate::query::cql2::typed::{Predicate, Test, Text};
use crate::query::cql2::{Expr, Fault, Node};

/// Several values.
enum Values<'n> {
    Written(&'n [Node]),
    Of(Text),
    /// Of a property of lists, and their type.
    Listed(usize, FieldType),
}

impl Checker<'_> {
    pub(super) fn arrays(
        &self,
        relation: Array,
        a: &Node,
        b: &Node,
        negated: bool,
    ) -> Result<Predicate, Fault> {
        match (self.values(a)?, self.values(b)?) {
            (Values::Of(a), Values::Of(b)) => Ok(Predicate::Leaf(Test::Arrays(relation, a, b), negated)),
            (Values::Of(text), Values::Written(others)) => self.several(relation, text, a, others, negated),
            (Values::Written(others), Values::Of(text)) => {
                self.several(relation.turned(), text, b, others, negated)
            }
            (Values::Written(a), Values::Written(b)) => self.written_out(relation, [a, b], negated),
            (Values::Listed(field, items), Values::Written(others)) => {
                self.listed(relation, field, items, others, negated)
            }
            (Values::Written(others), Values::Listed(field, items)) => {
                self.listed(relation.turned(), field, items, others, negated)
            }
            (Values::Listed(first, x), Values::Listed(second, y)) if lists::are_alike(x, y) => {
                Ok(Predicate::Leaf(Test::Lists(relation, first, second), negated))
            }
            (Values::Listed(..), _) | (_, Values::Listed(..)) => {
                let [wanted, given] = [self.operand(a)?.kind(), self.operand(b)?.kind()];
                let reason = format!("{wanted} was expected here, too, and this is {given}");
                Err(Fault::new(&b.at, reason).forms([self.operand(a)?.form()]))
            }
        }
    }

    fn values<'n>(&self, node: &'n Node) -> Result<Values<'n>, Fault> {
        match self.operand(node)? {
            Operand::Text(text) if text.list => Ok(Values::Of(text)),
            Operand::List(field, items) => Ok(Values::Listed(field, items)),
            Operand::Array(elements) => {
                match elements.iter().find(|element| matches!(element.expr, Expr::Array(_))) {
                    Some(array) => Err(Fault::new(&array.at, "arrays hold no arrays here").forms(["'text'"])),
                    None => Ok(Values::Written(elements)),
                }
            }
            other => {
                let lists = self
                    .schema
                    .queryables()
                    .filter(|f| f.list || f.items().is_some())
                    .map(|f| f.name.as_str());
                let reason = format!("several values were expected, and this is {}", other.kind());
                Err(Fault::new(&node.at, reason).forms(lists.chain(["('a', 'b')"])))
            }
        }
    }

    /// The values of a property and others.
    fn several(
        &self,
        relation: Array,
        text: Text,
        property: &Node,
        others: &[Node],
        negated: bool,
    ) -> Result<Predicate, Fault> {
        let mut texts = Vec::new();
        let mut rest = None;
        for other in others {
            match self.operand(other)? {
                Operand::Literal(text) => texts.push(text),
                _ => rest = rest.or(Some(other)),
            }
        }
        let property = std::slice::from_ref(property);
        match (relation, rest) {
            (_, None) => Ok(Predicate::Leaf(Test::Array(relation, text, texts), negated)),
            (Array::Contains | Array::Overlaps, _) => self.written_out(relation, [property, others], negated),
            (Array::ContainedBy | Array::Equals, Some(other)) => {
                let reason = "beside a property, texts that are written out were expected here";
                Err(Fault::new(&other.at, reason).forms(["'text'"]))
            }
        }
    }

    fn written_out(&self, relation: Array, [a, b]: [&[Node]; 2], negated: bool) -> Result<Predicate, Fault> {
        match relation {
            Array::ContainedBy => self.each_among(a, b, negated),
            Array::Contains => self.each_among(b, a, negated),
            Array::Equals => Ok(joined(
                vec![self.each_among(a, b, negated)?, self.each_among(b, a, negated)?],
                true,
                negated,
            )),
            Array::Overlaps => {
                let each = a.iter().map(|one| self.one_of(one, b, negated));
                Ok(joined(each.collect::<Result<_, _>>()?, false, negated))
            }
        }
    }

    fn each_among(&self, some: &[Node], all: &[Node], negated: bool) -> Result<Predicate, Fault> {
        let each = some.iter().map(|one| self.one_of(one, all, negated));
        Ok(joined(each.collect::<Result<_, _>>()?, true, negated))
    }

    fn one_of(&self, one: &Node, all: &[Node], negated: bool) -> Result<Predicate, Fault> {
        let each = all.iter().map(|other| self.comparison(Comparison::Equal, one, other, negated));
        Ok(joined(each.collect::<Result<_, _>>()?, false, negated))
    }
}

/// All of them, or one; NOT stands in each already.
fn joined(parts: Vec<Predicate>, all: bool, negated: bool) -> Predicate {
    if all == negated { any(parts) } else { every(parts) }
}
