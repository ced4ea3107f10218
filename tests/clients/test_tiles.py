"""GDAL reads vector tiles: the same features at the same places as the service lists."""

import json
import re
from urllib.request import urlopen

import pytest
from conftest import run

TILES = "/ogc/collections/sites/tiles/WebMercatorQuad"


def fetch(atlas, path):
    with urlopen(atlas.origin + path) as answer:
        return answer.read()


@pytest.fixture(scope="module")
def placed(atlas):
    """Sites that have a place, by id."""
    features = atlas.json("/ogc/collections/sites/items?f=json&limit=1000")["features"]
    return {feature["id"]: feature["geometry"] for feature in features if feature["geometry"]}


def test_the_driver_reads_a_tile_with_typed_columns(atlas, tmp_path):
    tile = tmp_path / "tile.mvt"
    tile.write_bytes(fetch(atlas, f"{TILES}/2/2/1"))
    said = run("ogrinfo", "-ro", "-so", "-oo", "X=1", "-oo", "Y=2", "-oo", "Z=2", f"MVT:{tile}", "sites")
    assert int(re.search(r"Feature Count: (\d+)", said)[1]) > 50
    assert re.search(r"^source_count: Integer", said, re.MULTILINE)
    assert re.search(r"^name: String", said, re.MULTILINE)


def test_the_driver_reads_a_tile_where_it_is_served(atlas):
    # Without `f` the address ends in a number, and GDAL takes it for a folder of tiles.
    address = f"MVT:{atlas.origin}{TILES}/0/0/0?f=mvt"
    said = run("ogrinfo", "-ro", "-so", "-oo", "X=0", "-oo", "Y=0", "-oo", "Z=0", address, "sites")
    assert int(re.search(r"Feature Count: (\d+)", said)[1]) > 200


def test_all_tiles_of_a_zoom_hold_every_site_at_its_place(atlas, placed, tmp_path):
    zoom = 3
    for column in range(2**zoom):
        for row in range(2**zoom):
            tile = tmp_path / f"{zoom}/{column}/{row}.pbf"
            tile.parent.mkdir(parents=True, exist_ok=True)
            content = fetch(atlas, f"{TILES}/{zoom}/{row}/{column}")
            if content:
                tile.write_bytes(content)
    made = tmp_path / "sites.geojson"
    run("ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4326", str(made), f"MVT:{tmp_path}/{zoom}", "sites")
    read = json.loads(made.read_text())["features"]
    assert {feature["properties"]["id"] for feature in read} == set(placed)
    # A unit of this zoom is 0.011 degrees.
    for feature in read:
        geometry = placed[feature["properties"]["id"]]
        if geometry["type"] == "Point" and feature["geometry"]["type"] == "Point":
            near = zip(feature["geometry"]["coordinates"], geometry["coordinates"])
            assert all(abs(a - b) < 0.012 for a, b in near), feature
