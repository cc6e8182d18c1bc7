"""The process that parses a workbook: `python -m disclosure.filings.read_child`. It knows no Django, no network and no packages.

It reads the file from its input and writes JSON: {"sheets": [{"name", "rows": [[row, [[column, cell], …]], …]}]} or {"refused": [where,
found, expected]}. It may die: a cell at the far corner of a sheet makes the parser ask for more memory than there is.
"""

import io
import json
import math
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from disclosure.filings.workbook_limits import MOST_COLUMNS, MOST_ROWS, Errors, Refused, opened, scan

MEMORY, PROCESSOR = 512 << 20, 20  # bytes of address space, seconds
MOST_TEXT = 16 << 20  # signs in all cells: one shared text may stand in every cell
SMALLER = "请只交填报包的内容"
Cells = list[tuple[int, Any]]


def limit() -> None:
    """What this process may use, for ever."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR, PROCESSOR))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data: bytes) -> list[dict[str, Any]]:
    """Every sheet with the cells that hold something; raises Refused."""
    errors = scan(opened(data))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        kinds = book.sheets_metadata
        return [sheet(book.get_sheet_by_index(n), errors) for n, kind in enumerate(kinds) if kind.typ == SheetTypeEnum.WorkSheet]
    except (CalamineError, ValueError):
        raise Refused("", "文件损坏，打不开", "请用WPS或Excel打开后另存为xlsx文件") from None


def sheet(parsed: CalamineSheet, errors: Errors) -> dict[str, Any]:
    """One sheet, its rows and columns counted from 1."""
    where = f"工作表“{parsed.name}”"
    if parsed.total_height > MOST_ROWS or parsed.total_width > MOST_COLUMNS:
        found = f"有{parsed.total_height:,}行、{parsed.total_width}列"
        raise Refused(where, found, f"至多{MOST_ROWS:,}行、{MOST_COLUMNS}列")
    return {"name": parsed.name, "rows": list(rows(parsed, errors.get(parsed.name, {})))}


def rows(parsed: CalamineSheet, errors: dict[tuple[int, int], str]) -> Iterator[tuple[int, Cells]]:
    """The rows that hold something: number and cells."""
    found: dict[int, dict[int, Any]] = {}
    for number, cells in enumerate(parsed.to_python(skip_empty_area=False), start=1):
        kept = {column: plain(cell) for column, cell in enumerate(cells, start=1) if cell != ""}
        if kept:
            found[number] = kept
    for (number, column), shown in errors.items():
        found.setdefault(number, {})[column] = {"error": shown}
    for number in sorted(found):
        yield number, sorted(found[number].items())


def plain(cell: Any) -> Any:
    """A cell as JSON can carry it."""
    if isinstance(cell, bool | str):
        return cell
    if isinstance(cell, int | float):
        return float(cell) if math.isfinite(cell) else {"error": "非数"}
    if isinstance(cell, datetime) and cell.time() == time():
        return {"date": cell.date().isoformat()}
    return {"date": cell.isoformat() if isinstance(cell, date) else str(cell)}


def answer(data: bytes) -> dict[str, Any]:
    """What is printed."""
    try:
        sheets = read(data)
    except Refused as refused:
        return {"refused": refused.args}
    signs = sum(len(cell) for sheet in sheets for _, cells in sheet["rows"] for _, cell in cells if isinstance(cell, str))
    return {"refused": ("", f"文字共有{signs:,}字，太多", SMALLER)} if signs > MOST_TEXT else {"sheets": sheets}


def main() -> None:
    limit()
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


if __name__ == "__main__":
    main()
