"""Rows: what two people change at once is never lost, what the rules refuse is not written, what was deleted comes back."""

import re
from decimal import Decimal

import pytest

from agencies.tests.places import agency
from disclosure.core.tests.ledgers import line
from disclosure.filings.entry.judging import lies_in
from disclosure.filings.entry.row_kinds import ROW_KINDS
from disclosure.filings.entry.rows import add, change, delete, restore, rows_of, values_of
from disclosure.filings.entry.writing import Conflict, NotWritten
from disclosure.filings.models import Author, Filing, Line
from disclosure.filings.states import State
from disclosure.releases.workflow.tests.flow import begin, write

LINES = ROW_KINDS["lines"]
VALUES = {"function": "2012604", "economic": "30201", "nature": "basic", "source": "general", "vintage": "this_year", "amount": "1,000"}


@pytest.fixture
def flow(db):
    made = begin()
    write((line("10000"),))
    return made


@pytest.fixture
def seen(flow):
    """A row as two people see it."""
    row = rows_of(flow.filing, LINES).get()
    return row, values_of(LINES, row, "budget")


def changed(flow, seen, who="preparer", **to):
    row, was = seen
    change(filing=flow.filing, kind=LINES, pk=row.pk, version=row.version, was=was, values=was | to, by=flow.people[who])


def test_a_row_is_added_behind_the_others_and_its_writer_noted(flow):
    made = add(filing=flow.filing, kind=LINES, values=VALUES | {"amount": "１２．３万"}, by=flow.people["preparer"])
    assert (made.amount, made.position, made.version, made.year, made.stage) == (Decimal(123000), 1, 1, 2024, "initial_budget")
    assert Author.objects.filter(filing=flow.filing, person=flow.people["preparer"]).exists()


@pytest.mark.parametrize(
    ("wrong", "key", "words"),
    [
        ({"function": "2019999x"}, "function", "七位|功能|格式"),
        ({"function": "2019998"}, "function", "2019998"),
        ({"economic": "39901"}, "economic", "39901"),
        ({"amount": "一百"}, "amount", "一百"),
        ({"amount": "1.001"}, "amount", "细于分"),
        ({"amount": ""}, "amount", "必须填写"),
        ({"nature": "project"}, "project", "没有写项目"),
        ({"use": "personnel"}, "use", "公用经费"),
        ({"item": "纸\x01张"}, "item", "不能保存|不能用|控制"),
    ],
)
def test_what_the_rules_refuse_is_told_at_its_field(flow, wrong, key, words):
    with pytest.raises(NotWritten) as refused:
        add(filing=flow.filing, kind=LINES, values=VALUES | wrong, by=flow.people["preparer"])
    assert re.search(words, refused.value.problems[key]) and Line.objects.count() == 1


def test_two_who_change_the_same_cell(flow, seen):
    changed(flow, seen, amount="2000")
    with pytest.raises(Conflict) as beaten:
        changed(flow, seen, "preparer2", amount="3000")
    clash = beaten.value.clashes[0]
    assert (clash.heading, clash.mine, clash.theirs) == ("金额", "3000", "2,000.00")
    assert beaten.value.by == flow.people["preparer"].username and beaten.value.at is not None
    assert Line.objects.get().amount == 2000


def test_two_who_change_different_cells_of_a_row(flow, seen):
    changed(flow, seen, amount="2000")
    changed(flow, seen, "preparer2", item="纸张")
    row = Line.objects.get()
    assert (row.amount, row.item, row.version) == (2000, "纸张", 3)


def test_two_who_write_the_same_value(flow, seen):
    changed(flow, seen, amount="2000")
    changed(flow, seen, "preparer2", amount="2,000.00")
    assert Line.objects.get().amount == 2000


def test_a_row_that_an_import_replaced(flow, seen):
    write((line("5000"),))
    with pytest.raises(Conflict) as beaten:
        changed(flow, seen, amount="3000")
    assert beaten.value.version is None and beaten.value.clashes[0].mine == "3000" and Line.objects.get().amount == 5000


def test_a_deleted_row_comes_back_to_its_place(flow, seen):
    row, was = seen
    add(filing=flow.filing, kind=LINES, values=VALUES, by=flow.people["preparer"])
    kept = delete(filing=flow.filing, kind=LINES, pk=row.pk, version=row.version, by=flow.people["preparer"])
    assert Line.objects.count() == 1
    back = restore(filing=flow.filing, kind=LINES, kept=kept, by=flow.people["preparer"])
    assert values_of(LINES, back, "budget") == was and rows_of(flow.filing, LINES).first() == back


def test_a_row_that_somebody_changed_is_not_deleted(flow, seen):
    changed(flow, seen, amount="2000")
    with pytest.raises(Conflict):
        delete(filing=flow.filing, kind=LINES, pk=seen[0].pk, version=seen[0].version, by=flow.people["preparer2"])
    assert Line.objects.count() == 1


def test_a_filing_under_review_is_not_written(flow, seen):
    write()
    flow.to(State.SUBMITTED)
    with pytest.raises(NotWritten, match="现在是“单位已报”，不能修改"):
        add(filing=flow.filing, kind=LINES, values=VALUES, by=flow.people["preparer"])


def test_a_project_is_named_once_and_not_deleted_with_its_money(flow):
    by, projects = flow.people["preparer"], ROW_KINDS["projects"]
    made = add(filing=flow.filing, kind=projects, values={"name": "数字化"}, by=by)
    assert made.key == "p1"
    with pytest.raises(NotWritten, match="项目名称不能重复|已经有同名的项目"):
        add(filing=flow.filing, kind=projects, values={"name": "数字化"}, by=by)
    add(filing=flow.filing, kind=LINES, values=VALUES | {"nature": "project", "project": "p1"}, by=by)
    with pytest.raises(NotWritten, match="还有收支明细"):
        delete(filing=flow.filing, kind=projects, pk=made.pk, version=1, by=by)


def test_a_unit_has_no_goal_of_the_whole(flow):
    values = {"level1": "产出指标", "level2": "数量指标", "level3": "卷数", "target": "≥5卷"}
    with pytest.raises(NotWritten, match="单位预算没有部门整体支出绩效目标表"):
        add(filing=flow.filing, kind=ROW_KINDS["indicators"], values=values, by=flow.people["preparer"])


def test_an_indicator_of_a_project_that_is_gone(flow):
    values = {"project": "p9", "level1": "产出指标", "level2": "数量指标", "level3": "卷数", "target": "≥5卷"}
    with pytest.raises(NotWritten, match="没有项目“p9”"):
        add(filing=flow.filing, kind=ROW_KINDS["indicators"], values=values, by=flow.people["preparer"])


def test_of_several_units_a_line_names_one(flow):
    unit, by = flow.filing.agency_year, flow.people["lead_reviewer"]
    flow.filing.units.add(agency("399002", "安澜市城建档案馆", year=2024))
    Filing.objects.filter(pk=flow.filing.pk).update(scope="department", agency_year=unit.parent)
    with pytest.raises(NotWritten) as refused:
        add(filing=flow.filing, kind=LINES, values=VALUES, by=by)
    assert "unit" in refused.value.problems
    assert add(filing=flow.filing, kind=LINES, values=VALUES | {"unit": "399002"}, by=by).unit.code == "399002"


def test_parts_of_a_package_are_told_apart():
    assert lies_in("lines[1].amount", "lines[1]") and lies_in("lines[1]", "lines") and lies_in("lines", "")
    assert not lies_in("lines[10].amount", "lines[1]") and not lies_in("linesman", "lines")
