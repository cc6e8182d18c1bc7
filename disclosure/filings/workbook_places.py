"""Where in a workbook each value of a package stands, in words. Knows no values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from disclosure.filings.problems import PackageRefused, Problem, path_of
from disclosure.filings.workbook_kinds import Steps
from disclosure.filings.workbook_limits import column_letters

ENTRY = re.compile(r"(?P<list>[^\[\]]+)\[(?P<index>[0-9]+)\](?:\.(?P<key>.+))?")
LAST_STEP = re.compile(r"(\.[^.\[\]]+|\[[0-9]+\]|^[^.\[\]]+)$")


class CellAt(NamedTuple):
    """A cell that is put into words only when something is said of it."""

    sheet: str
    row: int
    heading: str
    column: int | None

    def __str__(self) -> str:
        return cell_place(*self)


@dataclass(frozen=True)
class Block:
    """The places of all entries of a list that stand in rows under headings: the number of each row, heading and column of each key."""

    sheet: str
    rows: tuple[int, ...]
    columns: Mapping[str, tuple[str, int]]

    def place(self, index: int, key: str) -> str | CellAt | None:
        """A cell; the row for the entry itself; None for what has no place here."""
        if index >= len(self.rows) or (key and key not in self.columns):
            return None
        row = self.rows[index]
        return row_place(self.sheet, row) if not key else CellAt(self.sheet, row, self.columns[key][0], self.columns[key][1] or None)


@dataclass
class Places:
    """Places by JSON path: lines[3].amount → 工作表“收支明细”第6行“金额”（H6）. `blocks` are those of whole lists, by the path of the list."""

    by_steps: dict[Steps, str | CellAt] = field(default_factory=dict)
    blocks: dict[str, Block] = field(default_factory=dict)

    def add(self, steps: Steps, place: str | CellAt) -> None:
        """The first place of a path counts."""
        self.by_steps.setdefault(steps, place)

    @cached_property
    def by_path(self) -> dict[str, str | CellAt]:
        """Made once something is asked, when no more is added."""
        found: dict[str, str | CellAt] = {}
        for steps, place in self.by_steps.items():
            found.setdefault(path_of(list(steps)), place)
        return found

    def at(self, path: str) -> str | CellAt | None:
        """The place of exactly this path."""
        entry = ENTRY.fullmatch(path)
        block = self.blocks.get(entry["list"]) if entry else None
        found = block.place(int(entry["index"]), entry["key"] or "") if block and entry else None
        return found or self.by_path.get(path)

    def cell(self, path: str) -> CellAt | None:
        """The cell of a path, None where its place is no single cell."""
        place = self.at(path)
        return place if isinstance(place, CellAt) else None

    def of(self, path: str) -> str:
        """The place of a path, or of the nearest thing that it lies in; blank for the whole workbook."""
        while path and self.at(path) is None:
            path = LAST_STEP.sub("", path)
        return str(self.at(path) or "")

    def located(self, refused: PackageRefused) -> PackageRefused:
        """The same problems at their cells; unchanged for a JSON file, whose paths are its places."""
        if not self.by_steps:
            return refused
        return PackageRefused([Problem(self.of(problem.path), problem.found, problem.expected) for problem in refused.problems])


def sheet_place(sheet: str) -> str:
    """工作表“收支明细”."""
    return f"工作表“{sheet}”"


def row_place(sheet: str, row: int) -> str:
    """工作表“收支明细”第6行."""
    return f"工作表“{sheet}”第{row}行"


def cell_place(sheet: str, row: int, heading: str, column: int | None) -> str:
    """工作表“收支明细”第6行“金额”（H6）; without a column, that the sheet has none."""
    address = f"（{column_letters(column)}{row}）" if column else "（没有这一栏）"
    return f"{row_place(sheet, row)}“{heading}”{address}"
