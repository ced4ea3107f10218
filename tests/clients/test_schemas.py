"""What an editor is told about the files of the record is what the files are."""

import json

import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator

SCHEMAS = ROOT / "geodata/schemas"
FILES = {
    "project": sorted((ROOT / "geodata/projects").glob("*.geojson")),
    "atlas": [ROOT / "geodata/atlas.json"],
    "layers": [ROOT / "geodata/layers.json"],
    "organisations": [ROOT / "geodata/organisations.json"],
    "sources": [ROOT / "geodata/sources.json"],
    "vocabulary": [ROOT / "geodata/vocabulary.json"],
    "withdrawn": [ROOT / "geodata/withdrawn.json"],
    "corrections": [ROOT / "geodata/corrections.json"],
}


def schema(name):
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text())


@pytest.mark.parametrize("name", FILES)
def test_the_schema_is_one_and_every_file_keeps_to_it(name):
    Draft202012Validator.check_schema(schema(name))
    validator = Draft202012Validator(schema(name))
    assert FILES[name]
    faults = [
        f"{file.name} {fault.json_path}: {fault.message[:200]}"
        for file in FILES[name]
        for fault in validator.iter_errors(json.loads(file.read_text()))
    ]
    assert not faults, "\n".join(faults)


def test_a_slip_is_seen_while_it_is_typed():
    validator = Draft202012Validator(schema("project"))
    file = json.loads((ROOT / "geodata/projects/jujuy-seguro.geojson").read_text())
    for slip in [{"lyaer": "surveillance"}, {"layer": 7}]:
        assert list(validator.iter_errors({**file, "project": {**file["project"], **slip}})), slip
