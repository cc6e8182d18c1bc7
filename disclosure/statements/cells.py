"""The cells of a panel: each is a sum of lines, an entered figure, a figure of the year's budget, or a percentage of two others. Knows no rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosure.core.facts import Facts
from disclosure.core.money import ZERO, percent, to_wan
from disclosure.core.pick import Pick
from disclosure.statements.items import Item
from disclosure.statements.ledger import Ledger
from disclosure.statements.sums import Sums
from disclosure.statements.table import BLANK, NOUGHT, Cell
from disclosure.statements.words import Across, Blank, Budgeted, CellKind, Column, Content, Dash, Given, Panel, Ratio

PLACES = 2
CROSSED_OUT = Cell(text="—")
Cells = dict[str, Cell]


@dataclass(frozen=True)
class CellBuilder:
    """What the cells of one panel are built from; `written`: an amount that no line reaches is printed as 0.00."""

    facts: Facts
    entered: Mapping[str, Decimal | int]
    ledger: Ledger
    sums: Sums
    written: bool = False

    def row(self, key: str, content: Content | Across, panel: Panel, kind: CellKind | None = None) -> Cells:
        """The cells of a row; `kind` is that of its cells where it is not the columns'."""
        held = [(column, held_by(content, column)) for column in panel.columns]
        return with_ratios(held, {column.key: self.cell(key, column, each, kind or column.kind) for column, each in held})

    def item(self, item: Item, panel: Panel) -> Cells:
        """The cells of a project, unit or indicator."""
        held = [(column, column.content) for column in panel.columns]
        cells = {
            column.key: Cell(text=item.texts[column.text]) if column.text else self.cell(item.key, column, each, column.kind)
            for column, each in held
        }
        return with_ratios(held, cells)

    def cell(self, row: str, column: Column, content: Content, kind: CellKind) -> Cell:
        """The intersection of a row and a column."""
        match content:
            case Pick():
                return self.money(row, column)
            case Given():
                return self.given([key.replace("{item}", row) for key in content.keys], kind)
            case Budgeted():
                return self.budgeted(content)
            case Dash():
                return CROSSED_OUT
        return BLANK

    def money(self, row: str, column: Column) -> Cell:
        """The sum that reached this row and column; blank when no line did."""
        amount = self.sums.get(row, {}).get(column.key)
        if amount is None:
            return NOUGHT if self.written else BLANK
        return Cell(amount.yuan, self.ledger.shown(amount))

    def given(self, keys: list[str], kind: CellKind) -> Cell:
        """The sum of the entered figures; blank when none is entered."""
        found = [self.entered[key] for key in keys if key in self.entered]
        if not found:
            return BLANK
        total = sum((Decimal(each) for each in found), ZERO)
        return Cell(total, to_wan(total)) if kind == "money" else Cell(shown=total)

    def budgeted(self, content: Budgeted) -> Cell:
        """The figure of the year's budget; what a complete one does not name is 0."""
        budget = self.facts.budget
        found = [budget.figures.get(address, ZERO if budget.complete else None) for address in content.addresses]
        if None in found:
            return BLANK
        total = sum((each for each in found if each), ZERO)
        return Cell(total, to_wan(total))


def held_by(content: Content | Across, column: Column) -> Content:
    """What stands where a row and a column meet: a row of its own kind says it, else the column."""
    if isinstance(content, Across):
        return content.columns.get(column.key, Blank())
    return column.content if isinstance(content, Pick) or isinstance(column.content, Blank) else content


def with_ratios(held: list[tuple[Column, Content]], cells: Cells) -> Cells:
    """The cells with their percentages, which are of the others."""
    return cells | {column.key: ratio(cells[each.part], cells[each.whole]) for column, each in held if isinstance(each, Ratio)}


def ratio(part: Cell, whole: Cell) -> Cell:
    """A percentage of exact 元 where both are known; blank without a base."""
    exact = part.yuan is not None and whole.yuan is not None
    top, base = (part.yuan, whole.yuan) if exact else (part.shown, whole.shown)
    return Cell(shown=percent(top or ZERO, base, PLACES)) if base else BLANK
