"""A sheet becomes rows by heading: titles above, any order of columns, blank rows. Knows no package."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from disclosure.core.chart import normalised
from disclosure.filings.problems import Problem
from disclosure.filings.schema import shown
from disclosure.filings.workbook_cells import GridRow
from disclosure.filings.workbook_kinds import REMARK
from disclosure.filings.workbook_limits import column_letters
from disclosure.filings.workbook_places import CellAt, row_place, sheet_place
from disclosure.filings.workbook_values import is_blank

TITLES = 20  # rows in which headings are looked for


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet below its headings, and the column of each heading."""

    name: str
    columns: dict[str, int]
    rows: tuple[GridRow, ...]

    def cell(self, row: GridRow, heading: str) -> Any:
        """What stands under a heading, None when nothing does."""
        found = row.cells.get(self.columns.get(heading, 0))
        return None if is_blank(found) else found

    def place(self, row: GridRow, heading: str) -> str:
        return str(self.at(row, heading))

    def at(self, row: GridRow, heading: str) -> CellAt:
        return CellAt(self.name, row.number, heading, self.columns.get(heading))


def table_of(name: str, headings: tuple[str, ...], rows: list[GridRow], problems: list[Problem]) -> Table:
    """The table of a sheet; what is wrong with its headings joins `problems`."""
    filled = [row for row in rows if not all(map(is_blank, row.cells.values()))]
    known = {normalised(heading): heading for heading in (*headings, REMARK)}
    counts = [len(recognised(row, known)) for row in filled[:TITLES]]
    if not filled or not any(counts):
        if filled:
            problems.append(Problem(sheet_place(name), "没有找到标题行", f"应有标题：{'、'.join(headings)}"))
        return Table(name, {}, ())
    at = counts.index(max(counts))
    found = list(heading_problems(name, filled[at], known)) or list(stray_problems(name, filled[at], filled[at + 1 :]))
    problems += found
    columns = {known[wanted]: column for column, wanted in recognised(filled[at], known).items()}
    return Table(name, columns, () if found else tuple(filled[at + 1 :]))


def recognised(row: GridRow, known: dict[str, str]) -> dict[int, str]:
    """The known headings of a row by column."""
    texts = {column: normalised(cell) for column, cell in row.cells.items() if isinstance(cell, str)}
    return {column: text for column, text in texts.items() if text in known}


def heading_problems(name: str, row: GridRow, known: dict[str, str]) -> Iterator[Problem]:
    """Headings that are unknown or stand twice."""
    texts = {column: normalised(str(cell)) for column, cell in row.cells.items() if not is_blank(cell)}
    counts = Counter(texts.values())
    for column, text in texts.items():
        place = f"{row_place(name, row.number)}（{column_letters(column)}{row.number}）"
        if text not in known:
            yield Problem(place, f"标题{shown(text)}不认识", f"可用的标题：{'、'.join(known.values())}")
        elif counts[text] > 1:
            yield Problem(place, f"标题“{known[text]}”出现{counts[text]}次", "每个标题只能有一栏")


def stray_problems(name: str, head: GridRow, rows: list[GridRow]) -> Iterator[Problem]:
    """Cells that stand under no heading: nobody would read them."""
    headed = {column for column, cell in head.cells.items() if not is_blank(cell)}
    for row in rows:
        for column in sorted(row.cells.keys() - headed):
            if not is_blank(row.cells[column]):
                place = f"{row_place(name, row.number)}（{column_letters(column)}{row.number}）"
                yield Problem(place, "这一栏没有标题", f"删去内容，或在第{head.number}行写上标题")
