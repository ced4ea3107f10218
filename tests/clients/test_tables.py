"""The tables as a Data Package, checked by Frictionless and read by DuckDB and GDAL."""

import re
import zipfile

import duckdb
import frictionless
import pytest
from conftest import run


@pytest.fixture(scope="module")
def folder(atlas, tmp_path_factory):
    """The unpacked tables.zip."""
    folder = tmp_path_factory.mktemp("tables")
    run("curl", "-sSf", "-o", str(folder / "tables.zip"), f"{atlas.origin}/data/tables.zip")
    with zipfile.ZipFile(folder / "tables.zip") as archive:
        archive.extractall(folder)
    return folder


def test_frictionless_finds_no_fault(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "type", "message"])[:20]
    assert len(report.tasks) == 9


def test_duckdb_joins_tables_by_their_keys(folder):
    orphans = f"""
        SELECT count(*) FROM '{folder}/provenance.csv' p
        ANTI JOIN '{folder}/sources.csv' s ON p.source = s.id
        WHERE p.source IS NOT NULL OR p.basis <> 'located'"""
    assert duckdb.sql(orphans).fetchall()[0][0] == 0
    busiest = f"""
        SELECT o.name, count(DISTINCT a.project) FROM '{folder}/actors.csv' a
        JOIN '{folder}/organisations.csv' o ON a.organisation = o.id GROUP BY 1 ORDER BY 2 DESC LIMIT 1"""
    assert duckdb.sql(busiest).fetchall()[0][1] > 5


def test_gdal_opens_the_one_geopackage(atlas, tmp_path):
    made = tmp_path / "record.gpkg"
    run("curl", "-sSf", "-o", str(made), f"{atlas.origin}/data/record.gpkg")
    said = run("ogrinfo", "-ro", "-so", "-al", str(made))
    layers = re.findall(r"^Layer name: (\S+)", said, re.MULTILINE)
    assert set(layers) >= {*atlas.layers(), "sites", "projects", "events", "provenance", "sources"}
