//! Writes a tree as CQL2 text.

use std::fmt::{self, Display, Write};

use super::op::Arithmetic;
use super::{Expr, Node, Op, token};

/// How closely something binds; what binds less closely than its surroundings wants takes parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Or,
    And,
    Not,
    Predicate,
    Sum,
    Product,
    Power,
    Operand,
}

/// The filter as text.
pub fn write(node: &Node) -> String {
    let mut out = String::new();
    // Writing to memory does not fail.
    let _ = put(&mut out, node, Rank::Or);
    out
}

fn rank(node: &Node) -> Rank {
    let Expr::Call(op, _) = &node.expr else { return Rank::Operand };
    match op {
        Op::Or => Rank::Or,
        Op::And => Rank::And,
        Op::Not => Rank::Not,
        Op::Compare(_) | Op::Like | Op::Between | Op::In | Op::IsNull => Rank::Predicate,
        Op::Arithmetic(Arithmetic::Add | Arithmetic::Subtract) => Rank::Sum,
        Op::Arithmetic(Arithmetic::Power) => Rank::Power,
        Op::Arithmetic(_) => Rank::Product,
        _ => Rank::Operand,
    }
}

fn put(out: &mut String, node: &Node, wanted: Rank) -> fmt::Result {
    let loose = rank(node) < wanted;
    if loose {
        out.push('(');
    }
    match &node.expr {
        Expr::Property(name) if token::is_plain(name) => out.push_str(name),
        Expr::Property(name) => write!(out, "\"{}\"", name.replace('"', "\"\""))?,
        Expr::Text(text) => quoted(out, text),
        Expr::Integer(number) => write!(out, "{number}")?,
        Expr::Number(number) => put_number(out, *number)?,
        Expr::Boolean(truth) => out.push_str(if *truth { "TRUE" } else { "FALSE" }),
        Expr::Date(day) => write!(out, "DATE('{day}')")?,
        Expr::Moment(moment) => write!(out, "TIMESTAMP('{moment}')")?,
        Expr::Open => out.push_str("'..'"),
        Expr::Interval(ends) => {
            out.push_str("INTERVAL(");
            end(out, &ends[0])?;
            out.push_str(", ");
            end(out, &ends[1])?;
            out.push(')');
        }
        Expr::Bbox(numbers) => {
            out.push_str("BBOX");
            list(out, numbers, |out, number| put_number(out, *number))?;
        }
        Expr::Geometry(geometry) => out.push_str(&geometry.wkt()),
        Expr::Array(elements) => list(out, elements, |out, element| put(out, element, Rank::Or))?,
        Expr::Call(op, arguments) => call(out, *op, arguments)?,
    }
    if loose {
        out.push(')');
    }
    Ok(())
}

fn call(out: &mut String, op: Op, arguments: &[Node]) -> fmt::Result {
    match (op, arguments) {
        (Op::And, parts) => joined(out, parts, " AND ", Rank::Not),
        (Op::Or, parts) => joined(out, parts, " OR ", Rank::And),
        (Op::Not, [inner]) => {
            out.push_str("NOT ");
            put(out, inner, Rank::Not)
        }
        (Op::Compare(_), [a, b]) => infix(out, a, op.name(), b, [Rank::Sum; 2]),
        (Op::Like, [a, b]) => infix(out, a, "LIKE", b, [Rank::Sum; 2]),
        (Op::In, [a, b]) => infix(out, a, "IN", b, [Rank::Sum; 2]),
        (Op::Between, [value, low, high]) => {
            put(out, value, Rank::Sum)?;
            out.push_str(" BETWEEN ");
            put(out, low, Rank::Sum)?;
            out.push_str(" AND ");
            put(out, high, Rank::Sum)
        }
        (Op::IsNull, [value]) => {
            put(out, value, Rank::Sum)?;
            out.push_str(" IS NULL");
            Ok(())
        }
        (Op::Arithmetic(Arithmetic::Add | Arithmetic::Subtract), [a, b]) => {
            infix(out, a, op.name(), b, [Rank::Sum, Rank::Product])
        }
        (Op::Arithmetic(Arithmetic::Power), [a, b]) => infix(out, a, "^", b, [Rank::Operand; 2]),
        (Op::Arithmetic(_), [a, b]) => infix(out, a, op.name(), b, [Rank::Product, Rank::Power]),
        (op, arguments) => {
            out.push_str(&op.name().to_ascii_uppercase());
            list(out, arguments, |out, argument| put(out, argument, Rank::Or))
        }
    }
}

fn infix(out: &mut String, a: &Node, sign: &str, b: &Node, [left, right]: [Rank; 2]) -> fmt::Result {
    put(out, a, left)?;
    write!(out, " {sign} ")?;
    put(out, b, right)
}

fn joined(out: &mut String, parts: &[Node], between: &str, wanted: Rank) -> fmt::Result {
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            out.push_str(between);
        }
        put(out, part, wanted)?;
    }
    Ok(())
}

fn list<T>(out: &mut String, all: &[T], put: impl Fn(&mut String, &T) -> fmt::Result) -> fmt::Result {
    out.push('(');
    for (n, each) in all.iter().enumerate() {
        if n > 0 {
            out.push_str(", ");
        }
        put(out, each)?;
    }
    out.push(')');
    Ok(())
}

/// A quote is written twice; after a backslash, which would take the first of the two to itself, once.
fn quoted(out: &mut String, text: &str) {
    out.push('\'');
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\'' if before == '\\' => out.push_str("\\'"),
            '\'' => out.push_str("''"),
            _ => out.push(c),
        }
        before = c;
    }
    out.push('\'');
}

/// Whole numbers keep their point, so that they are read back as the numbers they were.
fn put_number(out: &mut String, number: f64) -> fmt::Result {
    if number.abs() >= 1e16 || (number != 0.0 && number.abs() < 1e-5) {
        return write!(out, "{number:e}");
    }
    write!(out, "{number:?}")
}

fn end(out: &mut String, node: &Node) -> fmt::Result {
    let bare: &dyn Display = match &node.expr {
        Expr::Date(day) => day,
        Expr::Moment(moment) => moment,
        _ => return put(out, node, Rank::Sum),
    };
    write!(out, "'{bare}'")
}
