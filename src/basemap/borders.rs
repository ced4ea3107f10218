//! Which country and which region a point lies in, and how far from one it lies.

use std::collections::BTreeMap;

use geo::{BoundingRect, Closest, Contains, Distance, Haversine, HaversineClosestPoint, Intersects};
use geo_types::{MultiPolygon, Point, Rect};
use serde::Deserialize;

use super::topojson::{Shape, Topology, TopologyError};
use super::{COARSE, FINE};
use crate::atlas::Text;

/// An area with its bounding box, which answers most questions at once.
#[derive(Debug, Clone)]
pub struct Area {
    polygons: MultiPolygon<f64>,
    bounds: Option<Rect<f64>>,
}

impl Area {
    fn new(polygons: MultiPolygon<f64>) -> Self {
        Area { bounds: polygons.bounding_rect(), polygons }
    }

    /// The polygons; longitude is x, latitude is y.
    pub fn polygons(&self) -> &MultiPolygon<f64> {
        &self.polygons
    }

    /// Does the point lie within?
    pub fn contains(&self, point: Point<f64>) -> bool {
        self.bounds.is_some_and(|b| b.intersects(&point)) && self.polygons.contains(&point)
    }

    /// Kilometres from the point to the area along a great circle; 0 within.
    pub fn distance_km(&self, point: Point<f64>) -> f64 {
        if self.contains(point) {
            return 0.0;
        }
        match self.polygons.haversine_closest_point(&point) {
            Closest::Intersection(_) => 0.0,
            Closest::SinglePoint(nearest) => Haversine.distance(point, nearest) / 1000.0,
            Closest::Indeterminate => f64::INFINITY,
        }
    }
}

/// A country or territory, as Natural Earth draws the one in charge.
#[derive(Debug, Clone)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    /// Does the atlas cover it, so that it counts in filters?
    pub covered: bool,
    /// Its land, to about 1 km in the region, 5 to 50 km elsewhere.
    pub area: Area,
}

/// A first-level unit: a province, state, department, parish.
#[derive(Debug, Clone)]
pub struct Region {
    /// ISO 3166-2.
    pub code: String,
    /// Its name, in its own spelling and in Chinese.
    pub name: Text,
    /// Its land; for a unit younger than the map, none.
    pub area: Option<Area>,
    /// The unit in whose area a younger one is found.
    pub within: Option<String>,
}

/// How a point lies to some countries.
#[derive(Debug, Clone, PartialEq)]
pub struct Placing {
    /// The nearest of the countries asked about; none where none of them is known.
    pub nearest: Option<String>,
    /// Kilometres to it; 0 within, infinite where `nearest` is none.
    pub km: f64,
    /// The country it really lies in; none at sea.
    pub lies_in: Option<String>,
}

/// Countries of the world, and regions of the countries that the atlas covers.
#[derive(Debug, Clone)]
pub struct Borders {
    countries: BTreeMap<String, Country>,
    regions: BTreeMap<String, Region>,
}

#[derive(Deserialize)]
struct CountryFacts {
    r#in: u8,
}

#[derive(Deserialize)]
struct RegionFacts {
    name: Text,
    within: Option<String>,
}

impl Borders {
    /// Decodes the embedded base map: some milliseconds, so keep what it returns.
    pub fn embedded() -> Result<Self, TopologyError> {
        let (fine, coarse) = (Topology::read(FINE)?, Topology::read(COARSE)?);
        let mut countries = BTreeMap::new();
        // The fine outline comes last and replaces the coarse one.
        for topology in [&coarse, &fine] {
            for f in topology.features::<CountryFacts>("countries")? {
                if let (Some(code), Shape::Area(polygons)) = (f.id, f.shape) {
                    let country = Country {
                        code: code.clone(),
                        covered: f.properties.r#in == 1,
                        area: Area::new(polygons),
                    };
                    countries.insert(code, country);
                }
            }
        }
        let mut regions = BTreeMap::new();
        for f in fine.features::<RegionFacts>("regions")? {
            if let Some(code) = f.id {
                let area = match f.shape {
                    Shape::Area(polygons) => Some(Area::new(polygons)),
                    _ => None,
                };
                regions.insert(
                    code.clone(),
                    Region { code, name: f.properties.name, area, within: f.properties.within },
                );
            }
        }
        Ok(Borders { countries, regions })
    }

    /// A country that is drawn, by ISO 3166-1 alpha-2.
    pub fn country(&self, code: &str) -> Option<&Country> {
        self.countries.get(code)
    }

    /// All countries, by code.
    pub fn countries(&self) -> impl Iterator<Item = &Country> {
        self.countries.values()
    }

    /// A region by ISO 3166-2.
    pub fn region(&self, code: &str) -> Option<&Region> {
        self.regions.get(code)
    }

    /// All regions, by code.
    pub fn regions(&self) -> impl Iterator<Item = &Region> {
        self.regions.values()
    }

    /// The area of a region; for one younger than the map, that of the unit it is found within.
    pub fn region_area(&self, code: &str) -> Option<&Area> {
        let region = self.region(code)?;
        region.area.as_ref().or_else(|| self.region(region.within.as_deref()?)?.area.as_ref())
    }

    /// The country a point lies in; none at sea.
    pub fn country_at(&self, point: Point<f64>) -> Option<&Country> {
        self.countries().find(|country| country.area.contains(point))
    }

    /// The region a point lies in.
    pub fn region_at(&self, point: Point<f64>) -> Option<&Region> {
        self.regions().find(|region| region.area.as_ref().is_some_and(|area| area.contains(point)))
    }

    /// How a point lies to the countries of a record: "312 km outside AR, in BO".
    pub fn place<'c>(&self, codes: impl IntoIterator<Item = &'c str>, point: Point<f64>) -> Placing {
        let (nearest, km) = codes
            .into_iter()
            .filter_map(|code| self.country(code))
            .map(|country| (Some(country.code.clone()), country.area.distance_km(point)))
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap_or((None, f64::INFINITY));
        let lies_in =
            if km == 0.0 { nearest.clone() } else { self.country_at(point).map(|c| c.code.clone()) };
        Placing { nearest, km, lies_in }
    }
}
