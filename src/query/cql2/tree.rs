//! The syntax tree: what text and JSON both mean, and what both are written from.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Fault, MOST_DEEP, Op};
use crate::collection::geometry::Geometry;

/// Where a part of a filter stands. Two trees are equal whatever the place of their parts.
#[derive(Debug, Clone)]
pub enum At {
    /// From one byte of the text up to another.
    Text {
        /// The first.
        start: usize,
        /// The one after the last.
        end: usize,
    },
    /// JSON Pointer (RFC 6901).
    Pointer(String),
}

impl PartialEq for At {
    fn eq(&self, _: &At) -> bool {
        true
    }
}

/// A part of a filter and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub expr: Expr,
    /// Where it stands.
    pub at: At,
    /// How many levels of operators it holds.
    pub height: usize,
}

/// What a part of a filter is.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// A property by its name.
    Property(String),
    /// A text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Any other number; finite.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// A day.
    Date(Date),
    /// A moment.
    Moment(Timestamp),
    /// From one instant to another.
    Interval(Box<[Node; 2]>),
    /// The open end of an interval.
    Open,
    /// A geometry, in the order of axes in which it was written.
    Geometry(Geometry),
    /// A box of four numbers, or six with heights.
    Bbox(Vec<f64>),
    /// Several values.
    Array(Vec<Node>),
    /// An operator or function with its arguments.
    Call(Op, Vec<Node>),
}

impl Node {
    /// A part without operators in it.
    pub fn leaf(expr: Expr, at: At) -> Node {
        Node { expr, at, height: 0 }
    }

    /// Several values.
    pub fn array(elements: Vec<Node>, at: At) -> Result<Node, Fault> {
        let height = over(&elements, &at)?;
        Ok(Node { expr: Expr::Array(elements), at, height })
    }

    /// An operator with its arguments. Their number must fit, and levels are limited.
    pub fn call(op: Op, arguments: Vec<Node>, at: At) -> Result<Node, Fault> {
        let (least, most) = op.arguments();
        if arguments.len() < least || arguments.len() > most {
            let wanted = match least == most {
                true => least.to_string(),
                false => format!("{least} or more"),
            };
            let reason = format!("`{}` takes {wanted} argument(s); these are {}", op.name(), arguments.len());
            return Err(Fault::new(&at, reason).allowed("", [format!("{wanted} argument(s)").as_str()]));
        }
        let height = over(&arguments, &at)?;
        Ok(Node { expr: Expr::Call(op, arguments), at, height })
    }
}

fn over(parts: &[Node], at: &At) -> Result<usize, Fault> {
    let height = parts.iter().map(|node| node.height).max().unwrap_or_default() + 1;
    if height > MOST_DEEP { Err(too_deep(at)) } else { Ok(height) }
}

/// More levels than are read.
pub fn too_deep(at: &At) -> Fault {
    let reason = format!("at most {MOST_DEEP} levels of operators and parentheses are read");
    Fault::new(at, reason).allowed("", [format!("at most {MOST_DEEP} levels").as_str()])
}
