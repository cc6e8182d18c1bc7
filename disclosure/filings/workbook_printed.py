"""Printed tables as two sheets, one of tables and one of their numbers, read and written. Knows no rule of the package."""

from collections.abc import Iterator
from typing import Any

from disclosure.filings.meaning import Package
from disclosure.filings.schema import shown
from disclosure.filings.workbook_cells import GridRow
from disclosure.filings.workbook_kinds import COLUMN, STATEMENT, Field, PrintedCells, PrintedTables, Row, Steps
from disclosure.filings.workbook_places import sheet_place
from disclosure.filings.workbook_reading import Reading, read_entry
from disclosure.filings.workbook_table import Table
from disclosure.filings.workbook_tree import length

TABLES = "tables"


def read_printed_tables(reading: Reading, sheet: PrintedTables, table: Table) -> None:
    """A row is a table; a further row of the same table is one more note of it."""
    *fields, note = sheet.fields
    reading.places.add((TABLES,), sheet_place(sheet.name))
    known: dict[str, int] = {}
    for row in table.rows:
        code = reading.code(table, row, STATEMENT.heading)
        if code is None:
            continue
        base = (TABLES, known.get(code, len(known)))
        if code not in known:
            known[code] = len(known)
            read_entry(reading, base, tuple(fields), table, row)
            reading.package[TABLES][-1]["rows"] = []
        elif table.cell(row, note.heading) is None or table.cell(row, fields[-1].heading) is not None:
            reading.say(table.place(row, STATEMENT.heading), f"表{code}写了两次", "一张表写一次；表注多于一条时，下面的行只写表和表注")
        read_note(reading, base, note, table, row)


def read_note(reading: Reading, base: Steps, note: Field, table: Table, row: GridRow) -> None:
    """One more note, where one is given."""
    if (cell := table.cell(row, note.heading)) is not None:
        steps = (*base, *note.steps)
        reading.take((*steps, length(reading.package, steps)), note, cell, table.place(row, note.heading))


def read_printed_cells(reading: Reading, sheet: PrintedCells, table: Table) -> None:
    """A row is a cell of a printed row; without a column it names the printed row alone."""
    key, *_ = sheet.fields
    tables = {each["statement"]: index for index, each in enumerate(reading.package.get(TABLES, []))}
    known: dict[tuple[str, str], Steps] = {}
    for row in table.rows:
        code, name = reading.code(table, row, STATEMENT.heading), reading.code(table, row, key.heading)
        if code is None or name is None:
            continue
        if code not in tables:
            reading.say(table.place(row, STATEMENT.heading), f"“照录表”里没有{code}", "先在“照录表”里写上这张表，印出来是空的也要写")
            continue
        if (code, name) not in known:
            rows = (TABLES, tables[code], "rows")
            known[code, name] = (*rows, length(reading.package, rows))
            read_entry(reading, known[code, name], (key,), table, row)
        read_printed_row(reading, known[code, name], sheet, table, row)


def read_printed_row(reading: Reading, base: Steps, sheet: PrintedCells, table: Table, row: GridRow) -> None:
    """The name of a printed row, and one of its cells."""
    _, name, number = sheet.fields
    printed = at(reading.package, base)
    cell = table.cell(row, name.heading)
    if "name" not in printed:
        reading.take((*base, "name"), name, cell, table.place(row, name.heading))
    elif cell not in (None, printed["name"]):
        reading.say(table.place(row, name.heading), f"是{shown(cell)}，前面是{shown(printed['name'])}", "同一行只有一个名称，写一次就够")
    cells = printed.setdefault("cells", {})
    if table.cell(row, COLUMN.heading) is None and table.cell(row, number.heading) is None:
        return
    column = reading.code(table, row, COLUMN.heading)
    if column in cells:
        reading.say(table.place(row, COLUMN.heading), f"栏{column}在这一行写了两次", "一个数写一次")
    elif column is not None:
        reading.take((*base, "cells", column), number, table.cell(row, number.heading), table.place(row, number.heading))


def at(package: Package, steps: Steps) -> Any:
    """What lies at some steps."""
    found: Any = package
    for step in steps:
        found = found[step]
    return found


def table_rows(columns: tuple[Field, ...], package: Package) -> Iterator[Row]:
    """A table has a row, and one more for each further note."""
    statement, title, note = columns
    for index, table in enumerate(package.get(TABLES, [])):
        base: Steps = (TABLES, index)
        for number, text in enumerate(table.get("notes") or [None]):
            yield [
                (statement, table["statement"], (*base, "statement")),
                (title, None if number else table.get("title"), (*base, "title")),
                (note, text, (*base, "notes", number)),
            ]


def cell_rows(columns: tuple[Field, ...], package: Package) -> Iterator[Row]:
    """Every cell has a row; so has a printed row without one."""
    statement, key, name, column, number = columns
    for base, table, row in printed_rows(package):
        for count, (where, text) in enumerate(row["cells"].items() or [(None, None)]):
            yield [
                (statement, table["statement"], base),
                (key, row["row"], (*base, "row")),
                (name, None if count else row.get("name"), (*base, "name")),
                (column, where, base),
                (number, text, (*base, "cells", where or "")),
            ]


def printed_rows(package: Package) -> Iterator[tuple[Steps, Any, Any]]:
    """Every printed row with its steps and its table."""
    for index, table in enumerate(package.get(TABLES, [])):
        for number, row in enumerate(table["rows"]):
            yield (TABLES, index, "rows", number), table, row
