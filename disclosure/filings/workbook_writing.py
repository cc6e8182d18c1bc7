"""A filing package as a workbook that can be read back to the same package. Knows the sheets, no rule of the package.

Every text is written as a string, so that no cell can become a formula; the same package gives the same bytes.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import xlsxwriter

from disclosure.core.words import Kind, Origin
from disclosure.filings.meaning import Package
from disclosure.filings.workbook_codes import ROWS, Lists, code_lists, offer_codes, write_codes
from disclosure.filings.workbook_kinds import (
    CODES,
    GUIDE,
    NO,
    OWNER_FIELD,
    WHOLE,
    YES,
    Field,
    Indicators,
    Listing,
    Pairs,
    PrintedTables,
    Row,
    Sheet,
    Steps,
)
from disclosure.filings.workbook_printed import cell_rows, table_rows
from disclosure.filings.workbook_sheets import sheets_of
from disclosure.filings.workbook_tree import leaves, length
from disclosure.filings.workbook_values import Unreadable, number_text

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  Excel keeps no zone; the clock has no place in a file
FACE = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
LOOKS: dict[str, dict[str, object]] = {
    "head": {"bold": True, "bg_color": "#DDE7F0", "border": 1, "text_wrap": True},
    "text": {"num_format": "@", "text_wrap": True},
    "money": {"num_format": "#,##0.00####"},
    "count": {"num_format": "0"},
}
OF_THIS_YEAR = ("收支明细",)  # with codes to choose from; last year's lines have last year's
GUIDANCE = (
    "本工作簿是填报包的表格形式，内容与JSON形式相同；一个工作表一部分，没有的部分留空。",
    "栏的次序可以调整，标题上方可以加标题行，空行不读；标题和名称不能改，“备注”栏不读。",
    "编码写成文本；金额按“基本信息”里的金额单位写，至多精确到分；空格不等于0。",
    "“收支明细”里的项目支出要写项目代号，项目在“项目”表里描述；“绩效指标”的项目代号写“整体”时，是部门或单位的整体指标。",
    "上年数按地址写：表、行、栏的代码；“上年数已列全”写“是”，没有列出的上年数就都是0。",
)
ACCOUNTING = (
    "决算：“收支明细”的收支不写就是支出；收入、结余只写功能科目、资金来源和金额，不写经济科目、性质、项目；红字金额写负数。",
    "“年初预算数”按当年预算的地址写；“年初预算数已列全”写“是”，没有列出的就都是0。",
    "上年数、年初预算数用的编码和这次不同的，在“科目对照”里一行写一个：原编码、现编码。",
)
TRANSCRIBING = (
    "照录的填报包：“照录表”一行一张表，同一张表的表注多于一条时再写一行；印出来是空的表也要写。",
    "“照录数”一行一个数，照原件的次序；同一行的名称写一次就够；印出来没有数的行，栏和数不写；印出来是空白的数，写栏不写数。",
    "数照原样写成文本，1,709.37、418.00、57.08% 都不改；“照录文字”里的数标出地址，如 [386.62](YS03/total/basic)。",
)


class NoPlace(ValueError):
    """A package holds something that the workbook form has no place for."""


def write_workbook(package: Package) -> bytes:
    """The bytes of a workbook; raises NoPlace rather than leave something out."""
    values = dict(leaves(package))
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": "填报包", "created": CREATED})
    looks = {name: book.add_format({**FACE, **look}) for name, look in LOOKS.items()}
    sheets, lists = sheets_of(package), code_lists(package)
    write_guide(book.add_worksheet(GUIDE), looks, package)
    written: set[Steps] = set()
    for sheet in sheets:
        rows = list(rows_of(sheet, values, package))
        written.update(steps for row in rows for _, _, steps in row)
        write_sheet(book.add_worksheet(sheet.name), sheet, rows, looks, lists)
    if lists:
        write_codes(book.add_worksheet(CODES), lists, looks["text"])
    book.get_worksheet_by_name(sheets[0].name).activate()
    book.close()
    left = [steps for steps, value in values.items() if steps not in written and value != ""]
    if left:
        raise NoPlace(f"工作簿没有地方写：{left[0]}")
    return out.getvalue()


def rows_of(sheet: Sheet, values: dict[Steps, Any], package: Package) -> Iterator[Row]:
    """The rows of a sheet."""
    if isinstance(sheet, Pairs):
        yield from pair_rows(sheet, values, package)
    elif isinstance(sheet, Listing):
        yield from listing_rows(sheet.base, sheet.fields, values, package)
    elif isinstance(sheet, Indicators):
        yield from indicator_rows(sheet, values, package)
    else:
        yield from (table_rows if isinstance(sheet, PrintedTables) else cell_rows)(sheet.columns, package)


def pair_rows(sheet: Pairs, values: dict[Steps, Any], package: Package) -> Iterator[Row]:
    """Every name has a row, whether it has a content or not."""
    for declared in sheet.fields:
        if not declared.many:
            yield [(declared, values.get(declared.steps), declared.steps)]
        for index in range(max(1, length(package, declared.steps)) if declared.many else 0):
            steps = (*declared.steps, index)
            yield [(declared, values.get(steps), steps)]


def listing_rows(base: Steps, fields: tuple[Field, ...], values: dict[Steps, Any], package: Package) -> Iterator[Row]:
    """An entry is a row."""
    for index in range(length(package, base)):
        steps = [(*base, index, *declared.steps) for declared in fields]
        yield [(declared, values.get(each), each) for declared, each in zip(fields, steps, strict=True)]


def indicator_rows(sheet: Indicators, values: dict[Steps, Any], package: Package) -> Iterator[Row]:
    """The indicators of the whole, then those of each project."""
    owners: list[tuple[Any, Steps]] = [(WHOLE, ("goal",))]
    owners += [(project["key"], ("projects", index, "goal")) for index, project in enumerate(package.get("projects", []))]
    for owner, base in owners:
        for row in listing_rows((*base, "indicators"), sheet.fields, values, package):
            yield [(OWNER_FIELD, owner, base), *row]


def write_sheet(paper: Any, sheet: Sheet, rows: list[Row], looks: dict[str, Any], lists: Lists) -> None:
    """Headings, then rows; pairs begin with their name."""
    is_pairs = isinstance(sheet, Pairs)
    for column, heading in enumerate(sheet.headings):
        paper.write_string(0, column, heading, looks["head"])
    for number, row in enumerate(rows, start=1):
        if is_pairs:
            paper.write_string(number, 0, row[0][0].heading, looks["text"])
            offer(paper, row[0][0], number, number, 1)
        for column, (declared, value, _) in enumerate(row, start=1 if is_pairs else 0):
            write_value(paper, number, column, declared, value, looks)
    paper.freeze_panes(1, 0)
    set_columns(paper, sheet, lists)


def set_columns(paper: Any, sheet: Sheet, lists: Lists) -> None:
    """Widths, and lists to choose from."""
    if isinstance(sheet, Pairs):
        paper.set_column(0, 0, 40)
        paper.set_column(1, 1, 60)
        return
    for column, declared in enumerate(sheet.columns):
        paper.set_column(column, column, declared.width)
        offer(paper, declared, 1, ROWS, column)
        if sheet.name in OF_THIS_YEAR:
            offer_codes(paper, declared, lists, column)


def offer(paper: Any, declared: Field, first: int, last: int, column: int) -> None:
    """A drop-down where a field has words."""
    if declared.words or declared.kind == "flag":
        choices = list(declared.words.values()) or [YES, NO]
        paper.data_validation(first, column, last, column, {"validate": "list", "source": choices})


def write_value(paper: Any, row: int, column: int, declared: Field, value: Any, looks: dict[str, Any]) -> None:
    """A value in its cell: counts and amounts as numbers where that loses nothing, all else as text."""
    if value is None or value == "":
        paper.write_blank(row, column, None, looks.get(declared.kind, looks["text"]))
    elif declared.kind == "count":
        paper.write_number(row, column, value, looks["count"])
    elif declared.kind == "money" and is_plain_number(value):
        paper.write_number(row, column, float(value), looks["money"])
    else:
        paper.write_string(row, column, shown_text(declared, value), looks["text"])


def is_plain_number(text: str) -> bool:
    """Whether a cell with this number would be read back as this very text."""
    try:
        return number_text(float(text)) == text
    except Unreadable:
        return False


def shown_text(declared: Field, value: Any) -> str:
    """A label, 是 or 否, or the text itself."""
    if isinstance(value, bool):
        return YES if value else NO
    return declared.words.get(value, value)


def write_guide(paper: Any, looks: dict[str, Any], package: Package) -> None:
    """How to fill the workbook in."""
    more = (ACCOUNTING if package["kind"] == Kind.FINAL else ()) + (TRANSCRIBING if package["origin"] == Origin.TRANSCRIBED else ())
    paper.set_column(0, 0, 120)
    paper.write_string(0, 0, GUIDE, looks["head"])
    for row, text in enumerate(GUIDANCE + more, start=1):
        paper.write_string(row, 0, text, looks["text"])
