"""Ties: two sides that must agree, written as addresses. Knows no rule in particular and no table in particular.

`YS03/total/total = YS01/expenditure_this_year/expenditure`; a row `*` is bound to every row, `[class]` adds up the rows of that level.
A difference that rounding explains is `Rounded`: at most 0.005 万元 for each rounded figure (2.7 of the domain brief: 0.005 × (n + 1)).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from disclosure.checks.rule import Case, Found, Rounded, Unchecked, read
from disclosure.checks.tie_words import LEVELS, Term, described, said
from disclosure.core.facts import Address
from disclosure.core.money import ZERO

HALF = Decimal("0.005")
Relation = Literal["=", "≥", "≤"]
WORDS: dict[Relation, str] = {"=": "应等于", "≥": "应不小于", "≤": "应不大于"}
Result = Found | Rounded | Unchecked
Find = Callable[[Case], Iterable[Result]]


@dataclass(frozen=True, slots=True)
class Tie:
    """left relation right, for every row of `over` where a term has a `*`."""

    left: tuple[Term, ...]
    relation: Relation
    right: tuple[Term, ...]
    over: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.left + self.right

    def __call__(self, case: Case) -> Iterator[Result]:
        """What differs; nothing where the template lacks a statement."""
        if all(case.has(term.statement) for term in self.terms):
            difference = self.differences(case)
            for row in self.rows(case):
                known = difference(row)
                if known is None or not holds(known, self.relation):
                    yield from self.compare(case, row)

    def differences(self, case: Case) -> Callable[[str], Decimal | None]:
        """Left minus right for a row; None where a figure is unknown or a level is added up. Nearly every row of every table holds."""
        signed = [
            (case.readers[each.statement], each, sign * each.sign) for sign, side in ((1, self.left), (-1, self.right)) for each in side
        ]
        if any(term.row in LEVELS for term in self.terms):
            return lambda row: None
        wanted = [(rows, absent, None if term.row == "*" else term.row, term.column, sign) for (rows, absent), term, sign in signed]

        def difference(row: str) -> Decimal | None:
            total = ZERO
            for rows, absent, own, column, sign in wanted:
                figure = read(rows, absent, own or row, column)
                if figure is None:
                    return None
                total = total + figure if sign > 0 else total - figure
            return total

        return difference

    def rows(self, case: Case) -> Iterable[str]:
        """The rows that `*` stands for: every row of any side with a wanted level."""
        bound = dict.fromkeys(term.statement for term in self.terms if term.row == "*")
        found = {key: None for code in bound for key, row in case.tables[code].rows.items() if not self.over or row.level in self.over}
        return found if bound else ("",)

    def compare(self, case: Case, row: str) -> Iterator[Result]:
        """The two sides for one row."""
        left, right = side(case, self.left, row), side(case, self.right, row)
        if isinstance(left, Address):
            yield Unchecked(left)
            return
        if isinstance(right, Address):
            yield Unchecked(right)
            return
        difference = sum(left, ZERO) - sum(right, ZERO)
        if holds(difference, self.relation):
            return
        place = self.place(case, row)
        if abs(difference) <= HALF * (len(left) + len(right)):
            yield Rounded(place, difference)
        else:
            yield Found(self.message(case, row, sum(left, ZERO), right), place, self.others(case, row, place))

    def place(self, case: Case, row: str) -> Address:
        """The first figure of the tie that the document has; where it has none, the first that it should have."""
        found = [address for term in self.terms for address in addresses(case, term, row)]
        return next((each for each in found if each.row in case.tables[each.statement].rows), found[0])

    def others(self, case: Case, row: str, place: Address) -> tuple[Address, ...]:
        """The figures of both sides but the one that is told of, where the document has them."""
        found = (address for term in self.terms for address in addresses(case, term, row))
        return tuple(each for each in found if each.row in case.tables[each.statement].rows and each != place)

    def message(self, case: Case, row: str, left: Decimal, right: list[Decimal]) -> str:
        """Both figures, their difference, and what the right one consists of."""
        other = f"{WORDS[self.relation]}{described(case, self.right, row)}"
        return said(case, self.left[0].at(row), described(case, self.left, row), left, other, sum(right, ZERO))


def holds(difference: Decimal, relation: Relation) -> bool:
    """Whether left minus right is as it should be."""
    if relation == "=":
        return difference == ZERO
    return difference >= ZERO if relation == "≥" else difference <= ZERO


def side(case: Case, terms: tuple[Term, ...], row: str) -> list[Decimal] | Address:
    """The figures of a side that are not 0, signed; or the address of one that is unknown."""
    found: list[Decimal] = []
    for term in terms:
        for key in keys(case, term, row):
            figure = case.read(term.statement, key, term.column)
            if figure is None:
                return Address(term.statement, key, term.column)
            if figure:
                found.append(figure if term.sign > 0 else -figure)
    return found


def keys(case: Case, term: Term, row: str) -> tuple[str, ...]:
    """The one row of a term, or all rows of its level; what is not complete cannot be added up."""
    if term.row == "*":
        return (row,)
    if term.row not in LEVELS:
        return (term.row,)
    table, (level, _) = case.tables[term.statement], LEVELS[term.row]
    if not table.complete:
        return ("",)
    return tuple(key for key, each in table.rows.items() if each.level == level and term.column in each.cells)


def addresses(case: Case, term: Term, row: str) -> Iterator[Address]:
    """The addresses of a term."""
    return (Address(term.statement, key, term.column) for key in keys(case, term, row))


TERM = re.compile(r"([+-]?)\s*([A-Z]{2}\d\d)/([\w*\[\].]+)/(\w+)\s*")


def tie(text: str, *over: str) -> Tie:
    """Read "YS01/fiscal/income = YS01/general/income + …"; raises ValueError on anything else."""
    left, relation, right = re.split(r"\s*([=≥≤])\s*", text)
    return Tie(terms_of(left), relation, terms_of(right), over)  # type: ignore[arg-type]  # the pattern has just these three


def terms_of(text: str) -> tuple[Term, ...]:
    """The terms of a side."""
    found = list(TERM.finditer(text))
    if "".join(each[0] for each in found) != text:
        raise ValueError(f"这不是几个地址的和：{text}")
    return tuple(Term(-1 if each[1] == "-" else 1, each[2], each[3], each[4]) for each in found)
