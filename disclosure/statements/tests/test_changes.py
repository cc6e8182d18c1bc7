"""This year beside last year: unknown is not zero, what is gone is shown, the printed difference decides."""

from decimal import Decimal

import pytest

from disclosure.core import law
from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Line, Prior
from disclosure.core.tests.ledgers import facts, line
from disclosure.statements.build import Builder, compare
from disclosure.statements.changes import difference, direction, name_of, rate
from disclosure.statements.last_year import LastYear, Others
from disclosure.statements.ledger import Amount, open_ledger
from disclosure.statements.table import TableRow
from disclosure.statements.words import Change, Column, EachCode, Panel, Row, Statement

SPENDING = Statement(
    "YS98", "a", "支出", (Panel("out", (Row("total", "合计"), EachCode("function", (3,))), (Column("total", "合计"),)),), law.REGULATION_6
)
COLUMNS = tuple(Column(key, key) for key in ("current", "prior", "change", "rate"))
CHANGES = Statement("YS99", "b", "增减", (Panel("c", (Change("YS98", "total", ("total",), "class"),), COLUMNS),), law.REGULATION_6)


def changes(lines: list[Line], prior: Prior) -> dict[str, TableRow]:
    """The rows of the changes by their key."""
    entered = facts(*lines, prior=prior)
    ledger = open_ledger(entered.lines, entered.agency.units, "balanced")
    chart = load_chart(2024)
    last = None
    if prior.lines:
        before = open_ledger(prior.lines, entered.agency.units, "balanced")
        last = Builder(entered, load_chart(2023), before).build([SPENDING])
    tables = Builder(entered, chart, ledger).build([SPENDING, CHANGES])
    return dict(compare([CHANGES], tables, Others(LastYear(prior.figures, last, prior.complete)), chart, ledger)["YS99"].rows)


def shown(row: TableRow) -> list[Decimal | None]:
    """Current, prior, change and rate as printed."""
    return [cell.shown for cell in row.cells.values()]


def given(**figures: str) -> dict[Address, Decimal]:
    """Last year's figures of the total column in 元."""
    return {Address("YS98", row.strip("_"), "total"): Decimal(yuan) for row, yuan in figures.items()}


def test_a_figure_stands_beside_last_years() -> None:
    row = changes([line("30000")], Prior(given(total="40000")))["YS98.total.total"]
    assert shown(row) == [Decimal(3), Decimal(4), Decimal(-1), Decimal(-25)]


def test_unknown_is_not_zero() -> None:
    assert shown(changes([line("30000")], Prior())["YS98.total.total"]) == [Decimal(3), None, None, None]


def test_in_a_complete_section_an_absent_figure_is_zero() -> None:
    assert shown(changes([line("30000")], Prior(complete=True))["YS98.total.total"]) == [Decimal(3), Decimal(0), Decimal(3), None]


def test_what_only_last_year_had_is_shown_with_its_name() -> None:
    row = changes([line("30000")], Prior(given(_205="20000"), complete=True))["YS98.205.total"]
    assert (row.name, shown(row)) == ("教育支出", [Decimal(0), Decimal(2), Decimal(-2), Decimal(-100)])


def test_last_year_may_be_given_as_its_lines() -> None:
    rows = changes([line("30000")], Prior(lines=(line("10000", "2050201"),)))
    assert shown(rows["YS98.205.total"]) == [Decimal(0), Decimal(1), Decimal(-1), Decimal(-100)]
    assert shown(rows["YS98.201.total"]) == [Decimal(3), Decimal(0), Decimal(3), None]


def test_a_given_figure_goes_before_a_computed_one() -> None:
    rows = changes([line("30000")], Prior(given(total="50000"), (line("10000"),)))
    assert shown(rows["YS98.total.total"])[1] == Decimal(5)


@pytest.mark.parametrize(
    ("current", "prior", "change", "found"),
    [
        ("2", "1", "1", "increase"), ("1", "2", "-1", "decrease"), ("1", "1", "0.00", "equal"), ("0", "0", "0", "none"),
        ("1", "0", "1", "new"), ("0", "1", "-1", "gone"), ("1", None, None, "unknown"),
    ],
)  # fmt: skip
def test_the_seven_cases(current: str, prior: str | None, change: str | None, found: str) -> None:
    numbers = [None if text is None else Decimal(text) for text in (prior, change)]
    assert direction(Decimal(current), *numbers) == found


def test_balanced_changes_come_from_what_is_printed_and_independent_ones_from_yuan() -> None:
    now, before = Amount(Decimal("149"), Decimal("0.02")), Amount(Decimal("149"), Decimal("0.01"))
    assert difference(now, before, "balanced").shown == Decimal("0.01")
    assert difference(now, before, "independent").shown == 0
    assert rate(now, before, "balanced").shown == 100 and rate(now, before, "independent").shown == 0


def test_a_code_retired_since_last_year_keeps_its_name() -> None:
    chart, before = load_chart(2024), load_chart(2023)
    retired = next(code for name, code in before.codes if name == "functional" and (name, code) not in chart.codes)
    assert name_of(chart, retired) == before.name("functional", retired)
