"""The process that parses a workbook: `python -m disclosure.filings.read_child one`, or `many`. It knows no Django, no network and no packages.

It reads the file from its input and writes JSON: {"sheets": [{"name", "rows": [[row, [cell, …]], …]}]}, null where a cell holds nothing, or
{"refused": [where, found, expected]}. It may die: a cell at the far corner of a sheet makes the parser ask for more memory than there is.
"""

import gc
import io
import json
import math
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from disclosure.filings.workbook_limits import LIMITS, MOST_COLUMNS, Errors, Limits, Refused, opened, scan

MEMORY = 1 << 30  # bytes of address space
SMALLER = "请只交填报包的内容"
Cells = list[Any]  # from the first column on


def limit(limits: Limits) -> None:
    """What this process may use, for ever."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data: bytes, limits: Limits) -> list[dict[str, Any]]:
    """Every sheet with the cells that hold something; raises Refused."""
    errors = scan(opened(data, limits), limits)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        kinds = book.sheets_metadata
        return [sheet(book.get_sheet_by_index(n), errors, limits) for n, kind in enumerate(kinds) if kind.typ == SheetTypeEnum.WorkSheet]
    except (CalamineError, ValueError):
        raise Refused("", "文件损坏，打不开", "请用WPS或Excel打开后另存为xlsx文件") from None


def sheet(parsed: CalamineSheet, errors: Errors, limits: Limits) -> dict[str, Any]:
    """One sheet, its rows and columns counted from 1."""
    where = f"工作表“{parsed.name}”"
    if parsed.total_height > limits.rows or parsed.total_width > MOST_COLUMNS:
        found = f"有{parsed.total_height:,}行、{parsed.total_width}列"
        raise Refused(where, found, f"至多{limits.rows:,}行、{MOST_COLUMNS}列")
    return {"name": parsed.name, "rows": list(rows(parsed, errors.get(parsed.name, {})))}


def rows(parsed: CalamineSheet, errors: dict[tuple[int, int], str]) -> Iterator[tuple[int, Cells]]:
    """The rows that hold something: number and cells."""
    found = {
        number: [cell or None if type(cell) is str else plain(cell) for cell in cells]
        for number, cells in enumerate(parsed.to_python(skip_empty_area=False), start=1)
    }
    for (number, column), shown in errors.items():
        cells = found.setdefault(number, [])
        cells += [None] * (column - len(cells))
        cells[column - 1] = {"error": shown}
    for number in sorted(found):
        if any(cell is not None for cell in found[number]):
            yield number, found[number]


def plain(cell: Any) -> Any:
    """A cell as JSON can carry it; None for one that holds nothing."""
    if cell == "":
        return None
    if isinstance(cell, bool | str):
        return cell
    if isinstance(cell, int | float):
        return float(cell) if math.isfinite(cell) else {"error": "非数"}
    if isinstance(cell, datetime) and cell.time() == time():
        return {"date": cell.date().isoformat()}
    return {"date": cell.isoformat() if isinstance(cell, date) else str(cell)}


def answer(data: bytes, limits: Limits) -> dict[str, Any]:
    """What is printed; one shared text may stand in every cell."""
    try:
        sheets = read(data, limits)
    except Refused as refused:
        return {"refused": refused.args}
    signs = sum(len(cell) for sheet in sheets for _, cells in sheet["rows"] for cell in cells if isinstance(cell, str))
    return {"refused": ("", f"文字共有{signs:,}字，太多", SMALLER)} if signs > limits.text else {"sheets": sheets}


def main() -> None:
    limits = LIMITS[sys.argv[1]]
    limit(limits)
    gc.disable()  # it would walk hundreds of thousands of new cells again and again, and finds nothing
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read(), limits)))  # at once, which C does; a piece at a time Python would


if __name__ == "__main__":
    main()
