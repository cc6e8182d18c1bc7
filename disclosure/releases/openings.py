"""年初结转和结余 of a final account: what the last year closed with, under this year's codes and units. Knows no tables but the closing balance."""

from dataclasses import replace
from decimal import Decimal

from disclosure.core.facts import Address, Facts, Line
from disclosure.core.money import ZERO
from disclosure.core.words import Flow
from disclosure.filings.reading import read_facts
from disclosure.releases.models import Release
from disclosure.releases.units import figures_of

CLOSING = Address("JS01", "closing", "expenditure")


def opening_lines(releases: tuple[Release, ...], facts: Facts) -> tuple[Line, ...] | None:
    """The closing balances of the released final accounts as opening balances; None where their ledgers are not at hand or moved on."""
    lines: list[Line] = []
    for release in releases:
        closed = closing_lines(release)
        if sum((line.amount for line in closed), ZERO) != closing_of(release):
            return None
        lines += closed
    known = {unit.code for unit in facts.agency.units}
    if any(line.unit not in known for line in lines):
        return None
    return tuple(replace(line, flow=Flow.OPENING_BALANCE, function=new_code(line.function, facts)) for line in lines)


def closing_lines(release: Release) -> list[Line]:
    """What the release's filing closed with."""
    return [line for line in read_facts(release.filing_id).lines if line.flow == Flow.CLOSING_BALANCE]


def closing_of(release: Release) -> Decimal:
    """年末结转和结余 as released, in 元."""
    return dict(figures_of(release.document)).get(CLOSING, ZERO)


def new_code(code: str, facts: Facts) -> str:
    """The function code under this year's chart."""
    return next((each.new for each in facts.crosswalk if each.what == "function" and each.old == code), code)
