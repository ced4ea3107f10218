"""What the data page and the page of a query give to copy works as it stands there."""

import html
import re
import subprocess
import urllib.request
from pathlib import Path

import duckdb
import geopandas
import pytest
from conftest import run
from tree_sitter_language_pack import get_parser

LINE = re.compile(r"<dt>([^<]+)</dt><dd><pre><code>(.*?)</code></pre></dd>", re.DOTALL)
STATE = "/query?layer=solar,wind&year=2012..2020&on=2021-06-30"


def page(atlas, path):
    with urllib.request.urlopen(atlas.origin + path) as answer:
        return answer.read().decode()


def lines(atlas, path):
    """The lines of a page by the program they are for."""
    return {tool: html.unescape(line) for tool, line in LINE.findall(page(atlas, path))}


@pytest.fixture(scope="module", params=["/data", STATE])
def given(atlas, request):
    return lines(atlas, request.param)


@pytest.fixture(scope="module")
def whole(atlas):
    return lines(atlas, "/data")


def count(atlas):
    return len(atlas.json("/data/lithium.geojson")["features"])


def test_every_program_has_its_line(atlas, whole):
    assert list(whole) == ["QGIS", "GDAL", "R", "Python", "DuckDB", "JavaScript", "curl"]
    assert list(lines(atlas, STATE)) == ["QGIS", "GDAL", "R", "Python"]


def test_the_address_for_qgis_opens_in_gdal_which_qgis_reads_with(given):
    assert re.search(r"Feature Count: [1-9]", run("ogrinfo", "-so", "-al", given["QGIS"]))


def test_the_line_for_gdal_makes_a_file(given, tmp_path):
    done = subprocess.run(["bash", "-c", given["GDAL"]], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    made = [file.name for file in tmp_path.iterdir()]
    assert made == [re.search(r"ogr2ogr (\S+)", given["GDAL"])[1]]
    assert re.search(r"Feature Count: [1-9]", run("ogrinfo", "-so", "-al", str(tmp_path / made[0])))


def test_the_line_for_r_is_r(given):
    parse = get_parser("r").parse
    assert parse(b"x <- sf::read_sf('y").root_node.has_error, "the parser refuses what is not whole"
    tree = parse(given["R"].encode()).root_node
    assert not tree.has_error, given["R"]
    assert tree.child_count == 1 and b"<- sf::read_sf(" in tree.text


def test_the_line_for_python_gives_a_table(given):
    names = {"geopandas": geopandas}
    exec(given["Python"], names)
    table = names[given["Python"].split(" ")[0]]
    assert len(table) > 0 and table.crs.to_epsg() == 4326 and "status" in table.columns


def test_the_line_for_duckdb_reads_the_file_it_names(atlas, whole, tmp_path):
    """Over HTTP DuckDB wants an extension that it fetches from its makers; the file itself is read here."""
    address = re.search(r"'(http[^']+)'", whole["DuckDB"])[1]
    file = tmp_path / Path(address).name
    urllib.request.urlretrieve(address, file)
    rows = duckdb.sql(whole["DuckDB"].replace(address, str(file))).fetchall()
    assert len(rows) == count(atlas)
    assert all(name and status for name, status in rows)


def test_the_line_for_javascript_gives_features(atlas, whole):
    said = run("node", "--input-type=module", "-e", whole["JavaScript"] + " console.log(lithium.features.length);")
    assert int(said) == count(atlas)


def test_the_line_for_curl_saves_the_file(whole, tmp_path):
    done = subprocess.run(["bash", "-c", whole["curl"]], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["lithium.geojson"]


def test_a_query_of_the_page_finds_what_the_page_shows(atlas):
    shown = page(atlas, STATE.replace("/query", "/"))
    rows = re.findall(r"<li class=\"row[^>]*>", shown)
    ids = {re.search(r'data-project="([^"]+)"', row)[1] for row in rows if not row.endswith(" hidden>")}
    table = geopandas.read_file(lines(atlas, STATE)["QGIS"])
    assert set(table["id"]) == ids and ids
