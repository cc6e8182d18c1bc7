"""The ledger of one document, ready to be summed: each line's codes, its exact 元 and its rounded 万元. Knows no declarations."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from disclosure.core.facts import Facts, Line, Member
from disclosure.core.money import ZERO, to_wan
from disclosure.core.pick import Entry, Pick, entry_of
from disclosure.core.rounding import balance

Rounding = Literal["balanced", "independent"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of lines: exact 元 and the sum of their rounded 万元."""

    yuan: Decimal
    wan: Decimal

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.yuan + other.yuan, self.wan + other.wan)


@dataclass(frozen=True)
class Ledger:
    """Distinct codes with their sums. `rounding` says how a sum of them is printed."""

    entries: tuple[tuple[Entry, Amount], ...]
    rounding: Rounding

    def shown(self, amount: Amount) -> Decimal:
        """万元 as printed: the sum of rounded lines, or the rounded sum."""
        return amount.wan if self.rounding == "balanced" else to_wan(amount.yuan)

    def where(self, scope: Pick) -> list[tuple[Entry, Amount]]:
        """The entries that a panel's scope accepts."""
        return [(entry, amount) for entry, amount in self.entries if scope.accepts(entry)]


def open_ledger(lines: Iterable[Line], units: Iterable[Member], rounding: Rounding) -> Ledger:
    """Round the lines once and add up those with the same codes."""
    lines = tuple(lines)
    kinds = {unit.code: unit.kind for unit in units}
    wans = balance(lines) if rounding == "balanced" else [ZERO] * len(lines)
    sums: dict[Entry, list[Decimal]] = defaultdict(lambda: [ZERO, ZERO])
    for line, wan in zip(lines, wans, strict=True):
        found = sums[entry_of(line, kinds)]
        found[0] += line.amount
        found[1] += wan
    return Ledger(tuple((entry, Amount(*found)) for entry, found in sums.items()), rounding)


def ledger_of(facts: Facts, rounding: Rounding) -> Ledger:
    """This year's ledger."""
    return open_ledger(facts.lines, facts.agency.units, rounding)


def ledger_of_last_year(facts: Facts, rounding: Rounding) -> Ledger:
    """Last year's ledger, where its lines were given."""
    return open_ledger(facts.prior.lines, facts.agency.units, rounding)
