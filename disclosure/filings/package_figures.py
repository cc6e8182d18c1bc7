"""The counts and amounts of a package that are no ledger lines, by key. Knows no lines and no rules."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from disclosure.core.facts import Agency
from disclosure.core.words import Scope

Money = Any  # a text of the package in its unit → Decimal 元
COUNTED = "organisation."
Figures = Iterator[tuple[str, Decimal | int]]


def entered(package: Mapping[str, Any], agency: Agency, money: Money) -> Figures:
    """Every count and amount under its key, e.g. procurement.goods, headcount.year_end.on_duty, evaluation.p1.central.budget."""
    for section in ("procurement", "headcount", "three_public"):
        yield from figures(section, package.get(section, {}), money)
    yield from figures("assets", {key: value for key, value in package.get("assets", {}).items() if key != "as_of"}, money)
    for project in package.get("projects", []):
        yield from figures(f"evaluation.{project['key']}", project.get("evaluation", {}), money)
    yield from organisation(len(package.get("organisation", {}).get("offices", [])), package["scope"], agency)


def figures(prefix: str, group: Mapping[str, Any], money: Money) -> Figures:
    """The figures of a group and of the groups in it, keys joined by dots: texts are amounts, numbers are counts."""
    for key, value in group.items():
        if isinstance(value, dict):
            yield from figures(f"{prefix}.{key}", value, money)
        else:
            yield f"{prefix}.{key}", value if isinstance(value, int) else money(value)


def organisation(offices: int, scope: str, agency: Agency) -> Figures:
    """How many offices and units there are: counted, so they are kept nowhere."""
    if offices:
        yield f"{COUNTED}offices", offices
    if scope == Scope.DEPARTMENT:
        yield f"{COUNTED}units", len(agency.units)
        yield f"{COUNTED}subordinates", len(agency.units) - 1
