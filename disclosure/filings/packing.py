"""Facts become the filing package that they would be read from again, amounts in 元. Knows the form of a package, no database."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from disclosure.core.facts import Address, Agency, Facts, Goal, Line, Member, Prior, Project
from disclosure.core.money import write_trimmed
from disclosure.core.words import Flow, Kind, Origin, Scope
from disclosure.filings.package_figures import COUNTED
from disclosure.filings.workbook_tree import put

Package = dict[str, Any]
EVALUATION = "evaluation"
UNIT_DIGITS = 6  # a department without units is its own, which no line says


def package_of(facts: Facts) -> Package:
    """The package of an entered filing: `facts_of` gives the same facts again."""
    is_final = facts.kind == Kind.FINAL
    found: Package = head_json(facts.agency, facts.pack, facts.year, facts.kind, facts.scope) | {
        "lines": [line_json(line, is_final) for line in facts.lines],
        "last_year": prior_json(facts.prior, is_final),
        "projects": [project_json(project) for project in facts.projects],
        "goal": goal_json(facts.goal),
        "organisation": {"offices": list(facts.offices)} if facts.offices else None,
        "reasons": [{**address._asdict(), "text": text} for address, text in facts.reasons.items()],
        "texts": texts_json(facts),
        "budget": prior_json(facts.budget, is_final) if is_final else None,
        "crosswalk": [{"what": each.what, "old": each.old, "new": each.new} for each in facts.crosswalk],
    }
    put_entered(found, facts.entered)
    if facts.assets_as_of:
        put(found, ("assets", "as_of"), facts.assets_as_of.isoformat())
    return {name: value for name, value in found.items() if name == "lines" or value not in (None, [], {})}


def head_json(agency: Agency, pack: str, year: int, kind: str, scope: str) -> Package:
    """Who files what, of which nothing is said yet."""
    return {
        "format": "filing-package/1",
        "pack": pack,
        "year": year,
        "kind": str(kind),
        "scope": str(scope),
        "origin": str(Origin.ENTERED),
        "amount_unit": "元",
        "agency": agency_json(agency, scope),
        "lines": [],
    }


def agency_json(agency: Agency, scope: str) -> Package:
    """Who files, with what it has above or below it."""
    said: Package = {"code": agency.code, "name": agency.name, "region": agency.region, "place": agency.place}
    if agency.parent:
        said["parent"] = member_json(agency.parent)
    if scope == Scope.DEPARTMENT and agency.units and agency.units[0].code != agency.code:
        said["units"] = [member_json(unit) for unit in agency.units]
    elif agency.units:
        said["kind"] = str(agency.units[0].kind)
    return said


def member_json(member: Member) -> Package:
    return {"code": member.code, "name": member.name, "kind": str(member.kind)}


def line_json(line: Line, is_final: bool) -> Package:
    """One line of a ledger, without what is blank."""
    names = ("unit", "function", "economic", "nature", "project", "item", "source", "vintage", "use")
    said = {name: str(getattr(line, name)) for name in names if getattr(line, name)}
    said["amount"] = write_trimmed(line.amount)
    if is_final and line.flow != Flow.SPENDING:
        said["flow"] = str(line.flow)
        del said["vintage"]  # only spending says whose money it is
    return {name: value for name, value in said.items() if name != "unit" or len(value) == UNIT_DIGITS}


def prior_json(other: Prior, is_final: bool) -> Package:
    """Another document: its figures by address, its lines, whether they are all."""
    said: Package = {"complete": True} if other.complete else {}
    if other.figures:
        said["figures"] = [amount_at(address, amount) for address, amount in other.figures.items()]
    if other.lines:
        said["lines"] = [line_json(line, is_final) for line in other.lines]
    return said


def amount_at(address: Address, amount: Decimal) -> Package:
    return {**address._asdict(), "amount": write_trimmed(amount)}


def project_json(project: Project) -> Package:
    """A project with its goal, without what is blank; the overview is asked for and may be empty."""
    names = ("key", "name", "overview", "basis", "implementer", "plan", "period", "achieved")
    said: Package = {name: getattr(project, name) for name in names if getattr(project, name) or name == "overview"}
    return said | ({"goal": goal_json(project.goal)} if project.goal else {})


def goal_json(goal: Goal | None) -> Package | None:
    """A goal, where one is set."""
    if goal is None:
        return None
    names = ("level1", "level2", "level3", "target", "actual", "reason")
    return {
        "objective": goal.objective,
        "indicators": [{name: getattr(each, name) for name in names if getattr(each, name)} for each in goal.indicators],
    }


def texts_json(facts: Facts) -> Package:
    """The agency's own paragraphs."""
    said: Package = {name: list(getattr(facts, name)) for name in ("duties", "evaluation", "report") if getattr(facts, name)}
    if facts.terms:
        said["terms"] = [{"term": each.name, "definition": each.definition} for each in facts.terms]
    return said | ({"reception": facts.reception} if facts.reception else {})


def put_entered(package: Package, entered: Mapping[str, Decimal | int]) -> None:
    """Counts and amounts at their steps; those of a project's evaluation in the project."""
    places = {project["key"]: index for index, project in enumerate(package["projects"])}
    for key, value in entered.items():
        steps = tuple(steps_of(key, places))
        if steps:
            put(package, steps, value if isinstance(value, int) else write_trimmed(value))


def steps_of(key: str, places: Mapping[str, int]) -> Iterator[str | int]:
    """evaluation.p1.central.budget → projects, 0, evaluation, central, budget."""
    parts = key.split(".")
    if parts[0] == EVALUATION:
        project = ".".join(parts[1:-2])
        if project in places:
            yield "projects"
            yield places[project]
            yield from (EVALUATION, *parts[-2:])
    elif not key.startswith(COUNTED):
        yield from parts
