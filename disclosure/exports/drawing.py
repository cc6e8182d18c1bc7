"""Statements as tables ready for paper: cells with their marks, columns with their widths; it knows no template."""

from dataclasses import dataclass, replace

from disclosure.exports.headings import instead_of
from disclosure.exports.layout import BodyCell, HeadCell, Line, body_cells, head_rows, is_number_row, leaves, side_by_side
from disclosure.exports.shape import Panel, Statement
from disclosure.exports.widths import PADDING, balanced, fit

PAGE = {"portrait": 432.0, "landscape": 728.0}  # pt, the widths of the type area in print.css
LARGEST = {"portrait": 10.0, "landscape": 9.0}


@dataclass(frozen=True)
class TableView:
    size: float
    widths: list[float]
    head: list[tuple[bool, list[HeadCell]]]
    lines: list[list["CellView"]]
    title: str = ""


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
    drawn = [body_cells(panels, line) for line in lines]
    columns = [(leaf, column_texts(drawn, place)) for place, leaf in enumerate(leaves(panels))]
    total = PAGE[statement["orientation"]]
    size, widths = fit(columns, total, LARGEST[statement["orientation"]])
    head = [(is_number_row(row), balance(row, widths, size)) for row in head_rows(panels, statement["column_numbers"])]
    shares = [round(width / total * 100, 3) for width in widths]
    return TableView(size, shares, head, [[cell_view(cell) for cell in cells] for cells in drawn], title)


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
    if cell.kind not in ("money", "count", "percent"):
        marks.append({"dash": "m", "line": "m"}.get(cell.kind, "c"))
    if row and (row["level"] == "total" or (row["level"] == "class" and cell.kind in ("code", "name"))):
        marks.append("b")
    if row and row["depth"] and cell.kind in ("code", "name"):
        marks.append(f"{cell.kind[0]}{min(row['depth'], 3)}")
    return CellView(cell.text, " ".join(marks), cell.kind == "name" and bool(cell.text))
