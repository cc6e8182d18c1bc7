"""What well-formed lines of a ledger may still get wrong: codes, names, uses, units, projects, sources. Knows the chart of codes, no tables."""

from collections.abc import Iterator
from typing import Any

from disclosure.core.chart import Chart, UnknownCode
from disclosure.core.words import ONLY_PERSONNEL, ONLY_PUBLIC, Flow, Kind, Nature, Source, Use
from disclosure.filings.problems import Problem

CODES = (("function", "functional"), ("economic", "economic"))
RECEPTION, RECEIVED = "30217", (Use.FOREIGN_AFFAIRS, Use.OVERSEAS_RECEPTION)
Row = dict[str, Any]


def ledger_problems(package: Row, lines: list[Row], path: str, chart: Chart) -> Iterator[Problem]:
    """What is wrong with the lines of a ledger."""
    units = unit_codes(package)
    described = {project["key"] for project in package.get("projects", [])} if path == "lines" else None
    for index, line in enumerate(lines):
        at = f"{path}[{index}]"
        yield from code_problems(line, at, chart)
        yield from unit_problems(line, at, units)
        yield from source_problems(line, at)
        if package["kind"] == Kind.FINAL:
            yield from class_problems(line, at)
        if described is not None:
            yield from nature_problems(line, at, described)


def unit_codes(package: Row) -> list[str]:
    """The codes of the accounting entities of the filing."""
    agency = package["agency"]
    return [unit["code"] for unit in agency.get("units", [])] or [agency["code"]]


def code_problems(line: Row, at: str, chart: Chart) -> Iterator[Problem]:
    """Unknown, retired or foreign-year codes; a 款 under the wrong 类; a name that is not the code's."""
    for name, kind in CODES:
        if name not in line:
            continue  # only spending has an economic code
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


def use_problems(line: Row, at: str) -> Iterator[Problem]:
    """工资福利 is 人员经费, 商品和服务 and 资本性支出 are 公用经费; only other classes may say which they are (B19). Receptions are 公务接待费."""
    use, economic = line.get("use"), line.get("economic", "")
    if use == Use.PUBLIC and economic.startswith(ONLY_PERSONNEL):
        yield Problem(f"{at}.use", f"{economic}写了列入公用经费", "工资福利支出只列人员经费；删去这一栏")
    if use == Use.PERSONNEL and economic.startswith(ONLY_PUBLIC):
        yield Problem(f"{at}.use", f"{economic}写了列入人员经费", "商品和服务、资本性等支出只列公用经费；删去这一栏")
    if use in RECEIVED and economic != RECEPTION:
        yield Problem(f"{at}.use", f"{economic}写了{Use(use).label}", f"只有公务接待费（{RECEPTION}）写；删去这一栏，或改经济科目")


def name_problems(line: Row, at: str, name: str, kind: str, chart: Chart) -> Iterator[Problem]:
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


def unit_problems(line: Row, at: str, units: list[str]) -> Iterator[Problem]:
    """Every line belongs to a unit of the filing."""
    unit = line.get("unit")
    if unit is None and len(units) > 1:
        yield Problem(f"{at}.unit", "没有写单位", f"本部门有{len(units)}个单位，请写明：{'、'.join(units)}")
    if unit is not None and unit not in units:
        yield Problem(f"{at}.unit", f"是{unit}", f"应为本次填报的单位之一：{'、'.join(units)}")


def source_problems(line: Row, at: str) -> Iterator[Problem]:
    """Money of surplus that is used is no income of the year."""
    if line.get("flow") == Flow.INCOME and line.get("source") == Source.NONFISCAL_SURPLUS:
        yield Problem(
            f"{at}.source", "收入的来源写了使用非财政拨款结余", "这不是本年收入：收支写使用非财政拨款结余（surplus_used），或改来源"
        )


def class_problems(line: Row, at: str) -> Iterator[Problem]:
    """公开06 puts whole classes into 人员经费 and 公用经费."""
    if line.get("use") in (Use.PERSONNEL, Use.PUBLIC):
        yield Problem(f"{at}.use", f"写了{Use(line['use']).label}", "决算的人员经费、公用经费按经济分类的类列，不能另列；删去这一栏")


def nature_problems(line: Row, at: str, described: set[str]) -> Iterator[Problem]:
    """Project money names a described project; other money names none."""
    project, nature = line.get("project"), line.get("nature")
    if nature == Nature.PROJECT and project is None:
        yield Problem(
            f"{at}.project", "项目支出没有写项目", f"写明项目代号：{'、'.join(sorted(described)[:20]) or '先描述项目（projects）'}"
        )
    if nature and nature != Nature.PROJECT and project is not None:
        yield Problem(f"{at}.project", f"{Nature(nature).label}写了项目{project}", "删去项目，或把性质改为项目支出（project）")
    if project is not None and project not in described:
        yield Problem(f"{at}.project", f"项目“{project}”没有描述", "先描述这个项目（projects）：代号、名称、概述")
