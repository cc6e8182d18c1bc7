"""Geometry that paper, page and workbook share: spanning heads, sides laid next to each other.

It knows the document's shape and no output: no HTML, no widths, no fonts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from disclosure.exports.shape import Panel, Row, Statement

Line = list[Row | None]


@dataclass(frozen=True)
class Leaf:
    """One printed column: a stub column (kind code, name, line) or a column of figures."""

    key: str
    title: str
    number: str
    kind: str
    path: tuple[str, ...]
    panel: int
    opens_side: bool


@dataclass(frozen=True)
class HeadCell:
    """`scope` is "col" over one column, "colgroup" over several, "" in the row of column numbers.

    `kind` is "group", "number", or the kind of the column. `opens_side`: first cell of a side other than the first.
    """

    text: str
    colspan: int
    rowspan: int
    scope: str
    kind: str
    opens_side: bool = False
    starts_under: bool = False  # first cell of a row that begins under a cell of an earlier row
    column: int = 0  # the first column it covers


@dataclass(frozen=True)
class BodyCell:
    text: str
    kind: str
    column: str
    row: Row | None
    opens_side: bool = False
    leads: bool = False  # in a total, or in a class with its groups or items below


STUBS = ("code", "name", "line")


def leaves(panels: Sequence[Panel]) -> list[Leaf]:
    """All printed columns from left to right; the titles of several sides stand above their columns."""
    found: list[Leaf] = []
    for index, panel in enumerate(panels):
        title = (panel["title"],) if len(panels) > 1 and panel["title"] else ()
        columns = [(c["key"], c["title"], c["number"], c["key"], c["group"]) for c in panel["stub"]]
        columns += [(c["key"], c["title"], c["number"], c["kind"], c["group"]) for c in panel["columns"]]
        for place, (key, text, number, kind, group) in enumerate(columns):
            path = title + tuple(group)
            found.append(Leaf(key, text, number or "", kind, path, index, index > 0 and place == 0))
    return found


def head_rows(panels: Sequence[Panel], column_numbers: bool) -> list[list[HeadCell]]:
    """The rows of the head, outermost first; the row of column numbers, where printed, comes last."""
    columns = leaves(panels)
    depth = 1 + max((len(leaf.path) for leaf in columns), default=0)
    rows = [_head_row(columns, level, depth) for level in range(depth)]
    if column_numbers:
        rows.append(_number_row(columns))
    return [row for row in rows if row]


def _number_row(columns: Sequence[Leaf]) -> list[HeadCell]:
    """A code without a number shares the cell of the name beside it, as 栏次 stands over both."""
    cells: list[HeadCell] = []
    for place, leaf in enumerate(columns):
        before = columns[place - 1] if place else None
        if before and (before.kind, before.number, leaf.kind) == ("code", "", "name"):
            cells[-1] = replace(cells[-1], text=leaf.number, colspan=2)
        else:
            cells.append(HeadCell(leaf.number, 1, 1, "", "number", leaf.opens_side, column=place))
    return cells


def _head_row(columns: Sequence[Leaf], level: int, depth: int) -> list[HeadCell]:
    cells: list[HeadCell] = []
    under = bool(columns) and len(columns[0].path) < level
    for (path, single), group in groupby(enumerate(columns), key=lambda pair: _span(pair[0], pair[1], level)):
        place, leaf = (members := list(group))[0]
        size = len(members)
        starts_under = under and not cells
        if len(path) > level:
            scope = "colgroup" if size > 1 else "col"
            cells.append(HeadCell(path[level], size, 1, scope, "group", leaf.opens_side, starts_under, place))
        elif len(path) == level and single is not None:
            cells.append(HeadCell(leaf.title, 1, depth - level, "col", leaf.kind, leaf.opens_side, starts_under, place))
    return cells


def _span(index: int, leaf: Leaf, level: int) -> tuple[tuple[str, ...], int | None]:
    """What neighbours must have in common to share a cell of this level; a column's own title is never shared."""
    if len(leaf.path) > level:
        return leaf.path[: level + 1], None
    return leaf.path, index


def is_number_row(row: Sequence[HeadCell]) -> bool:
    return bool(row) and row[0].kind == "number"


def side_by_side(statement: Statement) -> list[Line]:
    """The printed lines of a statement: on each, one row or None for every panel.

    In the layout "list" the panels follow each other; there is one line for each row, None in the other panels.
    """
    panels = [panel["rows"] for panel in statement["panels"]]
    if statement["layout"] == "sides":
        return _aligned(panels)
    width = len(panels)
    return [[row if place == index else None for place in range(width)] for index, rows in enumerate(panels) for row in rows]


def _aligned(panels: Sequence[Sequence[Row]]) -> list[Line]:
    rest = [list(rows) for rows in panels]
    lines: list[Line] = []
    while (align := _next_align(rest)) is not None:
        cuts = [_position(rows, align) for rows in rest]
        height = max(cut for cut in cuts if cut is not None)
        taken = []
        for index, cut in enumerate(cuts):
            rows = rest[index]
            # A side without this align flows on beside it, up to its own next one.
            end = cut if cut is not None else min(height + 1, _free(rows))
            block: Line = [*rows[:end]]
            if cut is not None:
                block += [None] * (height - end) + [rows[end]]
            rest[index] = rows[end + (cut is not None) :]
            taken.append(block)
        lines += _beside(taken)
    return lines + _beside(rest)


def _beside(blocks: Iterable[Sequence[Row | None]]) -> list[Line]:
    return [list(line) for line in zip_longest(*blocks)]


def _free(rows: Sequence[Row]) -> int:
    return next((place for place, row in enumerate(rows) if row["align"]), len(rows))


def _position(rows: Sequence[Row], align: str) -> int | None:
    return next((place for place, row in enumerate(rows) if row["align"] == align), None)


def _next_align(panels: Sequence[Sequence[Row]]) -> str | None:
    """The align that comes first on every side that has it; sides in contradicting order are an error."""
    firsts = [next((row["align"] for row in rows if row["align"]), None) for rows in panels]
    for align in dict.fromkeys(name for name in firsts if name):
        if all(first == align or _position(rows, align) is None for first, rows in zip(firsts, panels, strict=True)):
            return align
    if any(firsts):
        raise ValueError(f"两侧的对齐行次序相反：{firsts}")
    return None


def body_cells(panels: Sequence[Panel], line: Sequence[Row | None]) -> list[BodyCell]:
    """The cells of one line, in the order of `leaves(panels)`; a side without a row is blank."""
    leading = [_leads(panel, row) for panel, row in zip(panels, line, strict=True)]
    return [_body_cell(leaf, line[leaf.panel], leading[leaf.panel]) for leaf in leaves(panels)]


def _leads(panel: Panel, row: Row | None) -> bool:
    """A class alone among classes is a line like others."""
    if row is None or row["level"] != "class":
        return row is not None and row["level"] == "total"
    return any(each["level"] in ("group", "item") for each in panel["rows"])


def _body_cell(leaf: Leaf, row: Row | None, leads: bool) -> BodyCell:
    text = "" if row is None else cell_text(row, leaf.key, leaf.kind)
    own = row.get("kind") if row and leaf.kind not in STUBS else None
    return BodyCell(text, own or leaf.kind, leaf.key, row, leaf.opens_side, leads)


def cell_text(row: Row, key: str, kind: str) -> str:
    """What is printed; a row need not have every column of its panel."""
    if kind == "code":
        return row["printed_code"] or row["code"] or ""
    if kind == "name":
        return row["name"]
    if kind == "line":
        return "" if row["line"] is None else str(row["line"])
    return row["cells"].get(key) or ""
