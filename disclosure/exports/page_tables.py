"""Tables of a page: cells with their scope, class and id, ready to be written. It knows no template and no site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from disclosure.exports.anchors import cell_id
from disclosure.exports.layout import (
    BodyCell,
    HeadCell,
    Line,
    body_cells,
    head_rows,
    is_number_row,
    side_by_side,
)
from disclosure.exports.page_marks import Mark, flag
from disclosure.exports.shape import Statement


@dataclass(frozen=True)
class Cell:
    """One cell as written: `scope` makes it a head."""

    text: str
    css: str = ""
    scope: str = ""
    anchor: str = ""
    colspan: int = 1
    rowspan: int = 1
    marks: Sequence[Mark] = ()


@dataclass(frozen=True)
class TableRow:
    cells: list[Cell]
    css: str = ""


def words(*pairs: tuple[str, bool]) -> str:
    return " ".join(word for word, wanted in pairs if wanted)


def head(statement: Statement) -> list[TableRow]:
    rows = head_rows(statement["panels"], statement["column_numbers"])
    made = []
    for place, row in enumerate(rows):
        cells = [_head_cell(row, index, place + row[index].rowspan == len(rows)) for index in range(len(row))]
        made.append(TableRow(cells, "colno" if is_number_row(row) else ""))
    return made


def _head_cell(row: Sequence[HeadCell], index: int, is_last: bool) -> Cell:
    cell = row[index]
    figure = cell.kind not in ("group", "code", "name", "line", "text", "number")
    numbered = cell.kind == "number" and cell.text.isdigit()
    css = words(
        ("n", figure or numbered),
        ("code", cell.kind == "code"),
        ("line", cell.kind == "line"),
        ("span", cell.kind == "group"),
        ("last", is_last),
        ("stick", index == 0 and cell.colspan == 1 and not cell.starts_under),
        *_sides(row, index),
    )
    return Cell(cell.text, css, cell.scope, colspan=cell.colspan, rowspan=cell.rowspan)


def _sides(row: Sequence[HeadCell] | Sequence[BodyCell], index: int) -> tuple[tuple[str, bool], tuple[str, bool]]:
    is_before = index + 1 < len(row) and row[index + 1].opens_side
    return ("side", row[index].opens_side), ("before-side", is_before)


def body(statement: Statement, marks: Mapping[str, Sequence[Mark]]) -> list[TableRow]:
    """`marks`: by the id of the cell."""
    lines = side_by_side(statement)
    made = []
    for place, line in enumerate(lines):
        cells = body_cells(statement["panels"], line)
        written = [_body_cell(cells, index, statement["code"], marks) for index in range(len(cells))]
        made.append(TableRow(written, "grand" if place == len(lines) - 1 and _is_grand(line) else ""))
    return made


def _is_grand(line: Line) -> bool:
    """The line that closes a table of two sides."""
    return len(line) > 1 and all(row is not None and row["level"] == "total" for row in line)


def _body_cell(cells: Sequence[BodyCell], index: int, code: str, marks: Mapping[str, Sequence[Mark]]) -> Cell:
    cell = cells[index]
    is_name = cell.kind == "name" and bool(cell.text)
    anchor = "" if cell.row is None or cell.kind in ("code", "name", "line") else cell_id([code, cell.row["key"], cell.column])
    own = marks.get(anchor, ())
    css = words(
        ("n", cell.kind not in ("code", "name", "line", "text")),
        ("code", cell.kind in ("code", "line")),
        (f"lv{min(cell.row['depth'], 3) if cell.row else 0}", is_name and bool(cell.row and cell.row["depth"])),
        ("strong", cell.leads),
        ("stick", index == 0),
        *_sides(cells, index),
        (flag(own), bool(own)),
    )
    return Cell(cell.text, css, "row" if is_name else "", anchor, marks=own)
