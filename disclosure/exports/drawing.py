"""Statements as tables ready for paper: cells with their marks, columns with their widths; it knows no template."""

from dataclasses import dataclass, replace
from math import ceil

from disclosure.exports.headings import instead_of
from disclosure.exports.layout import BodyCell, HeadCell, Line, body_cells, head_rows, is_number_row, leaves, side_by_side
from disclosure.exports.shape import Panel, Statement
from disclosure.exports.widths import PADDING, balanced, fit, text_width

PAGE = {"portrait": 432.0, "landscape": 728.0}  # pt, the widths of the type area in print.css
CROSSED = "—"
# pt, as print.css has them: what a statement leaves to its table, leading by size, lines of heads and notes, white of a row.
HEIGHT = {"portrait": 600.0, "landscape": 378.0}
LEADING = {10.0: 14.0, 9.0: 12.5, 8.0: 11.5, 7.0: 10.0}
HEAD, NUMBERS, NOTE_LINE, RULE = 13.0, 11.0, 18.0, 0.3
LOOSE, TIGHT = 4.0, 1.6
SMALLEST = 8.0  # pt of type, for the sake of one page; a table that needs less for its figures takes it
LARGEST = {"portrait": 10.0, "landscape": 9.0}


@dataclass(frozen=True)
class TableView:
    size: float
    widths: list[float]
    head: list[tuple[bool, list[HeadCell]]]
    lines: list[list["CellView"]]
    title: str = ""
    is_tight: bool = False


@dataclass(frozen=True)
class CellView:
    text: str
    css: str
    heads: bool


def table_views(statement: Statement) -> list[TableView]:
    """One table; several panels of the layout "list" are as many tables beneath each other."""
    panels = statement["panels"]
    if instead_of(statement) or not panels:
        return []
    if statement["layout"] == "sides" or len(panels) == 1:
        return [table_view(statement, panels, side_by_side(statement), "")]
    return [table_view(statement, [panel], [[row] for row in panel["rows"]], panel["title"]) for panel in panels]


def table_view(statement: Statement, panels: list[Panel], lines: list[Line], title: str) -> TableView:
    """At its best size; where less white between the rows, or then smaller type, brings the table onto one page, with that."""
    drawn = [body_cells(panels, line) for line in lines]
    best = set_table(statement, panels, drawn, LARGEST[statement["orientation"]], title)
    room = room_of(statement)
    if height_of(best, statement) <= room or len(lines) * (LEADING[SMALLEST] + TIGHT) > room:
        return best
    sizes = (size for size in LEADING if SMALLEST <= size <= best.size)
    tight = (replace(set_table(statement, panels, drawn, size, title), is_tight=True) for size in sizes)
    return next((view for view in tight if height_of(view, statement) <= room), best)


def set_table(statement: Statement, panels: list[Panel], drawn: list[list[BodyCell]], largest: float, title: str) -> TableView:
    columns = [(leaf, column_texts(drawn, place)) for place, leaf in enumerate(leaves(panels))]
    total = PAGE[statement["orientation"]]
    size, widths = fit(columns, total, largest)
    head = [(is_number_row(row), balance(row, widths, size)) for row in head_rows(panels, statement["column_numbers"])]
    shares = [round(width / total * 100, 3) for width in widths]
    return TableView(size, shares, head, [[cell_view(cell) for cell in cells] for cells in drawn], title)


def room_of(statement: Statement) -> float:
    """Points of a page that title and notes leave to the table."""
    notes = sum(ceil(text_width(note) * 9 / PAGE[statement["orientation"]]) for note in statement["notes"])
    return HEIGHT[statement["orientation"]] - notes * NOTE_LINE


def height_of(table: TableView, statement: Statement) -> float:
    """Points of head and rows."""
    white = TIGHT if table.is_tight else LOOSE
    heads = sum(NUMBERS if numbers else HEAD * lines_of_head(row) for numbers, row in table.head)
    rooms = [(share / 100 * PAGE[statement["orientation"]] - PADDING) / table.size for share in table.widths]
    lines = sum(max(ceil(text_width(cell.text) / room) or 1 for cell, room in zip(line, rooms, strict=True)) for line in table.lines)
    return heads + len(table.head) * white + lines * LEADING[table.size] + len(table.lines) * (white + RULE)


def lines_of_head(row: list[HeadCell]) -> int:
    return max((cell.text.count("\n") + 1 for cell in row if cell.rowspan == 1), default=1)


def balance(row: list[HeadCell], widths: list[float], size: float) -> list[HeadCell]:
    """Titles that do not fit break into lines of even length, never "编/码"."""
    rooms = [(sum(widths[cell.column : cell.column + cell.colspan]) - PADDING) / size for cell in row]
    return [replace(cell, text=balanced(cell.text, room)) for cell, room in zip(row, rooms, strict=True)]


def column_texts(lines: list[list[BodyCell]], place: int) -> list[tuple[str, int]]:
    cells = [line[place] for line in lines]
    return [(cell.text, cell.row["depth"] if cell.row else 0) for cell in cells]


def cell_view(cell: BodyCell) -> CellView:
    row = cell.row
    marks = ["r"] if cell.opens_side else []
    if cell.text == CROSSED:
        marks.append("m")
    elif cell.kind not in ("money", "count", "percent"):
        marks.append({"dash": "m", "line": "m"}.get(cell.kind, "c"))
    if row and cell.leads and (row["level"] == "total" or cell.kind in ("code", "name")):
        marks.append("b")
    if row and row["depth"] and cell.kind in ("code", "name"):
        marks.append(f"{cell.kind[0]}{min(row['depth'], 3)}")
    return CellView(cell.text, " ".join(marks), cell.kind == "name" and bool(cell.text))
