"""The layout before 2023: another order of the parts, eleven sections, shares and percentages; the same statements."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure.core.facts import Address, Facts, Prior
from disclosure.core.tests.ledgers import facts, line
from disclosure.core.words import Kind, Scope
from disclosure.packs.jiangxi.tests.documents import document_of, section, walk
from disclosure.packs.registry import template_for

YEAR = 2022


def older(*amounts: str, **given: object) -> Facts:
    """A unit's budget of 2022."""
    return replace(facts(*(line(amount) for amount in amounts), **given), year=YEAR)


def test_the_text_stands_before_the_tables() -> None:
    parts = document_of(older("30000"))["parts"]
    assert [(part["number"], part["holds"]) for part in parts] == [(1, ""), (2, ""), (3, "statements"), (4, "glossary")]
    assert parts[1]["title"] == "第二部分　安澜市档案馆2022年单位预算情况说明"


def test_it_has_eleven_sections() -> None:
    sections = document_of(older("30000"))["parts"][1]["sections"][0]["sections"]
    assert [each["number"] for each in sections] == [f"（{number}）" for number in "一二三四五六七八九十"] + ["（十一）"]


def test_it_compares_by_percentage_and_gives_shares() -> None:
    last = {Address("YS01", row, "income"): Decimal(20000) for row in ("income_total", "fiscal")}
    said = section(document_of(older("30000", prior=Prior(last, complete=True))), "（一）", 2)[0]
    assert said == "2022年安澜市档案馆收入预算总额3万元，比上年增长50%。其中：财政拨款收入3万元，占100%，比上年增长50%。"


def test_there_is_no_share_of_nothing() -> None:
    paragraphs = [
        text for number in ("（一）", "（二）", "（三）") for text in section(document_of(older(prior=Prior(complete=True))), number, 2)
    ]
    assert paragraphs == [f"2022年安澜市档案馆{name}总额0万元，与上年持平。" for name in ("收入预算", "支出预算", "财政拨款支出预算")]


@pytest.mark.parametrize("scope", list(Scope))
def test_it_shares_every_statement_with_the_later_layout(scope: Scope) -> None:
    old, new = (template_for("jiangxi", Kind.BUDGET, scope, year) for year in (YEAR, 2023))
    assert [each.code for each in old.statements] == [*(each.code for each in new.statements), "YX16"]
    assert [each.panels for each in old.statements[:4]] == [each.panels for each in new.statements[:4]]


def test_no_section_is_empty() -> None:
    sections = walk(document_of(older("30000"))["parts"][1]["sections"])
    assert [each["number"] for each in sections if not (each["paragraphs"] or each["sections"])] == ["（十一）"]
