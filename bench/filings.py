"""Filings of any size for measurements and tests: every code from the chart, amounts by a fixed rule. Nothing random, no real agency."""

from decimal import Decimal
from itertools import cycle, islice

from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Agency, Facts, Line, Member, Prior, Project
from disclosure.core.words import Kind, Scope, Source, Vintage

YEAR = 2024
UNIT = Member("399001", "安澜市样本单位")


def filing_of(size: int) -> Facts:
    """A unit's budget with that many ledger lines, no two alike."""
    projects = tuple(Project(f"p{number}", f"样本项目{number}", "概述", "依据", "样本单位", "方案", "全年") for number in range(1, 11))
    agency = Agency(UNIT.code, UNIT.name, "369900", "江西省安澜市", Member("399", "安澜市样本局"), (UNIT,))
    return Facts(
        agency=agency,
        year=YEAR,
        kind=Kind.BUDGET,
        scope=Scope.UNIT,
        pack="jiangxi",
        lines=lines_of(size, projects),
        prior=Prior({Address("YS01", "income_total", "income"): Decimal(1)}, (), True),
        projects=projects,
    )


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
