"""What a well-formed package may still get wrong: codes, names, amounts, projects, units. Knows the chart of codes, no tables."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, islice
from typing import Any

from disclosure.core.chart import Chart, UnknownCode
from disclosure.core.money import TEN_THOUSAND
from disclosure.core.words import ONLY_PERSONNEL, ONLY_PUBLIC, Use
from disclosure.filings.problems import Problem
from disclosure.filings.repeating import repeated
from disclosure.filings.schema import MOST
from disclosure.filings.transcript_meaning import transcript_problems

MOST_YUAN = Decimal(10) ** 12
Package = dict[str, Any]


def meaning_problems(package: Package, chart: Chart, last_chart: Chart | None) -> list[Problem]:
    """What is wrong, who files first, then projects, lines, last year, amounts and what is transcribed; at most fifty."""
    last = package.get("last_year", {}).get("lines", [])
    found = chain(
        agency_problems(package),
        project_problems(package),
        ledger_problems(package, package.get("lines", []), "lines", chart),
        ledger_problems(package, last, "last_year.lines", last_chart) if last_chart else (),
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
    """One figure of last year, one reason and one stated figure for each address: of two, one would silently win."""
    last = package.get("last_year", {})
    lists = (("last_year.figures", last.get("figures", [])), ("reasons", package.get("reasons", [])), ("stated", package.get("stated", [])))
    for path, rows in lists:
        addresses = ("/".join((row["statement"], row["row"], row["column"])) for row in rows)
        yield from repeated(addresses, path + "[{}]", "同一个地址只能写一次")


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


def reason_problems(package: Package) -> Iterator[Problem]:
    """A reason says something."""
    for index, row in enumerate(package.get("reasons", [])):
        if not any(sign.isalnum() for sign in row["text"].removeprefix("主要原因是")):
            yield Problem(f"reasons[{index}].text", f"“{row['text']}”没有说出原因", "写明为什么增加或减少")


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
    yield from use_problems(line, at)
    wanted = line.get("economic_class")
    if wanted and not line["economic"].startswith(wanted):
        yield Problem(f"{at}.economic", f"款{line['economic']}不在类{wanted}之下", f"{wanted}类的款应以{wanted}开头")


def use_problems(line: dict[str, Any], at: str) -> Iterator[Problem]:
    """工资福利 is 人员经费, 商品和服务 and 资本性支出 are 公用经费; only other classes may say which they are (B19)."""
    use, economic = line.get("use"), line["economic"]
    if use == Use.PUBLIC and economic.startswith(ONLY_PERSONNEL):
        yield Problem(f"{at}.use", f"{economic}写了列入公用经费", "工资福利支出只列人员经费；删去这一栏")
    if use == Use.PERSONNEL and economic.startswith(ONLY_PUBLIC):
        yield Problem(f"{at}.use", f"{economic}写了列入人员经费", "商品和服务、资本性等支出只列公用经费；删去这一栏")


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
        yield Problem(
            f"{at}.project", "项目支出没有写项目", f"写明项目代号：{'、'.join(sorted(described)[:20]) or '先描述项目（projects）'}"
        )
    if line["nature"] == "basic" and project is not None:
        yield Problem(f"{at}.project", f"基本支出写了项目{project}", "删去项目，或把性质改为项目支出（project）")
    if project is not None and project not in described:
        yield Problem(f"{at}.project", f"项目“{project}”没有描述", "先描述这个项目（projects）：代号、名称、概述")


def amount_problems(package: Package) -> Iterator[Problem]:
    """Nothing finer than 分, nothing longer than the database holds."""
    factor = TEN_THOUSAND if package["amount_unit"] == "万元" else Decimal(1)
    for path, text in amounts(package):
        yuan = Decimal(text) * factor
        if yuan != round(yuan, 2):
            yield Problem(path, f"{text}{package['amount_unit']}细于分", "至多精确到分（0.01元，即0.000001万元）")
        if yuan >= MOST_YUAN:
            yield Problem(path, f"{text}{package['amount_unit']}太大", "应小于一万亿元；是否把元写成了万元？")


def amounts(package: Package) -> Iterator[tuple[str, str]]:
    """Every amount of the package with its path."""
    last = package.get("last_year", {})
    lines, last_lines, last_figures = package.get("lines", []), last.get("lines", []), last.get("figures", [])
    for path, rows in (("lines", lines), ("last_year.lines", last_lines), ("last_year.figures", last_figures)):
        yield from ((f"{path}[{index}].amount", row["amount"]) for index, row in enumerate(rows))
    yield from ((f"procurement.{key}", text) for key, text in package.get("procurement", {}).items())
