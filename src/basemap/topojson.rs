//! Reads the TopoJSON that `geodata/basemap/derive.mjs` writes.
//!
//! The `topojson` crate (0.5) holds on to geojson 0.23, a second copy of the types beside geojson 1, and
//! decodes a whole file at once. This reader takes only what our files use (quantised arcs; no
//! unquantised coordinates, no arrays of identifiers) and decodes an object when it is asked for.

use std::collections::BTreeMap;

use geo_types::{Coord, LineString, MultiLineString, MultiPolygon, Point, Polygon};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// What can be wrong with a topology.
#[derive(Debug, thiserror::Error)]
pub enum TopologyError {
    /// Not JSON, or not of the expected shape.
    #[error("not a topology of the expected shape: {0}")]
    Json(#[from] serde_json::Error),
    /// No object of this name.
    #[error("the topology has no object {0:?}")]
    NoObject(String),
    /// A geometry of a type that our files do not use.
    #[error("geometry of type {0:?} is not read here")]
    Type(String),
    /// A geometry without the member its type demands.
    #[error("{0} without {1}")]
    Missing(String, &'static str),
    /// An arc number beyond the list of arcs.
    #[error("arc {arc} is out of range: there are {count}")]
    Arc { arc: i64, count: usize },
    /// Two arcs that should join do not (TopoJSON 2.2.3).
    #[error("arc {0} does not begin where the one before it ends")]
    Gap(i64),
    /// A ring that does not close, or has fewer than four positions (RFC 7946, 3.1.6).
    #[error("a ring is not closed, or has fewer than four positions")]
    Ring,
}

/// A decoded geometry; longitude is x, latitude is y, in degrees (WGS 84).
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A geometry of type null: a feature without a place of its own.
    Nothing,
    /// A point.
    Point(Point<f64>),
    /// One or more lines.
    Lines(MultiLineString<f64>),
    /// One or more polygons.
    Area(MultiPolygon<f64>),
}

/// A geometry with its identifier and properties.
#[derive(Debug, Clone, PartialEq)]
pub struct Feature<P> {
    /// The member `id`, if there is one.
    pub id: Option<String>,
    /// The member `properties`.
    pub properties: P,
    /// Where it is.
    pub shape: Shape,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

impl Transform {
    fn apply(&self, x: i64, y: i64) -> Coord<f64> {
        Coord {
            x: x as f64 * self.scale[0] + self.translate[0],
            y: y as f64 * self.scale[1] + self.translate[1],
        }
    }
}

#[derive(Deserialize)]
struct File<'a> {
    transform: Transform,
    #[serde(borrow)]
    objects: BTreeMap<&'a str, &'a RawValue>,
    arcs: Vec<Vec<[i64; 2]>>,
}

#[derive(Deserialize)]
struct Geometry<'a> {
    r#type: Option<&'a str>,
    id: Option<String>,
    #[serde(borrow)]
    properties: Option<&'a RawValue>,
    #[serde(borrow)]
    arcs: Option<&'a RawValue>,
    coordinates: Option<[i64; 2]>,
    #[serde(borrow, default)]
    geometries: Vec<Geometry<'a>>,
}

/// A topology: arcs decoded, objects still text.
pub struct Topology<'a> {
    transform: Transform,
    objects: BTreeMap<&'a str, &'a RawValue>,
    arcs: Vec<Vec<Coord<f64>>>,
}

impl<'a> Topology<'a> {
    /// Reads a file and decodes its arcs.
    pub fn read(bytes: &'a [u8]) -> Result<Self, TopologyError> {
        let file: File<'a> = serde_json::from_slice(bytes)?;
        let decode = |arc: &Vec<[i64; 2]>| {
            let (mut x, mut y) = (0, 0);
            arc.iter()
                .map(|[dx, dy]| {
                    x += dx;
                    y += dy;
                    file.transform.apply(x, y)
                })
                .collect()
        };
        let arcs = file.arcs.iter().map(decode).collect();
        Ok(Topology { transform: file.transform, objects: file.objects, arcs })
    }

    /// The names of its objects.
    pub fn objects(&self) -> impl Iterator<Item = &str> {
        self.objects.keys().copied()
    }

    /// The features of an object, collections opened. `P` is read from `properties`, or from `{}` without them.
    pub fn features<P: DeserializeOwned>(&self, object: &str) -> Result<Vec<Feature<P>>, TopologyError> {
        let raw = self.objects.get(object).ok_or_else(|| TopologyError::NoObject(object.to_owned()))?;
        let mut features = Vec::new();
        self.collect(serde_json::from_str(raw.get())?, &mut features)?;
        Ok(features)
    }

    fn collect<P: DeserializeOwned>(
        &self,
        geometry: Geometry<'a>,
        into: &mut Vec<Feature<P>>,
    ) -> Result<(), TopologyError> {
        if geometry.r#type == Some("GeometryCollection") {
            return geometry.geometries.into_iter().try_for_each(|g| self.collect(g, into));
        }
        let shape = self.shape(&geometry)?;
        let properties = serde_json::from_str(geometry.properties.map_or("{}", RawValue::get))?;
        into.push(Feature { id: geometry.id, properties, shape });
        Ok(())
    }

    fn shape(&self, geometry: &Geometry) -> Result<Shape, TopologyError> {
        let Some(kind) = geometry.r#type else { return Ok(Shape::Nothing) };
        let missing = |member| TopologyError::Missing(kind.to_owned(), member);
        if kind == "Point" {
            let [x, y] = geometry.coordinates.ok_or_else(|| missing("coordinates"))?;
            return Ok(Shape::Point(self.transform.apply(x, y).into()));
        }
        let arcs = geometry.arcs.ok_or_else(|| missing("arcs"))?.get();
        Ok(match kind {
            "LineString" => {
                Shape::Lines(MultiLineString(vec![self.line(&serde_json::from_str::<Vec<i64>>(arcs)?)?]))
            }
            "MultiLineString" => {
                let lines: Vec<Vec<i64>> = serde_json::from_str(arcs)?;
                Shape::Lines(MultiLineString(lines.iter().map(|l| self.line(l)).collect::<Result<_, _>>()?))
            }
            "Polygon" => {
                Shape::Area(MultiPolygon(vec![self.polygon(&serde_json::from_str::<Vec<Vec<i64>>>(arcs)?)?]))
            }
            "MultiPolygon" => {
                let polygons: Vec<Vec<Vec<i64>>> = serde_json::from_str(arcs)?;
                Shape::Area(MultiPolygon(polygons.iter().map(|p| self.polygon(p)).collect::<Result<_, _>>()?))
            }
            other => return Err(TopologyError::Type(other.to_owned())),
        })
    }

    fn line(&self, numbers: &[i64]) -> Result<LineString<f64>, TopologyError> {
        let mut line: Vec<Coord<f64>> = Vec::new();
        for &number in numbers {
            let reversed = number < 0;
            let index = if reversed { !number } else { number };
            let arc = usize::try_from(index)
                .ok()
                .and_then(|i| self.arcs.get(i))
                .ok_or(TopologyError::Arc { arc: number, count: self.arcs.len() })?;
            let first = if reversed { arc.last() } else { arc.first() };
            if !line.is_empty() && line.last() != first {
                return Err(TopologyError::Gap(number));
            }
            // The joint stands in both arcs; it is kept once.
            let skip = usize::from(!line.is_empty());
            if reversed {
                line.extend(arc.iter().rev().skip(skip));
            } else {
                line.extend(arc.iter().skip(skip));
            }
        }
        Ok(LineString(line))
    }

    fn polygon(&self, rings: &[Vec<i64>]) -> Result<Polygon<f64>, TopologyError> {
        let mut rings = rings
            .iter()
            .map(|ring| {
                let line = self.line(ring)?;
                let closed = line.0.len() >= 4 && line.0.first() == line.0.last();
                closed.then_some(line).ok_or(TopologyError::Ring)
            })
            .collect::<Result<Vec<_>, _>>()?
            .into_iter();
        let exterior = rings.next().ok_or(TopologyError::Ring)?;
        Ok(Polygon::new(exterior, rings.collect()))
    }
}
