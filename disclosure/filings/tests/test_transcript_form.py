"""The form of a transcribed package: what must be there, what must not, each refused at its very path."""

from typing import Any

import pytest

from disclosure.filings.package import checked
from disclosure.filings.problems import path_of
from disclosure.filings.tests.packages import at, changed, nodes, problem, problems, sample
from disclosure.filings.tests.test_shape import ENGLISH, OTHERS
from disclosure.filings.tests.transcripts import GLOSSARY, ORIGINAL, QUOTATIONS, STATED, TABLES, printing, transcribed
from disclosure.filings.workbook_tree import leaves

LEAVES = [steps for steps, _ in leaves(transcribed())]
NODES = list(nodes(transcribed()))
ROW = {"row": "total", "cells": {"total": "1"}}
NOT = "照录的填报包没有{}，数取自原件"
ONLY = "{}只在照录的填报包（transcribed）里写"
MESSAGES = {
    "no original": (transcribed(original=None), "original：没有填写；必须填写（原件）"),
    "no tables": (transcribed(tables=None), "tables：没有填写；必须填写（照录的表）"),
    "no quotations": (transcribed(quotations=None), "quotations：没有填写；必须填写（照录的文字）"),
    "no title": (transcribed(original={"note": "甲"}), "original.title：没有填写；必须填写（原件标题）"),
    "blank title": (changed(("original", "title"), " ", transcribed()), "original.title：是“ ”；不能空着（原件标题）"),
    "no address": (
        changed(("original", "address"), "anlan.example", transcribed()),
        "original.address：是“anlan.example”；格式不对（原件网址，以 http:// 或 https:// 开头）",
    ),
    "no day": (
        changed(("original", "published_on"), "2024-02-30", transcribed()),
        "original.published_on：是“2024-02-30”；应为日历上有的日期，例如 2023-12-31（原件公开日期）",
    ),
    "元": (transcribed(amount_unit="元"), "amount_unit：是“元”；应为 万元"),
    "lines": (transcribed(lines=sample()["lines"][:1]), f"lines：不能填写；{NOT.format('收支明细')}"),
    "headcount": (transcribed(headcount={}), f"headcount：不能填写；{NOT.format('编制和实有人数')}"),
    "organisation": (transcribed(organisation={}), f"organisation：不能填写；{NOT.format('内设机构')}"),
    "procurement": (transcribed(procurement={}), f"procurement：不能填写；{NOT.format('政府采购预算')}"),
    "vehicles": (transcribed(assets={"vehicles": {}}), f"assets.vehicles：不能填写；{NOT.format('车辆数')}"),
    "purchases": (transcribed(assets={"to_buy": {}}), f"assets.to_buy：不能填写；{NOT.format('购置数')}"),
    "column": (printing({"row": "total", "cells": {"Total": "1"}}), "tables[0].rows[0].cells.Total：是“Total”；格式不对（栏的代码，如 basic）"),
    "row": (printing({"row": "合计", "cells": {}}), "tables[0].rows[0].row：是“合计”；格式不对（行的代码，如 total 或 208）"),
    "long number": (printing({"row": "total", "cells": {"a": "1" * 41}}), f"tables[0].rows[0].cells.a：是“{'1' * 41}”；应至多40个字（印出的数，照原样）"),
    "long name": (printing({**ROW, "name": "甲" * 101}), f"tables[0].rows[0].name：是“{'甲' * 56}…；应至多100个字（印出的名称，与模板不同时写）"),
    "blank name": (printing({**ROW, "name": " "}), "tables[0].rows[0].name：是“ ”；不能空着（印出的名称，与模板不同时写）"),
    "no cells": (printing({"row": "total"}), "tables[0].rows[0].cells：没有填写；必须填写（印出的数，按栏）"),
    "columns": (
        printing({"row": "total", "cells": {"a" * n: "1" for n in range(1, 41)} | {"b" * n: "1" for n in range(1, 22)}}),
        "tables[0].rows[0].cells：有61条；至多60条（印出的数，按栏）",
    ),
    "rows": (printing(*[ROW] * 2001), "tables[0].rows：有2001条；至多2000条（印出的行，依原件的次序；空表没有行）"),
    "tables": (transcribed(tables=[{"statement": "YS03", "rows": []}] * 61), "tables：有61条；至多60条（照录的表）"),
    "quotations": (transcribed(quotations=QUOTATIONS[:1] * 2001), "quotations：有2001条；至多2000条（照录的文字）"),
    "stated": (transcribed(stated=STATED[:1] * 5001), "stated：有5001条；至多5000条（没有照录的文字里的数，按地址）"),
    "stated of no row": (
        changed(("stated", 0, "row"), "YS03.total", transcribed()),
        "stated[0].row：是“YS03.total”；格式不对（行的代码，如 total；比较的写成 表.行.栏，如 YS03.total.basic）",
    ),
}  # fmt: skip
ENTERED = {
    "no lines": ("lines", None, "没有填写；必须填写（收支明细）"),
    "original": ("original", ORIGINAL, f"不能填写；{ONLY.format('原件')}"),
    "tables": ("tables", TABLES, f"不能填写；{ONLY.format('照录的表')}"),
    "quotations": ("quotations", QUOTATIONS, f"不能填写；{ONLY.format('照录的文字')}"),
    "stated": ("stated", STATED, f"不能填写；{ONLY.format('文字里的数')}"),
    "complete": ("complete", ["YX05"], f"不能填写；{ONLY.format('文字已列全的表')}"),
    "pictures": ("pictures", ["YS11"], f"不能填写；{ONLY.format('印成图片的表')}"),
    "glossary": ("glossary", GLOSSARY, f"不能填写；{ONLY.format('原件的名词解释')}"),
}


@pytest.mark.parametrize(("package", "message"), MESSAGES.values(), ids=MESSAGES)
def test_the_message_says_where_what_and_what_is_expected(package: Any, message: str) -> None:
    assert problem(package) == message


@pytest.mark.parametrize(("key", "value", "message"), ENTERED.values(), ids=ENTERED)
def test_an_entered_package_has_lines_and_nothing_transcribed(key: str, value: Any, message: str) -> None:
    package = {name: each for name, each in {**sample(), key: value}.items() if each is not None}
    assert problem(package) == f"{key}：{message}"


def test_one_of_everything_is_right() -> None:
    assert checked(transcribed())


@pytest.mark.parametrize("key", ["stated", "complete", "glossary", "assets", "projects", "last_year", "reasons", "texts"])
def test_what_may_be_left_out_is_left_out(key: str) -> None:
    assert checked(transcribed(**{key: None}))


def test_without_an_origin_only_that_is_told() -> None:
    assert problem(transcribed(origin=None)).startswith("origin：没有填写；必须填写（来源：entered 是本平台填报 | transcribed 是照录")
    assert problem(transcribed(origin="copied")).startswith("origin：是“copied”；应为 entered、transcribed 之一")


@pytest.mark.parametrize("steps", LEAVES, ids=str)
def test_a_leaf_of_another_type_is_refused_at_its_path(steps: Any) -> None:
    kind = type(at(transcribed(), steps))
    for other in (other for other in OTHERS if type(other) is not kind):
        found = problems(changed(steps, other, transcribed()))
        assert {each.path for each in found} == {path_of(list(steps))}
        assert not any(ENGLISH.search(f"{each.found}{each.expected}") for each in found), found


@pytest.mark.parametrize("steps", [node for node in NODES if node], ids=str)
@pytest.mark.parametrize("other", [None, True, 5, "甲"], ids=repr)
def test_a_group_or_list_of_another_type_is_refused_at_its_path(steps: Any, other: Any) -> None:
    assert [each.path for each in problems(changed(steps, other, transcribed()))] == [path_of(list(steps))]


@pytest.mark.parametrize("steps", [node for node in NODES if isinstance(at(transcribed(), node), dict)], ids=str)
def test_an_unknown_key_is_refused_anywhere(steps: Any) -> None:
    package = transcribed()
    at(package, steps)["颜色"] = "1"
    assert [each.path for each in problems(package)] == [path_of([*steps, "颜色"])]
