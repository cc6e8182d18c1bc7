"""The things a statement may have one row each for: projects, units, the department, indicators. Knows no amounts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from disclosure.core.facts import Facts, Goal, Project


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
    """The projects whose performance form is printed: all; of a document made elsewhere those with targets or a printed row of funds."""
    if facts.transcript is None:
        return facts.projects
    rows = {row.key for table in facts.transcript.tables if table.statement == "YS11" for row in table.rows}
    return tuple(project for project in facts.projects if project.goal or project.key in rows)


def _projects(facts: Facts) -> Iterator[Item]:
    return (Item(project.key, project.name) for project in facts.projects)


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
        texts = {"level1": indicator.level1, "level2": indicator.level2, "level3": indicator.level3, "target": indicator.target}
        yield Item(f"{prefix}{number}", name, texts=texts)


ITEMS = {
    "project": _projects,
    "unit": _units,
    "department": _department,
    "goal_indicator": _goal_indicators,
    "project_indicator": _project_indicators,
}
