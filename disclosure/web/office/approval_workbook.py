"""The empty workbook in which approvals are loaded. Knows no request."""

import io

import xlsxwriter

from disclosure.filings.approval_sheet import AGENCY, AMOUNT, COLUMNS, DATE, ISSUER, NATURES, NUMBER, SOURCES

HEADINGS = (AGENCY, NUMBER, DATE, ISSUER, *COLUMNS, AMOUNT)
CHOICES = {"性质": [each for each in NATURES if each.endswith("支出")], "资金来源": list(SOURCES)[:10]}
ROWS = 2000


def approval_template() -> bytes:
    """One sheet; columns that are not approved stay blank or are deleted."""
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, {"in_memory": True}) as book:
        sheet = book.add_worksheet("批复")
        head, plain = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
        for column, title in enumerate(HEADINGS):
            sheet.set_column(column, column, 18, None if title == AMOUNT else plain)
            sheet.write_string(0, column, title, head)
            if title in CHOICES:
                sheet.data_validation(1, column, ROWS, column, {"validate": "list", "source": CHOICES[title], "ignore_blank": True})
        sheet.freeze_panes(1, 0)
    return body.getvalue()
