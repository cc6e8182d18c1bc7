"""A package while it is read from a workbook: what is read, where it stands, what could not be read. Knows no sheet in particular."""

from dataclasses import dataclass, field
from typing import Any

from disclosure.filings.meaning import Package
from disclosure.filings.problems import Problem, path_of
from disclosure.filings.workbook_cells import GridRow
from disclosure.filings.workbook_codes import NAMES, code_and_name
from disclosure.filings.workbook_kinds import Field, Steps
from disclosure.filings.workbook_places import Block, CellAt, Places, row_place
from disclosure.filings.workbook_table import Table
from disclosure.filings.workbook_tree import put
from disclosure.filings.workbook_values import Unreadable, is_blank, value_of


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


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a large sheet: what it holds, where that goes, and what its cells were found to mean."""

    declared: Field
    steps: Steps
    meant: dict[Any, Any] = field(default_factory=dict)


def read_entries(reading: Reading, base: Steps, fields: tuple[Field, ...], table: Table) -> None:
    """All rows of a large sheet: what a cell means under its heading is found out once, and places are kept by the sheet."""
    if not table.rows:
        return
    columns = {table.columns[each.heading]: Column(each, each.steps) for each in fields if each.heading in table.columns}
    blank = [each.steps for each in fields if each.empty]
    put(reading.package, base, [entry_of(reading, columns, blank, table, row) for row in table.rows])
    places = {each.key: (each.heading, table.columns.get(each.heading, 0)) for each in fields}
    reading.places.blocks[path_of(list(base))] = Block(table.name, tuple(row.number for row in table.rows), places)


def entry_of(reading: Reading, columns: dict[int, Column], blank: list[Steps], table: Table, row: GridRow) -> dict[str, Any]:
    """One row; what is `blank` is an empty text where nothing is said."""
    entry: dict[str, Any] = {}
    for steps in blank:
        put(entry, steps, "")
    for column, found in row.cells.items():
        read = columns.get(column)
        if read is None:
            continue
        is_chosen = type(found) is str and " " in found and read.declared.key in NAMES
        cell = chosen(entry, read.declared.key, found) if is_chosen else found
        value = meaning_of(reading, read, cell, table, row)
        if value is None:
            continue
        if len(read.steps) == 1:
            entry[read.declared.key] = value
        else:
            put(entry, read.steps, value)
    return entry


def chosen(entry: dict[str, Any], key: str, cell: Any) -> Any:
    """The code alone where a code and its name stand in one cell; the name is compared with the code as that of its own column would be."""
    code, named = code_and_name(cell)
    if named:
        entry.setdefault(NAMES[key], named)
    return code


def meaning_of(reading: Reading, column: Column, cell: Any, table: Table, row: GridRow) -> Any:
    """The value of a cell, None where it holds none or cannot be read."""
    kind = type(cell)
    if kind is dict:  # dates and errors
        return value_or_problem(reading, column.declared, cell, table, row)
    key = cell if kind is str else (kind, cell)  # 1 is not true
    if key in column.meant:
        return column.meant[key]
    value = value_or_problem(reading, column.declared, cell, table, row)
    if value is not None:
        column.meant[key] = value
    return value


def value_or_problem(reading: Reading, declared: Field, cell: Any, table: Table, row: GridRow) -> Any:
    """The value; None, and a problem at the cell, for what cannot be read."""
    if is_blank(cell):
        return None
    try:
        return value_of(declared, cell)
    except Unreadable as error:
        reading.say(table.place(row, declared.heading), error.found, error.expected)
    return None


def read_entry(reading: Reading, base: Steps, fields: tuple[Field, ...], table: Table, row: GridRow) -> None:
    """The fields of one row, and the row itself as the place of what else may be said of the entry."""
    if fields[0].key:
        put(reading.package, base, {})
    for declared in fields:
        reading.take((*base, *declared.steps), declared, table.cell(row, declared.heading), table.at(row, declared.heading))
    reading.places.add(base, row_place(table.name, row.number))
