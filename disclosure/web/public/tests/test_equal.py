"""Every figure of a real release is the same on its page, in its CSV and XLSX, in JSON, in the API and in bulk: all samples, every figure."""

import csv
import gzip
import io
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from openpyxl import load_workbook

from disclosure.exports.anchors import cell_id, places
from disclosure.exports.flat import figures_of
from disclosure.exports.plain_figures import plain_figure
from disclosure.exports.tables import render_tables, table_name
from disclosure.exports.xlsx import render_xlsx
from disclosure.releases.bulk.storing import refresh
from disclosure.releases.management.commands.disclose import read_document
from disclosure.releases.models import Snapshot
from disclosure.web.public.tests.releases import publish
from disclosure.web.public.tests.test_api import everything

SAMPLES = sorted(path for path in (Path(settings.BASE_DIR) / "samples").glob("*.json") if "expected" not in path.name)


@pytest.fixture(params=SAMPLES, ids=lambda path: path.stem)
def released(request, db):
    document = json.loads(json.dumps(read_document(request.param, draft=False)))
    return publish(document)


def said(release):
    """Every figure by its address: as printed, and exact where it is."""
    exact = {each.address: f"{each.yuan:.2f}" for each in figures_of(release.document) if each.yuan is not None and each.is_exact}
    return {each.address: (each.text, exact.get(each.address, "")) for each in figures_of(release.document)}


def test_the_page_shows_every_figure_that_it_draws(client, released):
    page = client.get(released.get_absolute_url()).content.decode()
    cells = dict(re.findall(r'<t[dh][^>]*\sid="([^"]+)"[^>]*>\s*([^<]*?)\s*<', page))
    drawn = {
        cell_id(address): text
        for address, (text, _yuan) in said(released).items()
        if cell_id(address) in places(released.document["statements"])
    }
    assert len(drawn) > 90 and {place: cells.get(place) for place in drawn} == drawn


def test_the_page_is_light(client, released):
    page = client.get(released.get_absolute_url()).content
    styles = b"".join((Path(settings.BASE_DIR) / "static/css" / name).read_bytes() for name in re.findall(r"css/(\w+\.css)", page.decode()))
    assert styles and len(gzip.compress(page)) + len(gzip.compress(styles)) < 150_000


def test_the_api_and_the_bulk_files_say_the_same(client, released):
    refresh()
    rows = everything(client, f"/api/figures?agency={released.agency_code}&year={released.year}&size=500")
    assert {(row["statement"], row["row"], row["column"]): (row["printed"], row["yuan"] or "") for row in rows} == said(released)
    for name in ("figures-all.csv", "figures-all.json"):
        answer = client.get(f"/data/{Snapshot.objects.get(name=name).stamp}/{name}")
        body = b"".join(answer.streaming_content).decode("utf-8-sig")
        rows = json.loads(body)["figures"] if name.endswith("json") else csv.DictReader(io.StringIO(body))
        assert {(row["statement"], row["row"], row["column"]): (row["printed"], row["yuan"]) for row in rows} == said(released)


def test_the_csv_of_every_table_has_every_figure(released):
    files = render_tables(released.document)
    for statement in (each for each in released.document["statements"] if each["status"] != "missing"):
        rows = list(csv.reader(io.StringIO(files[table_name(statement)].decode("utf-8-sig"))))
        cells = [cell for row in rows for cell in row]
        for address, (text, yuan) in said(released).items():
            if address[0] == statement["code"]:
                assert (plain_figure(text) or text) in cells and (not yuan or yuan in cells), address


def test_the_workbook_has_every_figure(released):
    book = load_workbook(io.BytesIO(render_xlsx(released.document)), read_only=True)
    shown = {spelt(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None}
    printed = {each["code"] for each in released.document["statements"] if each["printed"]}
    missing = [address for address, (text, _yuan) in said(released).items() if address[0] in printed and spelt(text) not in shown]
    assert missing == []


def spelt(cell):
    """1,709.37 and 1709.37 are the same figure."""
    if isinstance(cell, (int, float)):
        return f"{cell:.2f}"
    plain = plain_figure(str(cell))
    return f"{float(plain):.2f}" if plain and not plain.endswith("%") else str(cell)
