"""What a page shows as a table, as CSV and XLSX: the printed 万元 and beside it the exact 元. Knows no page."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import xlsxwriter
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from disclosure.exports.plain_figures import plain_figure
from disclosure.exports.tables import safe
from disclosure.web.public.views.files import FILE_POLICY

FORMATS = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
Cell = str | int | Decimal | None


@dataclass(frozen=True)
class Sheet:
    """A table to be taken along. `rows`: text, whole numbers, or amounts; `notes` stand below."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str] = field(default_factory=tuple)


def as_file(request: HttpRequest, make: Callable[[], Sheet]) -> HttpResponse | None:
    """The table as the address asks for it; None where it asks for a page."""
    wanted = request.GET.get("format", "")
    if wanted not in FORMATS:
        return None
    sheet = make()
    body = as_csv(sheet) if wanted == "csv" else as_xlsx(sheet)
    headers = {
        "Content-Disposition": content_disposition_header(True, f"{sheet.name}.{wanted}") or "attachment",
        "Content-Security-Policy": FILE_POLICY,
    }
    return HttpResponse(body, content_type=FORMATS[wanted], headers=headers)


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a mark, as spreadsheets expect it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(sheet.head)
    writer.writerows([written(cell) for cell in row] for row in sheet.rows)
    writer.writerows([[], *([note] for note in sheet.notes)] if sheet.notes else [])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def written(cell: Cell) -> str:
    """Text is guarded against being a formula; amounts are written in full."""
    if isinstance(cell, str):
        return cell if plain_figure(cell) else safe(cell)
    return "" if cell is None else f"{cell:.2f}" if isinstance(cell, Decimal) else str(cell)


def as_xlsx(sheet: Sheet) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    page = book.add_worksheet(_("数据"))
    money, bold = book.add_format({"num_format": "#,##0.00"}), book.add_format({"bold": True})
    page.write_row(0, 0, sheet.head, bold)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write(page, number, column, cell, money)
    for number, note in enumerate(sheet.notes, start=len(sheet.rows) + 2):
        page.write_string(number, 0, note)
    page.freeze_panes(1, 0)
    page.set_column(0, max(len(sheet.head) - 1, 0), 18)
    book.close()
    return out.getvalue()


def _write(page: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, money: xlsxwriter.format.Format) -> None:
    if isinstance(cell, Decimal):
        page.write_number(row, column, float(cell), money)
    elif isinstance(cell, int):
        page.write_number(row, column, cell)
    elif cell:
        page.write_string(row, column, cell)


def offered(query: str) -> Iterable[tuple[str, str]]:
    """XLSX and CSV of what is shown, at the address of the page."""
    return [(wanted.upper(), f"?{query}&format={wanted}" if query else f"?format={wanted}") for wanted in ("xlsx", "csv")]
