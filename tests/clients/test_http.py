"""curl, the smallest client: what a researcher types at a prompt."""

import json
import shutil

import pytest
from conftest import run

pytestmark = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


def test_a_file_is_fetched_compressed_and_saved_under_its_name(atlas, tmp_path):
    url = f"{atlas.origin}/data/lithium.geojson"
    plain = run("curl", "-sSf", url)
    assert json.loads(run("curl", "-sSf", "--compressed", url)) == json.loads(plain)
    run("curl", "-sSf", "-OJ", "--output-dir", str(tmp_path), f"{url}?download")
    assert (tmp_path / "lithium.geojson").read_text() == plain


def test_a_file_that_is_held_is_not_sent_again(atlas, tmp_path):
    url, tag, out = f"{atlas.origin}/data/sites.geojson", tmp_path / "tag", tmp_path / "out"
    command = ["curl", "-sSf", "--etag-save", str(tag), "--etag-compare", str(tag), "-w", "%{http_code}", "-o", str(out), url]
    assert run(*command) == "200"
    assert run(*command) == "304"
