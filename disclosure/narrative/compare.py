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
    """A figure beside last year's or the budget's, in printed 万元; `row` is its row in the statement of comparisons.

    `exact` is both in 元, where percentages are of these.
    """

    row: str
    current: Decimal
    prior: Decimal | None
    change: Decimal | None
    statement: str
    exact: tuple[Decimal, Decimal] | None = None

    @property
    def direction(self) -> Direction:
        return direction(self.current, self.prior, self.change)

    @property
    def is_nothing(self) -> bool:
        """Nothing this year, and nothing or nothing known last year."""
        return not self.current and not self.prior

    def figure(self) -> Figure:
        """The size of the change."""
        return self.at("change", abs(self.change or ZERO))

    def at(self, column: str, value: Decimal | None, sign: str = "") -> Figure:
        """A figure of the comparison, as sentences write it."""
        return Figure(f"{write_trimmed(value or ZERO)}{sign}", Address(self.statement, self.row, column))

    def rate(self, places: int) -> Figure:
        """The size of the change as a percentage of the other figure; raises ValueError without a base."""
        change, base = (self.exact[0] - self.exact[1], self.exact[1]) if self.exact else (self.change or ZERO, self.prior or ZERO)
        return self.at("rate", percent(abs(change), abs(base), places), "%")

    def completion(self, places: int) -> Figure:
        """The figure as a percentage of the other one; raises ValueError without a base."""
        part, base = self.exact or (self.current, self.prior or ZERO)
        return self.at("completion", percent(part, base, places), "%")


def comparison_at(tables: Tables, wording: Wording, address: Address, statement: str = "") -> Comparison:
    """The comparison of one figure; a figure that neither year has compares 0 with what is known."""
    return comparison_of(tables, statement or wording.changes, ".".join(address), exact=wording.exact)


def comparison_of(tables: Tables, statement: str, row: str, *, exact: bool = False) -> Comparison:
    """The comparison in one row of the statement; raises UnknownAddress."""
    cells = {column: tables.cell(Address(statement, row, column)) for column in ("current", "prior", "change")}
    now, before = cells["current"].yuan, cells["prior"].yuan
    both = (now, before) if exact and now is not None and before is not None else None
    return Comparison(row, cells["current"].shown or ZERO, cells["prior"].shown, cells["change"].shown, statement, both)


def compare(comparison: Comparison, wording: Wording) -> Phrase:
    """较上年预算安排增加 d 万元: the amount alone."""
    return _compare(comparison, wording, wording.before, with_rate=False)


def compare_with_rate(comparison: Comparison, wording: Wording, before: str) -> Phrase:
    """比上年增加 d 万元，增长 p%: the amount and the percentage."""
    return _compare(comparison, wording, before, with_rate=True)


def compare_percent(comparison: Comparison, wording: Wording, before: str) -> Phrase:
    """比上年增长 p%: the percentage alone."""
    match comparison.direction:
        case "unknown":
            return [wording.unknown]
        case "equal" | "none":
            return [wording.equal]
        case "new":
            return [wording.no_base]
        case "increase":
            return [f"{before}增长", comparison.rate(wording.rate_places)]
        case _:
            return [f"{before}下降", comparison.rate(wording.rate_places)]


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


def execute(comparison: Comparison, budget: str, places: int, planned_at: Address) -> Phrase:
    """年初预算数为 b 万元，决算数为 a 万元，完成年初预算的 p%: no percentage of nothing, nor of what is not known."""
    spent: Phrase = ["决算数为", Figure(write_trimmed(comparison.current), Address(*comparison.row.split("."))), "万元"]
    if comparison.prior is None:
        return spent
    planned: Phrase = [f"{budget}数为", Figure(write_trimmed(comparison.prior), planned_at), "万元，"]
    if comparison.prior:
        return [*planned, *spent, f"，完成{budget}的", comparison.completion(places)]
    return [*planned, *spent, f"，{budget}未安排" if comparison.current else ""]


VERSUS = {"equal": "无变化", "none": "无变化", "increase": "增加", "new": "增加", "decrease": "减少", "gone": "减少"}


def versus(comparison: Comparison, budget: str, reason: str) -> Phrase:
    """决算数较全年预算数减少的主要原因是：…; nothing where the budget is not known."""
    if comparison.direction == "unknown":
        return []
    said = f"决算数较{budget}数{VERSUS[comparison.direction]}"
    has_changed = comparison.direction not in ("equal", "none")
    return [f"{said}的主要原因是：{reason}" if has_changed and reason else said]
