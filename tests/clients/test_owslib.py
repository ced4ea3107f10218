"""OWSLib finds its way from the landing page to single features."""

import pytest
from owslib.ogcapi.features import Features


@pytest.fixture(scope="module")
def service(atlas):
    return Features(f"{atlas.origin}/ogc/")


def test_landing_conformance_and_api_are_found(service):
    assert service.links
    assert "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in service.conformance()["conformsTo"]
    assert service.api()["openapi"].startswith("3.0")


def test_every_collection_is_a_feature_collection(service, atlas):
    assert service.feature_collections() == atlas.collections()
    for name in service.feature_collections():
        about = service.collection(name)
        assert about["id"] == name and about["title"] and about["extent"]["spatial"]["bbox"]


def test_items_are_paged_boxed_and_counted(service):
    page = service.collection_items("sites", limit=7)
    assert page["numberReturned"] == len(page["features"]) == 7
    boxed = service.collection_items("sites", bbox=[-67, -25, -64, -22], limit=1000)
    assert 0 < boxed["numberMatched"] < page["numberMatched"]
    named = service.collection_items("sites", layer="lithium", limit=1000)
    assert {feature["properties"]["layer"] for feature in named["features"]} == {"lithium"}


def test_one_item_is_the_same_as_in_the_collection(service):
    first = service.collection_items("sites", limit=1)["features"][0]
    item = service.collection_item("sites", first["id"])
    assert item["geometry"] == first["geometry"] and item["properties"] == first["properties"]


def test_what_can_be_asked_for_is_described(service):
    asked = service.collection_queryables("sites")
    assert {"layer", "country", "status"} <= set(asked["properties"])
