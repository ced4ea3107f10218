"""The atlas on a free port of this machine, for programs that other people wrote."""

import json
import os
import re
import subprocess
import threading
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("HUELLA", str(ROOT / "target/ci/huella"))


class Atlas:
    """A running server; `origin` is its address, `listen` its host and port."""

    def __init__(self, listen):
        self.listen = listen
        self.origin = f"http://{listen}"

    def json(self, path):
        with urllib.request.urlopen(self.origin + path) as answer:
            return json.load(answer)

    def layers(self):
        """The ids of the twelve layers, in their order."""
        return [layer["id"] for layer in json.loads((ROOT / "geodata/layers.json").read_text())["layers"]]

    def collections(self):
        """The ids of all collections of the service."""
        return [collection["id"] for collection in self.json("/ogc/collections?f=json")["collections"]]


@contextmanager
def serving(*flags):
    """A server with flags of its own, for as long as the block runs."""
    server = subprocess.Popen([PROGRAM, "--listen", "127.0.0.1:0", *flags], stderr=subprocess.PIPE, text=True)
    said = []
    try:
        for line in server.stderr:
            said.append(line)
            found = re.search(r"listen=(\S+)", re.sub(r"\x1b\[[0-9;]*m", "", line))
            if found and "the atlas is open at" in line:
                break
        else:
            pytest.fail("the server did not start:\n" + "".join(said))
        threading.Thread(target=server.stderr.read, daemon=True).start()
        yield Atlas(found[1])
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="session")
def atlas():
    with serving() as running:
        yield running


def run(*command):
    """The output of a program that must succeed without a warning."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stderr}"
    assert not re.search(r"warning|error", done.stderr, re.IGNORECASE), done.stderr
    return done.stdout
