"""The comparison with last year in words: one function for every sentence. Knows the seven cases, no statement in particular."""

from dataclasses import dataclass
from decimal import Decimal

from disclosure.core.facts import Address
from disclosure.core.money import ZERO, percent, write_trimmed
from disclosure.narrative.words import Wording
from disclosure.statements.changes import Direction, direction
from disclosure.statements.table import Tables


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a sentence, and the cell that it is."""

    text: str
    cell: Address


Phrase = list[str | Figure]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure beside last year's, in printed 万元; `row` is its row among the changes."""

    row: str
    current: Decimal
    prior: Decimal | None
    change: Decimal | None
    statement: str

    @property
    def direction(self) -> Direction:
        return direction(self.current, self.prior, self.change)

    @property
    def is_nothing(self) -> bool:
        """Nothing this year, and nothing or nothing known last year."""
        return not self.current and not self.prior

    def figure(self) -> Figure:
        """The size of the change."""
        return Figure(write_trimmed(abs(self.change or ZERO)), Address(self.statement, self.row, "change"))

    def rate(self, places: int) -> Figure:
        """The size of the change as a percentage of last year's figure; raises ValueError without a base."""
        size = percent(abs(self.change or ZERO), self.prior or ZERO, places)
        return Figure(f"{write_trimmed(size)}%", Address(self.statement, self.row, "rate"))


def comparison_at(tables: Tables, wording: Wording, address: Address) -> Comparison:
    """The comparison of one figure; a figure that neither year has compares 0 with what is known."""
    return comparison_of(tables, wording.changes, f"{address.statement}.{address.row}.{address.column}")


def comparison_of(tables: Tables, statement: str, row: str) -> Comparison:
    """The comparison in one row of the changes; raises UnknownAddress."""
    cells = {column: tables.cell(Address(statement, row, column)).shown for column in ("current", "prior", "change")}
    return Comparison(row, cells["current"] or ZERO, cells["prior"], cells["change"], statement)


def compare(comparison: Comparison, wording: Wording) -> Phrase:
    """较上年预算安排增加 d 万元: the amount alone."""
    return _compare(comparison, wording, wording.before, with_rate=False)


def compare_with_rate(comparison: Comparison, wording: Wording, before: str) -> Phrase:
    """比上年增加 d 万元，增长 p%: the amount and the percentage."""
    return _compare(comparison, wording, before, with_rate=True)


def _compare(comparison: Comparison, wording: Wording, before: str, *, with_rate: bool) -> Phrase:
    match comparison.direction:
        case "unknown":
            return [wording.unknown]
        case "equal" | "none":
            return [wording.equal]
        case "new":
            return [f"{before}增加", comparison.figure(), f"万元{f'，{wording.no_base}' if with_rate else wording.new}"]
        case "increase":
            return [f"{before}增加", comparison.figure(), "万元", *_rate(comparison, "增长", wording, with_rate)]
        case _:
            return [f"{before}减少", comparison.figure(), "万元", *_rate(comparison, "下降", wording, with_rate)]


def _rate(comparison: Comparison, verb: str, wording: Wording, with_rate: bool) -> Phrase:
    return [f"，{verb}", comparison.rate(wording.rate_places)] if with_rate else []
