"""C01: with a filing that passes and those that fail."""

import pytest

from disclosure.core.tests.ledgers import ENTERED, facts, line
from disclosure.packs.jiangxi.tests.documents import document_of

SPENT = line("10000", economic="30101")


def found(**said: object) -> list[tuple[str, str]]:
    """Rule and message of each finding."""
    return [(finding["rule"], finding["message"]) for finding in document_of(facts(SPENT, **said))["findings"]]


def test_sections_that_are_filled_pass_even_with_zeros() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("prefix", "name"), [("headcount", "编制和实有人数"), ("procurement", "政府采购预算"), ("assets", "国有资产占有使用情况")]
)
def test_a_blank_section_is_an_error(prefix: str, name: str) -> None:
    entered = {key: value for key, value in ENTERED.items() if not key.startswith(prefix)}
    assert found(entered=entered) == [("C01", f"没有填报{name}；确实没有的填0")]


def test_assets_need_the_day_they_were_counted() -> None:
    assert found(assets_as_of=None) == [("C01", "没有填报国有资产占有使用情况；确实没有的填0")]
