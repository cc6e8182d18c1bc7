"""Nobody is accused wrongly: the real samples and two hundred generated filings have no error, entered or as printed elsewhere."""

import pytest

from bench.filings import department_of, filing_of
from bench.transcripts import compared, transcribed
from disclosure.exports.shape import Document
from disclosure.filings.package import facts_of, read_package
from disclosure.packs.jiangxi.tests.documents import document_of
from tools.published import SAMPLES

UNCHECKED = {"B32"}  # the units of these departments have published nothing
WARNINGS = {"shangrao-2024-unit.json": ["D05", "N03", "P10"], "donghu-2024-ledger.json": ["P05"]}


def rules(document: Document, *levels: str) -> list[str]:
    """The rules that found something of these levels."""
    return [each["rule"] for each in document["findings"] if each["level"] in levels]


@pytest.mark.parametrize("name", WARNINGS)
def test_the_samples_have_no_error_and_known_warnings(name: str) -> None:
    document = document_of(facts_of(read_package((SAMPLES / name).read_bytes())))
    assert rules(document, "error") == []
    assert rules(document, "warning") == WARNINGS[name]
    assert set(rules(document, "not checked")) <= UNCHECKED


def test_a_published_original_without_contradictions_has_no_error() -> None:
    document = document_of(facts_of(read_package((SAMPLES / "shangrao-2024-unit-transcribed.json").read_bytes())))
    assert rules(document, "error") == []
    assert rules(document, "warning") == ["C07", "C08", "C10", "D04", "D05", "N03", "P10"]
    assert rules(document, "not checked") == ["B26", "N07", "P06"]


@pytest.mark.parametrize("first", range(1, 100, 10))
@pytest.mark.parametrize("make", [filing_of, department_of], ids=["unit", "department"])
def test_generated_filings_have_no_error_entered_or_transcribed(make: object, first: int) -> None:
    for size in range(first, first + 10):
        facts = compared(make(size))
        document = document_of(facts)
        assert rules(document, "error", "hint") == []
        assert set(rules(document, "not checked")) <= UNCHECKED
        assert rules(document_of(transcribed(facts, document)), "error", "hint") == []
