//! Web Mercator (EPSG:3857) on a world of 256 pixels at zoom 0, and a window on it, as on the page.

/// A point in pixels; x grows to the east, y to the south.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pixel {
    /// Right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A box in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Least x.
    pub left: f64,
    /// Least y.
    pub top: f64,
    /// Greatest x.
    pub right: f64,
    /// Greatest y.
    pub bottom: f64,
}

impl Window {
    /// How wide it is.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// How high it is.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether two boxes share an area.
    pub fn meets(&self, other: &Window) -> bool {
        self.left < other.right
            && self.right > other.left
            && self.top < other.bottom
            && self.bottom > other.top
    }

    /// Whether it lies within another one.
    pub fn inside(&self, other: &Window) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }

    /// Square pixels that two boxes share.
    pub fn overlap(&self, other: &Window) -> f64 {
        let wide = self.right.min(other.right) - self.left.max(other.left);
        let high = self.bottom.min(other.bottom) - self.top.max(other.top);
        wide.max(0.0) * high.max(0.0)
    }

    /// Larger by so much on every side.
    pub fn grown(&self, by: f64) -> Window {
        Window { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Every side multiplied.
    pub fn scaled(&self, by: f64) -> Window {
        Window { left: self.left * by, top: self.top * by, right: self.right * by, bottom: self.bottom * by }
    }
}

/// Beyond this latitude the square world ends.
const POLE: f64 = 85.051_128_779_8;

/// Longitude in degrees to pixels at zoom 0.
pub fn mercator_x(lon: f64) -> f64 {
    (lon + 180.0) * (256.0 / 360.0)
}

/// Latitude in degrees to pixels at zoom 0.
pub fn mercator_y(lat: f64) -> f64 {
    let sin = lat.clamp(-POLE, POLE).to_radians().sin();
    128.0 - ((1.0 + sin) / (1.0 - sin)).ln() * (64.0 / std::f64::consts::PI)
}

/// The other way.
pub fn lon_of(x: f64) -> f64 {
    x * (360.0 / 256.0) - 180.0
}

/// The other way.
pub fn lat_of(y: f64) -> f64 {
    2.0 * ((128.0 - y) * std::f64::consts::PI / 128.0).exp().atan().to_degrees() - 90.0
}

/// Zoom and centre.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// Zoom, with fractions.
    pub zoom: f64,
    /// Latitude of the centre in degrees.
    pub lat: f64,
    /// Longitude of the centre in degrees.
    pub lon: f64,
}

/// Zooms are multiples of this, so that an address can say them.
pub const STEP: f64 = 0.05;
/// The least zoom: the world is then wider than any picture shows.
pub const SHALLOWEST: f64 = 1.0;
/// The greatest zoom.
pub const DEEPEST: f64 = 15.0;

impl Camera {
    /// Pixels of the whole world at this zoom, for each at zoom 0.
    pub fn scale(&self) -> f64 {
        self.zoom.exp2()
    }

    /// A place in pixels of the whole world at this zoom.
    pub fn project(&self, lon: f64, lat: f64) -> Pixel {
        Pixel { x: mercator_x(lon) * self.scale(), y: mercator_y(lat) * self.scale() }
    }

    /// What a view of this width and height shows, in pixels of the whole world.
    pub fn window(&self, width: f64, height: f64) -> Window {
        let at = self.project(self.lon, self.lat);
        let (left, top) = ((at.x - width / 2.0).round(), (at.y - height / 2.0).round());
        Window { left, top, right: left + width, bottom: top + height }
    }

    /// The view in which west, south, east and north fit with `margin` pixels around, no deeper than `deepest`.
    pub fn fit(
        [west, south, east, north]: [f64; 4],
        width: f64,
        height: f64,
        margin: f64,
        deepest: f64,
    ) -> Camera {
        let (left, right) = (mercator_x(west), mercator_x(east));
        let (top, bottom) = (mercator_y(north), mercator_y(south));
        let room = |pixels: f64| (pixels - 2.0 * margin).max(pixels / 4.0);
        let stretch = (room(width) / (right - left).max(1e-9)).min(room(height) / (bottom - top).max(1e-9));
        let zoom = ((stretch.log2() / STEP + 1e-6).floor() * STEP).clamp(SHALLOWEST, deepest.min(DEEPEST));
        Camera { zoom, lat: lat_of((top + bottom) / 2.0), lon: lon_of((left + right) / 2.0) }
    }
}
