"""Reads the rows of a filing into Facts, one query for each kind of row. Writes nothing."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from disclosure.core import facts
from disclosure.core.words import Kind, Origin, Scope
from disclosure.filings.models import (
    BudgetFigure,
    Crossing,
    EnteredFigure,
    Filing,
    Indicator,
    Line,
    PriorFigure,
    PriorLine,
    Project,
    Reason,
    Text,
)
from disclosure.filings.package_figures import organisation
from disclosure.filings.transcript_reading import read_transcript

CODES = ("unit__code", "function", "economic", "nature", "amount")
WORDS = ("source", "vintage", "flow", "stage", "use", "item")  # behind the project, as in facts.Line


def read_facts(filing_id: int) -> facts.Facts:
    """The facts of a filing; raises Filing.DoesNotExist."""
    filing = Filing.objects.select_related("agency_year__region", "agency_year__parent", "original").get(pk=filing_id)
    goals, agency, texts = _goals(filing), read_agency(filing), _texts(filing)
    return facts.Facts(
        agency=agency,
        year=filing.year,
        kind=Kind(filing.kind),
        scope=Scope(filing.scope),
        pack=filing.pack,
        lines=_lines(Line, filing, "project__key"),
        prior=_prior(filing),
        projects=_projects(filing, goals),
        goal=_goal(filing.objective, goals[None]),
        entered=_entered(filing, agency, len(texts["offices"])),
        assets_as_of=filing.assets_as_of,
        reasons={_address(row): row.text for row in Reason.objects.filter(filing=filing).order_by("pk")},
        transcript=read_transcript(filing),
        budget=facts.Prior(_figures(BudgetFigure, filing), (), filing.budget_complete),
        crosswalk=tuple(facts.Crossing(*row) for row in Crossing.objects.filter(filing=filing).values_list("what", "old", "new")),
        **texts,
    )


def read_agency(filing: Filing) -> facts.Agency:
    """Who files, with the units of the filing."""
    entry = filing.agency_year
    parent = facts.Member(entry.parent.code, entry.parent.name, entry.parent.kind) if entry.parent else None
    members = tuple(facts.Member(*unit) for unit in filing.units.order_by("code").values_list("code", "name", "kind"))
    return facts.Agency(entry.code, entry.name, entry.region_id, entry.region.name, parent, members)


def _lines(model: type[Line | PriorLine], filing: Filing, project: str) -> tuple[facts.Line, ...]:
    rows: Iterable[tuple[Any, ...]] = model.objects.filter(filing=filing).values_list(*CODES, project, *WORDS)
    blank: Any = ""  # the project of a line that names none is NULL
    return tuple(facts.Line(*(blank if value is None else value for value in row)) for row in rows)


def _prior(filing: Filing) -> facts.Prior:
    return facts.Prior(_figures(PriorFigure, filing), _lines(PriorLine, filing, "project"), filing.last_year_complete)


def _figures(model: type[PriorFigure | BudgetFigure], filing: Filing) -> dict[facts.Address, Decimal]:
    return {_address(row): row.amount for row in model.objects.filter(filing=filing).order_by("pk")}


def _address(row: PriorFigure | BudgetFigure | Reason) -> facts.Address:
    return facts.Address(row.statement, row.row, row.column)


def _goals(filing: Filing) -> dict[int | None, list[facts.Indicator]]:
    found: dict[int | None, list[facts.Indicator]] = defaultdict(list)
    for row in Indicator.objects.filter(filing=filing):
        found[row.project_id].append(facts.Indicator(row.level1, row.level2, row.level3, row.target, row.actual, row.reason))
    return found


def _goal(objective: str, indicators: list[facts.Indicator]) -> facts.Goal | None:
    return facts.Goal(objective, tuple(indicators)) if objective or indicators else None


def _projects(filing: Filing, goals: dict[int | None, list[facts.Indicator]]) -> tuple[facts.Project, ...]:
    return tuple(
        facts.Project(
            *(row.key, row.name, row.overview, row.basis, row.implementer, row.plan, row.period),
            goal=_goal(row.objective, goals[row.pk]),
            achieved=row.achieved,
        )
        for row in Project.objects.filter(filing=filing)
    )


def _entered(filing: Filing, agency: facts.Agency, offices: int) -> dict[str, Decimal | int]:
    """What was entered and what is counted; of an original nothing."""
    if filing.origin != Origin.ENTERED:
        return {}
    rows = EnteredFigure.objects.filter(filing=filing).order_by("pk").values_list("key", "amount", "count")
    found = ((key, count if amount is None else amount) for key, amount, count in rows)
    return {key: value for key, value in found if value is not None} | dict(organisation(offices, filing.scope, agency))


def _texts(filing: Filing) -> dict[str, Any]:
    """The agency's own paragraphs by their names in the facts."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in Text.objects.filter(filing=filing).order_by("section", "position"):
        found[row.section].append((row.heading, row.text))
    paragraphs = {name: tuple(text for _, text in found[name]) for name in ("duties", "offices", "evaluation", "report")}
    terms = tuple(facts.Term(heading, text) for heading, text in found["terms"])
    return {**paragraphs, "terms": terms, "reception": "".join(text for _, text in found["reception"])}
