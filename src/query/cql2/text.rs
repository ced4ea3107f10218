//! Reads CQL2 text (OGC 21-065r2, Annex B). Nesting is counted, so that no text makes the stack grow.

use super::op::Arithmetic;
use super::reader::Reader;
use super::token::{Token, is_reserved};
use super::{At, Expr, Fault, LONGEST, Node, Op, SHORT_ENOUGH, literal};

/// What may stand where a condition or a value begins.
const VALUES: [&str; 8] =
    ["name", "'text'", "1.5", "TRUE", "DATE('2019-07-05')", "POINT(-65.3 -24.2)", "NOT", "("];

/// The tree of a text.
pub fn read(text: &str) -> Result<Node, Fault> {
    if text.len() > LONGEST {
        let reason = format!("a filter has at most {LONGEST} bytes; this one has {}", text.len());
        let fault = Fault::new(&At::Text { start: text.len(), end: text.len() }, reason);
        return Err(fault.allowed("", [SHORT_ENOUGH]));
    }
    let mut reader = Reader::new(text)?;
    let node = reader.any()?;
    match reader.token() {
        Token::End => Ok(node),
        _ => Err(reader.expected("AND, OR or the end of the filter was expected").allowed("", ["AND", "OR"])),
    }
}

impl Reader {
    fn any(&mut self) -> Result<Node, Fault> {
        self.joined(Op::Or, "OR", Reader::all)
    }

    fn all(&mut self) -> Result<Node, Fault> {
        self.joined(Op::And, "AND", Reader::not)
    }

    /// However many of one kind stand side by side, they are one level.
    fn joined(
        &mut self,
        op: Op,
        word: &str,
        part: fn(&mut Reader) -> Result<Node, Fault>,
    ) -> Result<Node, Fault> {
        let start = self.here();
        let first = part(self)?;
        if !self.is_word(word) {
            return Ok(first);
        }
        let mut parts = vec![first];
        while self.takes_word(word) {
            parts.push(part(self)?);
        }
        Node::call(op, parts, self.since(&start))
    }

    fn not(&mut self) -> Result<Node, Fault> {
        let start = self.here();
        if !self.takes_word("NOT") {
            return self.predicate();
        }
        let inner = self.within(Reader::not)?;
        Node::call(Op::Not, vec![inner], self.since(&start))
    }

    fn predicate(&mut self) -> Result<Node, Fault> {
        let start = self.here();
        let left = self.sum()?;
        if let Token::Sign(sign) = self.token()
            && let Some(op @ Op::Compare(_)) = Op::named(sign)
        {
            self.pass();
            let right = self.sum()?;
            return Node::call(op, vec![left, right], self.since(&start));
        }
        if self.takes_word("IS") {
            let negated = self.takes_word("NOT");
            if !self.takes_word("NULL") {
                return Err(self.expected("NULL or NOT NULL was expected").allowed("", ["NULL", "NOT NULL"]));
            }
            let node = Node::call(Op::IsNull, vec![left], self.since(&start))?;
            return self.negated(negated, node, &start);
        }
        let negated = matches!(self.token_after(), Token::Word(word) if
            ["LIKE", "BETWEEN", "IN"].iter().any(|next| next.eq_ignore_ascii_case(word)))
            && self.takes_word("NOT");
        let node = if self.takes_word("LIKE") {
            let pattern = self.sum()?;
            Node::call(Op::Like, vec![left, pattern], self.since(&start))?
        } else if self.takes_word("BETWEEN") {
            let low = self.sum()?;
            if !self.takes_word("AND") {
                return Err(self.expected("AND and the upper bound were expected").allowed("", ["AND"]));
            }
            let high = self.sum()?;
            Node::call(Op::Between, vec![left, low, high], self.since(&start))?
        } else if self.takes_word("IN") {
            let list = self.list()?;
            Node::call(Op::In, vec![left, list], self.since(&start))?
        } else {
            return Ok(left);
        };
        self.negated(negated, node, &start)
    }

    fn negated(&self, negated: bool, node: Node, start: &At) -> Result<Node, Fault> {
        if negated { Node::call(Op::Not, vec![node], self.since(start)) } else { Ok(node) }
    }

    /// Arithmetic of one rank, from left to right.
    fn chain(
        &mut self,
        sign: fn(&Token) -> Option<Arithmetic>,
        part: fn(&mut Reader) -> Result<Node, Fault>,
    ) -> Result<Node, Fault> {
        let start = self.here();
        let mut left = part(self)?;
        while let Some(op) = sign(self.token()) {
            self.pass();
            let right = part(self)?;
            left = Node::call(Op::Arithmetic(op), vec![left, right], self.since(&start))?;
        }
        Ok(left)
    }

    /// `+` and `-`, and whatever binds closer.
    fn sum(&mut self) -> Result<Node, Fault> {
        let sign = |token: &Token| match token {
            Token::Sign("+") => Some(Arithmetic::Add),
            Token::Sign("-") => Some(Arithmetic::Subtract),
            _ => None,
        };
        self.chain(sign, Reader::product)
    }

    fn product(&mut self) -> Result<Node, Fault> {
        let sign = |token: &Token| match token {
            Token::Sign("*") => Some(Arithmetic::Multiply),
            Token::Sign("/") => Some(Arithmetic::Divide),
            Token::Sign("%") => Some(Arithmetic::Rest),
            Token::Word(word) if word.eq_ignore_ascii_case("div") => Some(Arithmetic::Whole),
            _ => None,
        };
        self.chain(sign, Reader::power)
    }

    /// `powerTerm = arithmeticFactor [ "^" arithmeticFactor ]`: two powers in a row need parentheses.
    fn power(&mut self) -> Result<Node, Fault> {
        let start = self.here();
        let base = self.signed()?;
        if !self.takes("^") {
            return Ok(base);
        }
        let exponent = self.signed()?;
        Node::call(Op::Arithmetic(Arithmetic::Power), vec![base, exponent], self.since(&start))
    }

    fn signed(&mut self) -> Result<Node, Fault> {
        let start = self.here();
        let negative = self.takes("-");
        if !negative && !self.takes("+") {
            return self.operand();
        }
        if !negative && !matches!(self.token(), Token::Integer(_) | Token::Number(_)) {
            return Err(self.expected("a number was expected after `+`").forms(["1.5"]));
        }
        let node = self.operand()?;
        let at = self.since(&start);
        match node.expr {
            Expr::Integer(number) if negative => Ok(Node::leaf(Expr::Integer(-number), at)),
            Expr::Number(number) if negative => Ok(Node::leaf(Expr::Number(-number), at)),
            _ if negative => {
                let minus_one = Node::leaf(Expr::Integer(-1), start);
                Node::call(Op::Arithmetic(Arithmetic::Multiply), vec![minus_one, node], at)
            }
            _ => Ok(Node { at, ..node }),
        }
    }

    fn operand(&mut self) -> Result<Node, Fault> {
        let at = self.here();
        let expr = match self.token().clone() {
            Token::Text(text) => Expr::Text(text),
            Token::Integer(number) => Expr::Integer(number),
            Token::Number(number) => Expr::Number(number),
            Token::Quoted(name) => Expr::Property(name),
            Token::Sign("(") => return self.in_parentheses(),
            Token::Word(word) if *self.token_after() == Token::Sign("(") || literal::is_geometry(self) => {
                return self.within(|reader| reader.function(&word));
            }
            Token::Word(word) if word.eq_ignore_ascii_case("TRUE") => Expr::Boolean(true),
            Token::Word(word) if word.eq_ignore_ascii_case("FALSE") => Expr::Boolean(false),
            Token::Word(word) if !is_reserved(&word) => Expr::Property(word),
            Token::Word(word) if word.eq_ignore_ascii_case("NULL") => {
                return Err(self
                    .expected("NULL is no value to compare with")
                    .forms(["IS NULL", "IS NOT NULL"]));
            }
            _ => {
                let fault = self.expected("a property, a value, a function, NOT or `(` was expected");
                return Err(fault.forms(VALUES));
            }
        };
        self.pass();
        Ok(Node::leaf(expr, at))
    }

    /// `(` expression `)`, or several values.
    fn in_parentheses(&mut self) -> Result<Node, Fault> {
        let start = self.here();
        self.needs("(")?;
        if self.takes(")") {
            return Node::array(Vec::new(), self.since(&start));
        }
        let first = self.within(Reader::any)?;
        if self.takes(")") {
            return Ok(Node { at: self.since(&start), ..first });
        }
        let mut elements = vec![first];
        while self.takes(",") {
            elements.push(self.within(Reader::any)?);
        }
        self.needs(")")?;
        Node::array(elements, self.since(&start))
    }

    /// `(` values `)`
    fn list(&mut self) -> Result<Node, Fault> {
        let start = self.here();
        self.needs("(")?;
        let mut elements = Vec::new();
        if !self.takes(")") {
            loop {
                elements.push(self.within(Reader::any)?);
                if !self.takes(",") {
                    break;
                }
            }
            self.needs(")")?;
        }
        Node::array(elements, self.since(&start))
    }

    /// An argument of a function on several values: what stands in parentheses is several.
    fn several(&mut self) -> Result<Node, Fault> {
        if matches!(self.token(), Token::Sign("(")) { self.list() } else { self.any() }
    }

    fn function(&mut self, word: &str) -> Result<Node, Fault> {
        let start = self.here();
        if let Some(expr) = literal::read(self, word, Reader::sum)? {
            return Ok(Node { at: self.since(&start), ..expr });
        }
        let Some(op) = Op::function(word) else {
            let names: Vec<String> = Op::all()
                .filter(|op| op.is_function())
                .map(|op| op.name().to_ascii_uppercase())
                .chain(literal::WORDS.map(str::to_owned))
                .collect();
            let fault = Fault::new(&start, format!("there is no function `{word}`"));
            return Err(fault.allowed(&word.to_ascii_uppercase(), names.iter().map(String::as_str)));
        };
        self.pass();
        self.needs("(")?;
        let part = if matches!(op, Op::Array(_)) { Reader::several } else { Reader::any };
        let mut arguments = Vec::new();
        if !self.takes(")") {
            loop {
                arguments.push(part(self)?);
                if !self.takes(",") {
                    break;
                }
            }
            self.needs(")")?;
        }
        Node::call(op, arguments, self.since(&start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::cql2::op::Comparison::Equal;

    #[test]
    fn parts_know_where_they_stand() {
        let node = read("a = 1 AND  b = 'ñ'").expect("a filter");
        let Expr::Call(Op::And, parts) = &node.expr else { panic!("{node:?}") };
        let Expr::Call(Op::Compare(Equal), _) = &parts[1].expr else { panic!("{node:?}") };
        assert!(matches!(parts[1].at, At::Text { start: 11, end: 19 }), "{:?}", parts[1].at);
    }
}
