"""A built table: rows of cells that can be addressed. Knows no declarations and no ledger."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from disclosure.core.facts import Address
from disclosure.statements.words import CellKind, Level, Panel, Statement


class UnknownAddress(LookupError):
    """A wrong address must never read as zero."""

    def __init__(self, address: Address, what: str) -> None:
        super().__init__(f"没有这个地址：{address}（{what}）")
        self.address = address


class Cell(NamedTuple):
    """What one cell holds: exact 元 and printed 万元 of money, a count, a percentage or a text. All None: blank."""

    yuan: Decimal | None = None
    shown: Decimal | None = None
    text: str = ""

    @property
    def is_blank(self) -> bool:
        return self.shown is None and not self.text


BLANK = Cell()
NOUGHT = Cell(Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: where it stands, how it is headed, its cells by column key."""

    key: str
    name: str
    level: Level
    cells: Mapping[str, Cell]
    code: str = ""
    printed_code: str = ""
    depth: int = 0
    line: int | None = None
    align: str | None = None
    kind: CellKind | None = None

    @property
    def is_empty(self) -> bool:
        return all(cell.is_blank for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class TablePanel:
    """A built panel beside its declaration."""

    declared: Panel
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Table:
    """A built statement beside its declaration. Where it is not `complete`, a figure that is not here is unknown, not 0.

    A table that the template prints may be `absent` from a published original: missing, or there as a picture. `notes` stand below it.
    """

    declared: Statement
    panels: tuple[TablePanel, ...]
    complete: bool = True
    absent: Literal["", "missing", "picture"] = ""
    notes: tuple[str, ...] = ()
    rows: Mapping[str, TableRow] = field(init=False)

    def __post_init__(self) -> None:
        rows = {row.key: row for panel in self.panels for row in panel.rows}
        if len(rows) != sum(len(panel.rows) for panel in self.panels):
            raise ValueError(f"{self.declared.code} has two rows with one key")
        object.__setattr__(self, "rows", rows)

    @property
    def is_empty(self) -> bool:
        return all(row.is_empty for row in self.rows.values())

    def columns(self) -> Iterator[str]:
        """The keys of all columns."""
        return (column.key for panel in self.panels for column in panel.declared.columns)


class Tables(Mapping[str, Table]):
    """The built statements of one document, by code; every figure by its address."""

    def __init__(self, tables: tuple[Table, ...]) -> None:
        self._tables = {table.declared.code: table for table in tables}

    def __getitem__(self, code: str) -> Table:
        return self._tables[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def cell(self, address: Address) -> Cell:
        """The cell at an address; raises UnknownAddress."""
        return self._row(address).cells[address.column]

    def find(self, address: Address) -> Cell | None:
        """The cell, or None where a code has no row because it has no amount. A wrong statement or column still raises."""
        table = self._table(address)
        row = table.rows.get(address.row)
        return row.cells.get(address.column) if row else None

    def _table(self, address: Address) -> Table:
        if address.statement not in self._tables:
            raise UnknownAddress(address, "没有这张表")
        table = self._tables[address.statement]
        if address.column not in table.columns():
            raise UnknownAddress(address, "没有这一栏")
        return table

    def _row(self, address: Address) -> TableRow:
        row = self._table(address).rows.get(address.row)
        if row is None or address.column not in row.cells:
            raise UnknownAddress(address, "没有这一行")
        return row
