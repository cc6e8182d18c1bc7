"""What is right, however unusual, is no error: a real original without contradictions, told in other ways that departments use."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from disclosure.checks.registry import check
from disclosure.checks.rule import Example
from disclosure.core.facts import Indicator
from disclosure.core.tests.ledgers import facts, line
from disclosure.filings.package import facts_of, read_package
from disclosure.packs.jiangxi.tests.documents import document_of
from disclosure.releases.rule_examples import case_of
from tools.published import SAMPLES

Package = dict[str, Any]
OPERATING = "（六）"


def package() -> Package:
    """The original as JSON."""
    return dict(json.loads((SAMPLES / "shangrao-2024-unit-transcribed.json").read_text(encoding="utf-8")))


def errors(package: Package) -> list[str]:
    """The messages of level error."""
    findings = document_of(facts_of(read_package(json.dumps(package).encode())))["findings"]
    return [each["message"] for each in findings if each["level"] == "error"]


def reworded(old: str, new: str) -> Callable[[Package], None]:
    """Words of the text that are others, wherever they stand."""

    def change(package: Package) -> None:
        found = [each for each in package["quotations"] if old in each["text"]]
        assert found
        for each in found:
            each["text"] = each["text"].replace(old, new)

    return change


def pictured(*codes: str) -> Callable[[Package], None]:
    """Tables that are pictures."""

    def change(package: Package) -> None:
        package["tables"] = [each for each in package["tables"] if each["statement"] not in codes]
        package["pictures"] += codes

    return change


def only_some_classes(package: Package) -> None:
    """A text that names two of three classes and does not claim to name all."""
    package["complete"] = ["YX05", "YX06"]
    for each in package["quotations"]:
        each["text"] = each["text"].split("；资本性支出")[0].split("，资本性支出")[0]


def table(package: Package, code: str) -> Package:
    """A table of the original."""
    return next(each for each in package["tables"] if each["statement"] == code)


def with_a_total_row(package: Package) -> None:
    """T7 with a row 合计 above its unit."""
    rows = table(package, "YS07")["rows"]
    rows.insert(0, {"row": "total", "name": "合计", "cells": rows[0]["cells"]})


def noted(note: str) -> Callable[[Package], None]:
    """A note below a table that is not empty."""
    return lambda package: table(package, "YS05").update(notes=[note])


def last_year_only(package: Package) -> None:
    """An income that only last year had: blank in the table, 0 in the text."""
    package["quotations"].append(
        {"section": "3/一/（一）", "text": "其他收入[0](YS01/other/income)万元，较上年预算安排减少[5](YX07/YS01.other.income/change)万元"}
    )


def duties_quoted(package: Package) -> None:
    """Duties in quotation instead of text."""
    del package["texts"]
    package["quotations"].append({"section": "1/一", "text": "负责全市医疗保障工作。"})


def renamed(code: str, name: str) -> Callable[[Package], None]:
    """A row of T6 under a short name."""
    return lambda package: next(each for each in table(package, "YS06")["rows"] if each["row"] == code).update(name=name)


FAIR: dict[str, Callable[[Package], None]] = {
    "as it is": lambda package: None,
    "expenditure is a picture": pictured("YS03"),
    "income tables are pictures": pictured("YS01", "YS02"),
    "fiscal tables are pictures": pictured("YS04", "YS05"),
    "basic expenditure is a picture": pictured("YS06"),
    "a partial list": only_some_classes,
    "a fall in other words": reworded("下降[13.84]", "降幅[13.84]"),
    "a reason in other words": reworded("主要原因是：按", "主要是按"),
    "a reason as a cause": reworded("主要原因是：按", "原因：按"),
    "a total row": with_a_total_row,
    "a conditional note": noted("注：若本表为空，则为该单位没有此项支出"),
    "an income of last year only": last_year_only,
    "duties quoted": duties_quoted,
    "a short name": renamed("30239", "其他交通费"),
    "a word that is no residue": reworded("本单位没有使用政府性基金", "（具体安排见附件说明）本单位没有使用政府性基金"),
    "pensioners aside": reworded("[15](YX06/actual/count)", "[13](YX06/actual/count)"),
    "no procurement in words": lambda package: package.update(
        quotations=[each for each in package["quotations"] if each["section"] != "3/一/（七）"]
        + [{"section": "3/一/（七）", "text": "2024年本单位没有安排政府采购预算。"}]
    ),
}


def with_carryover(package: Package) -> None:
    """T4 and T5 with last year's money, as some places print them."""
    rows = {row["row"]: row for row in table(package, "YS04")["rows"]}
    for key in ("carryover", "carryover_general"):
        rows[key]["cells"] = {"income": "103.51"}
    table(package, "YS05")["rows"] = table(package, "YS03")["rows"]


def test_fiscal_tables_with_last_years_money_are_not_compared_with_this_years() -> None:
    changed = package()
    with_carryover(changed)
    findings = document_of(facts_of(read_package(json.dumps(changed).encode())))["findings"]
    assert {each["level"] for each in findings if each["rule"] in ("B18", "N12")} == {"not checked"}


def test_what_is_carried_forward_is_spending_without_a_code() -> None:
    figures = {"YS01/carried_forward/expenditure": "10.00", "YS02/2012604/total": "40.00", "YS03/2012604/total": "30.00"}
    assert {each.level for each in check(case_of(Example(figures))) if each.rule == "B12"} == {"not checked"}


def test_a_change_has_two_roundings() -> None:
    whole = {"YS01/expenditure_total/expenditure": "30.00", "YX07/YS01.expenditure_total.expenditure/change": "-0.03"}
    parts = {f"YS03/{code}/total": "10.00" for code in (201, 205, 208)} | {
        f"YX07/YS03.{code}.total/change": "0.00" for code in (201, 205, 208)
    }
    assert [each for each in check(case_of(Example(whole | parts))) if each.rule == "N07" and each.level == "error"] == []


@pytest.mark.parametrize(
    ("name", "target"),
    [("冷库温度", "≤-15℃"), ("能耗增长率", "≤-2%"), ("安全事故发生率", "0"), ("合格率", "≥0.95"), ("群众满意度", "≥4.5分"), ("流动比率", "≥2"),
     ("满意度测评", "≥2次"), ("单位面积产出率", "≥500公斤/亩"), ("资金支出", "控制在预算内")],
)  # fmt: skip
def test_targets_that_can_be_meant(name: str, target: str) -> None:
    case = case_of(Example(indicators=(Indicator("产出指标", "质量指标", name, target),)))
    assert [each.message for each in check(case) if each.rule in ("P01", "P02", "P03")] == []


def test_a_project_of_less_than_is_printed_has_money() -> None:
    document = document_of(facts(line("10000"), line("1", project="p1")))
    assert [each["message"] for each in document["findings"] if each["rule"] == "P07"] == []


@pytest.mark.parametrize("change", FAIR.values(), ids=FAIR)
def test_what_is_right_is_no_error(change: Callable[[Package], None]) -> None:
    changed = package()
    change(changed)
    assert errors(changed) == []
