"""Filings of any size for measurements and tests: every code from the chart, amounts by a fixed rule. Nothing random, no real agency."""

from datetime import date
from decimal import Decimal
from itertools import cycle, islice

from disclosure.core.chart import load_chart
from disclosure.core.facts import Agency, Facts, Goal, Indicator, Line, Member, Prior, Project
from disclosure.core.words import Kind, Scope, Source, UnitKind, Vintage

YEAR = 2024
UNIT = Member("399001", "安澜市样本单位")
ENTERED: dict[str, Decimal | int] = {
    "headcount.posts.administrative": 30, "headcount.on_duty.administrative": 28, "headcount.retired": 5, "headcount.dependants": 1,
    "procurement.goods": Decimal("0.01"), "procurement.works": Decimal(0), "procurement.services": Decimal(0),
    "assets.vehicles.general": 2, "assets.vehicles.enforcement": 1, "assets.to_buy.vehicles": 0, "assets.to_buy.equipment": 0,
}  # fmt: skip
INDICATORS = (
    Indicator("成本指标", "经济成本指标", "成本控制率", "≤100%"),
    Indicator("产出指标", "数量指标", "完成批次", "≥12批"),
    Indicator("产出指标", "质量指标", "验收合格率", "≥98%"),
    Indicator("产出指标", "时效指标", "按时完成率", "＝100%"),
    Indicator("效益指标", "社会效益指标", "服务能力", "有所提高"),
    Indicator("满意度指标", "服务对象满意度指标", "服务对象满意度", "≥90%"),
)
GOAL = Goal("全年任务按时完成。", INDICATORS)


def filing_of(size: int) -> Facts:
    """A unit's budget with that many ledger lines, no two alike; every section filled, nothing last year."""
    agency = Agency(UNIT.code, UNIT.name, "369900", "江西省安澜市", Member("399", "安澜市样本局"), (UNIT,))
    projects = tuple(project_of(number) for number in range(1, 11))
    lines = lines_of(size, projects)
    used = {line.project for line in lines}
    return Facts(
        agency=agency,
        year=YEAR,
        kind=Kind.BUDGET,
        scope=Scope.UNIT,
        pack="jiangxi",
        lines=lines,
        prior=Prior(complete=True),
        projects=tuple(project for project in projects if project.key in used),
        entered=ENTERED,
        assets_as_of=date(YEAR - 1, 9, 30),
        offices=("办公室", "业务科"),
        duties=("负责样本的收集和保管。",),
    )


def department_of(size: int) -> Facts:
    """The same ledger as the budget of a department with two units of different kinds, the second an institution."""
    facts = filing_of(size)
    units = (Member("399001", "安澜市样本局（本级）"), Member("399002", "安澜市样本中心", UnitKind.INSTITUTION))
    agency = Agency("399", "安澜市样本局", "369900", "江西省安澜市", None, units)
    lines = tuple(_moved(line, units[number % len(units)].code) for number, line in enumerate(facts.lines))
    entered = ENTERED | {"organisation.units": 2, "organisation.subordinates": 1}
    said = {name: getattr(facts, name) for name in facts.__slots__}
    return Facts(**said | {"agency": agency, "scope": Scope.DEPARTMENT, "lines": lines, "goal": GOAL, "entered": entered, "offices": ()})


def _moved(line: Line, unit: str) -> Line:
    return Line(**{name: getattr(line, name) for name in line.__slots__} | {"unit": unit})


def project_of(number: int) -> Project:
    """A project with everything that its narrative and its form ask for."""
    return Project(f"p{number}", f"样本项目{number}", "概述", "依据", "样本单位", "分批实施", "全年", GOAL)


def lines_of(size: int, projects: tuple[Project, ...]) -> tuple[Line, ...]:
    """Lines that walk through the charts, sources and projects at different steps."""
    chart = load_chart(YEAR)
    functions = [code for name, code in sorted(chart.codes) if name == "functional" and len(code) == 7]
    economics = [code for name, code in sorted(chart.codes) if name == "economic" and len(code) == 5]
    natures = cycle(("basic", "basic", "project"))
    walked = zip(cycle(functions), cycle(economics), natures, cycle(Source), range(size), strict=False)
    return tuple(_line(*each, projects) for each in islice(walked, size))


def _line(function: str, economic: str, nature: str, source: Source, number: int, projects: tuple[Project, ...]) -> Line:
    project = projects[number % len(projects)].key if nature == "project" else ""
    vintage = Vintage.CARRIED_OVER if number % 7 == 0 else Vintage.THIS_YEAR
    amount = Decimal(number * 7919 % 10_000_000 + 1) / 100
    return Line(UNIT.code, function, economic, nature, amount, project, source, vintage)
