"""The workbook form of a filing package: sheets become the same package that the JSON form holds. Knows no rule of the package."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from disclosure.core.chart import normalised
from disclosure.filings.json_text import is_surely_readable, unreadable
from disclosure.filings.meaning import Package
from disclosure.filings.problems import PackageRefused, Problem
from disclosure.filings.schema import MOST, shown
from disclosure.filings.workbook_cells import Grids, read_cells
from disclosure.filings.workbook_kinds import (
    CODES,
    GUIDE,
    OWNER,
    WHOLE,
    Field,
    Indicators,
    Listing,
    Pairs,
    PrintedCells,
    PrintedTables,
    Steps,
    readable,
)
from disclosure.filings.workbook_limits import RESULT
from disclosure.filings.workbook_places import Places, cell_place, sheet_place
from disclosure.filings.workbook_printed import read_printed_cells, read_printed_tables
from disclosure.filings.workbook_reading import Reading, read_entries, read_entry
from disclosure.filings.workbook_sheets import SHEETS
from disclosure.filings.workbook_table import Table, table_of
from disclosure.filings.workbook_values import Unreadable, code_of

FORMAT = {"format": "filing-package/1", "origin": "entered"}  # what a workbook need not say
LISTS = {"entered": ("lines",), "transcribed": ("tables", "quotations")}  # what is there when nothing is in it


def read_workbook(data: bytes) -> tuple[Package, Places]:
    """The package of a workbook, not yet checked, and where each value stands; raises PackageRefused naming sheet and cell."""
    return read_grids(read_cells(data))


def read_grids(grids: Grids) -> tuple[Package, Places]:
    """The same from the rows of its sheets."""
    reading = Reading({**FORMAT, "agency": {}}, problems=list(sheet_problems(grids)))
    for declared in SHEETS:
        sheet = readable(declared, reading.package.get("kind", ""))
        table = table_of(sheet.name, sheet.headings, grids.get(sheet.name, []), reading.problems)
        READERS[type(sheet)](reading, sheet, table)
    if reading.problems:
        raise PackageRefused(reading.problems[:MOST])
    for name in LISTS[reading.package["origin"]]:
        reading.package.setdefault(name, [])
    unstorable = [] if is_surely_readable(reading.package) else list(unreadable(reading.package, []))
    if unstorable:
        raise reading.places.located(PackageRefused(unstorable[:MOST]))
    return reading.package, reading.places


def sheet_problems(grids: Grids) -> Iterator[Problem]:
    """Sheets with content that nobody would read."""
    known = [sheet.name for sheet in SHEETS]
    for name, rows in grids.items():
        if rows and name not in (*known, GUIDE, CODES, RESULT):
            yield Problem(sheet_place(name), "工作表的名称不认识", f"可用的工作表：{'、'.join(known)}")


def read_listing(reading: Reading, sheet: Listing, table: Table) -> None:
    """A row is an entry."""
    reading.places.add(sheet.base, sheet_place(sheet.name))
    if all(declared.key for declared in sheet.fields):
        read_entries(reading, sheet.base, sheet.fields, table)
        return
    for index, row in enumerate(table.rows):
        read_entry(reading, (*sheet.base, index), sheet.fields, table, row)


def read_pairs(reading: Reading, sheet: Pairs, table: Table) -> None:
    """A row is a value, or one more value of a list."""
    known = {normalised(declared.heading): declared for declared in sheet.fields}
    counts: Counter[str] = Counter()
    for row in table.rows:
        name, content = (table.cell(row, heading) for heading in sheet.headings)
        declared = known.get(normalised(name)) if isinstance(name, str) else None
        if declared is None or (counts[declared.key] and not declared.many):
            reading.problems.append(Problem(table.place(row, sheet.headings[0]), *name_problem(sheet, name, declared)))
        elif content is not None:
            steps = (*declared.steps, counts[declared.key]) if declared.many else declared.steps
            counts[declared.key] += 1
            place = cell_place(sheet.name, row.number, declared.heading, table.columns.get(sheet.headings[1]))
            reading.take(steps, declared, content, place)
    place_pairs(reading.places, sheet)


def name_problem(sheet: Pairs, name: Any, declared: Field | None) -> tuple[str, str]:
    """A name that is missing, unknown or written twice."""
    if declared:
        return f"“{declared.heading}”写了两次", "只能写一次"
    expected = f"可用的名称：{'、'.join(each.heading for each in sheet.fields)}"
    return ("没有写名称" if name is None else f"名称{shown(name)}不认识"), expected


def place_pairs(places: Places, sheet: Pairs) -> None:
    """Where a value would stand that is not there."""
    for declared in sheet.fields:
        places.add(declared.steps, f"{sheet_place(sheet.name)}的“{declared.heading}”")
        for length in range(1, len(declared.steps)):
            places.add(declared.steps[:length], sheet_place(sheet.name))


def read_indicators(reading: Reading, sheet: Indicators, table: Table) -> None:
    """A row belongs to the project that it names, or to the whole."""
    projects: dict[Any, int] = {}
    for index, project in enumerate(reading.package.get("projects", [])):
        projects.setdefault(project.get("key"), index)
    counts: Counter[Steps] = Counter()
    for row in table.rows:
        base = goal_of(table.cell(row, OWNER), projects)
        if base is None:
            listed = "、".join([WHOLE, *(str(key) for key in projects if key)][:20])
            owner = table.cell(row, OWNER)
            found = "没有填写" if owner is None else f"是{shown(owner)}，没有这个项目"
            reading.problems.append(Problem(table.place(row, OWNER), found, f"应为 {listed} 之一"))
            continue
        reading.places.add((*base, "indicators"), sheet_place(sheet.name))
        read_entry(reading, (*base, "indicators", counts[base]), sheet.fields, table, row)
        counts[base] += 1


def goal_of(owner: Any, projects: dict[Any, int]) -> Steps | None:
    """The goal that an indicator belongs to; None for a project nobody described."""
    if owner is None:
        return None
    try:
        key = code_of(owner)
    except Unreadable:
        return None
    if key == WHOLE:
        return ("goal",)
    return ("projects", projects[key], "goal") if key in projects else None


READERS: dict[type, Callable[[Reading, Any, Table], None]] = {
    Listing: read_listing,
    Pairs: read_pairs,
    Indicators: read_indicators,
    PrintedTables: read_printed_tables,
    PrintedCells: read_printed_cells,
}
