"""A real final account: every mistake of the published original is found at its place, and its ledger, closed rightly, has no error."""

import pytest

from disclosure.checks.tests.test_donghu import found
from disclosure.exports.shape import Document
from disclosure.filings.package import facts_of, read_package
from disclosure.packs.jiangxi.tests.documents import document_of
from tools.published import SAMPLES

ERRORS = {
    ("F08", "JS05", "total", "total"),  # the total is missing
    ("F21", "YX14", "evaluated", "projects"), ("F21", "YX14", "evaluated", "amount"),  # four claimed, two there; 374.08 of 40.99
    ("L05", "YX07", "JS06.303.amount", "rate"), ("N14", "YX10", "JS04.208.total", "completion"),  # 100% of nothing, twice
    ("N06", "JS03", "total", "basic"), ("N06", "JS03", "total", "project"), ("N06", "JS06", "301", "amount"),  # 0.01 off in the evaluation
    ("N16", "YX07", "YX03.operating.amount", "change"),  # 153.23 of 121.22
    ("P11", "JS11", "p2.2", "reason"), ("P11", "JS11", "p2.4", "reason"),  # 88% of 90%, 68% of 70%
}  # fmt: skip
WARNINGS = {
    ("N17", "JS06", "303", "amount"),  # insurance paid as a pension
    ("N18", "YX04", "works", "sme_share"), ("N18", "YX04", "services", "sme_share"), ("P05", "JS11", "p1.1", "level2"),
    ("P05", "JS11", "p2.1", "level2"), ("P12", "JS11", "p1", "executed_total"), ("P13", "text", "5/二", "1"),  # 92% in the report
}  # fmt: skip
HINTS = {("B33", "JS02"), ("B33", "JS03"), ("B33", "JS05"), ("D03", "JS06"), ("P09", "JS11"), ("P15", "JS11")}


def document(name: str) -> Document:
    """A sample's document."""
    return document_of(facts_of(read_package((SAMPLES / name).read_bytes())))


@pytest.fixture(scope="module")
def original() -> Document:
    return document("shangrao-2022-final-transcribed.json")


def test_every_error_of_the_original_is_found_and_no_other(original: Document) -> None:
    assert set(found(original, "error")) == ERRORS


def test_suspicious_places_are_warnings(original: Document) -> None:
    assert set(found(original, "warning")) == WARNINGS


def test_hints_are_rounding_old_names_and_what_cannot_be_judged(original: Document) -> None:
    assert {each[:2] for each in found(original, "hint")} == HINTS


def test_the_same_account_from_its_ledger_has_no_error() -> None:
    assert found(document("shangrao-2022-final.json"), "error") == []
