//! One line each to load a layer.

use crate::format::FORMATS;

/// Programs and lines; `stem` is the whole address of a layer's files without the ending.
pub fn lines(stem: &str) -> Vec<(&'static str, String)> {
    let address = format!("{stem}.geojson");
    let has = |name: &str| FORMATS.iter().any(|format| format.name() == name);
    let columns = if has("parquet") { "parquet" } else { "csv" };
    vec![
        ("QGIS", address.clone()),
        ("GDAL", format!("ogr2ogr lithium.gpkg {address}")),
        ("R", format!("lithium <- sf::read_sf(\"{address}\")")),
        ("Python", format!("lithium = geopandas.read_file(\"{address}\")")),
        ("DuckDB", format!("SELECT name, status FROM '{stem}.{columns}';")),
        ("JavaScript", format!("const lithium = await (await fetch(\"{address}\")).json();")),
        ("curl", format!("curl -O {address}")),
    ]
}
