"""Counts, columns, types and values agree in every format, read by programs that other people wrote."""

import json
import re
import subprocess

import duckdb
import geopandas
import pandas
import pyarrow.parquet
import pyogrio
import pytest
from conftest import run

NAMES = ["sites", "projects", "lithium", "nuclear"]


@pytest.fixture(scope="module")
def files(atlas, tmp_path_factory):
    """Files of the atlas as saved by a reader."""
    folder = tmp_path_factory.mktemp("files")

    def get(name):
        made = folder / name
        if not made.exists():
            run("curl", "-sSf", "-o", str(made), f"{atlas.origin}/data/{name}")
        return made

    return get


def plain(table):
    """A table in one order and one way to say that there is no value."""
    table = pandas.DataFrame(table.drop(columns=[c for c in ("geometry", "fid", "bbox") if c in table.columns]))
    table = table.sort_values("id").reset_index(drop=True)
    for column in table.columns:
        if pandas.api.types.is_datetime64_any_dtype(table[column]):
            table[column] = table[column].dt.strftime("%Y-%m-%d")
        elif table[column].map(lambda v: hasattr(v, "isoformat")).any():
            table[column] = table[column].map(lambda v: v.isoformat()[:10] if hasattr(v, "isoformat") else None)
    return table.astype(object).where(table.notna(), None)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", ["gpkg", "fgb", "parquet", "geojsonseq"])
def test_a_table_says_the_same_as_geojson(files, name, ending):
    expected = geopandas.read_file(files(f"{name}.geojson"))
    path = files(f"{name}.{ending}")
    table = geopandas.read_parquet(path) if ending == "parquet" else geopandas.read_file(path)
    columns = [column for column in table.columns if column not in ("geometry", "bbox")]
    assert columns == [column for column in expected.columns if column != "geometry"]
    assert len(table) == len(expected)
    assert table.crs.equals("OGC:CRS84") or table.crs.equals("EPSG:4326"), table.crs
    pandas.testing.assert_frame_equal(plain(table), plain(expected), check_dtype=False)
    # Both are longitude, latitude in WGS 84; GDAL calls the one EPSG:4326 and the other OGC:CRS84.
    placed = [t.set_crs("EPSG:4326", allow_override=True).set_index("id").geometry.sort_index() for t in (table, expected)]
    assert (placed[0].isna() == placed[1].isna()).all()
    assert placed[0].dropna().geom_equals_exact(placed[1].dropna(), 1e-9).all()


@pytest.mark.parametrize("name", NAMES)
def test_types_are_those_of_the_schema(atlas, files, name):
    schema = atlas.json(f"/ogc/collections/{name}/schema?f=json")["properties"]
    wanted = {
        ("string", None): "object", ("string", "date"): "datetime64", ("integer", None): "int64", ("number", None): "float64",
    }
    for ending in ("gpkg", "fgb"):
        told = pyogrio.read_info(files(f"{name}.{ending}"))
        kinds = dict(zip(told["fields"], map(str, told["dtypes"])))
        for column, about in schema.items():
            if "type" in about:
                expected = wanted[about["type"], about.get("format")]
                assert kinds[column].startswith(expected), (ending, column, kinds[column])


def test_a_csv_says_the_same_as_geojson(files):
    for name in NAMES:
        expected = geopandas.read_file(files(f"{name}.geojson"))
        table = pandas.read_csv(files(f"{name}.csv"), dtype=str, keep_default_na=False)
        assert list(table.columns) == [*[c for c in expected.columns if c != "geometry"], "lon", "lat", "wkt"]
        assert list(table["id"]) == list(expected["id"])
        places = geopandas.GeoSeries.from_wkt(table["wkt"].where(table["wkt"] != "", None), crs="EPSG:4326")
        assert (places.isna() == expected.geometry.isna()).all()
        assert places.dropna().geom_equals_exact(expected.geometry.dropna(), 1e-9, align=False).all()


def test_duckdb_reads_parquet_and_csv_alike(files):
    for name in NAMES:
        count = len(json.loads(files(f"{name}.geojson").read_text())["features"])
        parquet, table = str(files(f"{name}.parquet")), str(files(f"{name}.csv"))
        assert duckdb.sql(f"SELECT count(*) FROM '{parquet}'").fetchall()[0][0] == count
        assert duckdb.sql(f"SELECT count(*) FROM read_csv('{table}')").fetchall()[0][0] == count
        kinds = {name: kind for name, kind, *_ in duckdb.sql(f"DESCRIBE SELECT * FROM '{parquet}'").fetchall()}
        assert kinds["first_event"] == "DATE" and kinds["source_count"] == "BIGINT"
    same = "SELECT id, status FROM '{}' ORDER BY id"
    rows = [duckdb.sql(same.format(files(f"sites.{ending}"))).fetchall() for ending in ("parquet", "csv")]
    assert rows[0] == rows[1]


def test_geoparquet_tells_its_version_box_and_licence(files):
    file = pyarrow.parquet.ParquetFile(files("sites.parquet"))
    geo = json.loads(file.metadata.metadata[b"geo"])
    assert geo["version"] == "1.1.0" and geo["columns"]["geometry"]["encoding"] == "WKB"
    assert set(geo["columns"]["geometry"]["covering"]["bbox"]) == {"xmin", "ymin", "xmax", "ymax"}
    assert json.loads(file.metadata.metadata[b"dataset"])["license"] == "CC-BY-4.0"
    assert file.metadata.row_group(0).column(0).compression == "ZSTD"
    box = geopandas.read_parquet(files("sites.parquet"), bbox=(-67, -25, -64, -22))
    assert 10 < len(box) < 100


def test_kml_keeps_every_feature_and_its_columns(files):
    for name in NAMES:
        expected = json.loads(files(f"{name}.geojson").read_text())["features"]
        said = run("ogrinfo", "-ro", "-so", "-al", str(files(f"{name}.kml")))
        # Places that are not known have no geometry: GDAL's driver counts them all the same.
        assert int(re.search(r"Feature Count: (\d+)", said)[1]) == len(expected), name
    assert "Jujuy" in run("ogrinfo", "-ro", "-al", str(files("projects.kml")), "-where", "id = 'jujuy-seguro'")


def test_part_of_a_file_is_read_over_http(atlas):
    box = ["-spat", "-67", "-25", "-64", "-22"]
    whole = run("ogrinfo", "-ro", "-so", "-al", *box, f"/vsicurl/{atlas.origin}/data/sites.fgb")
    assert "WGS 84" in whole and 10 < int(re.search(r"Feature Count: (\d+)", whole)[1]) < 100
    command = ["ogrinfo", "-ro", "-so", "-al", *box, f"/vsicurl/{atlas.origin}/data/sites.gpkg", "sites"]
    done = subprocess.run(command, capture_output=True, text=True, env={"CPL_CURL_VERBOSE": "YES", "PATH": "/usr/bin:/bin"}, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Content-Range: bytes" in done.stderr or "content-range: bytes" in done.stderr


def test_an_empty_selection_has_the_columns_all_the_same(atlas, files, tmp_path):
    expected = list(pandas.read_csv(files("sites.csv"), nrows=0).columns)
    url = f"{atlas.origin}/ogc/collections/sites/items?country=ZZ"
    for form in ("csv", "fgb", "kml"):
        made = tmp_path / f"none.{form}"
        run("curl", "-sSf", "-o", str(made), f"{url}&f={form}")
    assert list(pandas.read_csv(tmp_path / "none.csv").columns) == expected
    assert list(geopandas.read_file(tmp_path / "none.fgb").columns) == [*expected[:-3], "geometry"]
