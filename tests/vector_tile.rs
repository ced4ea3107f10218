//! Reads a vector tile (MVT 2.1) by the words of the specification, strictly: what is not allowed in one fails.

use std::collections::BTreeSet;

use geo_types::{Coord, Geometry, LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon};

/// A layer of a tile.
#[derive(Debug, Clone)]
pub struct Layer {
    pub name: String,
    pub features: Vec<Drawn>,
}

/// A feature of a tile, its geometry in units of the tile.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub id: Option<u64>,
    pub properties: Vec<(String, Said)>,
    pub geometry: Geometry<f64>,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    Text(String),
    Whole(i64),
    Number(f64),
    Truth(bool),
}

impl Drawn {
    pub fn get(&self, name: &str) -> Option<&Said> {
        self.properties.iter().find(|(n, _)| n == name).map(|(_, value)| value)
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Said::Text(text)) => Some(text),
            _ => None,
        }
    }
}

/// The layers of a tile.
pub fn read(tile: &[u8]) -> Vec<Layer> {
    fields(tile)
        .into_iter()
        .map(|(field, value)| if field == 3 { layer(value.bytes()) } else { panic!("{field}") })
        .collect()
}

enum Value<'a> {
    Varint(u64),
    Fixed(u64),
    Bytes(&'a [u8]),
}

impl<'a> Value<'a> {
    fn bytes(&self) -> &'a [u8] {
        let Value::Bytes(bytes) = self else { panic!("bytes are wanted") };
        bytes
    }

    fn number(&self) -> u64 {
        let Value::Varint(number) = self else { panic!("a number is wanted") };
        *number
    }
}

fn varint(bytes: &mut &[u8]) -> u64 {
    let mut number = 0;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first().expect("a number has an end");
        *bytes = rest;
        number |= u64::from(byte & 127) << shift;
        if *byte < 128 {
            return number;
        }
    }
    panic!("a number of more than 64 bits");
}

fn fields(mut bytes: &[u8]) -> Vec<(u64, Value<'_>)> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let tag = varint(&mut bytes);
        let value = match tag & 7 {
            0 => Value::Varint(varint(&mut bytes)),
            1 => {
                let (fixed, rest) = bytes.split_at(8);
                bytes = rest;
                Value::Fixed(u64::from_le_bytes(fixed.try_into().expect("eight bytes")))
            }
            2 => {
                let length = varint(&mut bytes) as usize;
                let (part, rest) = bytes.split_at(length);
                bytes = rest;
                Value::Bytes(part)
            }
            other => panic!("wire type {other}"),
        };
        all.push((tag >> 3, value));
    }
    all
}

fn numbers(mut bytes: &[u8]) -> Vec<u32> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        all.push(u32::try_from(varint(&mut bytes)).expect("32 bits"));
    }
    all
}

fn layer(bytes: &[u8]) -> Layer {
    let fields = fields(bytes);
    let one = |field| fields.iter().find(|(f, _)| *f == field).map(|(_, value)| value).expect("a field");
    assert_eq!((one(15).number(), one(5).number()), (2, 4096), "version and extent");
    let of = |field| fields.iter().filter(move |(f, _)| *f == field).map(|(_, value)| value.bytes());
    let text = |bytes: &[u8]| std::str::from_utf8(bytes).expect("UTF-8").to_owned();
    let keys: Vec<String> = of(3).map(text).collect();
    let values: Vec<Said> = of(4).map(said).collect();
    assert_eq!(of(3).collect::<BTreeSet<&[u8]>>().len(), keys.len(), "names stand once");
    let name = text(one(1).bytes());
    Layer { features: of(2).map(|feature| drawn(feature, &keys, &values)).collect(), name }
}

fn said(bytes: &[u8]) -> Said {
    let fields = fields(bytes);
    let [(field, value)] = fields.as_slice() else { panic!("one value") };
    let whole = |number: u64| i64::try_from(number).expect("63 bits");
    match (field, value) {
        (1, Value::Bytes(text)) => Said::Text(std::str::from_utf8(text).expect("UTF-8").to_owned()),
        (3, Value::Fixed(bits)) => Said::Number(f64::from_bits(*bits)),
        (5, Value::Varint(number)) => Said::Whole(whole(*number)),
        (6, Value::Varint(folded)) => Said::Whole((folded >> 1) as i64 ^ -((folded & 1) as i64)),
        (7, Value::Varint(truth)) => Said::Truth(*truth == 1),
        _ => panic!("field {field}"),
    }
}

fn drawn(bytes: &[u8], keys: &[String], values: &[Said]) -> Drawn {
    let (mut id, mut tags, mut kind, mut commands) = (None, Vec::new(), 0, Vec::new());
    for (field, value) in fields(bytes) {
        match field {
            1 => id = Some(value.number()),
            2 => tags = numbers(value.bytes()),
            3 => kind = value.number(),
            4 => commands = numbers(value.bytes()),
            other => panic!("field {other}"),
        }
    }
    let properties =
        tags.chunks(2).map(|pair| (keys[pair[0] as usize].clone(), values[pair[1] as usize].clone()));
    Drawn { id, properties: properties.collect(), geometry: geometry(kind, &commands) }
}

fn geometry(kind: u64, commands: &[u32]) -> Geometry<f64> {
    let mut paths: Vec<Vec<Coord<f64>>> = Vec::new();
    let (mut x, mut y) = (0_i32, 0_i32);
    let mut rest = commands.iter();
    while let Some(command) = rest.next() {
        let (what, times) = (command & 7, command >> 3);
        if what == 7 {
            let path = paths.last_mut().expect("a ring to close");
            assert!(kind == 3 && times == 1 && path.len() >= 3, "a ring has three positions");
            path.push(path[0]);
            continue;
        }
        for _ in 0..times {
            let mut step = || {
                let folded = *rest.next().expect("a parameter");
                (folded >> 1) as i32 ^ -((folded & 1) as i32)
            };
            let (dx, dy) = (step(), step());
            (x, y) = (x + dx, y + dy);
            let at = Coord { x: f64::from(x), y: f64::from(y) };
            match what {
                1 => paths.push(vec![at]),
                2 => {
                    assert_ne!((dx, dy), (0, 0), "a step leads somewhere");
                    paths.last_mut().expect("a path").push(at);
                }
                other => panic!("command {other}"),
            }
        }
    }
    assert!(!paths.is_empty(), "a feature has a geometry");
    match kind {
        1 => Geometry::MultiPoint(MultiPoint(paths.into_iter().map(|path| Point(path[0])).collect())),
        2 => {
            assert!(paths.iter().all(|path| path.len() >= 2), "a line has two positions");
            Geometry::MultiLineString(MultiLineString(paths.into_iter().map(LineString::new).collect()))
        }
        3 => {
            let mut areas: Vec<Polygon<f64>> = Vec::new();
            for ring in paths.into_iter().map(LineString::new) {
                let area: f64 = ring.lines().map(|l| l.start.x * l.end.y - l.end.x * l.start.y).sum();
                assert_ne!(area, 0.0, "a ring has an area");
                // The winding tells an outer ring from a hole (4.3.3.3).
                match area > 0.0 {
                    true => areas.push(Polygon::new(ring, Vec::new())),
                    false => areas.last_mut().expect("a hole is of an area").interiors_push(ring),
                }
            }
            Geometry::MultiPolygon(MultiPolygon(areas))
        }
        other => panic!("type {other}"),
    }
}
