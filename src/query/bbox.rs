//! `bbox`: four numbers, or six with heights.

use std::fmt;

/// A box in degrees of longitude and latitude (CRS84). West may be greater than east: the box then
/// crosses the 180th meridian (OGC 17-069r4, 7.15.3). So it does where either lies beyond: maps that repeat the
/// world ask so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bbox {
    /// West.
    pub west: f64,
    /// South.
    pub south: f64,
    /// East.
    pub east: f64,
    /// North.
    pub north: f64,
    /// Lowest and highest height. The collections are two-dimensional: it is read and takes no effect.
    pub heights: Option<(f64, f64)>,
}

impl Bbox {
    /// Whether it can be; says what is wrong.
    pub fn checked(self) -> Result<Bbox, String> {
        let bbox = self;
        if bbox.south > bbox.north {
            return Err(format!("South ({}) lies north of north ({}).", bbox.south, bbox.north));
        }
        if bbox.south.abs() > 90.0 || bbox.north.abs() > 90.0 {
            return Err("A latitude lies between -90 and 90.".to_owned());
        }
        match bbox.heights {
            Some((low, high)) if low > high => {
                Err(format!("The lowest height ({low}) is above the highest ({high})."))
            }
            _ => Ok(bbox),
        }
    }

    /// Latitude before longitude, as some systems want it.
    pub fn turned(&self) -> Bbox {
        let Bbox { west, south, east, north, heights } = *self;
        Bbox { west: south, south: west, east: north, north: east, heights }
    }

    /// The box as it lies between -180 and 180: west, south, east, north. Two where it crosses the 180th meridian
    /// or touches it, which is the edge of both: the first ends there, and the second begins.
    pub fn parts(&self) -> impl Iterator<Item = [f64; 4]> {
        let Bbox { west, south, east, north, .. } = *self;
        let (first, second) = turns(west, east);
        [first].into_iter().chain(second).map(move |[west, east]| [west, south, east, north])
    }
}

type Longitudes = [f64; 2];

fn turns(west: f64, east: f64) -> (Longitudes, Option<Longitudes>) {
    const ALL: Longitudes = [-180.0, 180.0];
    if west <= east && east - west >= 360.0 {
        return (ALL, None);
    }
    let within = |longitude: f64| longitude.abs() <= 180.0;
    if !within(west) || !within(east) {
        // As far east as it is wide from where it begins.
        let turn = |longitude: f64| longitude.rem_euclid(360.0);
        let start = if turn(west) > 180.0 { turn(west) - 360.0 } else { turn(west) };
        let end = start + turn(turn(east) - turn(west));
        return turns(start, if end > 180.0 { end - 360.0 } else { end });
    }
    match (west, east) {
        _ if west > east => ([west, 180.0], Some([-180.0, east])),
        (-180.0, 180.0) => (ALL, None),
        (_, 180.0) => ([west, east], Some([-180.0, -180.0])),
        (-180.0, _) => ([180.0, 180.0], Some([west, east])),
        _ => ([west, east], None),
    }
}

/// Numbers with commas between them; says which is none.
pub fn numbers(text: &str) -> Result<Vec<f64>, String> {
    // One more than fits is enough to know.
    let parts = text.split(',').take(7).map(str::trim);
    parts.map(|part| number(part).ok_or_else(|| format!("`{part}` is no number."))).collect()
}

/// A finite number as JSON and people write it; Rust would also read `inf` and `nan`.
pub fn number(text: &str) -> Option<f64> {
    let plain =
        !text.is_empty() && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    text.parse().ok().filter(|n: &f64| plain && n.is_finite())
}

/// Writes finite numbers with commas between them, each as short as it is still the same number: every link of a
/// page holds them, and `Display` takes several times as long.
pub fn listed(f: &mut fmt::Formatter<'_>, numbers: &[f64]) -> fmt::Result {
    let mut buffer = zmij::Buffer::new();
    for (at, number) in numbers.iter().enumerate() {
        if at > 0 {
            f.write_str(",")?;
        }
        let text = buffer.format_finite(*number);
        f.write_str(text.strip_suffix(".0").unwrap_or(text))?;
    }
    Ok(())
}

impl fmt::Display for Bbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Bbox { west, south, east, north, heights } = *self;
        match heights {
            Some((low, high)) => listed(f, &[west, south, low, east, north, high]),
            None => listed(f, &[west, south, east, north]),
        }
    }
}
