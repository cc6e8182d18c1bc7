"""Figures of another year under this year's codes: figures and crosswalk above, figures below."""

from decimal import Decimal

import pytest

from disclosure.core.facts import Address, Crossing
from disclosure.core.words import Kind, Scope
from disclosure.packs.registry import template_for
from disclosure.releases.crossing import crossed, summed

TEMPLATE = template_for("jiangxi", Kind.FINAL, Scope.DEPARTMENT, 2024)


def figures(**rows: str) -> dict[Address, Decimal]:
    """JS03_201="5" is JS03/201/total."""
    return {Address(*key.split("_"), "total"): Decimal(amount) for key, amount in rows.items()}


BEFORE = figures(JS03_total="9", JS03_201="9", JS03_20103="9", JS03_2010308="4", JS03_2010301="5")
MOVED = Crossing("function", "2010308", "2014001")


def test_an_item_moves_with_what_stands_above_it() -> None:
    after = figures(JS03_total="9", JS03_201="9", JS03_20103="5", JS03_2010301="5", JS03_20140="4", JS03_2014001="4")
    assert crossed(BEFORE, [MOVED], TEMPLATE) == after


def test_a_table_of_classes_follows_the_table_of_items() -> None:
    classes = {Address("JS01", "201", "expenditure"): Decimal(9), Address("JS04", "201", "general"): Decimal(9)}
    spent = {**BEFORE, Address("JS05", "2010308", "total"): Decimal(3), **classes}
    after = crossed(spent, [Crossing("function", "2010308", "2080109")], TEMPLATE)
    assert [after[Address("JS01", code, "expenditure")] for code in ("201", "208")] == [Decimal(5), Decimal(4)]
    assert [after[Address("JS04", code, "general")] for code in ("201", "208")] == [Decimal(6), Decimal(3)]


def test_a_class_that_loses_everything_is_gone() -> None:
    after = crossed(figures(JS03_201="4", JS03_20103="4", JS03_2010308="4"), [Crossing("function", "2010308", "2080109")], TEMPLATE)
    assert after == figures(JS03_208="4", JS03_20801="4", JS03_2080109="4")


def test_an_economic_code_moves_in_its_own_table() -> None:
    basic = {Address("JS06", row, "amount"): Decimal(amount) for row, amount in (("303", 7), ("30302", 7))}
    after = crossed(basic, [Crossing("economic", "30302", "30199")], TEMPLATE)
    assert after == {Address("JS06", row, "amount"): Decimal(7) for row in ("301", "30199")}


def test_a_project_keeps_its_money_under_its_new_key() -> None:
    after = crossed({Address("YX09", "p1", "amount"): Decimal(7)}, [Crossing("project", "p1", "p9")], TEMPLATE)
    assert after == {Address("YX09", "p9", "amount"): Decimal(7)}


@pytest.mark.parametrize("crossing", [Crossing("function", "2999901", "2014001"), Crossing("agency", "330", "307")])
def test_what_is_not_there_moves_nothing(crossing: Crossing) -> None:
    assert crossed(BEFORE, [crossing], TEMPLATE) == BEFORE


def test_agencies_that_became_one_are_added_up() -> None:
    assert summed([figures(JS03_201="4"), figures(JS03_201="5", JS03_208="1")]) == figures(JS03_201="9", JS03_208="1")
