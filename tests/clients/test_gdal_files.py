"""GDAL reads every file with one line."""

import re

from conftest import run


def summary(url):
    """Number of features and the columns with their types, as GDAL's own program tells them."""
    said = run("ogrinfo", "-ro", "-so", "-al", url)
    count = int(re.search(r"Feature Count: (\d+)", said)[1])
    return count, re.findall(r"^(\w+): (\w+) \([\d.]+\)$", said, re.MULTILINE), said


def test_gdal_loads_lithium_with_one_line(atlas):
    count, columns, said = summary(f"{atlas.origin}/data/lithium.geojson")
    assert count == len(atlas.json("/data/lithium.geojson")["features"]) > 20
    assert "WGS 84" in said
    assert [name for name, _ in columns][:4] == ["id", "project", "name", "name_es"]


def test_every_layer_has_the_same_columns_and_types(atlas):
    whole, columns, _ = summary(f"{atlas.origin}/data/sites.geojson")
    total = 0
    for layer in atlas.layers():
        count, found, _ = summary(f"{atlas.origin}/data/{layer}.geojson")
        total += count
        assert [name for name, _ in found] == [name for name, _ in columns], layer
        # A column without any value in a layer has no type that GDAL could see.
        kinds = dict(columns)
        differing = {name: kind for name, kind in found if kind != kinds[name] and kind != "String"}
        assert not differing, f"{layer}: {differing}"
    assert total == whole


def test_projects_are_one_point_each(atlas):
    count, _, said = summary(f"{atlas.origin}/data/projects.geojson")
    assert count == len(atlas.json("/data/map.geojson")["projects"])
    assert "Geometry: Point" in said


def test_a_layer_becomes_a_geopackage_without_loss(atlas, tmp_path):
    made = tmp_path / "sites.gpkg"
    run("ogr2ogr", str(made), f"{atlas.origin}/data/sites.geojson")
    count, columns, _ = summary(str(made))
    expected = atlas.json("/data/sites.geojson")["features"]
    assert count == len(expected)
    assert {name for name, _ in columns} >= set(expected[0]["properties"]) - {"id"}


def test_one_projects_sites_load(atlas):
    count, _, _ = summary(f"{atlas.origin}/project/jujuy-seguro.geojson")
    assert count == 12
