"""Comparisons with last year and with the budget as the text of a published document states them. Knows no table in particular."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosure.core.facts import Address
from disclosure.core.money import ZERO, percent
from disclosure.core.transcript import compared
from disclosure.statements.changes import PLACES
from disclosure.statements.last_year import LastYear
from disclosure.statements.table import BLANK, Cell, TableRow, Tables
from disclosure.statements.words import Against, Change

Stated = Mapping[Address, Decimal]
COLUMNS = ("current", "prior", "change", "rate", "completion")


@dataclass(frozen=True)
class Stating:
    """What the rows of comparisons are read from: the tables, the figures of the text, other documents."""

    tables: Tables
    stated: Stated
    last: LastYear
    budget: LastYear

    def rows(self, code: str, words: tuple[Change | Against, ...]) -> Iterator[TableRow]:
        """A row for every figure that the template compares, and for what the text compares besides."""
        others = {address: (other, word) for word in words for address, other in self.compared_by(word)}
        told = [compared(address) for address in self.stated if address.statement == code]
        for address in dict.fromkeys((*others, *told)):
            yield self.row(code, address, *others.get(address, (address, words[0])))

    def compared_by(self, word: Change | Against) -> Iterator[tuple[Address, Address]]:
        """The figures of this document that a declared comparison takes, each with the address of the other one."""
        for key, row in self.tables[word.statement].rows.items():
            if word.column in row.cells:
                address = Address(word.statement, key, word.column)
                other = word.other(key, row.level) if isinstance(word, Against) else address if word.takes(key, row.level) else None
                if other:
                    yield address, other

    def row(self, code: str, address: Address, other: Address, word: Change | Against) -> TableRow:
        """One comparison."""
        key, is_change = ".".join(address), isinstance(word, Change)
        said = {column: self.stated.get(Address(code, key, column)) for column in COLUMNS}
        current = self.current(address, said["current"])
        prior = self.prior(other, word)
        prior = said["prior"] if prior is None else prior
        prior = _before(current.shown, said["change"]) if prior is None else prior
        change = said["change"] if is_change or said["change"] is not None else _difference(current.shown, prior)
        rate = said["rate"] if said["rate"] is not None else _rate(change, prior)
        found = self.tables[address.statement].rows.get(address.row)
        cells = {"current": current, "prior": cell(prior), "change": cell(change), "rate": cell(rate)}
        completion = {} if is_change else {"completion": cell(said["completion"])}
        return TableRow(key, found.name if found else address.row, "line", cells | completion)

    def prior(self, other: Address, word: Change | Against) -> Decimal | None:
        """The figure beside, where it is known: of last year, of this document's own table, or of the budget."""
        if isinstance(word, Against) and word.inside:
            found = self.tables.find(other)
            return found.shown if found else None
        figure = (self.last if isinstance(word, Change) else self.budget).figure(other)
        return figure.wan if figure else None

    def current(self, address: Address, said: Decimal | None) -> Cell:
        """This year's figure: of the table, in which blank reads 0 when it is complete, or as the comparison repeats it."""
        found = self.tables.find(address) or BLANK
        if not found.is_blank:
            return found
        return cell(ZERO) if said is None and self.tables[address.statement].complete else cell(said)


def cell(value: Decimal | None) -> Cell:
    """A figure without 元, or blank."""
    return BLANK if value is None else Cell(shown=value)


def _before(current: Decimal | None, change: Decimal | None) -> Decimal | None:
    """The other figure follows from this one and the change."""
    return None if current is None or change is None else current - change


def _difference(current: Decimal | None, prior: Decimal | None) -> Decimal | None:
    """The change follows from both figures where the text need not state it."""
    return None if current is None or prior is None else current - prior


def _rate(change: Decimal | None, prior: Decimal | None) -> Decimal | None:
    """A percentage that the text does not state follows from the change."""
    return percent(change, prior, PLACES) if change is not None and prior else None
