"""Where in a workbook each value of a package stands, in words. Knows no values."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from disclosure.filings.problems import PackageRefused, Problem, path_of
from disclosure.filings.workbook_kinds import Steps
from disclosure.filings.workbook_limits import column_letters

LAST_STEP = re.compile(r"(\.[^.\[\]]+|\[[0-9]+\]|^[^.\[\]]+)$")


class CellAt(NamedTuple):
    """A cell that is put into words only when something is said of it."""

    sheet: str
    row: int
    heading: str
    column: int | None

    def __str__(self) -> str:
        return cell_place(*self)


@dataclass
class Places:
    """Places by JSON path: lines[3].amount → 工作表“收支明细”第6行“金额”（H6）."""

    by_steps: dict[Steps, str | CellAt] = field(default_factory=dict)

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

    def cell(self, path: str) -> CellAt | None:
        """The cell of a path, None where its place is no single cell."""
        place = self.by_path.get(path)
        return place if isinstance(place, CellAt) else None

    def of(self, path: str) -> str:
        """The place of a path, or of the nearest thing that it lies in; blank for the whole workbook."""
        while path and path not in self.by_path:
            path = LAST_STEP.sub("", path)
        return str(self.by_path.get(path, ""))

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
