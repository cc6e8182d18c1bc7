"""Packages of the wrong form: every leaf of another type, every key unknown or missing. Each is refused at its very path."""

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from disclosure.filings.problems import path_of
from disclosure.filings.schema import SCHEMA, is_surely_right, published
from disclosure.filings.tests.packages import DEPARTMENT, UNIT, at, changed, nodes, problem, problems, sample, short, with_line
from disclosure.filings.workbook_tree import leaves

NAMES = (UNIT, DEPARTMENT)
LEAVES = [(name, steps) for name in NAMES for steps, _ in leaves(short(name))]
NODES = [(name, steps) for name in NAMES for steps in nodes(short(name))]
OTHERS = (None, True, False, 5, 1.5, 2024.0, "", "甲" * 6000, "5", [], {}, ["甲"], {"甲": 1})
ENGLISH = re.compile(r"\b(is not|str|int|dict|list|None|True|False|required|property|additional|type|valid|does not|match)\b")


@pytest.mark.parametrize(("name", "steps"), LEAVES, ids=str)
def test_a_leaf_of_another_type_is_refused_at_its_path(name: str, steps: Any) -> None:
    kind = type(at(short(name), steps))
    for other in (other for other in OTHERS if type(other) is not kind):
        found = problems(changed(steps, other, short(name)))
        assert {each.path for each in found} == {path_of(list(steps))}
        assert not any(ENGLISH.search(f"{each.found}{each.expected}") for each in found), found


@pytest.mark.parametrize(("name", "steps"), [node for node in NODES if node[1]], ids=str)
@pytest.mark.parametrize("other", [None, True, 5, "甲"], ids=repr)
def test_a_group_or_list_of_another_type_is_refused_at_its_path(name: str, steps: Any, other: Any) -> None:
    assert [each.path for each in problems(changed(steps, other, short(name)))] == [path_of(list(steps))]


@pytest.mark.parametrize(("name", "steps"), [node for node in NODES if isinstance(at(short(node[0]), node[1]), dict)], ids=str)
def test_an_unknown_key_is_refused_anywhere(name: str, steps: Any) -> None:
    package = short(name)
    at(package, steps)["颜色"] = 1
    [found] = problems(package)
    assert (found.path, found.found) == (path_of([*steps, "颜色"]), "是不认识的名称")
    assert found.expected.startswith("这里可用的名称：")


def required_of(steps: Any) -> Any:
    """The keys that the schema requires of a group of the sample."""
    declared = published()
    for step in steps:
        declared = declared["items"] if isinstance(step, int) else declared["properties"][step]
        declared = published()["$defs"][declared["$ref"].rpartition("/")[2]] if "$ref" in declared else declared
    return declared.get("required", [])


REQUIRED = [(steps, key) for name, steps in NODES if name == UNIT and isinstance(at(short(), steps), dict) for key in required_of(steps)]


@pytest.mark.parametrize(("steps", "key"), REQUIRED, ids=str)
def test_a_missing_key_is_refused_by_its_path(steps: Any, key: str) -> None:
    package = short()
    del at(package, steps)[key]
    assert [(each.path, each.found) for each in problems(package)] == [(path_of([*steps, key]), "没有填写")]


@pytest.mark.parametrize("value", [None, 5, "甲", [], True, 1.5], ids=repr)
def test_what_is_no_group_at_all_is_no_package(value: Any) -> None:
    assert problem(value).startswith("整份文件：是")


MESSAGES = {
    "a number": (with_line(amount=70), "lines[0].amount：是70；应为文字（加引号）（非负金额；元至多两位小数，万元至多六位）"),
    "words": (with_line(amount="七十"), "lines[0].amount：是“七十”；格式不对（非负金额；元至多两位小数，万元至多六位）"),
    "negative": (with_line(amount="-1"), "lines[0].amount：是“-1”；格式不对（非负金额；元至多两位小数，万元至多六位）"),
    "separators": (with_line(amount="1,234"), "lines[0].amount：是“1,234”；格式不对（非负金额；元至多两位小数，万元至多六位）"),
    "seven decimals": (with_line(amount="0.0000001"), "lines[0].amount：是“0.0000001”；格式不对（非负金额；元至多两位小数，万元至多六位）"),
    "too long": (with_line(amount="1" * 14), "lines[0].amount：是“11111111111111”；格式不对（非负金额；元至多两位小数，万元至多六位）"),
    "line break": (with_line(amount="70\n"), "lines[0].amount：是“70\\n”；格式不对（非负金额；元至多两位小数，万元至多六位）"),
    "full width": (with_line(amount="７０"), "lines[0].amount：是“７０”；格式不对（非负金额；元至多两位小数，万元至多六位）"),
    "nature": (with_line(nature="基本"), "lines[0].nature：是“基本”；应为 basic、project 之一（基本支出 basic | 项目支出 project）"),
    "year": (changed(("year",), "2024"), "year：是“2024”；应为整数（公开年度）"),
    "year as 2024.0": (changed(("year",), 2024.0), "year：是2024.0；应为整数（公开年度）"),
    "count as 15.0": (changed(("headcount", "retired"), 2.0), "headcount.retired：是2.0；应为整数（退休人数）"),
    "negative count": (changed(("headcount", "retired"), -1), "headcount.retired：是-1；应不小于0（退休人数）"),
    "no such day": (changed(("assets", "as_of"), "2023-02-30"), "assets.as_of：是“2023-02-30”；应为日历上有的日期，例如 2023-12-31（资产数的截止日期）"),
    "no name": (changed(("agency", "name"), " "), "agency.name：是“ ”；不能空着（名称）"),
    "no lines": (changed(("lines",), []), "lines：有0条；至少要有1条（收支明细）"),
    "no amount": (with_line(amount=None), "lines[0].amount：没有填写；必须填写（金额）"),
    "format": (changed(("format",), "filing-package/2"), "format：是“filing-package/2”；应为 filing-package/1"),
}  # fmt: skip


@pytest.mark.parametrize(("package", "message"), MESSAGES.values(), ids=MESSAGES)
def test_the_message_says_where_what_and_what_is_expected(package: Any, message: str) -> None:
    assert problem(package) == message


def test_an_empty_object_misses_everything_once() -> None:
    assert [each.path for each in problems({})] == published()["required"]


def test_at_most_fifty_problems_are_told_in_the_order_of_the_file() -> None:
    package = sample()
    package["lines"] = [{**package["lines"][0], "amount": 1} for _ in range(20_000)]
    assert [each.path for each in problems(package)] == [f"lines[{index}].amount" for index in range(50)]


def declarations(schema: Any) -> Iterator[Any]:
    if isinstance(schema, dict):
        yield schema
        for each in schema.values():
            yield from declarations(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from declarations(each)


def test_the_schema_bounds_everything_and_explains_every_property() -> None:
    for declared in declarations(json.loads(SCHEMA.read_text("utf-8"))):
        kind = declared.get("type")
        assert kind != "string" or {"pattern", "maxLength", "enum", "format"} & set(declared), declared
        assert kind != "array" or "maxItems" in declared, declared
        assert kind != "integer" or {"minimum", "maximum"} <= set(declared), declared
        assert kind != "object" or declared["additionalProperties"] is False or {"propertyNames", "maxProperties"} <= set(declared), (
            declared
        )
        for name, each in declared.get("properties", {}).items() if kind == "object" else ():
            target = published()["$defs"][each["$ref"].rpartition("/")[2]] if "$ref" in each else each
            assert each.get("description") or target.get("description"), name


def test_what_is_checked_is_not_changed() -> None:
    package = sample()
    before = copy.deepcopy(package)
    assert problems({**package, "year": 1}) and package == before


@pytest.mark.parametrize("name", NAMES)
def test_the_compiled_validator_knows_a_right_package_and_leaves_the_rest_to_the_other(name: str) -> None:
    assert is_surely_right(short(name))
    for steps, value in ((("year",), 2024.0), (("agency", "code"), "307001\n"), (("agency", "code"), "\ud800"), (("lines",), None)):
        assert not is_surely_right(changed(steps, value, short(name))), (steps, value)
