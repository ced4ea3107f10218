//! The address of a tile in WebMercatorQuad (OGC 17-083r4, annex D.1): zoom, row from the north, column from
//! the west.

use std::f64::consts::{PI, TAU};

use super::BadParameter;

/// The name of the set, in addresses too.
pub const SET: &str = "WebMercatorQuad";
/// The last zoom: a unit of its tiles is 15 cm, about what six decimals of a degree say. Nearer views enlarge it.
pub const DEEPEST: u8 = 16;
/// Units along each side of a tile.
pub const EXTENT: i32 = 4096;
/// Units by which a tile reaches over each of its edges, so that a line's width is whole along them.
pub const BUFFER: i32 = 64;

/// A square of the world; the default is all of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tile {
    z: u8,
    x: u32,
    y: u32,
}

impl Tile {
    /// A tile, if there is one there.
    pub fn new(z: u8, y: u32, x: u32) -> Option<Tile> {
        (z <= DEEPEST && y < side(z) && x < side(z)).then_some(Tile { z, x, y })
    }

    /// Reads the last three parts of an address, in the order in which they stand there.
    pub fn read(matrix: &str, row: &str, column: &str) -> Result<Tile, BadParameter> {
        let z = part("tileMatrix", matrix, u32::from(DEEPEST))?;
        let z = u8::try_from(z).unwrap_or(DEEPEST);
        let last = side(z) - 1;
        Ok(Tile { z, y: part("tileRow", row, last)?, x: part("tileCol", column, last)? })
    }

    /// The zoom.
    pub fn z(self) -> u8 {
        self.z
    }

    /// The row, from the north.
    pub fn y(self) -> u32 {
        self.y
    }

    /// The column, from the west.
    pub fn x(self) -> u32 {
        self.x
    }

    /// The four of the next zoom that are together the same square.
    pub fn children(self) -> [Tile; 4] {
        let Tile { z, x, y } = self;
        [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(right, down)| Tile {
            z: z + 1,
            x: 2 * x + right,
            y: 2 * y + down,
        })
    }

    /// West, south, east, north in degrees, with the buffer but not beyond the 180th meridian.
    pub fn area(self) -> [f64; 4] {
        let buffer = f64::from(BUFFER) / f64::from(EXTENT);
        let across = f64::from(side(self.z));
        let lon = |x: f64| (x / across * 360.0 - 180.0).clamp(-180.0, 180.0);
        let lat = |y: f64| ((0.5 - y / across) * TAU).sinh().atan().to_degrees();
        let (x, y) = (f64::from(self.x), f64::from(self.y));
        [lon(x - buffer), lat(y + 1.0 + buffer), lon(x + 1.0 + buffer), lat(y - buffer)]
    }

    /// Longitude and latitude in units of this tile from its north-western corner. The 180th meridian in the
    /// east lies within the last column, and latitudes end before the poles, which are nowhere.
    pub fn units(self, lon: f64, lat: f64) -> [f64; 2] {
        const POLAR: f64 = 89.99;
        let across = f64::from(side(self.z));
        let x = ((lon + 180.0) / 360.0).min(1.0 - 1e-12) * across;
        // The same as the area hyperbolic sine of the tangent, in fewer steps.
        let sine = lat.clamp(-POLAR, POLAR).to_radians().sin();
        let y = (0.5 - ((1.0 + sine) / (1.0 - sine)).ln() / (4.0 * PI)) * across;
        [(x - f64::from(self.x)) * f64::from(EXTENT), (y - f64::from(self.y)) * f64::from(EXTENT)]
    }
}

/// Rows, and columns, of a zoom.
pub fn side(z: u8) -> u32 {
    1 << z
}

fn part(name: &str, given: &str, last: u32) -> Result<u32, BadParameter> {
    let digits = !given.is_empty() && given.bytes().all(|b| b.is_ascii_digit());
    let number = given.parse().ok().filter(|n| digits && *n <= last);
    number.ok_or_else(|| {
        let reason = format!("There is no tile with the {name} `{given}` here.");
        BadParameter::value(name, given, reason).form(&format!("0 to {last}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_lies_in_one_tile_of_a_zoom_and_in_its_area() {
        for (lon, lat) in [(0.0, 0.0), (-180.0, 85.0), (180.0, -85.0), (-65.3, -24.2), (179.999, 66.5)] {
            for z in 0..=DEEPEST {
                let [x, y] = Tile { z: 0, x: 0, y: 0 }.units(lon, lat);
                let at = |units: f64| (units / f64::from(EXTENT) * f64::from(side(z))).floor() as u32;
                let tile = Tile::new(z, at(y), at(x)).expect("a tile");
                let [x, y] = tile.units(lon, lat);
                assert!((0.0..4096.0).contains(&x) && (0.0..4096.0).contains(&y), "{tile:?} {x} {y}");
                let [west, south, east, north] = tile.area();
                assert!(west <= lon && lon <= east && south <= lat && lat <= north, "{tile:?}");
            }
        }
    }

    #[test]
    fn the_first_tile_is_the_world() {
        let [west, south, east, north] = Tile { z: 0, x: 0, y: 0 }.area();
        assert_eq!((west, east), (-180.0, 180.0));
        assert!((north + south).abs() < 1e-9 && north > 85.06 && north < 86.0, "{north}");
    }

    #[test]
    fn what_is_no_tile_is_told_with_what_is_allowed() {
        for (z, y, x, name, allowed) in [
            ("17", "0", "0", "tileMatrix", "0 to 16"),
            ("2", "4", "0", "tileRow", "0 to 3"),
            ("2", "3", "-1", "tileCol", "0 to 3"),
            ("0", "0", "+0", "tileCol", "0 to 0"),
            ("", "0", "0", "tileMatrix", "0 to 16"),
            ("3", "99999999999", "0", "tileRow", "0 to 7"),
        ] {
            let bad = Tile::read(z, y, x).expect_err("no tile");
            assert_eq!((bad.name.as_str(), bad.allowed[0].as_str()), (name, allowed));
        }
    }
}
