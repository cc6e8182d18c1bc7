"""Whoever enters a ledger is not accused: the real samples and two hundred generated filings hold every identity."""

import pytest

from bench.filings import filing_of
from disclosure.filings.package import facts_of, read_package
from disclosure.packs.jiangxi.tests.documents import document_of
from tools.published import SAMPLES


@pytest.mark.parametrize("name", ["shangrao-2024-unit.json", "donghu-2024-ledger.json"])
def test_the_samples_have_no_error(name: str) -> None:
    findings = document_of(facts_of(read_package((SAMPLES / name).read_bytes())))["findings"]
    assert [each for each in findings if each["level"] in ("error", "not checked")] == []


@pytest.mark.parametrize("first", range(1, 200, 20))
def test_generated_ledgers_hold_every_identity(first: int) -> None:
    for size in range(first, first + 20):
        findings = document_of(filing_of(size))["findings"]
        assert [each for each in findings if each["rule"][0] == "B" and each["level"] != "warning"] == []
