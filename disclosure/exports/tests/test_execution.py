"""Budget and outturn side by side: facts of the document above, what stands beside each other below."""

from decimal import Decimal

import pytest

from disclosure.exports.execution import amount, bar_of, execution_of, has_execution, unplanned
from disclosure.exports.tests.documents import document
from disclosure.exports.tests.finals import compared, execution, executions, final_document


def tables(**changes):
    return execution_of(final_document(**changes), frozenset({"tables/YX12-execution.csv"}))


def test_a_budget_has_nothing_to_be_compared_with():
    assert not has_execution(document()) and execution_of(document()) == []
    assert has_execution(final_document())


def test_totals_come_first_then_codes_in_their_order_and_nothing_in_both_is_left_out():
    rows = tables()[0].rows
    assert [(row.code, row.name, row.depth, row.is_total) for row in rows] == [
        ("", "合计", 0, True),
        ("201", "一般公共服务支出", 0, False),
        ("2010100", "一般行政管理事务", 2, False),
        ("2010101", "行政运行", 2, False),
        ("2010102", "行政运行", 2, False),
    ]


def test_figures_are_as_printed_and_a_known_zero_is_written():
    rows = tables()[0].rows
    assert [(row.budget, row.outturn, row.difference, row.rate, str(row.words)) for row in rows[1:]] == [
        ("8,000.00", "8,912.34", "912.34", "111.4%", ""),
        ("50.00", "0.00", "-50.00", "0%", ""),
        ("20.00", "10.00", "-10.00", "50%", ""),
        ("0.00", "20.00", "20.00", "", "年初预算未安排"),
    ]


def test_what_nobody_knows_is_said_and_not_zero():
    table = tables()[2]
    assert [(row.budget, row.outturn, row.difference, row.rate, str(row.words)) for row in table.rows] == [
        ("", "10.00", "", "", "没有预算数可比")
    ]
    assert not table.is_comparable and tables()[0].is_comparable


def test_a_zero_that_an_original_prints_is_a_zero():
    row = compared("FA02.201.total", "甲", 0, 100_000, "")
    printed = {**row, "cells": {**row["cells"], "prior": "0.00"}, "yuan": dict.fromkeys(row["yuan"])}
    blank = {**printed, "cells": {**printed["cells"], "prior": ""}}
    assert (amount(printed, "prior"), amount(blank, "prior"), amount(row, "prior")) == (Decimal(0), None, Decimal(0))


def test_an_outturn_leads_to_its_cell_where_that_is_printed():
    assert [row.anchor for row in tables()[0].rows] == [
        "FA02-total-total",
        "FA02-201-total",
        "",
        "FA02-2010101-total",
        "FA02-2010102-total",
    ]
    assert tables()[2].rows[0].anchor == ""


def test_each_table_has_its_own_titles_total_and_file():
    first, second, third = tables()
    assert (first.titles, second.titles[0]) == (["年初预算数", "决算数", "相差", "执行率"], "全年预算数")
    assert first.total.rate == "99.6%" and second.total.name == "一、“三公”经费支出" and third.total is None
    assert (first.csv, second.csv) == ("tables/YX12-execution.csv", "")
    assert unplanned(second.titles[0]) == "全年预算未安排"


def test_a_name_loses_its_ordinal_where_a_code_says_it():
    rows = [
        compared("FA01.201.expenditure", "一、一般公共服务支出", 1, 2, "200%"),
        compared("FA04.total.outturn", "一、“三公”经费", 1, 2, "200%"),
    ]
    made = execution_of(final_document(statements=[*final_document()["statements"], execution("YX10", "财政拨款", "年初预算数", rows)]))
    assert [(row.code, row.name) for row in made[-1].rows] == [("", "一、“三公”经费"), ("201", "一般公共服务支出")]


@pytest.mark.parametrize(
    ("rate", "bar"),
    [
        ("0%", ("0.0", "")),
        ("82.57%", ("82.6", "")),
        ("100%", ("100.0", "")),
        ("125%", ("100", "80.0")),
        ("-3%", ("0.0", "")),
        ("", None),
        ("—", None),
    ],
)
def test_a_bar_ends_at_the_budget_or_marks_where_it_was(rate, bar):
    found = bar_of(rate)
    assert found == bar if bar is None else (found.filled, found.mark) == bar


def test_statements_are_found_by_their_column_and_not_by_their_code():
    renamed = [{**each, "code": f"ZZ{n}"} for n, each in enumerate(executions())]
    assert [table.anchor for table in execution_of(final_document(statements=renamed))] == ["ZZ0", "ZZ1", "ZZ2"]
