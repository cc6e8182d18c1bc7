"""The child's walls: what it fetches, what it may not do."""

import base64
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from weasyprint import HTML

from disclosure.exports import render_child
from disclosure.exports.render_child import DataOnly, Packaged

ROOT = Path(render_child.__file__).parents[2]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "https://example.org/", "ftp://127.0.0.1/x", "file:///etc/passwd", "jar:file:///x", "//x/y"]
)
def test_a_document_fetches_nothing(url):
    with pytest.raises(ValueError):
        DataOnly().fetch(url)
    with pytest.raises(ValueError):
        Packaged().fetch(url)


def test_pictures_written_into_the_document_are_allowed():
    assert DataOnly().fetch("data:text/plain;base64," + base64.b64encode(b"x").decode()).read() == b"x"


def test_only_fonts_are_read_from_disk_and_only_by_our_style():
    font = next(Path("/usr/share/fonts").rglob("*.ttf"))
    assert Packaged().fetch(font.as_uri()).read() == font.read_bytes()
    with pytest.raises(ValueError):
        DataOnly().fetch(font.as_uri())
    with pytest.raises(ValueError):
        Packaged().fetch("file:///usr/share/fonts/../../../etc/passwd")


def run(code):
    prelude = "from disclosure.exports.render_child import forbid; import socket, subprocess, os; forbid();"
    return subprocess.run([sys.executable, "-c", prelude + code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "code", ["socket.socket()", "socket.create_connection(('127.0.0.1', 9))", "subprocess.run(['true'])", "os.system('true')"]
)
def test_sockets_and_processes_are_refused(code):
    assert "is not for the renderer" in run(code).stderr


def test_missing_faces_are_named():
    with pikepdf.new() as pdf, pytest.raises(LookupError, match="fonts-noto-cjk、fonts-liberation"):
        render_child.require_faces(pdf)


VECTORS = [
    '<link rel=stylesheet href="{}">',
    "<style>@import '{}';</style>",
    "<style>@font-face{{font-family:x;src:url({})}}p{{font-family:x}}</style>",
    '<p style="background:url({})">x',
    '<img src="{}">',
    '<img srcset="{} 2x">',
    '<object data="{}"></object>',
    '<embed src="{}">',
    '<link rel=attachment href="{}">',
    '<a rel=attachment href="{}">x</a>',
    '<svg><image href="{}"/></svg>',
    '<svg><use href="{}#x"/></svg>',
]


def watched(fetched):
    """The renderer's fetcher, keeping what it was asked for."""

    class Watched(DataOnly):
        def fetch(self, url, headers=None):
            fetched.append(url)
            return super().fetch(url, headers)

    return Watched()


def test_hostile_markup_reaches_no_file_and_no_network(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("ZQXJKW" * 50)
    targets = [secret.as_uri(), "http://127.0.0.1:9/x", "ftp://127.0.0.1:9/x"]
    html = "<html lang=zh><title>x</title>" + "".join(vector.format(target) for vector in VECTORS for target in targets)
    fetched = []
    made = HTML(string=html, url_fetcher=watched(fetched)).write_pdf(uncompressed_pdf=True)
    assert b"ZQXJKW" not in made and b"EmbeddedFile" not in made
    assert len(fetched) >= len(VECTORS)
