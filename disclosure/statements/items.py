"""The things a statement may have one row each for: projects, units, the department, indicators. Knows no amounts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from disclosure.core.facts import Facts, Goal, Project
from disclosure.core.money import ZERO
from disclosure.core.words import Kind

EVALUATION, TARGETS = "evaluation.", "targets."
INDICATOR_TEXTS = ("level1", "level2", "level3", "target", "actual", "reason")


@dataclass(frozen=True, slots=True)
class Item:
    """A row's key, printed code and name, and its texts by field."""

    key: str
    name: str
    code: str = ""
    texts: dict[str, str] = field(default_factory=dict)


def items_of(facts: Facts, items: str) -> tuple[Item, ...]:
    """The filing's items of one sort, in the order entered."""
    return tuple(ITEMS[items](facts))


def projects_with_form(facts: Facts) -> tuple[Project, ...]:
    """The projects whose performance form is printed: all of a budget, the evaluated ones of a final account; of a document made
    elsewhere those with targets or a printed row of funds.
    """
    if facts.transcript is None:
        return evaluated(facts) if facts.kind == Kind.FINAL else facts.projects
    rows = {row.key for table in facts.transcript.tables if table.statement in ("YS11", "JS11") for row in table.rows}
    return tuple(project for project in facts.projects if project.goal or project.key in rows)


def evaluated(facts: Facts) -> tuple[Project, ...]:
    """The projects of a final account that were evaluated: something is said of what was reached or of the money."""
    funded = {key.split(".")[1] for key in facts.entered if key.startswith(EVALUATION)}
    return tuple(project for project in facts.projects if project.key in funded or project.achieved or _is_reached(project))


def derived(facts: Facts) -> dict[str, Decimal | int]:
    """What follows from what was entered: how many projects have targets; of a final account, how many were evaluated and what they spent."""
    if facts.kind == Kind.BUDGET:
        return counted(f"{TARGETS}projects", sum(project.goal is not None for project in facts.projects))
    keys = {project.key for project in evaluated(facts)}
    spent = sum((line.amount for line in facts.lines if line.project in keys), ZERO)
    return counted(f"{EVALUATION}projects", len(keys)) | ({f"{EVALUATION}amount": spent} if keys else {})


def counted(key: str, number: int) -> dict[str, Decimal | int]:
    """A count, where there is something to count."""
    return {key: number} if number else {}


def _is_reached(project: Project) -> bool:
    return project.goal is not None and any(indicator.actual for indicator in project.goal.indicators)


def _projects(facts: Facts) -> Iterator[Item]:
    return (Item(project.key, project.name) for project in facts.projects)


def _evaluated_projects(facts: Facts) -> Iterator[Item]:
    return (Item(project.key, project.name) for project in projects_with_form(facts))


def _units(facts: Facts) -> Iterator[Item]:
    return (Item(unit.code, unit.name, unit.code) for unit in facts.agency.units)


def _department(facts: Facts) -> Iterator[Item]:
    yield Item(facts.agency.code, facts.agency.name, facts.agency.code)


def _goal_indicators(facts: Facts) -> Iterator[Item]:
    return _indicators("", facts.agency.name, facts.goal) if facts.goal else iter(())


def _project_indicators(facts: Facts) -> Iterator[Item]:
    for project in facts.projects:
        if project.goal:
            yield from _indicators(f"{project.key}.", project.name, project.goal)


def _indicators(prefix: str, name: str, goal: Goal) -> Iterator[Item]:
    for number, indicator in enumerate(goal.indicators, 1):
        texts = {name: getattr(indicator, name) for name in INDICATOR_TEXTS}
        yield Item(f"{prefix}{number}", name, texts=texts)


ITEMS = {
    "project": _projects,
    "evaluated_project": _evaluated_projects,
    "unit": _units,
    "department": _department,
    "goal_indicator": _goal_indicators,
    "project_indicator": _project_indicators,
}
