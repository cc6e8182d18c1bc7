"""Changes: a figure of this year beside the same figure of last year. Computed from what is printed, or from 元, as the pack rounds."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from disclosure.core.chart import LEVELS, Chart, edition_years, load_chart
from disclosure.core.facts import Address
from disclosure.core.money import ZERO, percent, to_wan
from disclosure.statements.last_year import NOTHING, LastYear
from disclosure.statements.ledger import Amount, Rounding
from disclosure.statements.table import BLANK, Cell, TableRow, Tables
from disclosure.statements.words import Change, Level

PLACES = 2
Direction = Literal["increase", "decrease", "equal", "new", "gone", "none", "unknown"]


def change_rows(change: Change, tables: Tables, last: LastYear, chart: Chart, rounding: Rounding) -> Iterator[TableRow]:
    """One row for every figure of the column, this year's rows first, then those that only last year had."""
    table = tables[change.statement]
    here = [row for row in table.rows.values() if change.takes(row.key, row.level) and change.column in row.cells]
    gone = [key for key in last.rows(change.statement, change.column) if key not in table.rows]
    for row in here:
        if change.if_known and last.figure(Address(change.statement, row.key, change.column)) is None:
            continue
        yield _row(change, row.key, row.name, amount_of(row.cells[change.column]), last, rounding)
    for key in sorted(gone):
        if change.takes(key, level_of(key)):
            yield _row(change, key, last.name(change.statement, key) or name_of(chart, key), NOTHING, last, rounding)


def _row(change: Change, key: str, name: str, now: Amount, last: LastYear, rounding: Rounding) -> TableRow:
    before = last.figure(Address(change.statement, key, change.column))
    return TableRow(f"{change.statement}.{key}.{change.column}", name, "line", comparison_cells(now, before, rounding))


def comparison_cells(now: Amount, before: Amount | None, rounding: Rounding) -> dict[str, Cell]:
    """A figure, the one beside it, their difference and its rate; of an unknown one nothing is said."""
    cells = {"current": Cell(now.yuan, now.wan), "prior": BLANK, "change": BLANK, "rate": BLANK}
    if before is not None:
        cells |= {"prior": Cell(before.yuan, before.wan), "change": difference(now, before, rounding), "rate": rate(now, before, rounding)}
    return cells


def difference(now: Amount, before: Amount, rounding: Rounding) -> Cell:
    """This year minus last year in 元, and in 万元 of the printed figures or of 元."""
    yuan = now.yuan - before.yuan
    return Cell(yuan, now.wan - before.wan if rounding == "balanced" else to_wan(yuan))


def rate(now: Amount, before: Amount, rounding: Rounding) -> Cell:
    """The change as a percentage of last year's figure; blank without a base."""
    new, old = (now.wan, before.wan) if rounding == "balanced" else (now.yuan, before.yuan)
    return Cell(shown=percent(new - old, old, PLACES)) if old else BLANK


def direction(current: Decimal, prior: Decimal | None, change: Decimal | None) -> Direction:
    """The seven cases of a comparison; `change` is the printed difference, so a difference that prints as 0.00 is none."""
    if prior is None or change is None:
        return "unknown"
    if change == ZERO:
        return "equal" if current or prior else "none"
    if prior == ZERO:
        return "new"
    if current == ZERO:
        return "gone"
    return "increase" if change > ZERO else "decrease"


def amount_of(cell: Cell) -> Amount:
    """The figure of a cell; blank is nothing."""
    return NOTHING if cell.shown is None else Amount(cell.yuan or ZERO, cell.shown)


def takes(change: Change, address: Address) -> bool:
    """Whether a comparison takes the figure at an address."""
    return (change.statement, change.column) == (address.statement, address.column) and change.takes(address.row, level_of(address.row))


def level_of(key: str) -> Level | None:
    """类、款、项 by the digits of a code."""
    return LEVELS.get(len(key)) if key.isdigit() else None


def name_of(chart: Chart, code: str) -> str:
    """What this year's book calls a code, or last year's; the code itself where neither is at hand."""
    kind = "economic" if code.startswith("3") else "functional"
    for year in (chart.year, chart.year - 1):
        if year in edition_years() and (kind, code) in (known := load_chart(year).codes):
            return known[(kind, code)].name
    return code
