"""A sheet of a workbook being written: its looks, its page, its spanning cells. It knows no statement and no form."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from disclosure.exports.grid import Spanned
from disclosure.exports.widths import text_width

FACE = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
BOX = {"border": 1, "border_color": "#808080"}
LINE = 14.0  # points


def lines_of(text: str, widths: Sequence[float]) -> int:
    """Spreadsheets do not make rows with merged cells as high as their text, so its lines are counted; widths in digits."""
    room = max(1.0, sum(widths) / 2 - 1)  # em
    return sum(max(1, ceil(text_width(piece) / room)) for piece in text.split("\n"))


class Paper:
    """A sheet being written; a format is made once for each look of a book."""

    def __init__(self, book: Any, name: str) -> None:
        self.book, self.sheet = book, book.add_worksheet(name)
        self.looks: dict[tuple[tuple[str, object], ...], Any] = {}
        self.widths: list[float] = []

    def look(self, **look: object) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self.looks:
            self.looks[key] = self.book.add_format({**FACE, **look})
        return self.looks[key]

    def set_widths(self, widths: Sequence[float]) -> None:
        """In digits, from the first column on."""
        self.widths = list(widths)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def set_height(self, row: int, lines: int) -> None:
        self.sheet.set_row(row, lines * LINE + 4)

    def write_below(self, row: int, text: str) -> None:
        """A sentence as wide as the table above it, on as many lines as it needs."""
        look = self.look(text_wrap=True, align="left")
        if len(self.widths) > 1:
            self.sheet.merge_range(row, 0, row, len(self.widths) - 1, "", look)
            self.set_height(row, lines_of(text, self.widths))
        self.sheet.write_string(row, 0, text, look if self.widths else self.look())

    def write_spanned(self, row: int, column: int, cell: Spanned, look: Any) -> None:
        """A text over as many rows and columns as it spans, all of them with the look."""
        if (cell.rowspan, cell.colspan) != (1, 1):
            self.sheet.merge_range(row, column, row + cell.rowspan - 1, column + cell.colspan - 1, "", look)
        self.sheet.write_string(row, column, cell.text, look)

    def set_page(self, landscape: bool) -> None:
        self.sheet.set_paper(9)  # A4
        if landscape:
            self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.center_horizontally()
        self.sheet.set_footer("&C第 &P 页　共 &N 页")
        self.sheet.hide_gridlines(2)
