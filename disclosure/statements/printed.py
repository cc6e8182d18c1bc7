"""Tables from figures at addresses instead of a ledger: what a published document prints, or an example gives. Adds nothing up."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from disclosure.core.chart import LEVELS, Chart, UnknownCode
from disclosure.core.facts import Address
from disclosure.statements.build import CHART_OF
from disclosure.statements.table import BLANK, Cell, Table, TablePanel, TableRow, Tables
from disclosure.statements.words import EachCode, EachItem, Panel, Row, RowWord, Statement

Figures = Mapping[str, Mapping[str, Decimal]]  # by row and column


def tables_of(statements: Iterable[Statement], figures: Mapping[Address, Decimal], chart: Chart, missing: Iterable[str] = ()) -> Tables:
    """Every statement with its figures. One that only sentences print, and a missing one, are incomplete: what is not given is unknown."""
    lacking = frozenset(missing)
    rows: dict[str, dict[str, dict[str, Decimal]]] = {}
    for address, figure in figures.items():
        rows.setdefault(address.statement, {}).setdefault(address.row, {})[address.column] = figure
    return Tables(tuple(table_of(each, rows.get(each.code, {}), chart, each.printed and each.code not in lacking) for each in statements))


def table_of(statement: Statement, figures: Figures, chart: Chart, complete: bool) -> Table:
    """One statement: its own rows always, codes and items where a figure is given."""
    own = {word.key for panel in statement.panels for word in panel.rows if isinstance(word, Row)}
    others = {key: each for key, each in figures.items() if key not in own}
    panels = (TablePanel(panel, tuple(_rows(panel, others, figures, chart))) for panel in statement.panels)
    return Table(statement, tuple(panels), complete)


def _rows(panel: Panel, others: Figures, figures: Figures, chart: Chart) -> Iterator[TableRow]:
    for word in panel.rows:
        yield from _rows_of(word, panel, others, figures, chart)


def _rows_of(word: RowWord, panel: Panel, others: Figures, figures: Figures, chart: Chart) -> Iterator[TableRow]:
    match word:
        case Row():
            cells = _cells(panel, figures.get(word.key, {}))
            yield TableRow(word.key, word.name, word.level, cells, depth=word.depth, line=word.line, align=word.align)
        case EachCode():
            for code in sorted(key for key in others if key.isdigit() and len(key) in word.digits):
                depth = word.digits.index(len(code)) + word.depth
                yield TableRow(
                    code, _name(chart, CHART_OF[word.codes], code), LEVELS[len(code)], _cells(panel, others[code]), code, depth=depth
                )
        case EachItem():
            for key in (each for each in others if others[each].keys() & {column.key for column in panel.columns}):
                yield TableRow(key, key, "line", _cells(panel, others[key]), key, key)


def _cells(panel: Panel, figures: Mapping[str, Decimal]) -> dict[str, Cell]:
    return {column.key: Cell(shown=figures[column.key]) if column.key in figures else BLANK for column in panel.columns}


def _name(chart: Chart, kind: str, code: str) -> str:
    try:
        return chart.name(kind, code)
    except UnknownCode:
        return ""
