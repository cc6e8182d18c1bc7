"""Workbooks of the tests: of given rows, of a changed sample, and of raw parts. Knows nothing of packages."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from disclosure.filings.tests.packages import sample
from disclosure.filings.workbook_cells import read_cells
from disclosure.filings.workbook_writing import OPTIONS, write_workbook

Rows = Sequence[Sequence[Any]]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(sheets: Mapping[str, Rows]) -> bytes:
    """A workbook of these rows; a cell may be a text, a number, true or false, a date, or ("=formula", value)."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {**OPTIONS, "default_date_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        paper = made.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                write(paper, row, column, cell)
    made.close()
    return out.getvalue()


def write(paper: Any, row: int, column: int, cell: Any) -> None:
    if isinstance(cell, tuple):
        paper.write_formula(row, column, cell[0], None, cell[1])
    elif cell is not None:
        paper.write(row, column, cell)


def rows_of_sample(package: dict[str, Any] | None = None) -> dict[str, list[list[Any]]]:
    """The sheets of the sample's workbook as rows of cells, to be changed and made into a workbook again."""
    grids = read_cells(write_workbook(package or sample()))
    return {name: [[row.cells.get(column) for column in range(1, max(row.cells) + 1)] for row in rows] for name, rows in grids.items()}


def with_cell(sheet: str, row: int, column: int, cell: Any) -> bytes:
    """The sample's workbook with one cell replaced; row and column as Excel counts them."""
    sheets = rows_of_sample()
    cells = sheets[sheet][row - 1]
    cells += [None] * (column - len(cells))
    cells[column - 1] = cell
    return book(sheets)


def zipped(parts: Mapping[str, bytes | str], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def raw(sheet_data: bytes | str, **more: bytes | str) -> dict[str, bytes | str]:
    """The parts of a workbook of one sheet “收支明细” with this XML between <sheetData> and its end."""
    data = sheet_data if isinstance(sheet_data, bytes) else sheet_data.encode()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = '<Relationship Id="r1" Type="{0}/{1}" Target="{2}"/>'
    packaged = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    return {
        "_rels/.rels": packaged.format(relation.format(office, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{office}"><sheets><sheet name="收支明细" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": packaged.format(relation.format(office, "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>'.encode() + data + b"</sheetData></worksheet>",
        **more,
    }
