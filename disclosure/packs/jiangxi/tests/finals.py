"""Final accounts for tests of the pack: a few lines of every flow."""

from dataclasses import replace
from decimal import Decimal

from disclosure.core.facts import Facts, Line
from disclosure.core.tests.ledgers import facts, line
from disclosure.core.words import Flow, Kind, Stage

ITEM = "2012604"


def spent(amount: str, economic: str = "30201", **codes: str) -> Line:
    """Money spent; basic and of the general budget unless told otherwise."""
    return replace(line(amount, economic=economic), stage=Stage.OUTTURN, **codes)


def flowed(flow: str, amount: str, source: str = "general", function: str = ITEM) -> Line:
    """Money received, brought forward, carried on, used or distributed."""
    return Line("399001", function, "", "", Decimal(amount), source=source, flow=flow, stage=Stage.OUTTURN)


def received(amount: str, source: str = "general", function: str = ITEM) -> Line:
    """Income of the year."""
    return flowed(Flow.INCOME, amount, source, function)


def final(*lines: Line, **given: object) -> Facts:
    """A unit's final account of 2024."""
    return replace(facts(*lines, **given), kind=Kind.FINAL)
