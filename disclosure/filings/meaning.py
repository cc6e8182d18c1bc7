"""What a well-formed package may still get wrong: agencies, projects, addresses, reasons, amounts, and what its sections say. Knows no tables."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice
from typing import Any

from disclosure.core.chart import Chart
from disclosure.core.money import TEN_THOUSAND
from disclosure.filings.crosswalk import crosswalk_problems
from disclosure.filings.line_meaning import ledger_problems
from disclosure.filings.problems import Problem
from disclosure.filings.repeating import repeated
from disclosure.filings.schema import MOST
from disclosure.filings.transcript_meaning import transcript_problems

MOST_YUAN = Decimal(10) ** 12
Package = dict[str, Any]


def meaning_problems(package: Package, chart: Chart, last_chart: Chart | None) -> list[Problem]:
    """What is wrong, who files first, then projects, lines, last year, codes that changed, amounts and what is transcribed; at most fifty."""
    last = package.get("last_year", {}).get("lines", [])
    found = chain(
        agency_problems(package),
        project_problems(package),
        ledger_problems(package, package.get("lines", []), "lines", chart),
        ledger_problems(package, last, "last_year.lines", last_chart) if last_chart else (),
        crosswalk_problems(package, chart),
        address_problems(package),
        reason_problems(package),
        amount_problems(package),
        transcript_problems(package),
    )
    return list(islice(found, MOST))


def agency_problems(package: Package) -> Iterator[Problem]:
    """A department has three digits and units of six that begin with them; a unit has six and a department."""
    agency, is_unit = package["agency"], package["scope"] == "unit"
    code, parent, units = agency["code"], agency.get("parent"), agency.get("units", [])
    if len(code) != (6 if is_unit else 3):
        yield Problem("agency.code", f"是{code}", "单位编码应为6位" if is_unit else "部门编码应为3位")
    if parent and (len(parent["code"]) != 3 or not code.startswith(parent["code"])):
        yield Problem("agency.parent.code", f"是{parent['code']}", f"应为部门的3位编码，并且是单位编码{code}的开头")
    if units and is_unit:
        yield Problem("agency.units", f"写了{len(units)}个所属单位", "公开范围是单位时不写所属单位")
    if "goal" in package and is_unit:
        yield Problem("goal", "写了整体绩效目标", "单位预算没有部门整体支出绩效目标表，请写在项目里或删去")
    for index, unit in enumerate(() if is_unit else units):
        if len(unit["code"]) != 6 or not unit["code"].startswith(code):
            yield Problem(f"agency.units[{index}].code", f"是{unit['code']}", f"应为6位，以部门编码{code}开头")
    yield from repeated((unit["code"] for unit in units), "agency.units[{}].code", "单位编码不能重复")


def project_problems(package: Package) -> Iterator[Problem]:
    """Every project is described once, under one name."""
    projects = package.get("projects", [])
    yield from repeated((project["key"] for project in projects), "projects[{}].key", "项目代号不能重复")
    yield from repeated((project["name"] for project in projects), "projects[{}].name", "项目名称不能重复")


def address_problems(package: Package) -> Iterator[Problem]:
    """One figure of another document, one reason and one stated figure for each address: of two, one would silently win."""
    lists = [(f"{name}.figures", package.get(name, {}).get("figures", [])) for name in ("last_year", "budget")]
    for path, rows in (*lists, ("reasons", package.get("reasons", [])), ("stated", package.get("stated", []))):
        addresses = ("/".join((row["statement"], row["row"], row["column"])) for row in rows)
        yield from repeated(addresses, path + "[{}]", "同一个地址只能写一次")


def reason_problems(package: Package) -> Iterator[Problem]:
    """A reason says something."""
    for index, row in enumerate(package.get("reasons", [])):
        if not any(sign.isalnum() for sign in row["text"].removeprefix("主要原因是")):
            yield Problem(f"reasons[{index}].text", f"“{row['text']}”没有说出原因", "写明为什么增加或减少")


def amount_problems(package: Package) -> Iterator[Problem]:
    """Nothing finer than 分, nothing longer than the database holds."""
    factor = TEN_THOUSAND if package["amount_unit"] == "万元" else Decimal(1)
    for path, text in amounts(package):
        yuan = Decimal(text) * factor
        if yuan != round(yuan, 2):
            yield Problem(path, f"{text}{package['amount_unit']}细于分", "至多精确到分（0.01元，即0.000001万元）")
        if abs(yuan) >= MOST_YUAN:
            yield Problem(path, f"{text}{package['amount_unit']}太大", "应小于一万亿元；是否把元写成了万元？")


def amounts(package: Package) -> Iterator[tuple[str, str]]:
    """Every amount of the package with its path."""
    last, budget = package.get("last_year", {}), package.get("budget", {})
    for path, rows in (
        ("lines", package.get("lines", [])),
        ("last_year.lines", last.get("lines", [])),
        ("last_year.figures", last.get("figures", [])),
        ("budget.figures", budget.get("figures", [])),
    ):
        yield from ((f"{path}[{index}].amount", row["amount"]) for index, row in enumerate(rows))
    for name in ("procurement", "three_public"):
        yield from texts_in(name, package.get(name, {}))
    for index, project in enumerate(package.get("projects", [])):
        yield from texts_in(f"projects[{index}].evaluation", project.get("evaluation", {}))


def texts_in(path: str, group: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts of a group and of the groups in it: its amounts, for counts are no texts."""
    for name, value in group.items():
        if isinstance(value, dict):
            yield from texts_in(f"{path}.{name}", value)
        elif isinstance(value, str):
            yield f"{path}.{name}", value
