"""What the README tells people to type works as it stands there."""

import re
import subprocess

import geopandas
import pytest
from conftest import ROOT

README = (ROOT / "README.md").read_text()


def typed(*programs):
    """Command lines of the README that begin with one of these programs; comments are left out."""
    lines = [line.split("    #")[0].strip() for line in README.splitlines()]
    shown = lines + re.findall(r"`([^`\n]+)`", README)
    return [line for line in shown if line.split(" ")[0] in programs]


@pytest.mark.parametrize("line", typed("ogr2ogr", "ogrinfo", "curl"))
def test_a_line_of_the_readme_runs(line, atlas, tmp_path):
    command = line.replace("http://127.0.0.1:8080", atlas.origin).replace("curl ", "curl -sSf ")
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout or list(tmp_path.iterdir()), "it prints something or makes a file"


def test_the_line_for_python_reads_a_layer(atlas):
    line = re.search(r"geopandas\.read_file\(\"([^\"]+)\"\)", README)
    table = geopandas.read_file(line[1].replace("http://127.0.0.1:8080", atlas.origin))
    assert len(table) > 20
