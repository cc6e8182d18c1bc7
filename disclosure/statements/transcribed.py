"""Tables of a document made elsewhere: its tables as printed, and the figures that its text states. Adds nothing up, changes nothing.

A table that is printed is complete: blank reads 0. One that only sentences print, or that is missing, is incomplete: what the text does
not state is unknown, unless the transcript says that the text names every item.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from disclosure.core.chart import LEVELS, Chart, UnknownCode
from disclosure.core.facts import Address, Facts
from disclosure.core.transcript import PrintedRow, PrintedTable, Transcript, printed_number, stated_figures
from disclosure.statements.build import CHART_OF, compares, printed_code
from disclosure.statements.cells import CROSSED_OUT
from disclosure.statements.items import items_of
from disclosure.statements.last_year import Others
from disclosure.statements.numerals import chinese
from disclosure.statements.stated_changes import Stating
from disclosure.statements.table import BLANK, Cell, Table, TablePanel, TableRow, Tables
from disclosure.statements.words import Across, Against, Change, Column, Dash, EachCode, EachItem, Panel, Row, RowWord, Statement

TEXTS = ("goal_indicator", "project_indicator")
Stated = Mapping[Address, Decimal]


def transcribed_tables(
    statements: Iterable[Statement], facts: Facts, transcript: Transcript, chart: Chart, others: Others, short_groups: bool = True
) -> Tables:
    """Every statement of the template; those of comparisons from what the text says of them."""
    statements = tuple(statements)
    stated = first_stated(transcript)
    reader = Reader(facts, transcript, chart, stated, short_groups)
    tables = Tables(tuple(reader.table(each) for each in statements if not compares(each)))
    stating = Stating(tables, stated, others.last, others.budget)
    changed = (Table(each, tuple(_changes(each.code, panel, stating) for panel in each.panels)) for each in statements if compares(each))
    return Tables((*tables.values(), *changed))


def first_stated(transcript: Transcript) -> dict[Address, Decimal]:
    """The figures of the text by address; where the text says one twice, what it says first."""
    found: dict[Address, Decimal] = {}
    for each in stated_figures(transcript):
        found.setdefault(each.address, each.value)
    return found


def _changes(code: str, panel: Panel, stating: Stating) -> TablePanel:
    words = tuple(row for row in panel.rows if isinstance(row, Change | Against))
    return TablePanel(panel, tuple(stating.rows(code, words)))


@dataclass(frozen=True)
class Reader:
    """What the tables of one transcript are read from."""

    facts: Facts
    transcript: Transcript
    chart: Chart
    stated: Stated
    short_groups: bool

    def table(self, statement: Statement) -> Table:
        """One statement: as printed, or else what the text states of it."""
        printed = next((each for each in self.transcript.tables if each.statement == statement.code), None)
        if printed and printed.title:
            statement = replace(statement, title=printed.title)
        rows = {row.key: row for row in (printed or self.told(statement)).rows}
        panels = tuple(TablePanel(panel, tuple(self.rows(panel, rows))) for panel in statement.panels)
        is_complete = printed is not None or statement.code in self.transcript.complete
        return Table(statement, panels, is_complete, "" if printed else self.absence(statement), printed.notes if printed else ())

    def absence(self, statement: Statement) -> Literal["", "missing", "picture"]:
        """Why a table that the template prints is not there."""
        if not statement.printed:
            return ""
        return "picture" if statement.code in self.transcript.pictures else "missing"

    def told(self, statement: Statement) -> PrintedTable:
        """The figures of a statement that stand in the text alone."""
        rows: dict[str, dict[str, str]] = {}
        for address, value in self.stated.items():
            if address.statement == statement.code:
                rows.setdefault(address.row, {})[address.column] = f"{value:f}"
        return PrintedTable(statement.code, tuple(PrintedRow(key, cells) for key, cells in rows.items()))

    def rows(self, panel: Panel, given: Mapping[str, PrintedRow]) -> Iterator[TableRow]:
        """The panel's own rows in their order, codes and items in the order of the print."""
        own = {word.key for word in panel.rows if isinstance(word, Row)}
        others = tuple(row for key, row in given.items() if key not in own)
        for word in panel.rows:
            yield from self.rows_of(word, panel.columns, given, others)

    def rows_of(
        self, word: RowWord, columns: tuple[Column, ...], given: Mapping[str, PrintedRow], others: tuple[PrintedRow, ...]
    ) -> Iterator[TableRow]:
        """The rows that one word stands for."""
        match word:
            case Row():
                row = given.get(word.key)
                cells = cells_of(columns, row.cells if row else {}) | crossed_out(word)
                yield TableRow(word.key, word.name, word.level, cells, depth=word.depth, line=word.line, align=word.align, kind=word.kind)
            case EachCode():
                rows = {row.key: row for row in others if takes(word, row.key)}
                codes = [*word.listed, *(key for key in rows if key not in word.listed)]
                yield from (self.code_row(word, columns, rows.get(code) or PrintedRow(code, {}), at) for at, code in enumerate(codes))
            case EachItem() if word.items in TEXTS:
                yield from self.text_rows(word, columns)
            case EachItem():
                yield from (self.item_row(word, columns, row, others) for row in others if belongs(row, columns))

    def code_row(self, word: EachCode, columns: tuple[Column, ...], row: PrintedRow, at: int) -> TableRow:
        """A code with its printed name; `at` is its place among the codes of the word."""
        head = row.name or f"{chinese(at + 1)}、" * word.numbered + self.name_of(word, row.key)  # a printed name has its own numeral
        depth = word.digits.index(len(row.key)) + word.depth
        line = None if word.line is None else word.line + at
        cells, code = cells_of(columns, row.cells), printed_code(row.key, self.short_groups)
        return TableRow(row.key, head, LEVELS[len(row.key)], cells, row.key, code, depth, line)

    def name_of(self, word: EachCode, code: str) -> str:
        """The code's name; an unknown code has none."""
        try:
            return self.chart.name(CHART_OF[word.codes], code)
        except UnknownCode:
            return ""

    def item_row(self, word: EachItem, columns: tuple[Column, ...], row: PrintedRow, beside: tuple[PrintedRow, ...]) -> TableRow:
        """A project, unit or department with its printed name; 合计, and a department above its units, is a total."""
        known = {item.key: item for item in items_of(self.facts, word.items)}
        name, code = (known[row.key].name, known[row.key].code) if row.key in known else (row.key, row.key)
        below = (each.key for each in beside if each.key != row.key)
        is_total = any(row.key == "total" or (row.key.isdigit() and key.startswith(row.key)) for key in below)
        return TableRow(row.key, row.name or name, "total" if is_total else "line", cells_of(columns, row.cells), code, code)

    def text_rows(self, word: EachItem, columns: tuple[Column, ...]) -> Iterator[TableRow]:
        """Indicators; their texts are facts of the filing."""
        for item in items_of(self.facts, word.items):
            yield TableRow(item.key, item.name, "line", {column.key: Cell(text=item.texts[column.text]) for column in columns})


def takes(word: EachCode, key: str) -> bool:
    """Whether a printed row is one of the codes of a word."""
    return key.isdigit() and len(key) in word.digits and key.startswith(word.under or ("",))


def crossed_out(word: Row) -> dict[str, Cell]:
    """The cells of a row that the format crosses out."""
    held = word.content.columns if isinstance(word.content, Across) else {}
    return {column: CROSSED_OUT for column, content in held.items() if isinstance(content, Dash)}


def belongs(row: PrintedRow, columns: tuple[Column, ...]) -> bool:
    """Whether a printed row is one of the panel with these columns; a row without figures belongs to any of money."""
    return bool(row.cells.keys() & {column.key for column in columns}) or not row.cells


def cells_of(columns: tuple[Column, ...], printed: Mapping[str, str]) -> dict[str, Cell]:
    """Figures with their printed text; blank stays blank."""
    return {column.key: cell_of(printed.get(column.key, "")) for column in columns}


def cell_of(text: str) -> Cell:
    """One printed cell; exact 元 are not known."""
    if text.strip() == CROSSED_OUT.text:
        return CROSSED_OUT
    return Cell(shown=printed_number(text), text=text) if text.strip() else BLANK
