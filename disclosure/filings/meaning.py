"""What a well-formed package may still get wrong: codes, names, amounts, projects, units. Knows the chart of codes, no tables."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from disclosure.core.chart import Chart, UnknownCode
from disclosure.core.money import TEN_THOUSAND
from disclosure.filings.problems import Problem

MOST_YUAN = Decimal(10) ** 13
Package = dict[str, Any]


def meaning_problems(package: Package, chart: Chart, last_chart: Chart | None) -> list[Problem]:
    """Everything wrong, in the order of the file."""
    found = [*agency_problems(package), *project_problems(package)]
    found += ledger_problems(package, package["lines"], "lines", chart)
    last = package.get("last_year", {})
    if last.get("lines") and last_chart:
        found += ledger_problems(package, last["lines"], "last_year.lines", last_chart)
    return found + list(amount_problems(package))


def agency_problems(package: Package) -> Iterator[Problem]:
    """A unit has a department whose code its own begins with; so has each unit of a department."""
    agency, digits = package["agency"], 6 if package["scope"] == "unit" else 3
    code, parent = agency["code"], agency.get("parent")
    if len(code) != digits:
        yield Problem("agency.code", f"是{code}", f"{'单位' if digits == 6 else '部门'}编码应为{digits}位")
    if parent and not code.startswith(parent["code"]):
        yield Problem("agency.parent.code", f"是{parent['code']}", f"单位编码{code}应以所属部门的编码开头")
    for index, unit in enumerate(agency.get("units", [])):
        if not unit["code"].startswith(code):
            yield Problem(f"agency.units[{index}].code", f"是{unit['code']}", f"应以部门编码{code}开头")


def project_problems(package: Package) -> Iterator[Problem]:
    """Every project is described once, under one name."""
    projects = package.get("projects", [])
    for field, label in (("key", "代号"), ("name", "名称")):
        counts = Counter(project[field] for project in projects)
        for index, project in enumerate(projects):
            if counts[project[field]] > 1:
                yield Problem(f"projects[{index}].{field}", f"“{project[field]}”出现{counts[project[field]]}次", f"项目{label}不能重复")


def ledger_problems(package: Package, lines: list[dict[str, Any]], path: str, chart: Chart) -> Iterator[Problem]:
    """What is wrong with the lines of a ledger."""
    units = unit_codes(package)
    described = {project["key"] for project in package.get("projects", [])} if path == "lines" else None
    for index, line in enumerate(lines):
        at = f"{path}[{index}]"
        yield from code_problems(line, at, chart)
        yield from unit_problems(line, at, units)
        if described is not None:
            yield from nature_problems(line, at, described)


def unit_codes(package: Package) -> list[str]:
    """The codes of the accounting entities of the filing."""
    agency = package["agency"]
    return [unit["code"] for unit in agency.get("units", [])] or [agency["code"]]


def code_problems(line: dict[str, Any], at: str, chart: Chart) -> Iterator[Problem]:
    """Unknown, retired or foreign-year codes; a 款 under the wrong 类; a name that is not the code's."""
    for name, kind in (("function", "functional"), ("economic", "economic")):
        try:
            chart.get(kind, line[name])
        except UnknownCode as error:
            yield Problem(f"{at}.{name}", str(error), suggestion(chart, kind, line.get(f"{name}_name", "")))
        else:
            yield from name_problems(line, at, name, kind, chart)
    wanted = line.get("economic_class")
    if wanted and not line["economic"].startswith(wanted):
        yield Problem(f"{at}.economic", f"款{line['economic']}不在类{wanted}之下", f"{wanted}类的款应以{wanted}开头")


def name_problems(line: dict[str, Any], at: str, name: str, kind: str, chart: Chart) -> Iterator[Problem]:
    """A name, where one is given, must be the code's name or a known former one."""
    given = line.get(f"{name}_name")
    if given and not chart.accepts_name(kind, line[name], given):
        expected = f"{chart.year}年{line[name]}的名称是“{chart.name(kind, line[name])}”"
        yield Problem(
            f"{at}.{name}_name", f"“{given}”不是{line[name]}的现名，也不是已知的旧名", f"{expected}；{suggestion(chart, kind, given)}"
        )


def suggestion(chart: Chart, kind: str, name: str) -> str:
    """Codes that the name may mean."""
    found = chart.suggestions(kind, name) if name else ()
    listed = "、".join(f"{code.code} {code.name}" for code in found)
    return f"是否要用：{listed}" if listed else f"请改用{chart.year}年科目中的编码"


def unit_problems(line: dict[str, Any], at: str, units: list[str]) -> Iterator[Problem]:
    """Every line belongs to a unit of the filing."""
    unit = line.get("unit")
    if unit is None and len(units) > 1:
        yield Problem(f"{at}.unit", "没有写单位", f"本部门有{len(units)}个单位，请写明：{'、'.join(units)}")
    if unit is not None and unit not in units:
        yield Problem(f"{at}.unit", f"是{unit}", f"应为本次填报的单位之一：{'、'.join(units)}")


def nature_problems(line: dict[str, Any], at: str, described: set[str]) -> Iterator[Problem]:
    """Project money names a described project; basic money names none."""
    project = line.get("project")
    if line["nature"] == "project" and project is None:
        yield Problem(f"{at}.project", "项目支出没有写项目", f"写明项目代号：{'、'.join(sorted(described)) or '先在 projects 里描述项目'}")
    if line["nature"] == "basic" and project is not None:
        yield Problem(f"{at}.project", f"基本支出写了项目{project}", "删去项目，或把性质改为 project")
    if project is not None and project not in described:
        yield Problem(f"{at}.project", f"项目“{project}”没有描述", "在 projects 里补充这个项目的名称和概述")


def amount_problems(package: Package) -> Iterator[Problem]:
    """Nothing finer than 分, nothing longer than the database holds."""
    factor = TEN_THOUSAND if package["amount_unit"] == "万元" else Decimal(1)
    for path, text in amounts(package):
        yuan = Decimal(text) * factor
        if yuan != round(yuan, 2):
            yield Problem(path, f"{text}{package['amount_unit']}细于分", "至多精确到分（0.01元，即0.000001万元）")
        if yuan >= MOST_YUAN:
            yield Problem(path, f"{text}{package['amount_unit']}太大", "应小于十万亿元；是否把元写成了万元？")


def amounts(package: Package) -> Iterator[tuple[str, str]]:
    """Every amount of the package with its path."""
    last = package.get("last_year", {})
    lists = (("lines", package["lines"]), ("last_year.lines", last.get("lines", [])), ("last_year.figures", last.get("figures", [])))
    for path, rows in lists:
        yield from ((f"{path}[{index}].amount", row["amount"]) for index, row in enumerate(rows))
    yield from ((f"procurement.{key}", text) for key, text in package.get("procurement", {}).items())
