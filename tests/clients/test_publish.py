"""A bucket of a service that speaks S3, by people who have nothing to do with this program."""

import gzip
import json
import logging
import os
import re
import subprocess
import time
import urllib.request

import boto3
import pytest
from moto.server import ThreadedMotoServer

from conftest import PROGRAM, ROOT

KEPT = ["hanaq-aguiliri", "baranoa-solar"]
MANIFEST = "huella-export.json"
SECRET = "a-secret-that-nobody-may-see"


def small_record(to):
    """Two projects and what they name."""
    geodata = ROOT / "geodata"
    (to / "projects").mkdir(parents=True)
    for name in ["atlas.json", "layers.json", "vocabulary.json", "withdrawn.json"]:
        (to / name).write_text((geodata / name).read_text())
    (to / "corrections.json").write_text("[]")
    told = ""
    for name in KEPT:
        record = json.loads((geodata / f"projects/{name}.geojson").read_text())
        record["project"]["related"] = []
        told += json.dumps(record)
        (to / f"projects/{name}.geojson").write_text(json.dumps(record))
    for name in ["organisations.json", "sources.json"]:
        entries = json.loads((geodata / name).read_text())
        kept = []
        while True:
            text = told + json.dumps(kept)
            grown = [entry for entry in entries if f'"{entry["id"]}"' in text]
            if len(grown) == len(kept):
                break
            kept = grown
        told += json.dumps(kept)
        (to / name).write_text(json.dumps(kept))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small site as an export leaves it, of which a part is enough."""
    place = tmp_path_factory.mktemp("publish")
    small_record(place / "record")
    folder = place / "site"
    flags = ["--geodata", place / "record", "--public-url", "https://example.org"]
    subprocess.run([PROGRAM, "export", folder, *flags], check=True, capture_output=True)
    manifest = json.loads((folder / MANIFEST).read_text())
    enough = r"assets/|[^/]+\.html|about/|data/(sites|solar)\.|project/|image~sel"
    manifest["files"] = [file for file in manifest["files"] if re.match(enough, file["path"])]
    (folder / MANIFEST).write_text(json.dumps(manifest))
    return folder


@pytest.fixture(scope="module")
def service():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(service, request):
    key = {"aws_access_key_id": "a-key", "aws_secret_access_key": SECRET, "region_name": "us-east-1"}
    s3 = boto3.resource("s3", endpoint_url=service, **key)
    return s3.create_bucket(Bucket=request.node.name.replace("_", "-")[:60].strip("-"))


def started(service, *arguments):
    told = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    told |= {"AWS_ACCESS_KEY_ID": "a-key", "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_REGION": "us-east-1"}
    told |= {"AWS_ENDPOINT_URL": service, "NO_PROXY": "*"}
    command = [PROGRAM, "publish", *map(str, arguments)]
    return subprocess.Popen(command, env=told, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def publish(service, *arguments):
    """How many objects were put, removed, and there already."""
    run = started(service, *arguments)
    out, err = run.communicate(timeout=60)
    assert run.returncode == 0, err
    assert SECRET not in out + err
    return tuple(int(number) for number in re.search(r": (\d+) put, (\d+) removed, (\d+) there", out).groups())


def held(bucket, below="atlas/"):
    """Every object below the prefix, as its bytes and headers."""
    objects = {}
    for summary in bucket.objects.filter(Prefix=below):
        answer = summary.get()
        headers = tuple(answer.get(name) for name in ["ContentType", "CacheControl", "ContentEncoding"])
        objects[summary.key.removeprefix(below)] = (answer["Body"].read(), headers)
    return objects


def test_each_object_has_the_bytes_type_cache_and_encoding_of_its_file(site, service, bucket):
    bucket.put_object(Key="atlas/notes.txt", Body=b"mine")
    bucket.put_object(Key="atlas-of-others/index.html", Body=b"mine")
    place = f"s3://{bucket.name}/atlas"
    files = json.loads((site / MANIFEST).read_text())["files"]
    assert publish(service, place, "--from", site, "--dry-run") == (len(files), 0, 0)
    assert held(bucket).keys() == {"notes.txt"}
    assert publish(service, place, "--from", site) == (len(files), 0, 0)
    objects = held(bucket)
    assert objects.keys() == {file["path"] for file in files} | {MANIFEST, "notes.txt"}
    encoded = 0
    for file in files:
        body, (media_type, cache, encoding) = objects[file["path"]]
        assert (media_type, cache) == (file["type"], file["cache"]), file["path"]
        # What programs read stays as it is; pages and what they load are a third.
        large = file["bytes"] > 1024 and re.search("text|json|javascript|xml", media_type)
        for_browsers = large and (file["path"].startswith("assets/") or media_type.startswith("text/html"))
        assert encoding == ("gzip" if for_browsers else None), file["path"]
        encoded += encoding is not None
        plain = gzip.decompress(body) if encoding else body
        assert plain == (site / file["path"]).read_bytes(), file["path"]
    assert encoded > 20
    # As it goes over the wire.
    pictures = [path for path in objects if "~" in path]
    for path in ["index.html", "data/sites.geojson", pictures[0]]:
        asked = {"Bucket": bucket.name, "Key": f"atlas/{path}"}
        with urllib.request.urlopen(bucket.meta.client.generate_presigned_url("get_object", asked)) as answer:
            assert answer.headers["content-type"] == objects[path][1][0]
            assert answer.read() == objects[path][0]
    before = {summary.key: summary.last_modified for summary in bucket.objects.all()}
    assert publish(service, place, "--from", site) == (0, 0, len(files))
    assert before == {summary.key: summary.last_modified for summary in bucket.objects.all()}
    assert held(bucket, "atlas-of-others/")["index.html"][0] == b"mine"


def test_killed_on_its_way_the_next_run_completes_it_and_removes_what_is_gone(site, service, bucket):
    place = f"s3://{bucket.name}/atlas"
    run = started(service, place, "--from", site)
    while (count := sum(1 for _ in bucket.objects.all())) < 30:
        assert run.poll() is None, "it ended before it was killed"
        time.sleep(0.01)
    run.kill()
    run.wait()
    left = held(bucket)
    assert MANIFEST not in left and any(key.startswith(".huella-publish/") for key in left), count
    assert "index.html" not in left, "the front page comes last"
    manifest = json.loads((site / MANIFEST).read_text())
    whole = manifest["files"]
    gone = [file for file in whole if file["path"].startswith("project/hanaq-aguiliri")]
    assert len(gone) > 3
    put, removed, same = publish(service, place, "--from", site)
    assert (removed, put + same) == (0, len(whole)) and same > 0, "what was certain is not put again"
    # The next release lacks a project.
    manifest["files"] = [file for file in whole if file not in gone]
    (site / MANIFEST).write_text(json.dumps(manifest))
    try:
        assert publish(service, place, "--from", site) == (0, len(gone), len(manifest["files"]))
    finally:
        manifest["files"] = whole
        (site / MANIFEST).write_text(json.dumps(manifest))
    objects = held(bucket)
    assert objects.keys() == {file["path"] for file in whole if file not in gone} | {MANIFEST}


def test_a_service_that_refuses_is_told_with_its_reason_and_what_to_do(site, service):
    run = started(service, "s3://no-such-bucket/atlas", "--from", site)
    out, err = run.communicate(timeout=60)
    assert run.returncode == 1 and out == ""
    assert err.startswith("huella: cannot list s3://no-such-bucket/atlas/: NoSuchBucket: "), err
    assert err.endswith("; make the bucket first, or name another.\n"), err
