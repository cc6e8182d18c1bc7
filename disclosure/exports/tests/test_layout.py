"""Geometry: heads above, cells below."""

import pytest

from disclosure.exports.forms import EXPLAINED, SET
from disclosure.exports.indicators import indicator_rows
from disclosure.exports.layout import body_cells, head_rows, is_number_row, leaves, side_by_side


def panel(key, stub, columns, rows=(), title=""):
    def head(names, default):
        return [
            {"key": k, "title": t, "group": list(g), "number": n, "kind": default}
            for k, t, g, n in ((*c, *((), "")[len(c) - 2 :]) if len(c) < 4 else c for c in names)
        ]

    return {"key": key, "title": title, "stub": head(stub, ""), "columns": head(columns, "money"), "rows": list(rows)}


def row(key, align=None, **cells):
    return {"key": key, "code": None, "printed_code": None, "name": key, "level": "line", "line": None, "align": align, "cells": cells}


def shown(rows):
    return [[(c.text, c.colspan, c.rowspan) for c in r] for r in rows]


CODES = [("code", "科目编码", ("支出功能分类科目",), "**"), ("name", "科目名称", ("支出功能分类科目",), "**")]


def test_equal_neighbouring_groups_share_a_cell_and_the_rest_span_down():
    rows = head_rows([panel("out", CODES, [("total", "合计", (), "1"), ("basic", "基本支出", (), "2")])], True)
    assert shown(rows) == [
        [("支出功能分类科目", 2, 1), ("合计", 1, 2), ("基本支出", 1, 2)],
        [("科目编码", 1, 1), ("科目名称", 1, 1)],
        [("**", 1, 1), ("**", 1, 1), ("1", 1, 1), ("2", 1, 1)],
    ]
    assert [is_number_row(r) for r in rows] == [False, False, True]


def test_two_columns_of_one_title_are_never_merged():
    rows = head_rows([panel("out", [], [("a", "小计", ("甲",)), ("b", "小计", ("甲",)), ("c", "小计", ("乙",))])], False)
    assert shown(rows)[0] == [("甲", 2, 1), ("乙", 1, 1)]
    assert len(rows[1]) == 3


def test_three_levels_and_the_row_that_starts_under_a_cell():
    columns = [("a", "甲", ("总", "分")), ("b", "乙", ("总", "分")), ("c", "丙", ("总",))]
    rows = head_rows([panel("out", [("name", "名称")], columns)], False)
    assert shown(rows) == [[("名称", 1, 3), ("总", 3, 1)], [("分", 2, 1), ("丙", 1, 2)], [("甲", 1, 1), ("乙", 1, 1)]]
    assert [r[0].starts_under for r in rows] == [False, True, True]


def test_the_titles_of_sides_stand_above_their_columns():
    sides = [
        panel("in", [("name", "项目")], [("x", "预算数")], title="收入"),
        panel("out", [("name", "项目")], [("x", "预算数")], title="支出"),
    ]
    rows = head_rows(sides, False)
    assert shown(rows) == [[("收入", 2, 1), ("支出", 2, 1)], [("项目", 1, 1), ("预算数", 1, 1), ("项目", 1, 1), ("预算数", 1, 1)]]
    assert [c.opens_side for c in rows[1]] == [False, False, True, False]


def test_equal_heads_of_neighbouring_sides_are_one_cell():
    sides = [
        panel(key, [("name", "名称", (group,), "")], [("x", "金额", (group,))])
        for key, group in (("a", "人员"), ("b", "公用"), ("c", "公用"))
    ]
    first, second = head_rows(sides, False)
    assert [(cell.text, cell.colspan, cell.scope) for cell in first] == [("人员", 2, "colgroup"), ("公用", 4, "colgroup")]
    assert [cell.opens_side for cell in second] == [False, False, True, False, True, False]


def test_a_code_without_a_number_shares_the_cell_of_its_name():
    stub = [("code", "编码", (), ""), ("name", "名称", (), "栏次"), ("line", "行次", (), "")]
    rows = head_rows([panel("out", stub, [("x", "金额", (), "1")])], True)
    assert [(cell.text, cell.colspan, cell.column) for cell in rows[-1]] == [("栏次", 2, 0), ("", 1, 2), ("1", 1, 3)]


def test_a_class_leads_where_items_stand_below_it_and_not_among_classes_alone():
    classes = [{**row("201"), "level": "class"}, {**row("202"), "level": "class"}, {**row("合计"), "level": "total"}]
    for rows, leads in ((classes, [False, False, True]), ([*classes, {**row("20101"), "level": "item"}], [True, True, True, False])):
        one = panel("out", [("name", "名称")], [("a", "甲")], rows)
        assert [body_cells([one], [each])[0].leads for each in rows] == leads


def test_a_row_of_its_own_kind_keeps_it_in_columns_of_another():
    one = panel("out", [("name", "名称"), ("line", "行次")], [("a", "甲")])
    assert [c.kind for c in body_cells([one], [{**row("人次", a="1,343"), "kind": "count"}])] == ["name", "line", "count"]


def sides(left, right):
    statement = {"layout": "sides", "panels": [panel("in", [], [], left), panel("out", [], [], right)]}
    return ["|".join(r["key"] if r else "" for r in line) for line in side_by_side(statement)]


def test_aligned_rows_stand_on_one_line_and_blanks_stand_before_them():
    left = [row("一"), row("二"), row("合计", "sum"), row("结转"), row("总计", "end")]
    right = [row("卫生"), row("支出合计", "sum"), row("总支出", "end")]
    assert sides(left, right) == ["一|卫生", "二|", "合计|支出合计", "结转|", "总计|总支出"]


def test_a_side_without_the_align_flows_on():
    assert sides([row("一"), row("合计", "sum"), row("总计", "end")], [row("卫生"), row("总支出", "end")]) == [
        "一|卫生",
        "合计|",
        "总计|总支出",
    ]


def test_sides_in_contradicting_order_are_an_error():
    with pytest.raises(ValueError, match="次序相反"):
        sides([row("a", "x"), row("b", "y")], [row("b", "y"), row("a", "x")])


def test_a_missing_figure_is_blank():
    one = panel("out", [("name", "名称")], [("a", "甲")], [row("行", a=None)])
    assert [c.text for c in body_cells([one], one["rows"])] == ["行", ""]
    assert [c.text for c in body_cells([one], [row("行")])] == ["行", ""]


def test_lists_follow_each_other():
    statement = {"layout": "list", "panels": [panel("a", [], [], [row("1")]), panel("b", [], [], [row("2")])]}
    assert [[r and r["key"] for r in line] for line in side_by_side(statement)] == [["1", None], [None, "2"]]
    assert len(leaves(statement["panels"])) == 0


def test_equal_levels_of_indicators_are_merged_and_actuals_shown_where_given():
    items = [("产出", "数量", "a"), ("产出", "数量", "b"), ("产出", "质量", "c"), ("效益", "质量", "d")]
    rows = indicator_rows([{"level1": x, "level2": y, "level3": z, "target": "1"} for x, y, z in items], SET)
    assert [[(c.text, c.rowspan) for c in r if c.key != "target"] for r in rows] == [
        [("产出", 3), ("数量", 2), ("a", 1)],
        [("b", 1)],
        [("质量", 1), ("c", 1)],
        [("效益", 1), ("质量", 1), ("d", 1)],
    ]
    reached = indicator_rows([{"level1": "", "level2": "", "level3": "", "target": "", "actual": "9"}], EXPLAINED)
    assert [c.text for c in reached[0]] == ["", "", "", "", "9", ""]
