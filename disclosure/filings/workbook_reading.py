"""A package while it is read from a workbook: what is read, where it stands, what could not be read. Knows no sheet in particular."""

from dataclasses import dataclass, field
from typing import Any

from disclosure.filings.meaning import Package
from disclosure.filings.problems import Problem
from disclosure.filings.workbook_cells import GridRow
from disclosure.filings.workbook_kinds import Field, Steps
from disclosure.filings.workbook_places import CellAt, Places, row_place
from disclosure.filings.workbook_table import Table
from disclosure.filings.workbook_tree import put
from disclosure.filings.workbook_values import Unreadable, value_of


@dataclass(slots=True)
class Reading:
    """A package as far as it is read, the places of its values, and what could not be read."""

    package: Package
    places: Places = field(default_factory=Places)
    problems: list[Problem] = field(default_factory=list)

    def code(self, table: Table, row: GridRow, heading: str) -> str | None:
        """The code under a heading; None, and a problem, where there is none."""
        place, cell = table.place(row, heading), table.cell(row, heading)
        try:
            if cell is not None:
                return str(value_of(Field(heading, kind="code"), cell))
            self.say(place, "没有填写", f"必须填写{heading}的代码")
        except Unreadable as error:
            self.say(place, error.found, error.expected)
        return None

    def say(self, place: str, found: str, expected: str) -> None:
        """One more thing that could not be read."""
        self.problems.append(Problem(place, found, expected))

    def take(self, steps: Steps, declared: Field, cell: Any, place: str | CellAt) -> None:
        """The value of a cell and its place; blank cells have a place too."""
        self.places.add(steps, place)
        try:
            if cell is not None:
                put(self.package, steps, value_of(declared, cell))
            elif declared.empty:
                put(self.package, steps, "")
        except Unreadable as error:
            self.say(str(place), error.found, error.expected)


def read_entry(reading: Reading, base: Steps, fields: tuple[Field, ...], table: Table, row: GridRow) -> None:
    """The fields of one row, and the row itself as the place of what else may be said of the entry."""
    if fields[0].key:
        put(reading.package, base, {})
    for declared in fields:
        reading.take((*base, *declared.steps), declared, table.cell(row, declared.heading), table.at(row, declared.heading))
    reading.places.add(base, row_place(table.name, row.number))
