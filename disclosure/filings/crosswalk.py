"""The crosswalk of a package: what other years' figures call by an old code and this filing by a new one. Knows how codes look; no ledger."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from disclosure.core.chart import Chart, UnknownCode
from disclosure.filings.problems import Problem
from disclosure.filings.repeating import repeated

CROSSED = {"function": "功能科目", "economic": "经济科目", "project": "项目", "agency": "部门或单位"}
CHARTS = {"function": "functional", "economic": "economic"}
FORMS = {
    "function": (re.compile("[0-9]{7}"), "应为7位数字"),
    "economic": (re.compile("[0-9]{3}([0-9]{2})?"), "应为3位或5位数字"),
    "agency": (re.compile("[0-9]{3}([0-9]{3})?"), "应为3位（部门）或6位（单位）数字"),
}


def crosswalk_problems(package: Mapping[str, Any], chart: Chart) -> Iterator[Problem]:
    """Every old code becomes one other code, and that one is in use in this filing."""
    rows = package.get("crosswalk", [])
    for index, row in enumerate(rows):
        at = f"crosswalk[{index}]"
        wrong = list(form_problems(row, at))
        yield from wrong or new_problems(row, f"{at}.new", package, chart)
        if row["old"] == row["new"]:
            yield Problem(at, f"原编码和现编码都是{row['old']}", "没有改的编码不用写；删去这一行")
    yield from repeated((CROSSED[row["what"]] + row["old"] for row in rows), "crosswalk[{}].old", "一个原编码只能对应一个现编码")


def form_problems(row: Mapping[str, str], at: str) -> Iterator[Problem]:
    """Both codes look like codes of their kind; the key of a project may be any."""
    if row["what"] not in FORMS:
        return
    pattern, expected = FORMS[row["what"]]
    for side in ("old", "new"):
        if not pattern.fullmatch(row[side]):
            yield Problem(f"{at}.{side}", f"是{row[side]}", f"{CROSSED[row['what']]}的编码{expected}")


def new_problems(row: Mapping[str, str], path: str, package: Mapping[str, Any], chart: Chart) -> Iterator[Problem]:
    """The new code stands in this year's chart, or is of this filing."""
    what, new = row["what"], row["new"]
    if what in CHARTS:
        yield from chart_problems(CHARTS[what], new, path, chart)
    elif what == "project" and new not in {project["key"] for project in package.get("projects", [])}:
        yield Problem(path, f"项目“{new}”没有描述", "先描述这个项目（projects）：代号、名称、概述")
    elif what == "agency" and new not in (own := own_codes(package["agency"])):
        yield Problem(path, f"是{new}", f"应为本次填报的部门或单位之一：{'、'.join(own)}")


def chart_problems(kind: str, code: str, path: str, chart: Chart) -> Iterator[Problem]:
    """A code that this year's chart does not hold."""
    try:
        chart.get(kind, code)
    except UnknownCode as error:
        yield Problem(path, str(error), f"请改用{chart.year}年科目中的编码")


def own_codes(agency: Mapping[str, Any]) -> list[str]:
    """The codes of who files: the agency, its department, its units."""
    members = [agency, *([agency["parent"]] if "parent" in agency else []), *agency.get("units", [])]
    return list(dict.fromkeys(member["code"] for member in members))
