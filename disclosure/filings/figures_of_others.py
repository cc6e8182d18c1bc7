"""Puts the figures of other documents, last year's and the budget's, in the place of what a filing holds of them. Knows no release."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from agencies.models import AgencyYear
from disclosure.core import facts
from disclosure.core.facts import Address, Prior
from disclosure.core.words import Flow, Stage
from disclosure.filings.models import BudgetFigure, Filing, Line, PriorFigure, PriorLine

LineOfUnit = tuple[AgencyYear, facts.Line]


@transaction.atomic
def save_last_year(*, filing: Filing, prior: Prior) -> None:
    """The figures of last year; lines of last year stay only where the new figures keep them."""
    replace_figures(PriorFigure, filing, prior.figures)
    if not prior.lines:
        PriorLine.objects.filter(filing=filing).delete()
    Filing.objects.filter(pk=filing.pk).update(last_year_complete=prior.complete)


@transaction.atomic
def save_budget(*, filing: Filing, budget: Prior) -> None:
    """The figures of the year's budget."""
    replace_figures(BudgetFigure, filing, budget.figures)
    Filing.objects.filter(pk=filing.pk).update(budget_complete=budget.complete)


def replace_figures(model: type[PriorFigure] | type[BudgetFigure], filing: Filing, figures: Mapping[Address, Decimal]) -> None:
    """These figures and no others."""
    model.objects.filter(filing=filing).delete()
    model._default_manager.bulk_create(model(filing=filing, **address._asdict(), amount=amount) for address, amount in figures.items())  # type: ignore[misc]


@transaction.atomic
def save_opening_balances(*, filing: Filing, lines: Sequence[LineOfUnit]) -> None:
    """年初结转和结余 as the last year closed, in the place of what the filing held of them."""
    Line.objects.filter(filing=filing, flow=Flow.OPENING_BALANCE).delete()
    first = Line.objects.filter(filing=filing).aggregate(last=Max("position"))["last"] or 0
    Line.objects.bulk_create(
        Line(
            filing=filing,
            year=filing.year,
            position=first + number,
            unit=unit,
            function=line.function,
            economic="",
            nature="",
            source=line.source,
            vintage=line.vintage,
            flow=Flow.OPENING_BALANCE,
            stage=Stage.OUTTURN,
            amount=line.amount,
        )
        for number, (unit, line) in enumerate(lines, 1)
    )
