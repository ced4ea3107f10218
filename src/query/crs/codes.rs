//! The systems of EPSG that are served. `tests/cases/crs.json` has golden points of each from PROJ: only
//! systems whose points agree stand here. Old datums do not: there is more than one way to them.

/// Codes, in the order in which they are listed.
#[rustfmt::skip]
pub const CODES: &[u32] = &[
    // The world.
    4326, 3857,
    // SIRGAS 2000 and the national frames that realise it, in degrees: Colombia, Argentina, Costa Rica, Peru,
    // Uruguay, Panama, El Salvador, Mexico, Venezuela.
    4674, 4686, 5340, 4694, 4190, 5365, 5373, 5381, 5371, 5393, 6365, 4189,
    // UTM on WGS 84, zones 11 to 25 north and 17 to 25 south.
    32611, 32612, 32613, 32614, 32615, 32616, 32617, 32618, 32619, 32620, 32621, 32622, 32623, 32624, 32625,
    32717, 32718, 32719, 32720, 32721, 32722, 32723, 32724, 32725,
    // UTM on SIRGAS 2000, zones 11 to 22 north and 17 to 25 south.
    31965, 31966, 31967, 31968, 31969, 31970, 31971, 31972, 31973, 31974, 31975, 31976,
    31977, 31978, 31979, 31980, 31981, 31982, 31983, 31984, 31985,
    // Argentina: POSGAR 2007 and POSGAR 94.
    5343, 5344, 5345, 5346, 5347, 5348, 5349, 22181, 22182, 22183, 22184, 22185, 22186, 22187,
    // Brazil, Bolivia.
    5880, 5355, 5356, 5357,
    // Colombia: MAGNA-SIRGAS.
    3114, 3115, 3116, 3117, 3118, 9377,
    // Costa Rica, Mexico, Peru, Uruguay, Venezuela.
    5367, 6372, 5387, 5389, 5382, 5383, 2201, 2202, 2203,
    // The Americas, areas kept.
    8858,
];
