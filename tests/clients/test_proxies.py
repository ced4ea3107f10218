"""The configurations in deploy/ stand before the program as they say."""

import getpass
import grp
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest
from conftest import ROOT, serving


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def get(url, **headers):
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def wait_for(url, server):
    for _ in range(100):
        assert server.poll() is None, "the proxy ended"
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{url} does not answer")


def encoded(url, encoding):
    """The headers once the program has compressed its files, which it does after its start."""
    for _ in range(100):
        status, headers, _ = get(url, **{"Accept-Encoding": encoding})
        assert status == 200
        if headers.get("Content-Encoding") == encoding:
            return headers
        time.sleep(0.1)
    pytest.fail(f"{url} is never sent as {encoding}")


@pytest.fixture
def nginx(tmp_path):
    """Starts nginx with the body of an http block."""
    started = []

    def start(http):
        conf = tmp_path / "nginx.conf"
        temp = "".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
        conf.write_text(
            # The folder of a test is its owner's alone, and nginx would give root's rights away.
            f"daemon off; user {getpass.getuser()} {grp.getgrgid(os.getgid()).gr_name}; pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}} http {{ access_log off; {temp}\n{http}\n}}"
        )
        server = subprocess.Popen(["nginx", "-c", conf, "-p", tmp_path], stderr=subprocess.DEVNULL)
        started.append(server)
        return server

    yield start
    for server in started:
        server.terminate()
        server.wait(timeout=10)


def without_tls(conf, port):
    conf = re.sub(r"^\s*ssl_certificate.*$", "", conf, flags=re.MULTILINE)
    return conf.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")


def test_nginx_keeps_answers_and_asks_again(nginx, tmp_path):
    port = free_port()
    with serving("--public-url", f"http://127.0.0.1:{port}") as atlas:
        conf = without_tls((ROOT / "deploy/nginx.conf").read_text(), port)
        conf = conf.replace("127.0.0.1:8080", atlas.listen).replace("/var/cache/nginx/huella", str(tmp_path / "cache"))
        server = nginx(conf)
        site = f"http://127.0.0.1:{port}"
        wait_for(site, server)
        status, headers, body = get(site + "/data/lithium.geojson")
        assert (status, headers["X-Cache"]) == (200, "MISS")
        kept = ["MISS"]
        # Kept for a second, and put away only after it was sent.
        while kept[-1] in {"MISS", "HIT"} and len(kept) < 200:
            status, headers, again = get(site + "/data/lithium.geojson")
            assert (status, again) == (200, body)
            kept.append(headers["X-Cache"])
            time.sleep(0.02)
        assert "HIT" in kept and kept[-1] == "REVALIDATED"
        assert get(site + "/data/lithium.geojson", **{"If-None-Match": headers["ETag"]})[0] == 304
        for encoding in ["gzip", "zstd", "br"]:
            encoded(site + "/data/lithium.geojson", encoding)
        asset = re.search(rb'href="(/assets/page-[^"]+\.css)"', get(site + "/")[2])[1].decode()
        assert get(site + asset)[1]["X-Cache"] == "MISS"
        assert get(site + asset)[1]["X-Cache"] == "HIT"
        for inner in ["/metrics", "/readyz", "/healthz"]:
            assert get(site + inner)[0] == 404


def test_nginx_below_a_path_of_another_site(nginx):
    port = free_port()
    with serving("--public-url", f"http://127.0.0.1:{port}/atlas") as atlas:
        location = (ROOT / "deploy/nginx-prefix.conf").read_text().replace("127.0.0.1:8080", atlas.listen)
        server = nginx(f"server {{ listen 127.0.0.1:{port}; location / {{ return 200 other; }} {location} }}")
        site = f"http://127.0.0.1:{port}"
        wait_for(site, server)
        assert get(site + "/")[2] == b"other"
        page = get(site + "/atlas")[2].decode()
        assert 'href="/atlas/about"' in page
        assert get(site + "/atlas/metrics")[0] == 404
        links = set(re.findall(r'(?:href|src)="(/[^"]+)"', page))
        assert links and all(link.startswith("/atlas/") for link in links)
        script = re.search(r'src="(/atlas/assets/page-[^"]+\.js)"', page)[1]
        assert get(site + script)[0] == 200


@pytest.mark.skipif(shutil.which("caddy") is None, reason="caddy is not there; tests/packages installs it where it may")
def test_caddy_stands_before_it(tmp_path):
    port = free_port()
    with serving("--public-url", f"http://127.0.0.1:{port}") as atlas:
        conf = (ROOT / "deploy/Caddyfile").read_text()
        conf = conf.replace("127.0.0.1:8080", atlas.listen).replace("atlas.example.org {", f"http://127.0.0.1:{port} {{")
        (tmp_path / "Caddyfile").write_text("{\n\tadmin off\n}\n" + conf)
        server = subprocess.Popen(
            ["caddy", "run", "--adapter", "caddyfile", "--config", tmp_path / "Caddyfile"],
            stderr=subprocess.DEVNULL,
            env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        )
        try:
            site = f"http://127.0.0.1:{port}"
            wait_for(site, server)
            encoded(site + "/data/lithium.geojson", "zstd")
            assert get(site + "/metrics")[0] == 404
        finally:
            server.terminate()
            server.wait(timeout=10)
