"""Figures of other documents, last year's or the budget's: read from a release or entered by address, or computed from lines. Unknown is not zero."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosure.core.facts import Address
from disclosure.core.money import ZERO, to_wan
from disclosure.statements.ledger import Amount
from disclosure.statements.table import Tables

NOTHING = Amount(ZERO, ZERO)


@dataclass(frozen=True)
class LastYear:
    """Where a figure of last year comes from: given figures first, then last year's tables, then 0 if the section is complete."""

    figures: Mapping[Address, Decimal]
    tables: Tables | None
    complete: bool

    def figure(self, address: Address) -> Amount | None:
        """The figure in 元 and 万元; None when it is unknown."""
        if address in self.figures:
            yuan = self.figures[address]
            return Amount(yuan, to_wan(yuan))
        computed = self._computed(address)
        if computed is not None:
            return computed
        return NOTHING if self.complete or self.tables else None

    def rows(self, statement: str, column: str) -> list[str]:
        """The rows of a column that had a figure last year."""
        given = [address.row for address in self.figures if address.statement == statement and address.column == column]
        table = self.tables[statement] if self.tables and statement in self.tables else None
        return given + [key for key in (table.rows if table else ()) if key not in given]

    def name(self, statement: str, row: str) -> str | None:
        """What last year's table called the row."""
        table = self.tables.get(statement) if self.tables else None
        return table.rows[row].name if table and row in table.rows else None

    def _computed(self, address: Address) -> Amount | None:
        cell = self.tables.find(address) if self.tables and address.statement in self.tables else None
        return Amount(cell.yuan, cell.shown) if cell and cell.yuan is not None and cell.shown is not None else None


UNKNOWN = LastYear({}, None, False)


@dataclass(frozen=True)
class Others:
    """The documents that figures are compared with: last year's, and the budget of a final account, as far as they are known."""

    last: LastYear
    budget: LastYear = UNKNOWN
