//! Where features lie: a packed Hilbert R-tree of their boxes, and their geometries for the exact test.

use geo::{Contains, Intersects, Rect};
use geo_index::rtree::sort::HilbertSort;
use geo_index::rtree::{RTree, RTreeBuilder, RTreeIndex};
use geo_types::Coord;

use super::geometry::{Geometry, Position};

/// The geometry of one feature as the engine keeps it: a point costs no allocation.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// Not known.
    Nowhere,
    /// Longitude, latitude.
    Point(Coord<f64>),
    /// Anything larger, with its box (west, south, east, north).
    Shape(Box<(geo_types::Geometry<f64>, [f64; 4])>),
}

impl Place {
    /// Of a geometry that was read.
    pub fn of(geometry: Option<Geometry>) -> Place {
        match geometry {
            None => Place::Nowhere,
            Some(Geometry::Point(Position { x, y, .. })) => Place::Point(Coord { x, y }),
            Some(mut shape) => Place::Shape(Box::new((shape.to_geo(), shape.bounds()))),
        }
    }

    /// West, south, east, north.
    pub fn bounds(&self) -> Option<[f64; 4]> {
        match self {
            Place::Nowhere => None,
            Place::Point(Coord { x, y }) => Some([*x, *y, *x, *y]),
            Place::Shape(shape) => Some(shape.1),
        }
    }

    /// Whether it shares a point with a box, edges included.
    pub fn intersects(&self, area: &Rect<f64>) -> bool {
        match self {
            Place::Nowhere => false,
            Place::Point(point) => area.intersects(point),
            Place::Shape(shape) => {
                let [west, south, east, north] = shape.1;
                let bounds = Rect::new((west, south), (east, north));
                // A shape whose box lies inside needs no look at its positions.
                area.contains(&bounds) || (area.intersects(&bounds) && shape.0.intersects(area))
            }
        }
    }
}

/// The places of a collection.
#[derive(Debug)]
pub struct Places {
    places: Vec<Place>,
    tree: RTree<f64>,
    /// Features in the tree, in the order of its items; empty where all are.
    placed: Vec<u32>,
    nowhere: Vec<u32>,
    /// Whether any place is more than a point.
    shapes: bool,
    extent: Option<[f64; 4]>,
}

impl Places {
    /// Of features in their order.
    pub fn new(places: Vec<Place>) -> Places {
        let rows = |placed: bool| {
            let rows = places.iter().enumerate().filter(move |(_, p)| (**p != Place::Nowhere) == placed);
            rows.map(|(row, _)| row as u32).collect::<Vec<u32>>()
        };
        let nowhere = rows(false);
        let placed = if nowhere.is_empty() { Vec::new() } else { rows(true) };
        let mut builder = RTreeBuilder::<f64>::new((places.len() - nowhere.len()) as u32);
        let mut extent: Option<[f64; 4]> = None;
        for bounds in places.iter().filter_map(Place::bounds) {
            let [west, south, east, north] = bounds;
            builder.add(west, south, east, north);
            extent = Some(
                extent.map_or(bounds, |e| [e[0].min(west), e[1].min(south), e[2].max(east), e[3].max(north)]),
            );
        }
        let shapes = places.iter().any(|p| matches!(p, Place::Shape(_)));
        Places { tree: builder.finish::<HilbertSort>(), placed, nowhere, shapes, extent, places }
    }

    /// The place of a feature.
    pub fn get(&self, row: u32) -> &Place {
        self.places.get(row as usize).unwrap_or(&Place::Nowhere)
    }

    /// Features without a place, ascending.
    pub fn nowhere(&self) -> &[u32] {
        &self.nowhere
    }

    /// West, south, east, north of all places.
    pub fn extent(&self) -> Option<[f64; 4]> {
        self.extent
    }

    /// Features whose geometry shares a point with the box, edges included; in no order, each once.
    pub fn intersecting(&self, [west, south, east, north]: [f64; 4]) -> Vec<u32> {
        let mut found = self.tree.search(west, south, east, north);
        if !self.placed.is_empty() {
            for item in &mut found {
                *item = self.placed[*item as usize];
            }
        }
        // For a point the box in the tree is the geometry itself: the search was exact.
        if self.shapes {
            let area = Rect::new((west, south), (east, north));
            found.retain(|row| self.places[*row as usize].intersects(&area));
        }
        found
    }
}
