"""Comparisons with last year as the text of a published document states them. Knows no table in particular."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from disclosure.core.facts import Address
from disclosure.core.money import ZERO, percent
from disclosure.core.transcript import compared
from disclosure.statements.changes import PLACES
from disclosure.statements.last_year import LastYear
from disclosure.statements.table import BLANK, Cell, TableRow, Tables
from disclosure.statements.words import Change

Stated = Mapping[Address, Decimal]


def change_rows(code: str, words: tuple[Change, ...], tables: Tables, stated: Stated, last: LastYear) -> Iterator[TableRow]:
    """A row for every figure that the template compares, and for what the text compares besides."""
    told = [compared(address) for address in stated if address.statement == code]
    declared = (address for word in words for address in compared_by(word, tables))
    for address in dict.fromkeys((*declared, *told)):
        yield _row(code, address, tables, stated, last)


def compared_by(word: Change, tables: Tables) -> Iterator[Address]:
    """The figures of this year that a declared comparison takes."""
    for key, row in tables[word.statement].rows.items():
        if word.column in row.cells and word.takes(key, row.level):
            yield Address(word.statement, key, word.column)


def _row(code: str, address: Address, tables: Tables, stated: Stated, last: LastYear) -> TableRow:
    key = ".".join(address)
    said = {column: stated.get(Address(code, key, column)) for column in ("current", "change", "rate")}
    current = _current(address, tables, said["current"])
    known = last.figure(address)
    prior = known.wan if known else _before(current.shown, said["change"])
    rate = said["rate"] if said["rate"] is not None else _rate(said["change"], prior)
    row = tables[address.statement].rows.get(address.row)
    cells = {"current": current, "prior": cell(prior), "change": cell(said["change"]), "rate": cell(rate)}
    return TableRow(key, row.name if row else address.row, "line", cells)


def _current(address: Address, tables: Tables, said: Decimal | None) -> Cell:
    """This year's figure: of the table, in which blank reads 0 when it is complete, or as the comparison repeats it."""
    found = tables.find(address) or BLANK
    if not found.is_blank:
        return found
    return cell(ZERO) if said is None and tables[address.statement].complete else cell(said)


def cell(value: Decimal | None) -> Cell:
    """A figure without 元, or blank."""
    return BLANK if value is None else Cell(shown=value)


def _before(current: Decimal | None, change: Decimal | None) -> Decimal | None:
    """Last year's figure follows from this year's and the change."""
    return None if current is None or change is None else current - change


def _rate(change: Decimal | None, prior: Decimal | None) -> Decimal | None:
    """A percentage that the text does not state follows from the change."""
    return percent(change, prior, PLACES) if change is not None and prior else None
