"""Execution: a figure of this document beside another one, of the year's budget or of this document's own tables. Unknown is not zero."""

from collections.abc import Iterator

from disclosure.core.chart import Chart
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, percent
from disclosure.statements.changes import amount_of, comparison_cells, level_of, name_of
from disclosure.statements.last_year import LastYear
from disclosure.statements.ledger import Amount, Rounding
from disclosure.statements.table import BLANK, Cell, TableRow, Tables
from disclosure.statements.words import Against

PLACES = 2


def execution_rows(word: Against, tables: Tables, budget: LastYear, chart: Chart, rounding: Rounding) -> Iterator[TableRow]:
    """One row for every figure of the column that is compared, this document's rows first, then those that only the budget has."""
    table = tables[word.statement]
    for row in table.rows.values():
        other = word.other(row.key, row.level)
        if other and word.column in row.cells:
            yield _row(word, row.key, row.name, amount_of(row.cells[word.column]), _other(word, other, tables, budget), rounding)
    for key in sorted(budget.rows(*word.budget)) if word.levels else ():
        if key not in table.rows and (other := word.other(key, level_of(key))):
            yield _row(word, key, name_of(chart, key), amount_of(BLANK), budget.figure(other), rounding)


def _other(word: Against, address: Address, tables: Tables, budget: LastYear) -> Amount | None:
    """The figure beside: of the budget, or of a table of this document, where blank is unknown for what was to be entered."""
    if not word.inside:
        return budget.figure(address)
    cell = tables.cell(address)
    return None if cell.shown is None else Amount(cell.yuan or ZERO, cell.shown)


def _row(word: Against, key: str, name: str, now: Amount, before: Amount | None, rounding: Rounding) -> TableRow:
    cells = comparison_cells(now, before, rounding) | {"completion": _completion(now, before, rounding)}
    return TableRow(f"{word.statement}.{key}.{word.column}", name, "line", cells)


def _completion(now: Amount, before: Amount | None, rounding: Rounding) -> Cell:
    """What was spent as a percentage of the budget; blank without a base."""
    if before is None:
        return BLANK
    part, base = (now.wan, before.wan) if rounding == "balanced" else (now.yuan, before.yuan)
    return Cell(shown=percent(part, base, PLACES)) if base else BLANK
