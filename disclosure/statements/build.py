"""Facts become tables: each declared panel is summed, headed and put in order. Knows every word of the vocabulary and no particular table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosure.core.chart import LEVELS, Chart
from disclosure.core.facts import Facts
from disclosure.core.money import ZERO, to_wan
from disclosure.statements.changes import change_rows
from disclosure.statements.items import Item, items_of
from disclosure.statements.last_year import LastYear
from disclosure.statements.ledger import Ledger
from disclosure.statements.numerals import chinese
from disclosure.statements.sums import Sums, sum_panel
from disclosure.statements.table import BLANK, Cell, Table, TablePanel, TableRow, Tables
from disclosure.statements.words import Blank, CellKind, Change, Column, EachCode, EachItem, Given, Panel, Row, RowWord, Statement

CHART_OF = {"function": "functional", "economic": "economic"}


@dataclass(frozen=True)
class Builder:
    """What one document's tables are built from."""

    facts: Facts
    chart: Chart
    ledger: Ledger
    short_groups: bool = True

    def build(self, statements: Iterable[Statement]) -> Tables:
        """The tables of the statements that compare nothing."""
        return Tables(tuple(self.table(statement) for statement in statements if not compares(statement)))

    def table(self, statement: Statement) -> Table:
        """One statement; an empty one without a note of its own gets the note that it is empty."""
        table = Table(statement, tuple(TablePanel(panel, tuple(self.rows(panel))) for panel in statement.panels))
        said = (statement.empty_note,) if statement.empty_note and table.is_empty else ()
        return replace(table, notes=statement.notes or said)

    def rows(self, panel: Panel) -> Iterator[TableRow]:
        """The rows of a panel, in the declared order."""
        sums = sum_panel(panel, self.ledger, self.facts.agency.code)
        for word in panel.rows:
            yield from self.rows_of(word, panel, sums)

    def rows_of(self, word: RowWord, panel: Panel, sums: Sums) -> Iterator[TableRow]:
        """The rows that one word stands for."""
        match word:
            case Row():
                cells = {column.key: self.cell(word, column, sums) for column in panel.columns}
                yield TableRow(word.key, word.name, word.level, cells, depth=word.depth, line=word.line, align=word.align)
            case EachCode():
                yield from self.code_rows(word, panel, sums)
            case EachItem():
                yield from self.item_rows(word, panel, sums)

    def code_rows(self, word: EachCode, panel: Panel, sums: Sums) -> Iterator[TableRow]:
        """A row for every code with an amount, or for the whole chart."""
        own = {row.key for row in panel.rows if isinstance(row, Row)}
        codes = self.all_codes(word) if word.keep_empty else (key for key in sums if key not in own and len(key) in word.digits)
        for number, code in enumerate(sorted(codes), 1):
            cells = {column.key: self.money(sums, code, column) for column in panel.columns}
            name = self.chart.name(CHART_OF[word.codes], code)
            head = f"{chinese(number)}、{name}" if word.numbered else name
            depth = word.digits.index(len(code)) + word.depth
            yield TableRow(code, head, LEVELS[len(code)], cells, code, printed_code(code, self.short_groups), depth)

    def all_codes(self, word: EachCode) -> Iterator[str]:
        """Every code of the chart with the wanted digits."""
        wanted = CHART_OF[word.codes]
        return (code for chart, code in self.chart.codes if chart == wanted and len(code) in word.digits)

    def item_rows(self, word: EachItem, panel: Panel, sums: Sums) -> Iterator[TableRow]:
        """A row for every item that has something to show."""
        for item in items_of(self.facts, word.items):
            cells = {column.key: self.item_cell(item, column, sums) for column in panel.columns}
            row = TableRow(item.key, item.name, "line", cells, item.code, item.code)
            if word.keep_empty or not row.is_empty:
                yield row

    def cell(self, row: Row, column: Column, sums: Sums) -> Cell:
        """The intersection of a row and a column."""
        if isinstance(row.content, Blank) or isinstance(column.content, Blank):
            return BLANK
        for content in (row.content, column.content):
            if isinstance(content, Given):
                return self.given(content, column.kind)
        return self.money(sums, row.key, column)

    def item_cell(self, item: Item, column: Column, sums: Sums) -> Cell:
        """A text of the item, or its money."""
        return Cell(text=item.texts[column.text]) if column.text else self.money(sums, item.key, column)

    def money(self, sums: Sums, row: str, column: Column) -> Cell:
        """The sum that reached this row and column; blank when no line did."""
        amount = sums.get(row, {}).get(column.key)
        return Cell(amount.yuan, self.ledger.shown(amount)) if amount else BLANK

    def given(self, content: Given, kind: CellKind) -> Cell:
        """The sum of the entered figures; blank when none is entered."""
        found = [self.facts.entered[key] for key in content.keys if key in self.facts.entered]
        if not found:
            return BLANK
        total = sum((Decimal(each) for each in found), ZERO)
        return Cell(total, to_wan(total)) if kind == "money" else Cell(shown=total)


def printed_code(code: str, short_groups: bool) -> str:
    """Jiangxi budgets print a 款 of the functional chart by its last two digits."""
    return code[3:] if short_groups and len(code) == len("20101") and code[0] == "2" else code


def compares(statement: Statement) -> bool:
    """True for a statement of changes, which is built from the others."""
    return any(isinstance(row, Change) for panel in statement.panels for row in panel.rows)


def compare(statements: Iterable[Statement], tables: Tables, last: LastYear, chart: Chart, ledger: Ledger) -> Tables:
    """The same tables with the statements of changes added."""
    added = tuple(_changes(statement, tables, last, chart, ledger) for statement in statements if compares(statement))
    return Tables((*tables.values(), *added))


def _changes(statement: Statement, tables: Tables, last: LastYear, chart: Chart, ledger: Ledger) -> Table:
    panels = tuple(TablePanel(panel, tuple(_change_panel(panel, tables, last, chart, ledger))) for panel in statement.panels)
    return Table(statement, panels, complete=False)  # what is unknown of last year is not 0


def _change_panel(panel: Panel, tables: Tables, last: LastYear, chart: Chart, ledger: Ledger) -> Iterator[TableRow]:
    for word in panel.rows:
        if isinstance(word, Change):
            yield from change_rows(word, tables, last, chart, ledger.rounding)
