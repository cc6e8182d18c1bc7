"""The API says what the document says, page by page, and never fails whatever is asked of it."""

from decimal import Decimal

import pytest

from agencies.models import AgencyYear
from disclosure.exports.flat import figures_of
from disclosure.web.public.tests.documents import document, final_document, transcribed_document
from disclosure.web.public.tests.places import named, three
from disclosure.web.public.tests.releases import FUTURE, publish
from disclosure.web.public.tests.reported import answered

pytestmark = pytest.mark.django_db


def get(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, answer.content
    return answer.json()


def everything(client, address):
    """All pages, one after another."""
    rows = []
    while address:
        page = get(client, address)
        rows += page["items"]
        address = page["next"]
    assert len(rows) == page["count"]
    return rows


@pytest.mark.parametrize("made", [document, final_document, transcribed_document])
def test_every_figure_of_the_document_is_there_as_printed_and_exactly(client, made):
    release = publish(made())
    rows = everything(client, f"/api/figures?region=361100&agency=307001&kind={release.kind}&size=7")
    said = {(row["statement"], row["row"], row["column"]): (row["printed"], row["yuan"]) for row in rows}
    expected = {
        each.address: (each.text, f"{each.yuan:.2f}" if each.yuan is not None and each.is_exact else None)
        for each in figures_of(release.document)
    }
    assert len(said) == len(rows) > 20 and said == expected


def test_money_is_a_string(client):
    publish(document())
    row = get(client, "/api/figures?agency=307001&statement=YS03&row=total&column=basic")["items"][0]
    assert row["yuan"] == "47789000.00" and row["printed"] == "4,778.90"
    assert Decimal(row["yuan"]) == Decimal("47789000")


def test_a_release_has_its_files_with_their_hashes(client):
    publish(document())
    found = get(client, "/api/releases/361100/307001/2024/budget")
    file = next(each for each in found["files"] if each["name"] == "disclosure.json")
    assert client.get(file["address"]).headers["ETag"] == f'"{file["sha256"]}"'
    assert found["address"] == "/361100/307001/2024/budget/v1/"


def test_versions_are_listed_where_they_are_asked_for(client):
    publish(document())
    publish(document(), version=2)
    assert [row["version"] for row in get(client, "/api/releases")["items"]] == [2]
    assert [row["version"] for row in get(client, "/api/releases?every=true")["items"]] == [2, 1]


def test_what_is_not_due_is_nowhere(client):
    publish(named("307001", "安澜市档案馆"), at=FUTURE)
    for address in ("/api/releases?every=true", "/api/agencies", "/api/figures?year=2024", "/api/published"):
        assert get(client, address)["count"] == 0
    assert get(client, "/api/search?q=安澜市档案馆") == get(client, "/api/regions") == []
    get(client, "/api/releases/361100/307001/2024/budget", 404)


def test_lists_are_narrowed(client):
    three()
    assert {row["code"] for row in get(client, "/api/agencies?year=2023")["items"]} == {"307002"}
    codes = [get(client, f"/api/codes?year=2024{chart}")["count"] for chart in ("&chart=functional", "&chart=economic", "")]
    assert codes[0] > codes[1] > 0 and sum(codes[:2]) < codes[2]
    assert get(client, "/api/search?q=医保局&kind=agency")[0]["address"] == "/361100/307002/"
    assert get(client, "/api/progress")[0]["published"] == 3
    assert get(client, "/api/figures")["count"] == 0  # everything at once is what the files are for


def test_an_answer_is_there_once_it_is_public_and_goes_with_its_release(client):
    release = publish(document())
    assert get(client, "/api/answers")["count"] == 0
    answered(release)
    (row,) = get(client, "/api/answers?region=361100&agency=307001&year=2024")["items"]
    assert (row["question"], row["answer"], row["outcome"], row["version"]) == ("表3为什么少了？", "已核对。", "right", 1)
    assert f'id="{row["address"].partition("#")[2]}"' in client.get("/answers/").content.decode()
    AgencyYear.objects.update(exemption="按规定免予公开")
    assert get(client, "/api/answers")["count"] == 0


@pytest.mark.parametrize(
    "address",
    [
        "/api/figures?page=0",
        "/api/figures?size=100000",
        "/api/releases?year=20",
        "/api/releases?region=x",
        "/api/search",
        "/api/codes?chart=x",
    ],
)
def test_what_is_asked_wrongly_is_said(client, address):
    assert get(client, address, 422)["detail"]


def test_it_is_only_read(client):
    assert client.post("/api/releases").status_code == 405


def test_the_schema_is_of_openapi_3_1_with_examples(client):
    schema = get(client, "/api/openapi.json")
    assert schema["openapi"].startswith("3.1")
    figure = schema["components"]["schemas"]["FigureOut"]["properties"]
    assert figure["yuan"]["examples"] == ["47789000.00"]
    page = client.get("/api/docs").content.decode()
    assert all(path in page for path in schema["paths"])


def test_no_cookie_and_no_private_cache(client):
    publish(document())
    answer = client.get("/api/releases")
    assert answer.headers["Cache-Control"] == "public, max-age=1" and "Vary" not in answer.headers and not answer.cookies
