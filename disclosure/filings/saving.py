"""Writes the facts of a filing into the database, all or nothing. Knows the rows, no tables of the document."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from django.db import transaction

from agencies.models import AgencyYear
from agencies.registering import register
from disclosure.core import facts
from disclosure.core.words import Origin
from disclosure.filings.models import (
    BudgetFigure,
    Crossing,
    EnteredFigure,
    ExplainedTerm,
    Filing,
    Indicator,
    Line,
    Original,
    PrintedTable,
    PriorFigure,
    PriorLine,
    Project,
    Quotation,
    Reason,
    StatedFigure,
    Text,
)
from disclosure.filings.package_figures import COUNTED
from disclosure.filings.transcript_saving import save_transcript

Row = TypeVar("Row", PriorFigure, BudgetFigure, Reason)
ROWS = (Line, PriorLine, Indicator, Project, EnteredFigure, PriorFigure, BudgetFigure, Reason, Crossing, Text)
PRINTED = (PrintedTable, Quotation, StatedFigure, ExplainedTerm, Original)


@transaction.atomic
def save_facts(*, entered: facts.Facts) -> Filing:
    """The agency's filing of that year and kind, holding exactly these facts. What it held before is replaced."""
    agency_year, units = register(agency=entered.agency, year=entered.year)
    filing, _ = Filing.objects.update_or_create(agency_year=agency_year, kind=entered.kind, defaults=_head(entered))
    filing.units.set(units)
    write_facts(filing=filing, units=units, entered=entered)
    return filing


def replace_facts(*, filing: Filing, entered: facts.Facts) -> None:
    """The filing holds exactly these facts; who it is of stays as the register says. In the transaction of the caller."""
    Filing.objects.filter(pk=filing.pk).update(**_head(entered))
    write_facts(filing=filing, units=list(filing.units.all()), entered=entered)


def write_facts(*, filing: Filing, units: Iterable[AgencyYear], entered: facts.Facts) -> None:
    """The rows of the filing are those of the facts and no others."""
    for rows in (*ROWS, *PRINTED):
        rows.objects.filter(filing=filing).delete()
    projects = _save_projects(filing, entered.projects)
    _save_lines(filing, entered, projects, {unit.code: unit for unit in units})
    _save_goal(filing, entered.goal, None)
    EnteredFigure.objects.bulk_create(_figures(filing, entered))
    _save_addressed(filing, entered)
    Crossing.objects.bulk_create(
        Crossing(filing=filing, position=position, what=each.what, old=each.old, new=each.new)
        for position, each in enumerate(entered.crosswalk)
    )
    Text.objects.bulk_create(_texts(filing, entered))
    if entered.transcript:
        save_transcript(filing=filing, transcript=entered.transcript)


def _head(entered: facts.Facts) -> dict[str, object]:
    return {
        "year": entered.year,
        "scope": entered.scope,
        "pack": entered.pack,
        "origin": Origin.TRANSCRIBED if entered.transcript else Origin.ENTERED,
        "objective": entered.goal.objective if entered.goal else "",
        "assets_as_of": entered.assets_as_of,
        "last_year_complete": entered.prior.complete,
        "budget_complete": entered.budget.complete,
    }


def _save_projects(filing: Filing, projects: tuple[facts.Project, ...]) -> dict[str, Project]:
    texts = ("key", "name", "overview", "basis", "implementer", "plan", "period", "achieved")
    rows = [
        Project(
            filing=filing,
            position=position,
            objective=project.goal.objective if project.goal else "",
            **{name: getattr(project, name) for name in texts},
        )
        for position, project in enumerate(projects)
    ]
    saved = {row.key: row for row in Project.objects.bulk_create(rows)}
    for project in projects:
        _save_goal(filing, project.goal, saved[project.key])
    return saved


def _save_goal(filing: Filing, goal: facts.Goal | None, project: Project | None) -> None:
    names = ("level1", "level2", "level3", "target", "actual", "reason")
    Indicator.objects.bulk_create(
        Indicator(filing=filing, position=position, project=project, **{name: getattr(each, name) for name in names})
        for position, each in enumerate(goal.indicators if goal else ())
    )


def _save_lines(filing: Filing, entered: facts.Facts, projects: dict[str, Project], units: dict[str, AgencyYear]) -> None:
    Line.objects.bulk_create(
        Line(project=projects.get(line.project), **_codes(filing, filing.year, units, position, line))
        for position, line in enumerate(entered.lines)
    )
    PriorLine.objects.bulk_create(
        PriorLine(project=line.project, **_codes(filing, filing.year - 1, units, position, line))
        for position, line in enumerate(entered.prior.lines)
    )


def _codes(filing: Filing, year: int, units: dict[str, AgencyYear], position: int, line: facts.Line) -> dict[str, object]:
    names = ("function", "economic", "nature", "source", "vintage", "use", "item", "amount", "flow", "stage")
    return {"filing": filing, "year": year, "unit": units[line.unit], "position": position} | {name: getattr(line, name) for name in names}


def _figures(filing: Filing, entered: facts.Facts) -> Iterator[EnteredFigure]:
    for key, value in entered.entered.items():
        if key.startswith(COUNTED):
            continue
        field = {"amount": value} if isinstance(value, Decimal) else {"count": value}
        yield EnteredFigure(filing=filing, key=key, **field)


def _save_addressed(filing: Filing, entered: facts.Facts) -> None:
    prior, budget = entered.prior.figures.items(), entered.budget.figures.items()
    PriorFigure.objects.bulk_create(_at(PriorFigure, filing, address, amount=amount) for address, amount in prior)
    BudgetFigure.objects.bulk_create(_at(BudgetFigure, filing, address, amount=amount) for address, amount in budget)
    Reason.objects.bulk_create(_at(Reason, filing, address, text=text) for address, text in entered.reasons.items())


def _at(model: type[Row], filing: Filing, address: facts.Address, **said: object) -> Row:
    return model(filing=filing, **address._asdict(), **said)


def _texts(filing: Filing, entered: facts.Facts) -> Iterator[Text]:
    for section in ("duties", "offices", "evaluation", "report"):
        for position, text in enumerate(getattr(entered, section)):
            yield Text(filing=filing, section=section, position=position, text=text)
    if entered.reception:
        yield Text(filing=filing, section="reception", position=0, text=entered.reception)
    for position, term in enumerate(entered.terms):
        yield Text(filing=filing, section="terms", position=position, heading=term.name, text=term.definition)
