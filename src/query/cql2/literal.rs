//! Values that text writes like functions: days, moments, intervals, boxes and geometries (well-known text).

use super::reader::Reader;
use super::token::Token;
use super::{Expr, Fault, Node, shape};
use crate::collection::geometry::{Geometry, Position};
use crate::query::datetime;

/// Their names.
pub const WORDS: [&str; 11] = [
    "DATE",
    "TIMESTAMP",
    "INTERVAL",
    "BBOX",
    "POINT",
    "LINESTRING",
    "POLYGON",
    "MULTIPOINT",
    "MULTILINESTRING",
    "MULTIPOLYGON",
    "GEOMETRYCOLLECTION",
];
/// How a day is written.
pub const DAY: &str = "YYYY-MM-DD";
/// How a moment is written.
pub const MOMENT: &str = "YYYY-MM-DDThh:mm:ssZ";
/// Ends of an interval.
pub const ENDS: [&str; 3] = ["'..'", "'2019-07-05'", "'2019-07-05T12:00:00Z'"];
/// A box.
pub const BOX: &str = "BBOX(-70, -30, -60, -20)";
/// Geometries.
pub const SHAPES: [&str; 3] =
    ["POINT(-65.3 -24.2)", "LINESTRING(-66 -25, -65 -24)", "POLYGON((-66 -25, -65 -25, -65 -24, -66 -25))"];
/// Where the geometries among the names begin.
const GEOMETRIES: usize = 4;

/// Whether the next words are a geometry with heights: `POINT Z (…)`.
pub fn is_geometry(reader: &Reader) -> bool {
    let Token::Word(word) = reader.token() else { return false };
    let heights = matches!(reader.token_after(), Token::Word(z) if z.eq_ignore_ascii_case("Z"));
    heights && WORDS[GEOMETRIES..].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Reads an expression.
type Read = fn(&mut Reader) -> Result<Node, Fault>;

/// Reads one, if the next word begins one. `operand` reads the end of an interval that is not written out.
pub fn read(reader: &mut Reader, word: &str, operand: Read) -> Result<Option<Node>, Fault> {
    let Some(word) = WORDS.into_iter().find(|known| known.eq_ignore_ascii_case(word)) else {
        return Ok(None);
    };
    let at = reader.here();
    let expr = match word {
        "DATE" | "TIMESTAMP" => {
            reader.pass();
            reader.needs("(")?;
            let here = reader.here();
            let Token::Text(text) = reader.token().clone() else {
                let fault = reader.expected("a text in quotes was expected, such as '2019-07-05'");
                return Err(fault.forms(["'2019-07-05'", "'2019-07-05T12:00:00Z'"]));
            };
            reader.pass();
            reader.needs(")")?;
            let (expr, form) = if word == "DATE" { (day(&text), DAY) } else { (moment(&text), MOMENT) };
            expr.map_err(|reason| Fault::new(&here, reason).allowed("", [form]))?
        }
        "INTERVAL" => {
            reader.pass();
            reader.needs("(")?;
            let start = end(reader, operand)?;
            reader.needs(",")?;
            let end = end(reader, operand)?;
            reader.needs(")")?;
            Expr::Interval(Box::new([start, end]))
        }
        "BBOX" => {
            reader.pass();
            reader.needs("(")?;
            let mut numbers = vec![number(reader)?];
            while reader.takes(",") {
                numbers.push(number(reader)?);
            }
            reader.needs(")")?;
            let fault = |reason| Fault::new(&reader.since(&at), reason).forms([BOX]);
            shape::check_box(&numbers).map_err(fault)?;
            Expr::Bbox(numbers)
        }
        _ => {
            let geometry = geometry(reader)?;
            let fault = |reason| Fault::new(&reader.since(&at), reason).forms(SHAPES);
            shape::check(&geometry).map_err(fault)?;
            Expr::Geometry(geometry)
        }
    };
    let at = reader.since(&at);
    Ok(Some(Node::leaf(expr, at)))
}

/// A day that there is.
pub fn day(text: &str) -> Result<Expr, String> {
    let form = || format!("`{text}` is no date; write YYYY-MM-DD");
    datetime::day(text).map(Expr::Date).ok_or_else(form)
}

/// A moment of RFC 3339.
pub fn moment(text: &str) -> Result<Expr, String> {
    let form = || format!("`{text}` is no moment; write YYYY-MM-DDThh:mm:ssZ");
    datetime::moment(text).map(Expr::Moment).ok_or_else(form)
}

/// One end of an interval by its text alone.
pub fn instant(text: &str) -> Result<Expr, String> {
    let form = || format!("`{text}` is no end of an interval; write '..', a date or a moment");
    if text == ".." {
        return Ok(Expr::Open);
    }
    day(text).or_else(|_| moment(text)).map_err(|_| form())
}

fn end(reader: &mut Reader, operand: Read) -> Result<Node, Fault> {
    let Token::Text(text) = reader.token().clone() else { return operand(reader) };
    let at = reader.here();
    reader.pass();
    let expr = instant(&text).map_err(|reason| Fault::new(&at, reason).forms(ENDS))?;
    Ok(Node::leaf(expr, at))
}

fn number(reader: &mut Reader) -> Result<f64, Fault> {
    let negative = reader.takes("-");
    if !negative {
        reader.takes("+");
    }
    let number = match reader.token() {
        Token::Integer(number) => *number as f64,
        Token::Number(number) => *number,
        _ => return Err(reader.expected("a number was expected").forms(["1.5"])),
    };
    reader.pass();
    Ok(if negative { -number } else { number })
}

fn geometry(reader: &mut Reader) -> Result<Geometry, Fault> {
    let Token::Word(word) = reader.token().clone() else {
        return Err(reader
            .expected("a geometry was expected")
            .allowed("", WORDS[GEOMETRIES..].iter().copied()));
    };
    reader.pass();
    if matches!(reader.token(), Token::Word(z) if z.eq_ignore_ascii_case("Z")) {
        reader.pass();
    }
    Ok(match word.to_ascii_uppercase().as_str() {
        "POINT" => {
            reader.needs("(")?;
            let point = position(reader)?;
            reader.needs(")")?;
            Geometry::Point(point)
        }
        "LINESTRING" => Geometry::LineString(line(reader)?),
        "POLYGON" => Geometry::Polygon(list(reader, line)?),
        "MULTIPOINT" => Geometry::MultiPoint(list(reader, point)?),
        "MULTILINESTRING" => Geometry::MultiLineString(list(reader, line)?),
        "MULTIPOLYGON" => Geometry::MultiPolygon(list(reader, |reader| list(reader, line))?),
        "GEOMETRYCOLLECTION" => Geometry::Collection(reader.within(|reader| list(reader, geometry))?),
        _ => {
            let fault = reader.expected("a geometry was expected before this");
            return Err(fault.allowed(&word, WORDS[GEOMETRIES..].iter().copied()));
        }
    })
}

fn list<T>(reader: &mut Reader, part: impl Fn(&mut Reader) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
    reader.needs("(")?;
    let mut all = vec![part(reader)?];
    while reader.takes(",") {
        all.push(part(reader)?);
    }
    reader.needs(")")?;
    Ok(all)
}

fn line(reader: &mut Reader) -> Result<Vec<Position>, Fault> {
    list(reader, position)
}

/// `MULTIPOINT(1 2, 3 4)` is the older form of `MULTIPOINT((1 2), (3 4))`.
fn point(reader: &mut Reader) -> Result<Position, Fault> {
    if !reader.takes("(") {
        return position(reader);
    }
    let point = position(reader)?;
    reader.needs(")")?;
    Ok(point)
}

fn position(reader: &mut Reader) -> Result<Position, Fault> {
    let (x, y) = (number(reader)?, number(reader)?);
    let more = matches!(reader.token(), Token::Integer(_) | Token::Number(_) | Token::Sign("-" | "+"));
    let z = if more { Some(number(reader)?) } else { None };
    Ok(Position { x, y, z })
}
