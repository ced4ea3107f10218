"""geopandas reads a file or a selection into one table whose columns never change their type."""

import geopandas
import pandas
import shapely


def read(atlas, path):
    return geopandas.read_file(atlas.origin + path)


def test_layers_bind_to_the_table_of_all_sites(atlas):
    tables = [read(atlas, f"/data/{layer}.geojson") for layer in atlas.layers()]
    sites = read(atlas, "/data/sites.geojson")
    for table in tables:
        assert list(table.columns) == list(sites.columns)
    bound = pandas.concat(tables)
    assert sorted(bound["id"]) == sorted(sites["id"])
    assert sites["id"].is_unique


def test_dates_are_dates_and_numbers_numbers_in_every_file(atlas):
    dates = ["status_since", "first_event", "last_event"]
    for name in [*atlas.layers(), "sites", "projects"]:
        table = read(atlas, f"/data/{name}.geojson")
        for column in dates:
            assert pandas.api.types.is_datetime64_any_dtype(table[column]) or table[column].isna().all(), (name, column)
        assert pandas.api.types.is_integer_dtype(table["source_count"]), name
        assert str(table.crs) == "EPSG:4326", name


def test_a_place_known_only_by_its_country_has_no_geometry(atlas):
    sites = read(atlas, "/data/sites.geojson")
    assert (sites.geometry.isna() == (sites["precision"] == "country")).all()
    assert sites.geometry.isna().any()


def test_a_selection_of_the_service_reads_like_a_file(atlas):
    part = read(atlas, "/ogc/collections/sites/items?f=json&bbox=-67,-25,-64,-22&limit=1000")
    sites = read(atlas, "/data/sites.geojson")
    assert list(part.columns) == list(sites.columns)
    # What has no geometry is never shut out by a box (OGC 17-069r4, 7.15.3, C).
    inside = sites[sites.intersects(shapely.box(-67, -25, -64, -22)) | sites.geometry.isna()]
    assert sorted(part["id"]) == sorted(inside["id"])
