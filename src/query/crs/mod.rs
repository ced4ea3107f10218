//! Coordinate systems (OGC 18-058r1): which are served, and the way between each and longitude and latitude.

mod area;
mod codes;
mod projection;
mod reach;

use std::fmt;

pub use area::{Area, degrees, rectangle};
pub use projection::Projection;
pub use reach::reach;

/// WGS 84, longitude first: what is served unless another system is asked for.
pub const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const EPSG: &str = "http://www.opengis.net/def/crs/EPSG/0/";

/// A coordinate system that is served: CRS84, or one of EPSG by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Crs(Option<u32>);

impl Crs {
    /// Longitude and latitude.
    pub const CRS84: Crs = Crs(None);

    /// All that are served, CRS84 first.
    pub fn all() -> impl Iterator<Item = Crs> {
        [Crs::CRS84].into_iter().chain(codes::CODES.iter().map(|code| Crs(Some(*code))))
    }

    /// Reads an address, a URN (`urn:ogc:def:crs:EPSG::4326`) or a code (`EPSG:4326`).
    pub fn read(text: &str) -> Option<Crs> {
        let plain = text.trim_start_matches('[').trim_end_matches(']');
        let plain = plain.strip_prefix("https:").or(plain.strip_prefix("http:")).unwrap_or(plain);
        if matches!(
            plain,
            "//www.opengis.net/def/crs/OGC/1.3/CRS84"
                | "urn:ogc:def:crs:OGC::CRS84"
                | "urn:ogc:def:crs:OGC:1.3:CRS84"
                | "OGC:CRS84"
        ) {
            return Some(Crs::CRS84);
        }
        let prefixes = ["//www.opengis.net/def/crs/EPSG/0/", "urn:ogc:def:crs:EPSG::", "EPSG:"];
        let code = prefixes.into_iter().find_map(|prefix| plain.strip_prefix(prefix))?.parse().ok()?;
        codes::CODES.contains(&code).then_some(Crs(Some(code)))
    }

    /// Its code in EPSG.
    pub fn code(self) -> Option<u32> {
        self.0
    }

    /// Whether it is the one projected system whose axes run along longitude and latitude everywhere.
    pub fn is_mercator(self) -> bool {
        self.0 == Some(3857)
    }

    /// Whether its first axis points north: latitude before longitude, northing before easting.
    pub fn is_north_first(self) -> bool {
        let order = self.0.and_then(proj_core::lookup_authority_axis_order);
        order == Some(proj_core::AxisOrder::NorthEast)
    }
}

/// Its address.
impl fmt::Display for Crs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str(CRS84),
            Some(code) => write!(f, "{EPSG}{code}"),
        }
    }
}
