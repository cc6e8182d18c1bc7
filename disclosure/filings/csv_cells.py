"""A CSV as the rows of one sheet: as WPS, Excel or the finance system save it, in UTF-8, GBK or UTF-16. Knows no package and no sheet."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from disclosure.core.chart import normalised
from disclosure.filings.problems import refuse
from disclosure.filings.workbook_cells import GridRow
from disclosure.filings.workbook_limits import LIMITS, MOST_COLUMNS
from disclosure.filings.workbook_table import TITLES

DELIMITERS = ",\t;"
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SAVE = "请用WPS或Excel另存为xlsx工作簿，或“CSV UTF-8”"
Headings = Mapping[str, Sequence[str]]


def read_csv(data: bytes, sheets: Headings) -> tuple[str, list[GridRow]]:
    """The sheet whose headings it has, and its rows; raises PackageRefused."""
    text = text_of(data)
    if not text.strip():
        raise refuse("", "文件是空的", SAVE)
    head = "\n".join(text.split("\n", TITLES)[:TITLES])
    rows = rows_of(text, max(DELIMITERS, key=head.count))
    name = sheet_of(rows, sheets)
    if not name:
        raise refuse("", "CSV的标题行不像任何一个工作表", f"标题照工作簿里的写；可用的工作表：{'、'.join(sheets)}")
    return name, rows


def text_of(data: bytes) -> str:
    """The text, by its mark, else as UTF-8, else as GBK."""
    encodings = [MARKS[data[:2]]] if data[:2] in MARKS else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise refuse("", "不是UTF-8、GBK或UTF-16的文字文件", SAVE)


def rows_of(text: str, delimiter: str) -> list[GridRow]:
    """The rows that hold something, counted as lines of the table; raises PackageRefused beyond the limits."""
    limits = LIMITS["one"]
    found = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            held = {column: cell for column, cell in enumerate(cells, 1) if cell.strip()}
            if number > limits.rows or len(cells) > MOST_COLUMNS:
                raise refuse("", f"到第{number:,}行，这一行有{len(cells)}列", f"至多{limits.rows:,}行、{MOST_COLUMNS}列")
            if held:
                found.append(GridRow(number, held))
    except csv.Error:
        raise refuse("", f"第{reader.line_num}行的引号不成对，或者一格的文字太长", SAVE) from None
    return found


def sheet_of(rows: Iterable[GridRow], sheets: Headings) -> str:
    """The sheet of which a row of the first ones has most headings, two at least; blank where none has."""
    best = (1, "")
    for row, _number in zip(rows, range(TITLES), strict=False):
        texts = {normalised(cell) for cell in row.cells.values()}
        for name, headings in sheets.items():
            best = max(best, (len(texts & {normalised(each) for each in headings}), name), key=lambda pair: pair[0])
    return best[1]
