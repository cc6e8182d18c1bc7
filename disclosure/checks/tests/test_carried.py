"""F19, F20 and N20: a filing beside the documents that were released before it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bench.finals import whole_final
from bench.transcripts import transcribed
from disclosure.checks.rule import OtherDocument
from disclosure.core.facts import Address, Facts, Prior
from disclosure.core.tests.ledgers import facts, line
from disclosure.packs.jiangxi.tests.documents import document_of
from disclosure.packs.registry import template_for
from disclosure.releases.assemble import Around, assemble

CLOSING, OPENING = Address("JS01", "closing", "expenditure"), Address("JS01", "opening", "income")
SPENT, PLANNED = Address("JS01", "expenditure_this_year", "expenditure"), Address("YS04", "201", "total")
FISCAL = {
    Address("JS04", "closing", "total"): 400_000,
    Address("JS04", "closing", "general"): 300_000,
    Address("JS04", "closing", "fund"): 100_000,
}
FUND = {Address("JS07", "2120803", "closing"): 100_000}


@pytest.fixture(scope="module")
def whole() -> Facts:
    return whole_final()


def last(whole: Facts, changes: dict[Address, object] | None = None, *, exact: bool = True) -> Around:
    """Last year's document as the filing has it, but for these figures."""
    figures = {**whole.prior.figures, **FISCAL, **FUND, **(changes or {})}
    return Around(others={"last_year": OtherDocument("《上年决算》第1版", {at: Decimal(yuan) for at, yuan in figures.items()}, exact)})


def budget(whole: Facts, changes: dict[Address, object] | None = None, *, exact: bool = True) -> Around:
    """The budget as the filing has it, but for these figures."""
    figures = {at: Decimal(yuan) for at, yuan in {**whole.budget.figures, **(changes or {})}.items()}
    return Around(others={"budget": OtherDocument("《本年预算》第1版", figures, exact)})


def found(filed: Facts, around: Around, *rules: str) -> list[tuple[str, ...]]:
    """Rule and place of what these rules find."""
    document = assemble(filed, template_for(filed.pack, filed.kind, filed.scope, filed.year), around=around)
    return [
        tuple(str(each[name]) for name in ("rule", "statement", "row", "column")) for each in document["findings"] if each["rule"] in rules
    ]


def test_what_was_carried_over_is_what_was_left(whole: Facts) -> None:
    assert found(whole, last(whole), "F19") == []
    assert found(whole, last(whole, {CLOSING: 400_060}), "F19") == [("F19", *OPENING), ("F19", *CLOSING)]
    assert found(whole, last(whole, {Address("JS07", "2120803", "closing"): 90_000}), "F19") == [("F19", "JS07", "2120803", "opening")]


def test_a_figure_of_last_year_is_the_released_one(whole: Facts) -> None:
    typed = replace(whole, prior=replace(whole.prior, figures={**whole.prior.figures, SPENT: Decimal(1_000_000)}))
    assert found(typed, last(whole), "F19") == [("F19", *SPENT)]
    assert found(typed, last(whole, {SPENT: "1000012.34"}), "F19") == []  # typed from print
    assert found(typed, last(whole, {SPENT: "1000060"}, exact=False), "F19") == [("F19", *SPENT)]


def test_without_a_released_document_the_given_balance_counts_or_nothing_is_said(whole: Facts) -> None:
    other = replace(whole, prior=replace(whole.prior, figures={**whole.prior.figures, CLOSING: Decimal(1)}))
    unknown = replace(whole, prior=Prior({at: yuan for at, yuan in whole.prior.figures.items() if at != CLOSING}))
    assert [found(each, Around(), "F19") for each in (whole, other, unknown)] == [[], [("F19", *OPENING)], []]


def test_a_figure_of_the_budget_is_the_released_one(whole: Facts) -> None:
    assert found(whole, budget(whole), "F20") == []
    assert found(whole, budget(whole, {PLANNED: 1}), "F20") == [("F20", "YX10", "JS04.201.total", "prior")]
    original = transcribed(whole, document_of(whole))
    assert found(original, budget(whole), "F20") == []
    told = found(original, budget(whole, {Address("YX08", "total", "abroad"): 1}), "F20")
    assert told == [("F20", "JS09", "abroad", "initial")]


def test_the_message_names_the_document_both_figures_and_what_to_do(whole: Facts) -> None:
    document = assemble(whole, template_for("jiangxi", whole.kind, whole.scope, whole.year), around=budget(whole, {PLANNED: 3_000_000}))
    (message,) = (each["message"] for each in document["findings"] if each["rule"] == "F20")
    given = whole.budget.figures[PLANNED]
    assert message == (
        f"填报的年初预算“201 一般公共服务支出”的“年初预算数”为{given:,.2f}元，《本年预算》第1版为3,000,000.00元，"
        f"相差{given - 3_000_000:,.2f}元；可以改用公开文件的数"
    )


def test_a_budget_carries_on_from_last_years_budget_too() -> None:
    basic = Address("YS03", "total", "basic")
    filed = facts(line("17000"), prior=Prior({basic: Decimal(16000)}, complete=True))
    around = [Around(others={"last_year": OtherDocument("《上年预算》", {basic: Decimal(yuan)})}) for yuan in (16000, 15000)]
    assert [found(filed, each, "F19", "F20") for each in around] == [[], [("F19", *basic)]]


def test_a_corrected_document_is_told() -> None:
    around = Around(notices=("上年数取自甲，它已更正为第2版；可以改用新的数（重新取数）",))
    assert found(facts(line("17000")), around, "N20") == [("N20", "YX07", "", "")]
