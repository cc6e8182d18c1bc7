"""Facts become tables: each declared panel is summed, headed and put in order. Knows every word of the vocabulary and no particular table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from disclosure.core.chart import LEVELS, Chart
from disclosure.core.facts import Facts
from disclosure.core.pick import EVERYTHING
from disclosure.statements.cells import CellBuilder
from disclosure.statements.changes import change_rows
from disclosure.statements.execution import execution_rows
from disclosure.statements.items import derived, items_of
from disclosure.statements.last_year import Others
from disclosure.statements.ledger import Ledger
from disclosure.statements.numerals import chinese
from disclosure.statements.sums import Sums, sum_panel
from disclosure.statements.table import Table, TablePanel, TableRow, Tables
from disclosure.statements.words import Against, Change, EachCode, EachItem, Panel, Row, RowWord, Statement

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
        """One statement; an empty one also gets the note that it is empty."""
        written = statement.zeros == "written"
        table = Table(statement, tuple(TablePanel(panel, tuple(self.rows(panel, written=written))) for panel in statement.panels))
        said = (statement.empty_note,) if statement.empty_note and table.is_empty else ()
        return replace(table, notes=statement.notes + said)

    def rows(self, panel: Panel, *, written: bool = False) -> Iterator[TableRow]:
        """The rows of a panel, in the declared order."""
        sums = sum_panel(panel, self.ledger, self.facts.agency.code)
        cells = CellBuilder(self.facts, self.entered, self.ledger, sums, written)
        for word in panel.rows:
            yield from self.rows_of(word, panel, cells)

    def rows_of(self, word: RowWord, panel: Panel, cells: CellBuilder) -> Iterator[TableRow]:
        """The rows that one word stands for."""
        match word:
            case Row():
                made = cells.row(word.key, word.content, panel, word.kind)
                yield TableRow(word.key, word.name, word.level, made, depth=word.depth, line=word.line, align=word.align, kind=word.kind)
            case EachCode():
                yield from self.code_rows(word, panel, cells)
            case EachItem():
                yield from self.item_rows(word, panel, cells)

    def code_rows(self, word: EachCode, panel: Panel, cells: CellBuilder) -> Iterator[TableRow]:
        """A row for every listed code and every code with an amount, or for the whole chart."""
        for number, code in enumerate(self.codes_of(word, panel, cells.sums)):
            name = self.chart.name(CHART_OF[word.codes], code)
            head = f"{chinese(number + 1)}、{name}" if word.numbered else name
            depth = word.digits.index(len(code)) + word.depth
            line = None if word.line is None else word.line + number
            made = cells.row(code, EVERYTHING, panel)
            yield TableRow(code, head, LEVELS[len(code)], made, code, printed_code(code, self.short_groups), depth, line)

    def codes_of(self, word: EachCode, panel: Panel, sums: Sums) -> list[str]:
        """The codes of a word, listed or found, in the order of the chart."""
        own = {row.key for row in panel.rows if isinstance(row, Row)}
        under = word.under or ("",)
        found = self.all_codes(word) if word.keep_empty else (key for key in sums if key not in own and len(key) in word.digits)
        return sorted({*word.listed, *(code for code in found if code.startswith(under))})

    def all_codes(self, word: EachCode) -> Iterator[str]:
        """Every code of the chart with the wanted digits."""
        wanted = CHART_OF[word.codes]
        return (code for chart, code in self.chart.codes if chart == wanted and len(code) in word.digits)

    def item_rows(self, word: EachItem, panel: Panel, cells: CellBuilder) -> Iterator[TableRow]:
        """A row for every item that has something to show."""
        for item in items_of(self.facts, word.items):
            row = TableRow(item.key, item.name, "line", cells.item(item, panel), item.code, item.code)
            if word.keep_empty or not row.is_empty:
                yield row

    @cached_property
    def entered(self) -> Mapping[str, Decimal | int]:
        """What was entered, and the counts of it."""
        return {**self.facts.entered, **derived(self.facts)}


def printed_code(code: str, short_groups: bool) -> str:
    """Jiangxi budgets print a 款 of the functional chart by its last two digits."""
    return code[3:] if short_groups and len(code) == len("20101") and code[0] == "2" else code


def compares(statement: Statement) -> bool:
    """True for a statement of comparisons, which is built from the others."""
    return any(isinstance(row, Change | Against) for panel in statement.panels for row in panel.rows)


def compare(statements: Iterable[Statement], tables: Tables, others: Others, chart: Chart, ledger: Ledger) -> Tables:
    """The same tables with the statements of comparisons added."""
    added = tuple(_compared(statement, tables, others, chart, ledger) for statement in statements if compares(statement))
    return Tables((*tables.values(), *added))


def _compared(statement: Statement, tables: Tables, others: Others, chart: Chart, ledger: Ledger) -> Table:
    panels = tuple(TablePanel(panel, tuple(_compared_panel(panel, tables, others, chart, ledger))) for panel in statement.panels)
    return Table(statement, panels, complete=False)  # what is unknown of another document is not 0


def _compared_panel(panel: Panel, tables: Tables, others: Others, chart: Chart, ledger: Ledger) -> Iterator[TableRow]:
    for word in panel.rows:
        match word:
            case Change():
                yield from change_rows(word, tables, others.last, chart, ledger.rounding)
            case Against():
                yield from execution_rows(word, tables, others.budget, chart, ledger.rounding)
