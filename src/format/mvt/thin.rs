//! Fewer features than a tile holds, none of them lost: where there are more than a phone can draw, small ones
//! that crowd within a cell of a grid become one that says how many it stands for.

use crate::collection::Collection;
use crate::collection::places::Place;
use crate::query::tile::{BUFFER, EXTENT, Tile};

/// So many stand one by one, whatever their kind.
pub const MOST: usize = 5_000;
/// So many large ones may be left beside what crowds; else large ones crowd, too, where their middles do.
pub const MOST_LARGE: usize = 20_000;
/// Sides of cells in units: the first that leaves few enough is taken, else the last. The first is a pixel of a
/// tile of 256.
const CELLS: [i32; 5] = [16, 32, 64, 128, 256];

/// One feature of a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct One {
    /// The feature whose geometry it has: the first of those it stands for, since a middle would be a place that
    /// nobody named.
    pub row: u32,
    /// How many it stands for.
    pub count: u32,
}

/// The features of a tile, in the order of the rows.
pub fn thinned(collection: &Collection, tile: Tile, rows: &[u32]) -> Vec<One> {
    if rows.len() <= MOST {
        return rows.iter().map(|row| One { row: *row, count: 1 }).collect();
    }
    let spots: Vec<Spot> = rows.iter().map(|row| Spot::of(tile, collection.places.get(*row), *row)).collect();
    let mut grid = Grid::default();
    let mut ones = Vec::new();
    for side in CELLS {
        ones = grid.merge(&spots, side, side);
        if ones.len() <= MOST {
            return ones;
        }
    }
    if ones.len() > MOST_LARGE { grid.merge(&spots, CELLS[CELLS.len() - 1], i32::MAX) } else { ones }
}

/// Where a feature crowds.
struct Spot {
    row: u32,
    x: i32,
    y: i32,
    /// How wide and high it is, in units; several kinds in one count as large.
    size: i32,
    /// Only what is alike may become one.
    kind: usize,
}

/// Larger than any cell.
const LARGE: i32 = i32::MAX - 1;
const KINDS: usize = 4;
/// Several kinds in one.
const MIXED: usize = 3;

impl Spot {
    fn of(tile: Tile, place: &Place, row: u32) -> Spot {
        let whole = |n: f64| n.floor() as i32;
        match place {
            Place::Nowhere => Spot { row, x: 0, y: 0, size: LARGE, kind: MIXED },
            Place::Point(at) => {
                let [x, y] = tile.units(at.x, at.y);
                Spot { row, x: whole(x), y: whole(y), size: 0, kind: 0 }
            }
            Place::Shape(shape) => {
                let [west, south, east, north] = shape.1;
                let ([left, top], [right, bottom]) = (tile.units(west, north), tile.units(east, south));
                let kind = kind(&shape.0);
                Spot {
                    row,
                    x: whole((left + right) / 2.0),
                    y: whole((top + bottom) / 2.0),
                    size: if kind == MIXED { LARGE } else { whole((right - left).max(bottom - top)) },
                    kind,
                }
            }
        }
    }
}

fn kind(geometry: &geo_types::Geometry<f64>) -> usize {
    use geo_types::Geometry::{LineString, MultiLineString, MultiPolygon, Point, Polygon};
    match geometry {
        Point(_) => 0,
        LineString(_) | MultiLineString(_) => 1,
        Polygon(_) | MultiPolygon(_) => 2,
        _ => MIXED,
    }
}

/// What stands in each cell, of each kind: 0 is nothing, else one more than its place among the features.
#[derive(Default)]
struct Grid(Vec<u32>);

impl Grid {
    /// What is smaller than a size, and stands in one cell of a side, becomes one.
    fn merge(&mut self, spots: &[Spot], side: i32, smaller: i32) -> Vec<One> {
        let across = (EXTENT + 2 * BUFFER) / side + 2;
        self.0.clear();
        self.0.resize((across * across) as usize * KINDS, 0);
        // Cells begin at the tile's own corner, so that none lies half in the next tile. What is centred beyond
        // the buffer crowds at its edge.
        let cell = |at: i32| {
            (at.clamp(-BUFFER, EXTENT + BUFFER).div_euclid(side) + BUFFER.div_euclid(side) + 1) as usize
        };
        let mut ones: Vec<One> = Vec::new();
        for spot in spots {
            if spot.size < smaller {
                let at = (cell(spot.y) * across as usize + cell(spot.x)) * KINDS + spot.kind;
                let slot = &mut self.0[at];
                if *slot > 0 {
                    ones[*slot as usize - 1].count += 1;
                    continue;
                }
                *slot = ones.len() as u32 + 1;
            }
            ones.push(One { row: spot.row, count: 1 });
        }
        ones
    }
}
