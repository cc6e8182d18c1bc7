"""Reads the rows of a filing into Facts, one query for each kind of row. Writes nothing."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from disclosure.core import facts
from disclosure.core.words import Kind, Scope
from disclosure.filings.models import EnteredFigure, Filing, Indicator, Line, PriorFigure, PriorLine, Project, Reason, Text
from disclosure.filings.transcript_reading import read_transcript

LINE = ("unit__code", "function", "economic", "nature", "amount", "source", "vintage", "use", "item")


def read_facts(filing_id: int) -> facts.Facts:
    """The facts of a filing; raises Filing.DoesNotExist."""
    filing = Filing.objects.select_related("agency_year__region", "agency_year__parent", "original").get(pk=filing_id)
    texts = _texts(filing)
    goals = _goals(filing)
    return facts.Facts(
        agency=_agency(filing),
        year=filing.year,
        kind=Kind(filing.kind),
        scope=Scope(filing.scope),
        pack=filing.pack,
        lines=_lines(Line.objects.filter(filing=filing).values_list(*LINE, "project__key")),
        prior=facts.Prior(
            {_address(row): row.amount for row in PriorFigure.objects.filter(filing=filing).order_by("pk")},
            _lines(PriorLine.objects.filter(filing=filing).values_list(*LINE, "project")),
            filing.last_year_complete,
        ),
        projects=_projects(filing, goals),
        goal=_goal(filing.objective, goals[None]),
        entered=_entered(filing),
        assets_as_of=filing.assets_as_of,
        offices=tuple(text for _, text in texts["offices"]),
        duties=tuple(text for _, text in texts["duties"]),
        terms=tuple(facts.Term(heading, text) for heading, text in texts["terms"]),
        reasons={_address(row): row.text for row in Reason.objects.filter(filing=filing).order_by("pk")},
        transcript=read_transcript(filing),
    )


def _agency(filing: Filing) -> facts.Agency:
    entry = filing.agency_year
    parent = facts.Member(entry.parent.code, entry.parent.name, entry.parent.kind) if entry.parent else None
    members = tuple(facts.Member(*unit) for unit in filing.units.order_by("code").values_list("code", "name", "kind"))
    return facts.Agency(entry.code, entry.name, entry.region_id, entry.region.name, parent, members)


def _lines(rows: Iterable[tuple[str | Decimal | None, ...]]) -> tuple[facts.Line, ...]:
    return tuple(_line(*row) for row in rows)  # type: ignore[arg-type]  # values_list gives the columns of LINE


def _line(
    unit: str,
    function: str,
    economic: str,
    nature: str,
    amount: Decimal,
    source: str,
    vintage: str,
    use: str,
    item: str,
    project: str | None,
) -> facts.Line:
    return facts.Line(unit, function, economic, nature, amount, project or "", source, vintage, use=use, item=item)


def _address(row: PriorFigure | Reason) -> facts.Address:
    return facts.Address(row.statement, row.row, row.column)


def _goals(filing: Filing) -> dict[int | None, list[facts.Indicator]]:
    found: dict[int | None, list[facts.Indicator]] = defaultdict(list)
    for row in Indicator.objects.filter(filing=filing):
        found[row.project_id].append(facts.Indicator(row.level1, row.level2, row.level3, row.target))
    return found


def _goal(objective: str, indicators: list[facts.Indicator]) -> facts.Goal | None:
    return facts.Goal(objective, tuple(indicators)) if objective or indicators else None


def _projects(filing: Filing, goals: dict[int | None, list[facts.Indicator]]) -> tuple[facts.Project, ...]:
    return tuple(
        facts.Project(
            row.key, row.name, row.overview, row.basis, row.implementer, row.plan, row.period, _goal(row.objective, goals[row.pk])
        )
        for row in Project.objects.filter(filing=filing)
    )


def _entered(filing: Filing) -> dict[str, Decimal | int]:
    rows = EnteredFigure.objects.filter(filing=filing).order_by("pk").values_list("key", "amount", "count")
    found = ((key, count if amount is None else amount) for key, amount, count in rows)
    return {key: value for key, value in found if value is not None}


def _texts(filing: Filing) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in Text.objects.filter(filing=filing).order_by("section", "position"):
        found[row.section].append((row.heading, row.text))
    return found
