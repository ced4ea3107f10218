"""GDAL's driver for OGC API - Features gets every feature of every collection, page by page."""

import json
import re

from conftest import run


def test_the_driver_lists_every_collection(atlas):
    said = run("ogrinfo", "-ro", f"OAPIF:{atlas.origin}/ogc")
    listed = re.findall(r"^\d+: (\S+)", said, re.MULTILINE)
    assert listed == atlas.collections()
    assert set(listed) >= {*atlas.layers(), "sites", "projects"}


def test_the_driver_counts_every_collection_right(atlas):
    for collection in atlas.collections():
        said = run("ogrinfo", "-ro", "-so", f"OAPIF:{atlas.origin}/ogc", collection)
        expected = atlas.json(f"/ogc/collections/{collection}/items?f=json&limit=1")["numberMatched"]
        assert int(re.search(r"Feature Count: (\d+)", said)[1]) == expected, collection


def test_the_driver_gets_each_feature_once(atlas, tmp_path):
    for collection in atlas.collections():
        made = tmp_path / f"{collection}.geojson"
        run("ogr2ogr", "-f", "GeoJSON", str(made), f"OAPIF:{atlas.origin}/ogc", collection)
        got, whole = json.loads(made.read_text()), atlas.json(f"/data/{collection}.geojson")
        got, whole = ([feature["properties"]["id"] for feature in part["features"]] for part in (got, whole))
        assert got == whole, collection


def test_the_driver_selects_by_box(atlas):
    said = run(
        "ogrinfo", "-ro", "-so", "-spat", "-67", "-25", "-64", "-22", f"OAPIF:{atlas.origin}/ogc", "sites"
    )
    # The service adds what has no geometry (OGC 17-069r4, 7.15.3, C); GDAL drops it again.
    boxed = atlas.json("/ogc/collections/sites/items?f=json&limit=1000&bbox=-67,-25,-64,-22")["features"]
    expected = sum(feature["geometry"] is not None for feature in boxed)
    assert int(re.search(r"Feature Count: (\d+)", said)[1]) == expected > 10
