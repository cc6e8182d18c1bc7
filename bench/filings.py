"""Filings of any size for measurements and tests: every code from the chart, amounts by a fixed rule. Nothing random, no real agency."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle, islice

from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Agency, Facts, Goal, Indicator, Line, Member, Prior, Project
from disclosure.core.words import Flow, Kind, Scope, Source, Stage, UnitKind, Vintage

YEAR = 2024
UNIT = Member("399001", "安澜市样本单位")
ENTERED: dict[str, Decimal | int] = {
    "headcount.posts.administrative": 30, "headcount.on_duty.administrative": 28, "headcount.retired": 5, "headcount.dependants": 1,
    "procurement.goods": Decimal("0.01"), "procurement.works": Decimal(0), "procurement.services": Decimal(0),
    "assets.vehicles.general": 2, "assets.vehicles.enforcement": 1, "assets.to_buy.vehicles": 0, "assets.to_buy.equipment": 0,
}  # fmt: skip
FINAL_ENTERED: dict[str, Decimal | int] = {
    "headcount.year_end.on_duty": 28, "headcount.year_end.retired_cadres": 0, "headcount.year_end.retired": 0, "headcount.year_end.others": 1,
    "headcount.year_end.students": 0, "headcount.year_end.pensioners": 5,
    **{f"procurement.{key}": Decimal(0) for key in ("works", "services", "sme.works", "sme.services")},
    **{f"procurement.{key}": Decimal("0.01") for key in ("goods", "sme.goods", "micro")}, "assets.equipment": 1,
    **{f"assets.vehicles.{key}": 0 for key in ("leader", "official", "confidential", "emergency", "special", "retired", "other")},
    "assets.vehicles.enforcement": 3,
    **{f"three_public.adjusted.{key}": Decimal(0) for key in ("abroad", "car_purchase", "car_running", "reception")},
    **{f"three_public.counts.{key}": 0 for key in (
        "foreign_affairs_receptions", "foreign_affairs_guests", "overseas_receptions", "overseas_guests",
    )},
    "three_public.counts.cars_held": 3,
}  # fmt: skip
BASIC_CLASSES = ("301", "302", "303", "307", "310", "312", "399")
COUNTED = {
    "30212": ("abroad_groups", "abroad_people"), "31013": ("cars_bought",), "30217": ("domestic_receptions", "domestic_guests"),
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


def final_of(size: int, units: int = 2) -> Facts:
    """A department's final account with about that many ledger lines: everything received was spent; nothing was budgeted, nor spent last year."""
    members = tuple(Member(f"399{number:03d}", f"安澜市样本单位{number}") for number in range(1, units + 1))
    agency = Agency("399", "安澜市样本局", "369900", "江西省安澜市", None, members)
    projects = tuple(evaluated(project_of(number)) for number in range(1, 11))
    spent = tuple(_outturn(line, members[number % units].code) for number, line in enumerate(lines_of(size, projects)))
    received = tuple(replace(line, flow=Flow.INCOME, economic="", nature="", project="") for line in spent)
    used = {line.project for line in spent}
    return Facts(
        agency=agency,
        year=YEAR,
        kind=Kind.FINAL,
        scope=Scope.DEPARTMENT,
        pack="jiangxi",
        lines=(*spent, *received),
        prior=Prior(complete=True),
        budget=Prior(complete=True),
        projects=tuple(project for project in projects if project.key in used),
        entered=FINAL_ENTERED | dict(counts_of(spent)) | {"organisation.units": units} | dict(funds_of(spent)),
        duties=("负责样本的收集和保管。",),
        reception="接待业务往来单位",
        reasons=dict.fromkeys(asked_of(spent), "业务有变化"),
    )


def _outturn(line: Line, unit: str) -> Line:
    """A line of a final account, of 一般公共预算 alone; 公开06 has no place for basic spending of the other classes."""
    economic = line.economic if line.nature == "project" or line.economic[:3] in BASIC_CLASSES else "30299"
    return replace(_moved(line, unit), economic=economic, source=Source.GENERAL, vintage=Vintage.THIS_YEAR, stage=Stage.OUTTURN)


def counts_of(spent: tuple[Line, ...]) -> Iterator[tuple[str, int]]:
    """One group, car, reception and guest where there is money for them."""
    for economic, keys in COUNTED.items():
        has_money = any(line.economic == economic for line in spent)
        yield from ((f"three_public.counts.{key}", int(has_money)) for key in keys)


def asked_of(spent: tuple[Line, ...]) -> Iterator[Address]:
    """The comparisons that ask for a reason."""
    yield from (Address("JS01", "income_this_year", "income"), Address("JS01", "expenditure_this_year", "expenditure"))
    yield from (Address("JS01", "closing", "expenditure"), Address("YX03", "operating", "amount"))
    yield from (Address("JS06", code, "amount") for code in sorted({line.economic[:3] for line in spent}))
    yield from (Address("YX10", f"JS04.{code}.total", "change") for code in sorted({line.function[:3] for line in spent}))
    for key in ("abroad", "car_purchase", "car_running", "reception"):
        yield from (Address("JS09", key, "outturn"), Address("YX11", f"JS09.{key}.outturn", "change"))


def funds_of(spent: tuple[Line, ...]) -> Iterator[tuple[str, Decimal]]:
    """The funds of self-evaluation: every project spent what it had, all of it local."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in spent:
        sums[line.project] += line.amount
    for key, total in sums.items():
        if key:
            yield from ((f"evaluation.{key}.local.{word}", total) for word in ("budget", "executed"))


def evaluated(project: Project) -> Project:
    """The project with what was reached: all of it."""
    goal = project.goal or GOAL
    reached = tuple(replace(each, actual=each.target.lstrip("≥≤＝")) for each in goal.indicators)
    return replace(project, goal=replace(goal, indicators=reached), achieved="全年任务按时完成。")


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
