"""Headings are found wherever they stand and whatever they are called; what is unsure is asked."""

import pytest

from disclosure.core.chart import load_chart
from disclosure.filings.approval_models import AmountUnit
from disclosure.filings.loading.rows import read_rows, words_asked
from disclosure.filings.loading.tables import questions, tables_of
from disclosure.filings.loading.tests.places import HEAD, export, row
from disclosure.filings.tests.books import book
from disclosure.filings.workbook_cells import read_cells

CHART = load_chart(2024)


def read(body, remembered=None, unit=AmountUnit.YUAN):
    tables, _without = tables_of(read_cells(body), CHART, remembered or {})
    return tables, read_rows(tables, CHART, unit, remembered or {})


@pytest.mark.parametrize("order", [range(7), reversed(range(7)), (6, 2, 0, 5, 1, 4, 3)])
def test_columns_stand_in_any_order_below_titles(order):
    order = list(order)
    body = export([[row()[at] for at in order]], head=[HEAD[at] for at in order])
    _, found = read(body)
    (line,) = found.rows
    assert (line.unit, line.function, line.economic, line.source, str(line.amount)) == ("301001", "2101501", "30101", "general", "1000.50")
    assert line.place == "工作表“明细”第4行"


@pytest.mark.parametrize(
    "heading", ["支出功能分类科目编码", "功能科目（编码）", "功能 科目", "功能分类\n科目"], ids=["long", "bracketed", "spaced", "broken"]
)
def test_a_heading_goes_by_many_names(heading):
    head = [heading if each == "功能科目" else each for each in HEAD]
    tables, found = read(export([row()], head=head))
    assert [each.function for each in found.rows] == ["2101501"] or questions(tables)[0]["word"] == "功能科目(编码)"


def test_a_heading_that_nobody_knows_is_asked_with_what_stands_below_it():
    tables, _ = read(export([row()], head=[*HEAD[:6], "下达数"]))
    (asked,) = questions(tables)
    assert (asked["word"], asked["samples"], asked["where"]) == ("下达数", ["1,000.5"], "工作表“明细”第3行G列")
    assert asked["why"] == "没有认出“金额”" and asked["choices"]["amount"] == "金额"


def test_what_was_said_once_is_understood():
    tables, found = read(export([row()], head=[*HEAD[:6], "下达数"]), {("heading", "下达数"): "amount"})
    assert not questions(tables) and len(found.rows) == 1


def test_two_headings_for_the_same_are_asked():
    tables, _ = read(export([(*row(), 7)], head=[*HEAD, "预算数"]))
    assert [each["word"] for each in questions(tables)] == ["金额", "预算数"]


def test_headings_that_are_all_unknown_are_asked_too():
    tables, _ = read(book({"A": [("甲", "乙", "丙"), ("301001", "2101501", 5)]}))
    assert [each["word"] for each in questions(tables)] == ["甲", "乙", "丙"]


def test_totals_and_classes_above_items_are_left_out():
    rows = [row(), row(function="210"), row(function="21015", amount=7), ("合计", None, None, None, None, None, 99)]
    _, found = read(export(rows))
    assert (len(found.rows), found.totals, found.problems) == (1, 3, [])


def test_a_class_alone_is_not_taken_for_a_total():
    _, found = read(export([row(function="210")]))
    assert [each.function for each in found.rows] == ["210"]


def test_a_detail_table_has_a_column_for_each_economic_code():
    head = ("单位编码", "功能科目", "基本工资", "30102津贴补贴", "办公费")
    tables, found = read(book({"一般公共预算财政拨款基本支出决算明细表": [head, ("301001", "2101501", 1, 2, None)]}))
    assert not questions(tables)
    assert [(each.economic, str(each.amount), each.nature) for each in found.rows] == [
        ("30101", "1.00", "basic"),
        ("30102", "2.00", "basic"),
    ]


def test_a_word_of_the_system_is_asked_once():
    _, found = read(export([row(source="财政补助"), row(source="财政补助", economic="30102")]))
    (asked,) = words_asked(found)
    assert (asked["what"], asked["word"], asked["where"]) == ("source", "财政补助", "工作表“明细”第4行")
    _, found = read(export([row(source="财政补助")]), {("source", "财政补助"): "general"})
    assert found.rows[0].source == "general" and not found.unknown


@pytest.mark.parametrize(
    ("amount", "told"),
    [("一百", "是“一百”"), ("1.005", "是“1.005”"), (True, "是“True”"), ("=cmd()", "是“=cmd()”")],
)
def test_an_amount_that_is_none_is_told_at_its_cell(amount, told):
    _, found = read(export([row(amount=amount)]))
    (problem,) = found.problems
    assert (problem.path, problem.found, problem.expected) == ("工作表“明细”第4行“金额”（G4）", told, "填数字，按元，精确到分")


def test_amounts_in_ten_thousands_are_exact():
    _, found = read(export([row(amount=35.809999999999995)]), unit=AmountUnit.WAN)
    assert [f"{each.amount:.2f}" for each in found.rows] == ["358100.00"]


@pytest.mark.parametrize("unit", [None, "三〇一", "30100"])
def test_a_code_of_no_agency_is_told(unit):
    _, found = read(export([row(unit=unit)]))
    assert [each.expected for each in found.problems] == ["部门3位数字，单位6位数字"]


def test_headings_below_one_that_spans_them_count_with_it():
    head = [("单位编码", "功能科目", "工资福利", None), (None, None, "30101", "30102"), ("301001", "2101501", 1, 2)]
    _, found = read(book({"基本支出": head}))
    assert [each.economic for each in found.rows] == ["30101", "30102"]


def test_a_heading_that_somebody_said_is_not_read_is_asked_again_when_it_is_missed():
    tables, _ = read(export([row()]), {("heading", "金额"): ""})
    assert [each["word"] for each in questions(tables)] == ["金额"]


def test_a_project_may_be_called_a_total():
    _, found = read(export([row(project="工程款合计")]))
    assert [each.project for each in found.rows] == ["工程款合计"] and found.totals == 0


@pytest.mark.parametrize("odd", [1e20, 301001.1234567891, True, 2.5])
def test_a_code_that_is_an_odd_number_is_told_and_nothing_breaks(odd):
    _, found = read(export([row(unit=odd), row(function=odd), row(economic=odd)]))
    assert len(found.rows) + len(found.problems) == 3
