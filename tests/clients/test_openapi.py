"""The description of the service is valid OpenAPI, and what it promises is there."""

import urllib.request

from openapi_spec_validator import OpenAPIV30SpecValidator


def test_the_document_is_valid_openapi_3_0(atlas):
    document = atlas.json("/ogc/api?f=json")
    assert document["openapi"].startswith("3.0")
    faults = [f"{'/'.join(map(str, fault.path))}: {fault.message}" for fault in OpenAPIV30SpecValidator(document).iter_errors()]
    assert not faults, "\n".join(faults)


def test_every_path_without_a_variable_answers(atlas):
    document = atlas.json("/ogc/api?f=json")
    base = document["servers"][0]["url"].rstrip("/")
    paths = [path for path in document["paths"] if "{" not in path]
    assert len(paths) >= 4
    for path in paths:
        with urllib.request.urlopen(base + path) as answer:
            assert answer.status == 200, path
