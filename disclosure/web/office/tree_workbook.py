"""The register as a workbook that the import reads again unchanged; empty it is the template. Knows no request."""

import io
from collections.abc import Iterable

import xlsxwriter

from agencies.models import UNIT_KINDS, AgencyYear
from agencies.tree_rows import CODE, DEPARTMENT, EXEMPTION, FORMER, KIND, NAME

HEADINGS = (CODE, NAME, DEPARTMENT, KIND, EXEMPTION, FORMER)
WIDTHS = (12, 44, 14, 30, 36, 12)
ROWS = 2000


def register_workbook(entries: Iterable[AgencyYear]) -> bytes:
    """One sheet, one row an agency; codes are text, so that no zero is lost, and no text becomes a formula."""
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("单位名录")
        head, plain = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
        for column, (title, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width, plain)
            sheet.write_string(0, column, title, head)
        sheet.freeze_panes(1, 0)
        sheet.data_validation(1, 3, ROWS, 3, {"validate": "list", "source": [label for _kind, label in UNIT_KINDS], "ignore_blank": True})
        for row, entry in enumerate(entries, start=1):
            for column, said in enumerate(cells(entry)):
                sheet.write_string(row, column, said, plain)
    return body.getvalue()


def cells(entry: AgencyYear) -> tuple[str, ...]:
    return entry.code, entry.name, entry.department or "", str(entry.get_kind_display()), entry.exemption
