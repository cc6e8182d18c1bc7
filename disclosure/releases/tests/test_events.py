"""After the release: withdrawn by two, urgently by one and looked at by a second; purged by two; nothing ever changed or deleted."""

import pytest
from django.db import DatabaseError, connection, transaction

from disclosure.filings.states import State
from disclosure.pub.models import Current
from disclosure.releases import events
from disclosure.releases.bulk.storing import refresh
from disclosure.releases.bulk.writing import write_all
from disclosure.releases.models import Release, ReleasedFigure, ReleasedText, ReleaseEvent, Snapshot
from disclosure.releases.sealing import seal
from disclosure.releases.verifying import verify
from disclosure.releases.workflow.taking import NotTaken
from disclosure.web.public.names import names

ADDRESS = "/369900/399001/2024/budget/"


def withdraw(flow, release, *, urgent=False, who="publisher"):
    said = {"withdrawal": "published_in_error", "why": "附表页码错乱", "urgent": urgent}
    return events.withdraw(releases=[release], **said, by=flow.people[who])[0]


def test_a_withdrawal_takes_two_and_keeps_address_title_date_and_reason(flow, release, client):
    asked = withdraw(flow, release)
    assert client.get(ADDRESS).status_code == 200
    with pytest.raises(NotTaken, match="请另一位发布人办理"):
        events.agree(request=asked, by=flow.people["publisher"])
    events.agree(request=asked, by=flow.people["publisher2"])
    for address in (ADDRESS, ADDRESS + "v1/", ADDRESS + "v1/disclosure.pdf", ADDRESS + "v1/execution/"):
        page = client.get(address)
        assert page.status_code == 410 and "附表页码错乱" in page.content.decode() and release.title in page.content.decode()
    said = client.get(ADDRESS).content.decode()
    assert "公务接待费" not in said and release.title not in client.get("/").content.decode()


def test_an_urgent_withdrawal_works_at_once_and_is_looked_at(flow, release, client):
    asked = withdraw(flow, release, urgent=True)
    assert client.get(ADDRESS).status_code == 410
    assert flow.people["publisher2"].notices.filter(subject__contains="急撤").exists()
    with pytest.raises(NotTaken, match="请写明原因"):
        events.give_back(request=asked, by=flow.people["publisher2"], why=" ")
    events.give_back(request=asked, by=flow.people["publisher2"], why="核对无误")
    assert client.get(ADDRESS).status_code == 200
    with pytest.raises(NotTaken, match="别人已经办过了"):
        events.agree(request=asked, by=flow.people["publisher2"])


def test_a_newer_version_that_is_withdrawn_gives_way_to_the_one_before(flow, release, client):
    second = flow.correct().release()
    assert "这是第1版，已经更正" in client.get(ADDRESS + "v1/").content.decode()
    events.agree(request=withdraw(flow, second), by=flow.people["publisher2"])
    assert list(Release.objects.in_force()) == [release] and client.get(ADDRESS).status_code == 200
    assert client.get(ADDRESS + "v2/").status_code == client.get(ADDRESS + "v2/changes/").status_code == 410


def test_the_version_under_correction_may_be_withdrawn_and_the_correction_goes_on(flow, release, client):
    flow.step("start_correction", "preparer", why="更正")
    events.agree(request=withdraw(flow, release), by=flow.people["publisher2"])
    assert client.get(ADDRESS).status_code == 410 and flow.fresh().state == State.CORRECTING


def test_what_a_correction_changed_is_public_cell_by_cell(flow, release, client):
    before = [(file.name, file.sha256, bytes(file.body)) for file in release.files.order_by("name")]
    flow.correct(why="原因写漏了一半").release()
    page = client.get(ADDRESS + "v2/changes/").content.decode()
    assert "原因写漏了一半" in page and "新增业务，来访增多" in page and "共1处改动" in page
    assert ADDRESS + "v2/changes/" in client.get(ADDRESS).content.decode()
    assert client.get(ADDRESS + "v1/changes/").status_code == 404
    assert [(file.name, file.sha256, bytes(file.body)) for file in release.files.order_by("name")] == before


def test_a_withdrawal_takes_the_bulk_files_that_hold_it_away_at_once(flow, release, client):
    refresh()
    address = f"/data/{Snapshot.objects.first().stamp}/figures-all.csv"
    assert client.get(address).status_code == 200
    events.agree(request=withdraw(flow, release), by=flow.people["publisher2"])
    assert client.get(address).status_code == 404 and client.get("/data/index.json").json()["files"] == []
    assert refresh() == 0


def test_a_purge_takes_two_leaves_hashes_and_is_no_mismatch(flow, release):
    seal()
    with pytest.raises(NotTaken, match="先撤回，再申请清除"):
        events.ask_to_purge(release=release, by=flow.people["publisher"], why="含个人信息")
    events.agree(request=withdraw(flow, release), by=flow.people["publisher2"])
    asked = events.ask_to_purge(release=release, by=flow.people["publisher"], why="含个人信息")
    with pytest.raises(NotTaken, match="请另一位发布人办理"):
        events.purge(request=asked, by=flow.people["publisher"])
    events.purge(request=asked, by=flow.people["publisher2"])
    release.refresh_from_db()
    assert release.document == {} and {bytes(file.body) for file in release.files.all()} == {b""}
    assert all(len(file.sha256) == 64 for file in release.files.all())
    assert not ReleasedFigure.objects.exists() and not ReleasedText.objects.exists()
    seal()
    assert list(verify()) == []


def test_what_is_withdrawn_while_a_bulk_file_is_written_is_not_in_it(flow, release, monkeypatch):
    def written(*said):
        if not release.events.exists():
            events.agree(request=withdraw(flow, release), by=flow.people["publisher2"])
        return write_all(*said)

    monkeypatch.setattr("disclosure.releases.bulk.storing.write_all", written)
    assert (refresh(), Snapshot.objects.count()) == (0, 0)


def test_what_is_withdrawn_is_found_and_compared_no_more_at_once(flow, release, client):
    assert client.get("/api/figures?agency=399001").json()["count"] > 0
    events.agree(request=withdraw(flow, release), by=flow.people["publisher2"])
    names.forget()
    assert client.get("/api/figures?agency=399001").json()["count"] == 0 == Current.objects.count()
    assert client.get("/search?q=399001").content.decode().count("hit__title") == 0


@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
@pytest.mark.parametrize(
    "table", ["releases_releaseevent", "releases_steptaken", "releases_submission", "releases_paperform", "releases_seal"]
)
def test_the_office_changes_and_deletes_no_event(db, statement, table):
    sql = statement.format(table).replace("id = id", "number = number") if table == "releases_seal" else statement.format(table)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


FORBIDDEN = (
    ("withdrawn", "'published_in_error'", "false", "null"),  # alone, not urgent
    ("confirmed", "''", "false", "null"), ("restored", "''", "false", "null"),  # of nothing
    ("cancelled", "''", "false", "null"),  # after its second
    ("purge_requested", "''", "false", "null"),  # before it is withdrawn
    ("purged", "''", "false", "null"),  # without its function
)  # fmt: skip


@pytest.mark.parametrize(("kind", "withdrawal", "urgent", "refers"), FORBIDDEN)
def test_raw_sql_records_nothing_that_may_not_follow(flow, release, kind, withdrawal, urgent, refers):
    values = f"{release.pk}, '{kind}', {withdrawal}, {urgent}, {flow.people['publisher'].pk}, 'x', {refers}, now()"
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO releases_releaseevent (release_id, kind, withdrawal, is_urgent, by_id, why, refers_to_id, at) VALUES ("
            + values
            + ")"
        )
    assert not ReleaseEvent.objects.exists()


def test_nobody_purges_alone_not_even_by_the_function(flow, release):
    events.agree(request=withdraw(flow, release), by=flow.people["publisher2"])
    events.ask_to_purge(release=release, by=flow.people["publisher"], why="含个人信息")
    for who in (flow.people["publisher"].pk,):
        with pytest.raises(DatabaseError, match="done by another"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT purge_release(%s, %s, 'x')", [release.pk, who])
