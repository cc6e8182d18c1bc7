"""The ledger of one document, ready to be summed: each line's codes, its exact 元 and its rounded 万元. Knows no declarations."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, NamedTuple

from disclosure.core.facts import Line, Member
from disclosure.core.money import ZERO, to_wan
from disclosure.core.pick import Entry, Pick, entry_of, sorter
from disclosure.core.rounding import DoNotAddUp, Fixed, balance

Rounding = Literal["balanced", "independent"]


class Amount(NamedTuple):
    """A sum of lines: exact 元 and the sum of their rounded 万元."""

    yuan: Decimal
    wan: Decimal


@dataclass(frozen=True)
class Ledger:
    """Distinct codes with their sums. `rounding` says how a sum of them is printed, `unmet` which approved figure it could not keep."""

    entries: tuple[tuple[Entry, Amount], ...]
    rounding: Rounding
    unmet: str = ""
    scoped: dict[Pick, list[tuple[Entry, Amount]]] = field(default_factory=dict, compare=False)

    def shown(self, amount: Amount) -> Decimal:
        """万元 as printed: the sum of rounded lines, or the rounded sum."""
        return amount.wan if self.rounding == "balanced" else to_wan(amount.yuan)

    def where(self, scope: Pick) -> list[tuple[Entry, Amount]]:
        """The entries that a panel's scope accepts; many panels share a scope."""
        if scope not in self.scoped:
            accepts = sorter([("", scope)])
            self.scoped[scope] = [each for each in self.entries if accepts(each[0])]
        return self.scoped[scope]


def open_ledger(lines: Iterable[Line], units: Sequence[Member], rounding: Rounding, fixed: Fixed | None = None) -> Ledger:
    """Round the lines once and add up those with the same codes; independently where balancing cannot keep the approved figures."""
    lines = tuple(lines)
    kinds = {unit.code: unit.kind for unit in units}
    try:
        wans = balance(lines, fixed) if rounding == "balanced" else (ZERO,) * len(lines)
    except DoNotAddUp as unmet:
        return replace(open_ledger(lines, units, "independent"), unmet=str(unmet))
    sums: dict[Entry, list[Decimal]] = defaultdict(lambda: [ZERO, ZERO])
    for line, wan in zip(lines, wans, strict=True):
        found = sums[entry_of(line, kinds)]
        found[0] += line.amount
        found[1] += wan
    return Ledger(tuple((entry, Amount(*found)) for entry, found in sums.items()), rounding)
