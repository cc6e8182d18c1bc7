"""A filing package becomes Facts: read, checked against its schema and its meaning, converted to 元. Writes nothing."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from disclosure.core.chart import edition_years, load_chart
from disclosure.core.facts import Address, Agency, Crossing, Facts, Goal, Indicator, Line, Member, Prior, Project, Term
from disclosure.core.money import to_yuan
from disclosure.core.transcript import stated_reasons
from disclosure.core.words import Kind, Scope, Stage, UnitKind
from disclosure.filings.json_text import parse_json
from disclosure.filings.meaning import meaning_problems
from disclosure.filings.package_figures import entered
from disclosure.filings.problems import PackageRefused, refuse
from disclosure.filings.schema import shape_problems
from disclosure.filings.transcript_package import address_of, transcript_of

Package = dict[str, Any]
STAGES = {Kind.BUDGET: Stage.INITIAL_BUDGET, Kind.FINAL: Stage.OUTTURN}


def read_package(data: bytes) -> Package:
    """A package from the bytes of a JSON file; raises PackageRefused with every problem found."""
    return checked(parse_json(data))


def checked(package: Any) -> Package:
    """The package itself when its form and meaning are right; raises PackageRefused."""
    problems = shape_problems(package)
    if not problems:
        years = edition_years()
        if package["year"] not in years:
            raise refuse("year", f"没有{package['year']}年的科目", f"现有：{'、'.join(str(year) for year in years)}")
        last = load_chart(package["year"] - 1) if package["year"] - 1 in years else None
        problems = meaning_problems(package, load_chart(package["year"]), last)
    if problems:
        raise PackageRefused(problems)
    return package  # type: ignore[no-any-return]  # its shape was just checked against the schema


def facts_of(package: Package) -> Facts:
    """The facts of a checked package, amounts in 元."""
    money = _money(package["amount_unit"])
    kind = Kind(package["kind"])
    agency = agency_of(package["agency"], Scope(package["scope"]))
    unit = agency.units[0].code
    as_of = package.get("assets", {}).get("as_of")
    transcript = transcript_of(package)
    return Facts(
        agency=agency,
        year=package["year"],
        kind=kind,
        scope=Scope(package["scope"]),
        pack=package["pack"],
        lines=tuple(line_of(line, unit, money, STAGES[kind]) for line in package.get("lines", [])),
        prior=prior_of(package.get("last_year", {}), unit, money, STAGES[kind]),
        projects=tuple(project_of(project) for project in package.get("projects", [])),
        goal=goal_of(package.get("goal")),
        entered={} if transcript else dict(entered(package, agency, money)),
        assets_as_of=date.fromisoformat(as_of) if as_of else None,
        offices=tuple(package.get("organisation", {}).get("offices", [])),
        reasons=(stated_reasons(transcript) if transcript else {}) | reasons_of(package),
        transcript=transcript,
        budget=prior_of(package.get("budget", {}), unit, money, Stage.INITIAL_BUDGET),
        crosswalk=tuple(Crossing(row["what"], row["old"], row["new"]) for row in package.get("crosswalk", [])),
        **written(package.get("texts", {})),
    )


def written(texts: Mapping[str, Any]) -> dict[str, Any]:
    """The agency's own paragraphs, by their names in the facts."""
    terms = tuple(Term(term["term"], term["definition"]) for term in texts.get("terms", []))
    paragraphs = {name: tuple(texts.get(name, [])) for name in ("duties", "evaluation", "report")}
    return {**paragraphs, "terms": terms, "reception": texts.get("reception", "")}


def prior_of(other: Mapping[str, Any], unit: str, money: Any, stage: Stage) -> Prior:
    """Another document, by address or by line."""
    figures = {address_of(row): money(row["amount"]) for row in other.get("figures", [])}
    return Prior(figures, tuple(line_of(line, unit, money, stage) for line in other.get("lines", [])), other.get("complete", False))


def _money(unit: str) -> Any:
    return (lambda text: to_yuan(Decimal(text))) if unit == "万元" else Decimal


def agency_of(agency: Mapping[str, Any], scope: Scope) -> Agency:
    """Who files; a unit is its own only unit."""
    own = Member(agency["code"], agency["name"], agency.get("kind", UnitKind.ADMINISTRATIVE))
    listed = agency.get("units", []) if scope == Scope.DEPARTMENT else []
    units = tuple(sorted((member_of(unit) for unit in listed), key=lambda unit: unit.code))
    parent = agency.get("parent")
    return Agency(agency["code"], agency["name"], agency["region"], agency["place"], member_of(parent) if parent else None, units or (own,))


def member_of(member: Mapping[str, Any]) -> Member:
    """A department or unit."""
    return Member(member["code"], member["name"], member.get("kind", UnitKind.ADMINISTRATIVE))


def line_of(line: Mapping[str, Any], unit: str, money: Any, stage: Stage) -> Line:
    """One ledger line; names and classes were checked and are not kept."""
    kept = {key: line[key] for key in ("project", "item", "source", "vintage", "use", "flow") if key in line}
    codes = (line["function"], line.get("economic", ""), line.get("nature", ""))
    return Line(line.get("unit", unit), *codes, money(line["amount"]), stage=stage, **kept)


def reasons_of(package: Package) -> dict[Address, str]:
    """The reasons that are given, by the figure whose change they explain."""
    return {address_of(row): said(row["text"]) for row in package.get("reasons", [])}


def said(reason: str) -> str:
    """A reason as it goes into a sentence: without the sentence's own words and stops."""
    text = " ".join(reason.split()).removeprefix("主要原因是").removeprefix("：").removeprefix(":")
    return text.strip("。；，、,;.")


def project_of(project: Mapping[str, Any]) -> Project:
    """A project and its goal."""
    texts = {key: project.get(key, "") for key in ("overview", "basis", "implementer", "plan", "period")}
    return Project(project["key"], project["name"], goal=goal_of(project.get("goal")), achieved=project.get("achieved", ""), **texts)


def goal_of(goal: Mapping[str, Any] | None) -> Goal | None:
    """A goal, where one is set."""
    if goal is None:
        return None
    return Goal(goal["objective"], tuple(Indicator(**indicator) for indicator in goal["indicators"]))
