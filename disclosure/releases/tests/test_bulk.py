"""Open data in bulk is what is in force, exactly, in three formats; it follows corrections and withdrawals, and keeps dated files by their hashes."""

import csv
import hashlib
import io
import json

import pytest
from openpyxl import load_workbook

from agencies.models import AgencyYear
from disclosure.exports.flat import figures_of
from disclosure.releases.bulk.rows import COLUMNS
from disclosure.releases.bulk.storing import KEPT, refresh
from disclosure.releases.models import Snapshot
from disclosure.web.public.tests.documents import document, final_document, transcribed_document
from disclosure.web.public.tests.places import named
from disclosure.web.public.tests.releases import FUTURE, publish

pytestmark = pytest.mark.django_db


def body(client, name):
    """The newest file of this name as the public gets it."""
    found = Snapshot.objects.filter(name=name).order_by("-taken_at").first()
    answer = client.get(f"/data/{found.stamp}/{name}")
    got = b"".join(answer.streaming_content)
    assert (answer.status_code, answer["ETag"], len(got)) == (200, f'"{found.sha256}"', found.size)
    assert hashlib.sha256(got).hexdigest() == found.sha256
    return got


def of_csv(got):
    return list(csv.DictReader(io.StringIO(got.decode("utf-8-sig"))))


@pytest.mark.parametrize("made", [document, final_document, transcribed_document])
def test_every_figure_is_there_in_every_format(client, made):
    release = publish(made())
    refresh()
    said = [
        (*each.address, each.text, f"{each.yuan:.2f}" if each.yuan is not None and each.is_exact else "")
        for each in figures_of(release.document)
    ]
    keys = ("statement", "row", "column", "printed", "yuan")
    assert [tuple(row[key] for key in keys) for row in of_csv(body(client, "figures-all.csv"))] == said
    assert [tuple(row[key] for key in keys) for row in json.loads(body(client, "figures-all.json"))["figures"]] == said
    sheet = load_workbook(io.BytesIO(body(client, "figures-all.xlsx")), read_only=True).worksheets[0]
    at = [COLUMNS.index(key) for key in keys]
    rows = [tuple(row[number] for number in at) for row in list(sheet.iter_rows(values_only=True))[1:]]
    assert [(*row[:4], "" if row[4] is None else f"{row[4]:.2f}") for row in rows] == said


def test_a_part_holds_its_year_or_region_and_nothing_else(client):
    publish(named("307001", "安澜市档案馆", 2023))
    publish(named("307001", "安澜市档案馆", 2024))
    refresh()
    assert {row["year"] for row in of_csv(body(client, "figures-year-2023.csv"))} == {"2023"}
    assert {row["year"] for row in of_csv(body(client, "figures-region-361100.csv"))} == {"2023", "2024"}


def test_nothing_is_written_anew_while_nothing_changed():
    publish(document())
    assert (refresh(), refresh()) == (3, 0)
    publish(document(), version=2)
    assert refresh() == 3 and Snapshot.objects.filter(name="figures-all.csv").count() == 2


def test_what_is_not_due_is_in_no_file():
    publish(document(), at=FUTURE)
    assert refresh() == 0 and not Snapshot.objects.exists()


def test_an_exemption_takes_every_file_away():
    publish(document())
    refresh()
    AgencyYear.objects.filter(code="307001").update(exemption="按规定免予公开")
    assert not Snapshot.objects.exists() and refresh() == 0


def test_old_files_go_after_a_while(monkeypatch):
    monkeypatch.setattr("disclosure.releases.bulk.storing.KEPT", 1)
    publish(document())
    refresh()
    publish(document(), version=2)
    refresh()
    assert Snapshot.objects.filter(name="figures-all.csv").count() == 1 and KEPT > 1


def test_the_list_and_the_package_describe_the_files(client):
    publish(document())
    refresh()
    listed = client.get("/data/index.json").json()["files"]
    assert {each["name"] for each in listed} >= {"figures-all.csv", "figures-all.json", "figures-all.xlsx"}
    package = client.get("/data/datapackage.json").json()
    resource = next(each for each in package["resources"] if each["name"] == "figures-all")
    assert [field["name"] for field in resource["schema"]["fields"]] == list(COLUMNS)
    assert resource["hash"] == "sha256:" + next(each["sha256"] for each in listed if each["name"] == "figures-all.csv")
    assert next(field for field in resource["schema"]["fields"] if field["name"] == "yuan")["columnType"] == "value"
    assert "figures-all.csv" in client.get("/data/").content.decode()


def test_a_file_that_never_was_is_not_there(client):
    assert client.get("/data/20240101T000000000/figures-all.csv").status_code == 404
