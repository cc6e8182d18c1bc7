"""The process that marks a workbook: `python -m disclosure.filings.mark_child`. It knows no Django, no network and no packages.

Its input is a line of JSON, [[sheet, cell, words], …] (cell blank: the sheet as a whole; sheet blank: the file), and the workbook; its output the
same workbook, bad cells coloured and commented, a first sheet that lists them, without macros, links to other files and objects.
"""

import io
import json
import sys
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

from disclosure.filings.read_child import limit
from disclosure.filings.workbook_limits import LIMITS, RESULT, opened

BAD = PatternFill("solid", fgColor="FFC7CE")
AUTHOR = "预决算公开平台"
WIDTHS = (16, 10, 100)
REMOVED = (
    ("xl/vbaProject.bin", "宏"),
    ("xl/externalLinks/", "外部链接"),
    ("xl/media/", "图片"),
    ("xl/embeddings/", "嵌入的对象"),
    ("xl/charts/", "图表"),
    ("xl/activeX/", "控件"),
)
Told = list[list[str]]


def marked(data: bytes, told: Told) -> bytes:
    """The workbook with its marks."""
    removed = removals(opened(data, LIMITS["one"], with_macros=True).namelist())
    book = load_workbook(io.BytesIO(data), keep_vba=False, keep_links=False)
    if RESULT in book.sheetnames:
        del book[RESULT]
    for sheet, cell, words in told:
        if cell and sheet in book.sheetnames and not isinstance(book[sheet][cell], MergedCell):
            mark(book[sheet][cell], words)
    summary(book, told, removed)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def mark(cell: Any, words: str) -> None:
    """Coloured, and said in a comment; a second finding joins the first."""
    before = f"{cell.comment.text}\n" if cell.comment and cell.comment.author == AUTHOR else ""
    cell.fill, cell.comment = BAD, Comment(before + words, AUTHOR, width=320, height=120)


def summary(book: Workbook, told: Told, removed: list[str]) -> None:
    """The first sheet: every finding with its place, a link to it, and what was taken out of the file."""
    sheet = book.create_sheet(RESULT, 0)
    book.active = 0
    for column, width in zip("ABC", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.append(["工作表", "单元格", "要改什么"])
    for each in told:
        sheet.append([None, None, None])
        put(sheet, sheet.max_row, each)
    if removed:
        put(sheet, sheet.max_row + 1, ["", "", f"这份文件里的{'、'.join(removed)}已经去掉；要留的请从您原来的文件里拷。"])
    for cell in sheet[1]:
        cell.font = Font(bold=True)


def put(sheet: Any, row: int, values: list[str]) -> None:
    """Texts as texts: nothing that a person wrote becomes a formula."""
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        cell.value, cell.data_type, cell.alignment = value, "s", Alignment(wrap_text=True, vertical="top")
    if values[0] and values[1]:
        sheet.cell(row, 2).hyperlink = f"#'{values[0].replace(chr(39), chr(39) * 2)}'!{values[1]}"


def removals(names: list[str]) -> list[str]:
    """What the file holds that does not come back."""
    return [words for start, words in REMOVED if any(name.startswith(start) for name in names)]


def main() -> None:
    limit(LIMITS["one"])
    told = json.loads(sys.stdin.buffer.readline())
    sys.stdout.buffer.write(marked(sys.stdin.buffer.read(), told))


if __name__ == "__main__":
    main()
