"""Reference managers, citation processors and patch libraries take what the atlas gives them."""

import json
import os
import shutil
import subprocess
import urllib.request
import warnings

import bibtexparser
import jsonpatch
import pytest
from conftest import PROGRAM, ROOT

warnings.filterwarnings("ignore", module="citeproc")
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter  # noqa: E402
from citeproc.source.json import CiteProcJSON  # noqa: E402


def text(atlas, path):
    with urllib.request.urlopen(atlas.origin + path) as answer:
        return answer.read().decode()


@pytest.mark.parametrize("path", ["/data/citation.csl.json", "/project/jujuy-seguro.csl.json?accessed=2026-11-25"])
def test_a_csl_processor_takes_the_citation(atlas, path):
    items = atlas.json(path)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem(items[0]["id"])]))
    [entry] = bibliography.bibliography()
    assert items[0]["title"][:20] in str(entry)


@pytest.mark.parametrize("path", ["/data/citation.bib", "/project/jujuy-seguro.bib", "/project/carnet-de-la-patria.bib"])
def test_a_bibtex_parser_takes_the_citation(atlas, path):
    library = bibtexparser.parse_string(text(atlas, path))
    [entry] = library.entries
    assert library.failed_blocks == []
    assert entry["author"] == "{Huella contributors}" and entry["url"].startswith(atlas.origin)


def test_a_bibtex_parser_takes_every_source(atlas):
    library = bibtexparser.parse_string(text(atlas, "/data/sources.bib"))
    sources = json.loads((ROOT / "geodata/sources.json").read_text())
    assert library.failed_blocks == []
    assert {entry.key for entry in library.entries} == {source["id"] for source in sources}
    assert all(entry["title"] and entry["url"] for entry in library.entries)


@pytest.mark.skipif("CFFCONVERT" not in os.environ, reason="cffconvert needs a place of its own: `make test-clients` gives it one")
def test_the_citation_file_of_the_repository_is_valid():
    done = subprocess.run([os.environ["CFFCONVERT"], "--validate", "-i", ROOT / "CITATION.cff"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_frozen_edition_is_checked_with_the_usual_tool(atlas, tmp_path):
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed")
    edition = atlas.json("/data/editions.json")["editions"][0]["edition"]
    files = atlas.json(f"/data/edition/{edition}")["files"]
    for file in files:
        target = tmp_path / file["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        urllib.request.urlretrieve(file["href"], target)
    done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_a_patch_library_applies_what_changed(tmp_path):
    """The record is released, edited and released again; the difference leads from the one to the other."""
    from conftest import serving

    record = tmp_path / "geodata"
    shutil.copytree(ROOT / "geodata", record, ignore=shutil.ignore_patterns("editions"))
    release = [PROGRAM, "release", "--geodata", str(record)]
    subprocess.run(release, check=True, capture_output=True)
    file = record / "projects/jujuy-seguro.geojson"
    project = json.loads(file.read_text())
    project["project"]["name"]["en"] = "Another name"
    del project["project"]["events"][1]
    project["project"]["quantities"].reverse()
    file.write_text(json.dumps(project, ensure_ascii=False))
    subprocess.run(release, check=True, capture_output=True)
    with serving("--geodata", str(record)) as atlas:
        after, before = (entry["edition"] for entry in atlas.json("/data/editions.json")["editions"])
        told = atlas.json(f"/data/diff/{before}..{after}.json")
        [change] = [change for change in told["records"] if change["id"] == "jujuy-seguro"]
        pages = [atlas.json(f"/project/jujuy-seguro.geojson?v={edition}") for edition in (before, after)]
    one, other = ({key: page[key] for key in page if key not in ("edition", "licence")} for page in pages)
    assert jsonpatch.apply_patch(one, change["operations"]) == other
