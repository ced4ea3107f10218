//! What an argument is.

use super::Checker;
use crate::collection::{Field, FieldType, Schema};
use crate::fold::Fold;
use crate::query::cql2::shape::Shape;
use crate::query::cql2::typed::{Instant, Number, Text, Time};
use crate::query::cql2::{Expr, Fault, Node, Op};

/// How a place is written.
const POINT: &str = "POINT(-65.3 -24.2)";

/// An argument with its type.
pub enum Operand<'n> {
    /// A text that is written out.
    Literal(String),
    /// A text of a property.
    Text(Text),
    /// A property of lists, and the type of the values in them.
    List(usize, FieldType),
    /// A number.
    Number(Number),
    /// An instant or an interval.
    Time(Time),
    /// TRUE or FALSE.
    Boolean(bool),
    /// A property that is true or false.
    Truth(usize),
    /// The geometry of the feature.
    Geometry,
    /// A geometry that is written out.
    Shape(Box<Shape>),
    /// Several values.
    Array(&'n [Node]),
    /// A condition.
    Condition,
}

impl Operand<'_> {
    /// What it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            Operand::Literal(_) | Operand::Text(Text { list: false, .. }) => "a text",
            Operand::Text(_) | Operand::List(_, FieldType::Text) => "a property of several texts",
            Operand::List(_, FieldType::Boolean) => "a property of several that are true or false",
            Operand::List(..) => "a property of several numbers",
            Operand::Number(_) => "a number",
            Operand::Time(Time::From(..)) => "an interval",
            Operand::Time(Time::At(instant)) if instant.is_day() => "a date",
            Operand::Time(_) => "a moment",
            Operand::Boolean(_) | Operand::Truth(_) => "true or false",
            Operand::Geometry | Operand::Shape(_) => "a geometry",
            Operand::Array(_) => "a list of values",
            Operand::Condition => "a condition",
        }
    }

    /// How a value of this type is written.
    pub fn form(&self) -> &'static str {
        match self {
            Operand::Literal(_) | Operand::Text(_) => "'text'",
            Operand::Number(_) => "1.5",
            Operand::Time(Time::At(instant)) if instant.is_day() => "DATE('2019-07-05')",
            Operand::Time(_) => "TIMESTAMP('2019-07-05T12:00:00Z')",
            Operand::Boolean(_) | Operand::Truth(_) => "TRUE",
            Operand::Geometry | Operand::Shape(_) => POINT,
            Operand::Array(_) | Operand::List(_, FieldType::Text) => "('a', 'b')",
            Operand::List(_, FieldType::Boolean) => "(TRUE)",
            Operand::List(..) => "(1, 2)",
            Operand::Condition => "name = 'text'",
        }
    }
}

impl Checker<'_> {
    /// The type of an argument.
    pub fn operand<'n>(&self, node: &'n Node) -> Result<Operand<'n>, Fault> {
        self.look_at(node)?;
        let fault = |reason: String| Fault::new(&node.at, reason);
        Ok(match &node.expr {
            Expr::Property(name) => return self.property(node, name),
            Expr::Text(text) => Operand::Literal(text.clone()),
            // Whole numbers beyond 2^53 are compared exactly where they stand alone (see `number`).
            Expr::Integer(number) => Operand::Number(Number::Is(*number as f64)),
            Expr::Number(number) => Operand::Number(Number::Is(*number)),
            Expr::Boolean(truth) => Operand::Boolean(*truth),
            Expr::Date(_) | Expr::Moment(_) | Expr::Interval(_) => Operand::Time(self.time(node)?),
            Expr::Open => {
                let fault = fault("an open end stands in an interval alone".to_owned());
                return Err(fault.forms(["INTERVAL('2019-01-01', '..')"]));
            }
            Expr::Geometry(geometry) => {
                let shape = self.shape(geometry).map_err(|reason| fault(reason).forms([POINT]))?;
                Operand::Shape(Box::new(shape))
            }
            Expr::Bbox(numbers) => {
                let area =
                    self.area(numbers).map_err(|reason| fault(reason).allowed("", [self.box_form()]))?;
                Operand::Shape(Box::new(area))
            }
            Expr::Array(elements) => Operand::Array(elements),
            Expr::Call(Op::Arithmetic(op), arguments) => {
                let numbers: Result<Vec<Number>, Fault> = arguments.iter().map(|n| self.number(n)).collect();
                match <[Number; 2]>::try_from(numbers?) {
                    Ok([Number::Is(a), Number::Is(b)]) => Operand::Number(Number::Is(op.of(a, b))),
                    Ok(both) => Operand::Number(Number::Made(*op, Box::new(both))),
                    Err(_) => return Err(fault("two numbers were expected".to_owned())),
                }
            }
            Expr::Call(Op::CaseI, arguments) => return self.folded(arguments, Fold::Case),
            Expr::Call(Op::AccentI, arguments) => return self.folded(arguments, Fold::Accents),
            Expr::Call(..) => Operand::Condition,
        })
    }

    fn property(&self, node: &Node, name: &str) -> Result<Operand<'static>, Fault> {
        let Schema { fields, .. } = self.schema;
        let Some(at) = self.schema.position(name) else {
            let geometry = self.schema.geometry_name();
            if name == geometry {
                return Ok(Operand::Geometry);
            }
            let fault = Fault::new(&node.at, format!("there is no property `{name}`"));
            return Err(fault.allowed(name, self.names()));
        };
        let Field { kind, list, .. } = fields[at];
        if let Some(items) = fields[at].items() {
            return Ok(Operand::List(at, items));
        }
        Ok(match kind {
            FieldType::Text => Operand::Text(Text { field: at, list, folds: Vec::new() }),
            FieldType::Integer | FieldType::Number => Operand::Number(Number::Of(at)),
            FieldType::Date => Operand::Time(Time::At(Instant::DayOf(at, self.precision(name)))),
            FieldType::DateTime => Operand::Time(Time::At(Instant::MomentOf(at))),
            FieldType::Boolean => Operand::Truth(at),
            FieldType::Json => {
                let reason = format!("`{name}` holds objects or lists of them, which cannot be asked for");
                let names = self.schema.queryables().map(|f| f.name.as_str());
                return Err(Fault::new(&node.at, reason).allowed("", names));
            }
        })
    }

    /// The property that says how much of a date is known. One's own layers have none.
    fn precision(&self, name: &str) -> Option<usize> {
        let at = self.schema.position(&format!("{name}_precision"))?;
        let coded = self.schema.fields[at].codes.iter().any(|(code, _)| code == "year");
        coded.then_some(at)
    }

    fn folded(&self, arguments: &[Node], fold: Fold) -> Result<Operand<'static>, Fault> {
        let [argument] = arguments else { return Ok(Operand::Literal(String::new())) };
        match self.operand(argument)? {
            Operand::Literal(text) => Ok(Operand::Literal(fold.of(&text).into_owned())),
            Operand::Text(mut text) => {
                text.folds.push(fold);
                text.folds.dedup();
                Ok(Operand::Text(text))
            }
            other => {
                let reason = format!("a text was expected, and this is {}", other.kind());
                Err(Fault::new(&argument.at, reason).forms(["'text'"]))
            }
        }
    }

    /// An argument that must be a number.
    pub fn number(&self, node: &Node) -> Result<Number, Fault> {
        match self.operand(node)? {
            Operand::Number(number) => Ok(number),
            other => {
                let names = self.schema.fields.iter();
                let names = names.filter(|f| matches!(f.kind, FieldType::Integer | FieldType::Number));
                let reason = format!("a number was expected, and this is {}", other.kind());
                Err(Fault::new(&node.at, reason).forms(names.map(|f| f.name.as_str()).chain(["1.5"])))
            }
        }
    }
}
