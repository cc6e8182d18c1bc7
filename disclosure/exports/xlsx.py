"""A document as a workbook: one sheet a statement, figures as numbers; it knows the geometry, no paper.

Every text is written as a string, so that no cell can ever become a formula or a link.
"""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from disclosure.exports import forms
from disclosure.exports.grid import placed
from disclosure.exports.headings import head_line, instead_of, statement_title
from disclosure.exports.layout import BodyCell, HeadCell, Line, body_cells, head_rows, leaves, side_by_side
from disclosure.exports.plain_figures import plain_figure
from disclosure.exports.shape import Document, Panel, Statement
from disclosure.exports.widths import text_width
from disclosure.exports.xlsx_forms import write_form
from disclosure.exports.xlsx_paper import BOX, Paper

EPOCH = "2000-01-01T00:00:00+00:00"  # of a document without imprint: the clock has no place in a file
UNNAMED = re.compile(r"[\[\]:*?/\\']")
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def render_xlsx(document: Document) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    imprint = document["imprint"]
    created = datetime.fromisoformat(imprint["published_at"] if imprint else EPOCH).astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": document["title"], "author": document["agency"]["name"], "created": created})
    Cover(book, document).write()
    taken = {"说明"}
    for statement in document["statements"]:
        Sheet(book, document, statement, sheet_name(statement, taken)).write()
    book.close()
    return out.getvalue()


def sheet_name(statement: Statement, taken: set[str]) -> str:
    """ "03 部门支出总表", at most 31 signs, unlike every name in `taken`, which it joins."""
    number = statement["number"]
    head = f"{number:02d}" if statement["printed"] and number is not None else statement["code"]
    name = UNNAMED.sub("", f"{head} {statement['title']}")[:31].strip()
    if name.casefold() in taken:
        name = f"{name[:24]} {statement['code']}"
    taken.add(name.casefold())
    return name


class Cover(Paper):
    """The first sheet says whose figures these are, in which unit, and where the document stands."""

    def __init__(self, book: Any, document: Document) -> None:
        super().__init__(book, "说明")
        self.document = document

    def write(self) -> None:
        self.set_page(landscape=False)
        self.sheet.set_column(0, 0, 14)
        self.sheet.set_column(1, 1, 70)
        draft = "（草稿）" if self.document["draft"] else ""
        self.sheet.write_string(0, 0, self.document["title"] + draft, self.look(bold=True, font_size=16))
        for number, (title, text) in enumerate(self.lines(), 2):
            self.sheet.write_string(number, 0, title, self.look(**BOX))
            self.sheet.write_string(number, 1, text, self.look(**BOX, text_wrap=True))

    def lines(self) -> list[tuple[str, str]]:
        document, imprint = self.document, self.document["imprint"]
        agency = document["agency"]
        told = [("单位", agency["name"]), ("编码", agency["code"]), ("地区代码", agency["region"]), ("年度", str(document["year"]))]
        told.append(("金额单位", f"{document['amount_unit']}；精确到元的数据见 disclosure.json 和 tables"))
        told.append(("空格", "该项没有数额；0.00 为零"))
        if imprint:
            told += [("版次", f"第{imprint['version']}版"), ("公开日期", imprint["published_at"][:10]), ("固定网址", imprint["address"])]
        return told


class Sheet(Paper):
    def __init__(self, book: Any, document: Document, statement: Statement, name: str) -> None:
        super().__init__(book, name)
        self.document, self.statement, self.row = document, statement, 0

    def write(self) -> None:
        statement = self.statement
        self.set_page(statement["orientation"] == "landscape")
        if statement["status"] == "missing":
            self.write_missing()
        elif statement["form"]:  # a workbook has no sections: the faces stand here, wherever the paper puts them
            shown = forms.forms_of(self.document, statement["form"])
            self.write_top(len(forms.indicator_columns(shown[0], statement["form"])))
            for form in shown:
                self.row = write_form(self, self.row, form, statement["form"])
        else:
            self.write_tables()
        for text in statement["notes"]:
            self.write_below(self.row, text)
            self.row += 1

    def write_top(self, width: int) -> None:
        self.write_title(width)
        left, middle, right = head_line(self.statement)
        self.sheet.write_string(1, 0, left, self.look())
        self.sheet.write_string(1, max(1, width - 1), right, self.look(align="right"))
        if middle:
            self.sheet.write_string(1, max(1, width - 1) // 2, middle, self.look(align="center"))
        self.row = 2

    def write_title(self, width: int) -> None:
        """At least two cells wide, as the head line is."""
        statement, last = self.statement, max(1, width - 1)
        title = statement_title(statement) if statement["printed"] else statement["title"]
        title += "（草稿）" if self.document["draft"] else ""
        self.sheet.merge_range(0, 0, 0, last, "", self.look())
        self.sheet.write_string(0, 0, title, self.look(bold=True, font_size=14, align="center"))
        self.sheet.set_row(0, 28)

    def write_missing(self) -> None:
        self.write_title(5)
        self.sheet.write_string(2, 0, instead_of(self.statement), self.look())
        self.row = 3

    def write_tables(self) -> None:
        statement, panels = self.statement, self.statement["panels"]
        self.write_top(len(leaves(panels if statement["layout"] == "sides" else panels[:1])))
        if not panels:
            return
        if statement["layout"] == "sides" or len(panels) == 1:
            self.write_table(panels, side_by_side(statement))
            return
        for panel in panels:
            self.sheet.write_string(self.row, 0, panel["title"], self.look(bold=True))
            self.row += 1
            self.write_table([panel], [[row] for row in panel["rows"]])

    def write_table(self, panels: list[Panel], lines: list[Line]) -> None:
        top = self.row
        self.write_head(head_rows(panels, self.statement["column_numbers"]))
        if len(panels) == 1:
            self.sheet.freeze_panes(self.row, len(panels[0]["stub"]))
        else:
            self.sheet.freeze_panes(self.row, 0)
        self.sheet.repeat_rows(top, self.row - 1)
        drawn = [body_cells(panels, line) for line in lines]
        widest = [max((text_width(line[place].text) for line in drawn), default=0.0) for place in range(len(leaves(panels)))]
        least = [6.0 if leaf.kind == "line" else 12.0 for leaf in leaves(panels)]
        self.set_widths([min(48.0, max(2 * wide + 4, few)) for wide, few in zip(widest, least, strict=True)])
        for cells in drawn:
            for place, cell in enumerate(cells):
                self.write_cell(place, cell)
            self.row += 1

    def write_head(self, rows: Sequence[Sequence[HeadCell]]) -> None:
        look = self.look(**BOX, align="center", text_wrap=True, bold=True)
        for down, column, cell in placed(rows):
            self.write_spanned(self.row + down, column, cell, look)
        self.row += len(rows)

    def write_cell(self, column: int, cell: BodyCell) -> None:
        row = cell.row
        bold: dict[str, object] = {"bold": True} if cell.leads else {}
        number = number_of(cell.text, cell.kind)
        if number is not None:
            value, shape = number
            # Excel holds binary floats only; 15 digits carry every amount to the cent. The file is read back and compared.
            self.sheet.write_number(self.row, column, float(value), self.look(**BOX, **bold, num_format=shape))
        elif cell.text:
            side = {"indent": min(row["depth"], 15)} if row and cell.kind == "name" else {}
            align = {"align": "left"} if cell.kind in ("code", "name", "text") else {"align": "center"}
            self.sheet.write_string(self.row, column, cell.text, self.look(**BOX, **bold, **side, **align, text_wrap=True, num_format="@"))
        else:
            self.sheet.write_blank(self.row, column, None, self.look(**BOX))


def number_of(text: str, kind: str) -> tuple[Decimal, str] | None:
    """(value, number format) of a figure with the decimals it is printed with; None for text and blank."""
    plain = plain_figure(text) if kind in ("money", "count", "percent") else ""
    if not plain:
        return None
    value = Decimal(plain.removesuffix("%"))
    places = max(0, -int(value.as_tuple().exponent))
    shape = "#,##0" + ("." + "0" * places if places else "")
    # The number as printed, not its hundredth: a hundredth of 0.1 is no binary float, and columns titled (%) print bare numbers.
    return value, shape + ('"%"' if plain.endswith("%") else "")
