//! One line each to load a layer.

use crate::format::FORMATS;

/// Programs and lines; `stem` is the whole address of a layer's files without the ending.
pub fn lines(stem: &str) -> Vec<(&'static str, String)> {
    let address = format!("{stem}.geojson");
    let has = |name: &str| FORMATS.iter().any(|format| format.name() == name);
    let columns = if has("parquet") { "parquet" } else { "csv" };
    let mut lines = of_geojson("lithium", &address);
    lines.extend([
        ("DuckDB", format!("SELECT name, status FROM '{stem}.{columns}';")),
        ("JavaScript", format!("const lithium = await (await fetch(\"{address}\")).json();")),
        ("curl", format!("curl -O {address}")),
    ]);
    lines
}

/// Programs and lines for any address of GeoJSON; `name` is what the lines call it.
pub fn of_geojson(name: &str, address: &str) -> Vec<(&'static str, String)> {
    vec![
        ("QGIS", address.to_owned()),
        ("GDAL", format!("ogr2ogr {name}.gpkg \"{address}\"")),
        ("R", format!("{name} <- sf::read_sf(\"{address}\")")),
        ("Python", format!("{name} = geopandas.read_file(\"{address}\")")),
    ]
}
