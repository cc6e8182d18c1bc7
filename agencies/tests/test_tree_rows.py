"""A workbook above, the agencies or what is wrong with it below."""

import pytest

from agencies.tree_rows import BadTree, TreeRow, tree_rows

HEAD = ("编码", "名称", "性质", "免予公开原因", "曾用编码")


def sheet(*rows, head=HEAD, above=()):
    return [(number, dict(enumerate(cells, start=1))) for number, cells in enumerate([*above, head, *rows], start=1)]


def told(*rows, **more):
    with pytest.raises(BadTree) as refused:
        tree_rows(sheet(*rows, **more))
    return [str(problem) for problem in refused.value.problems]


def test_departments_stand_before_their_units_and_kinds_are_read_in_short():
    rows = tree_rows(sheet(("101001", "甲中心", "事业", "", ""), ("101", "甲局", "行政", "", "099")))
    assert rows == [TreeRow(3, "101", "甲局", "administrative", "", "099"), TreeRow(2, "101001", "甲中心", "institution", "", "")]


def test_titles_above_any_order_and_columns_of_others():
    rows = tree_rows(sheet(("x", "甲局（机关）", 101.0), head=("备注", "单位名称", "单位编码"), above=[("2026年部门名录",), ()]))
    assert rows == [TreeRow(4, "101", "甲局（机关）", None, None, "")]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("1012", "甲局"), "第3行“编码”：是“1012”；部门是3位数字，单位是6位数字"),
        (("１０２", "甲局"), "第3行“编码”：是“１０２”"),
        (("102001", "甲中心"), "第3行“编码”：102001的主管部门102不在表里；加上编码为102的一行，或改正编码"),
        (("101", "甲局"), "第3行“编码”：101和第2行重复；一个编码只写一行"),
        (("102", ""), "第3行“名称”：是空的"),
        (("102", "长" * 61), "第3行“名称”：有61个字；填规范全称，至多60个字"),
        (("102", "甲局", "企业"), "第3行“性质”：是“企业”；可用：行政单位、参照公务员法管理的事业单位、事业单位"),
        (("102", "甲局", "", "因" * 201), "第3行“免予公开原因”：有201个字；至多200个字"),
        (("102", "甲局", "", "", "旧"), "第3行“曾用编码”：是“旧”"),
    ],
)
def test_a_bad_row_is_told_with_its_place_and_its_cure(row, words):
    (problem,) = told(("101", "首局"), row)
    assert problem.startswith(words)


def test_the_department_that_is_written_must_be_that_of_the_code():
    (problem,) = told(("101", "首局", ""), ("101001", "甲中心", "102"), head=("编码", "名称", "主管部门"))
    assert problem == "第3行“主管部门”：是“102”，而编码101001的前3位是101；单位的编码以主管部门的编码开头，改正其中一个"


def test_every_problem_at_once():
    assert len(told(("1", ""), ("2", ""))) == 4


def test_a_sheet_without_heads_or_rows():
    assert told(head=("甲", "乙")) == ["整个工作表：没有找到表头；表头一行至少要有“编码”和“名称”，可以下载空白模板照填"]
    assert told() == ["整个工作表：表头以下没有内容；每个部门和单位写一行"]


def test_two_codes_cannot_come_from_one():
    (problem,) = told(("101", "甲", "", "", "100"), ("102", "乙", "", "", "100"))
    assert "100和第2行重复" in problem and "分立" in problem
