"""Releasing a filing: everything or nothing, and only what says what the document says."""

from datetime import UTC, datetime

import pytest

from disclosure.core.facts import Address, Prior
from disclosure.core.tests.ledgers import facts, line
from disclosure.exports import files as exported
from disclosure.exports.figures import FiguresDiffer
from disclosure.filings.models import Filing
from disclosure.filings.saving import save_facts
from disclosure.releases.hashes import sha256
from disclosure.releases.models import Release, ReleaseFile
from disclosure.releases.releasing import NotReleasable
from disclosure.releases.tests.released import release_filing

AT = datetime(2024, 2, 8, 1, tzinfo=UTC)
REASON = {Address("YX08", "total", "reception"): "新增业务"}


@pytest.fixture
def filing(db: None) -> Filing:
    return save_facts(entered=facts(line("10000"), line("20000", economic="30217"), reasons=REASON))


def release(filing: Filing) -> Release:
    """Released at a set second."""
    return release_filing(filing=filing, publish_at=AT)


def test_a_release_holds_its_document_and_every_file(filing: Filing) -> None:
    made = release(filing)
    assert made.document["imprint"]["address"] == "https://example.org/369900/399001/2024/budget/"
    assert made.document["imprint"]["published_at"] == "2024-02-08T09:00:00+08:00"
    names = set(made.files.values_list("name", flat=True))
    assert {
        "disclosure.json",
        "disclosure.pdf",
        "disclosure.html",
        "disclosure.xlsx",
        "findings.json",
        "tables/03-expenditure.csv",
    } <= names
    assert all(sha256(bytes(file.body)) == file.sha256 and len(file.body) == file.size for file in made.files.all())
    assert made.document_sha256 == made.files.get(name="disclosure.json").sha256
    assert made.figures_checked > 100


def test_versions_count_up_and_say_so(filing: Filing) -> None:
    assert [release(filing).version, release(filing).version] == [1, 2]
    first, second = Release.objects.order_by("version")
    assert first.content_sha256 == second.content_sha256
    assert first.document_sha256 != second.document_sha256


def test_an_error_stops_a_release(filing: Filing) -> None:
    save_facts(entered=facts(line("20000", economic="30217"), prior=Prior(complete=True)))
    with pytest.raises(NotReleasable, match="N02 “三公”经费中的公务接待费"):
        release(filing)
    assert not Release.objects.exists()


def test_a_file_that_differs_stops_a_release(filing: Filing, monkeypatch: pytest.MonkeyPatch) -> None:
    render = exported.render_xlsx
    monkeypatch.setattr(exported, "render_xlsx", lambda document: render(spoiled(document)))
    with pytest.raises(FiguresDiffer, match="disclosure.xlsx"):
        release(filing)
    assert not Release.objects.exists() and not ReleaseFile.objects.exists()


def spoiled(document: dict) -> dict:
    """The same document with one cell changed."""
    statements = [dict(each) for each in document["statements"]]
    panel = dict(statements[2]["panels"][0])
    panel["rows"] = [panel["rows"][0] | {"cells": panel["rows"][0]["cells"] | {"total": "9.99"}}, *panel["rows"][1:]]
    statements[2]["panels"] = [panel]
    return document | {"statements": statements}
