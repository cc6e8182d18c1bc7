"""What a rule, a case and a finding are. Knows no rule in particular.

A rule is one small named thing: a permanent code, a level, a sentence that says what it asks, its legal source, a function that
finds, and an example that passes and one that fails. Codes are never reused.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple

from disclosure.core import law
from disclosure.core.facts import Address, Facts, Indicator
from disclosure.core.money import ZERO
from disclosure.core.passages import Passage, passages
from disclosure.core.transcript import Stated, stated_figures
from disclosure.statements.table import TableRow, Tables

Level = Literal["error", "warning", "hint", "not checked"]


@dataclass(frozen=True, slots=True)
class UnitDocument:
    """A unit's own document: its figures in 元 by address, `exact` where they are no rounded 万元, and the statements that it lacks."""

    code: str
    figures: Mapping[Address, Decimal]
    exact: bool = True
    absent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OtherDocument:
    """A released document that this one must carry on from: its figures in 元 by address, `exact` where they are no rounded 万元."""

    title: str
    figures: Mapping[Address, Decimal]
    exact: bool = True


class Asked(NamedTuple):
    """A section of the template: its title, the name of the agency's own text it asks for, whether it is about projects.

    `may_hold` is a text that the agency may add, `is_optional` that the section need not be there.
    """

    title: str
    own: str = ""
    of_projects: bool = False
    may_hold: str = ""
    is_optional: bool = False


@dataclass(frozen=True)
class Case:
    """What rules look at: the facts, their tables, what the template asks of them by the places of its sections, the units' documents.

    `budgets` names what the statements of execution compare with (YX10: 年初预算); `others` are released documents: of a final account
    "last_year" (the final account of the year before) and "budget" (the budget of the year), of a budget "last_year" (last year's budget).
    """

    facts: Facts
    tables: Tables
    reasons_required: tuple[Address, ...] = ()
    reasons_expected: tuple[Address, ...] = ()
    changes: str = "YX07"
    sections: Mapping[str, Asked] = field(default_factory=dict)
    units: tuple[UnitDocument, ...] = ()
    budgets: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, OtherDocument] = field(default_factory=dict)
    notices: tuple[str, ...] = ()  # what is to be told of documents that figures were taken from
    unmet: str = ""  # the approved figure that rounding could not keep, in words

    def has(self, statement: str) -> bool:
        """Whether the template of the document has this statement."""
        return statement in self.tables

    def figure(self, address: Address) -> Decimal | None:
        """The printed figure: blank and absent read 0 in a complete table, None (unknown) in one that is not."""
        return self.read(*address)

    def read(self, statement: str, row: str, column: str) -> Decimal | None:
        """The figure by the parts of its address."""
        return read(*self.readers[statement], row, column)

    def read_rows(self, statement: str, keys: tuple[str, ...], column: str) -> tuple[Decimal | None, ...]:
        """The figures of several rows in one column."""
        rows, absent = self.readers[statement]
        return tuple(read(rows, absent, key, column) for key in keys)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the document, read once."""
        return tuple(passages(self.facts))

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        """The figures that the text of a document made elsewhere states, read once."""
        return tuple(stated_figures(self.facts.transcript)) if self.facts.transcript else ()

    @cached_property
    def readers(self) -> Mapping[str, tuple[Mapping[str, TableRow], Decimal | None]]:
        """The rows of every statement, and what a blank cell of it reads."""
        return {code: (table.rows, ZERO if table.complete else None) for code, table in self.tables.items()}

    def below(self, statement: str) -> Mapping[str, tuple[str, ...]]:
        """The codes of a statement under their parents; classes stand under ""."""
        return self._below[statement]

    @cached_property
    def _below(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        return {code: codes_below(table.rows) for code, table in self.tables.items()}


def read(rows: Mapping[str, TableRow], absent: Decimal | None, row: str, column: str) -> Decimal | None:
    """A figure; `absent` where there is none. Rules read a hundred thousand of them."""
    found = rows.get(row)
    cell = found.cells.get(column) if found else None
    return absent if cell is None or cell.shown is None else cell.shown


def codes_below(rows: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Codes by the code above them."""
    found: dict[str, list[str]] = {}
    for code in (row for row in rows if row.isdigit() and len(row) in (3, 5, 7)):
        found.setdefault(code[:-2] if len(code) > 3 else "", []).append(code)
    return {parent: tuple(codes) for parent, codes in found.items()}


@dataclass(frozen=True, slots=True)
class Found:
    """A place and what is said of it; `others` are the figures that it was compared with."""

    message: str
    address: Address
    others: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Rounded:
    """A difference that rounding explains: gathered in one hint a statement."""

    address: Address
    difference: Decimal


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A side that the document does not give, or why else nothing could be compared."""

    address: Address
    why: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, with the rule's own level and source."""

    rule: str
    level: Level
    message: str
    address: Address
    source: str
    others: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A small document: its figures by address, as printed; "" is blank. What is not said is as it should be, or not there.

    `names` are printed names by statement and row (YS06/30211), `sentences` the text of a section by its place with marked figures,
    `texts` what the agency wrote: "reasons/YX08/total/reception", "duties", "plan", or gave of other years: "last/JS01/closing/expenditure",
    "budget/YS04/201/total"; `units` the figures of a unit's own document, `others` of released ones: "last_year/JS01/closing/expenditure".
    """

    figures: Mapping[str, str] = field(default_factory=dict)
    indicators: tuple[Indicator, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    without_notes: tuple[str, ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    entered: bool = False
    kind: Literal["budget", "final"] = "budget"
    others: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    unmet: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; `find` yields nothing when the case passes. `wrong` are the figures that make `right` fail."""

    code: str
    level: Level
    asks: str
    source: law.Source
    find: Callable[[Case], Iterable[Found | Rounded | Unchecked]]
    right: Example
    wrong: Example
