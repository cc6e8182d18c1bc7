"""Files as clerks, systems and attackers hand them in. The same number is the same file, made from what a filing says."""

import csv
import io
import json
import random
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from openpyxl import load_workbook

from disclosure.filings.tests.books import book, raw, zipped
from disclosure.filings.workbook_limits import OLE

Sheets = dict[str, list[list[Any]]]
WIDE = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
CELLS: tuple[Any, ...] = (
    "12.3万", "一百", "１２３．４５", "1,2,3", "-0", "NaN", "Infinity", "1e400", "9" * 19, "0.001", "12.345", True, 45000.5, -1.0, 1e300,
    "2101501 行政运行", "9999999", "00001", "", " ", "=cmd()", "=HYPERLINK(\"http://127.0.0.1\")", "<script>alert(1)</script>", "<b>粗</b>", "@SUM(1)",
    "+1", "-1", "\u202e倒", "é" * 300, "长" * 5000, "\t", "a\nb", "😀", "2024年2月30日", "#REF!", "是", "整体", "p99", "ＹＳ０３", "YS03/total", "null",
)  # fmt: skip
FORMULA = ("=1+1", "=SUM(A1:A9)", "=cmd|' /C calc'!A0", "='[别人.xlsx]Sheet1'!A1")


@dataclass(frozen=True)
class Odd:
    """A file: what was done to it, its name, its bytes."""

    accident: str
    name: str
    body: bytes


def odd_file(number: int, sheets: Sheets, package: dict[str, Any]) -> Odd:
    """The file of this number from what a filing says."""
    chance = random.Random(number)  # noqa: S311  a file, no secret
    accident = chance.choice(list(ACCIDENTS))
    copy: Sheets = {name: [list(row) for row in rows] for name, rows in sheets.items()}
    suffix, make = ACCIDENTS[accident]
    source: Any = copy if suffix != "json" else json.loads(json.dumps(package))
    return Odd(accident, f"{number}.{suffix}", make(chance, source))


def some_cell(chance: random.Random, sheets: Sheets) -> tuple[list[Any], int]:
    """A row of a sheet that has rows, and a column of it."""
    rows = [row for each in sheets.values() for row in each[1:] if row]
    row = chance.choice(rows)
    return row, chance.randrange(len(row))


def cells(chance: random.Random, sheets: Sheets) -> bytes:
    for _cell in range(chance.randint(1, 4)):
        row, column = some_cell(chance, sheets)
        row[column] = chance.choice(CELLS)
    return book(sheets)


def formulas(chance: random.Random, sheets: Sheets) -> bytes:
    row, column = some_cell(chance, sheets)
    row[column] = (chance.choice(FORMULA), chance.choice(["#NAME?", 7, "x", ""]))
    return book(sheets)


def wide_digits(chance: random.Random, sheets: Sheets) -> bytes:
    for _cell in range(6):
        row, column = some_cell(chance, sheets)
        row[column] = str(row[column]).translate(WIDE) if row[column] is not None else None
    return book(sheets)


def rows(chance: random.Random, sheets: Sheets) -> bytes:
    """Rows twice, away, in another order, or with cells beyond the headings."""
    name = chance.choice([name for name, each in sheets.items() if len(each) > 1])
    found = sheets[name]
    place = chance.randrange(1, len(found))
    change = chance.choice(["twice", "away", "order", "beyond", "title"])
    if change == "twice":
        found.insert(place, list(found[place]))
    elif change == "away":
        del found[place]
    elif change == "order":
        chance.shuffle(found)
    elif change == "beyond":
        found[place] += [None, "多出来的"]
    else:
        found.insert(0, ["2024年预算", None, "单位：万元"])
    return book(sheets)


def headings(chance: random.Random, sheets: Sheets) -> bytes:
    name = chance.choice(list(sheets))
    change = chance.choice(["rename sheet", "no sheet", "heading", "more sheets"])
    if change == "rename sheet":
        sheets[f"{name} (2)"] = sheets.pop(name)
    elif change == "no sheet":
        del sheets[name]
    elif change == "heading":
        head = sheets[name][0]
        head[chance.randrange(len(head))] = chance.choice(["金额（万元）", None, "金额", "名称"])
    else:
        sheets["Sheet1"] = [["说明"], ["x"]]
    return book(sheets or {"空": [[]]})


def unit(chance: random.Random, sheets: Sheets) -> bytes:
    """元 keyed as 万元."""
    for row in sheets["基本信息"]:
        row[1:] = ["万元"] if row[0] == "金额单位" else row[1:]
    return book(sheets)


def looks(chance: random.Random, sheets: Sheets) -> bytes:
    """Merged cells, hidden rows, columns and sheets, links, comments."""
    made = load_workbook(io.BytesIO(book(sheets)))
    sheet = made[chance.choice(made.sheetnames)]
    last = max(sheet.max_row, 2)
    sheet.merge_cells(start_row=chance.randint(1, last), end_row=last + 1, start_column=1, end_column=chance.randint(1, 3))
    sheet.row_dimensions[chance.randint(1, last)].hidden = True
    sheet.column_dimensions["B"].hidden = True
    made[made.sheetnames[-1]].sheet_state = "hidden"
    sheet["A1"].hyperlink = "http://127.0.0.1/"
    return saved(made)


def saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def far(chance: random.Random, sheets: Sheets) -> bytes:
    made = load_workbook(io.BytesIO(book(sheets)))
    made[chance.choice(made.sheetnames)][chance.choice(["XFD1048576", "A20001", "CW1", "CV20000"])] = 1
    return saved(made)


def torn(chance: random.Random, sheets: Sheets) -> bytes:
    """Bytes otherwise, or the end missing."""
    body = bytearray(book(sheets))
    if chance.random() < 0.5:
        return bytes(body[: chance.randrange(len(body))])
    for _byte in range(chance.randint(1, 20)):
        body[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(body)


def parts(chance: random.Random, sheets: Sheets) -> bytes:
    """A part of the zip more: macros, another workbook, a bomb, a name that climbs, or one that is there already."""
    out = io.BytesIO(book(sheets))
    name, body = chance.choice(
        [("xl/vbaProject.bin", b"x"), ("xl/embeddings/a.xlsx", book({"x": [[1]]})), ("xl/bomb.xml", bytes(30 << 20)),
         ("../../etc/cron.d/x", b"x"), ("xl/workbook.xml", b"<workbook/>"), ("xl/externalLinks/externalLink1.xml", b"<x/>")]
    )  # fmt: skip
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return out.getvalue()


def no_workbook(chance: random.Random, sheets: Sheets) -> bytes:
    entities = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook><sheets><sheet name="&x;"/></sheets></workbook>'
    return chance.choice(
        [b"", OLE + bytes(600), OLE + bytes(9) + "EncryptedPackage".encode("utf-16-le"), b"%PDF-1.7\n", b"<html><table></table></html>",
         zipped({}), zipped({"word/document.xml": "<w/>"}), zipped(raw("", **{"xl/workbook.xml": entities})), b"PK\x03\x04", bytes(2000)]
    )  # fmt: skip


def csv_of(chance: random.Random, sheets: Sheets) -> bytes:
    """One sheet in some encoding, with some delimiter, with some cells otherwise; the bytes may be hurt."""
    name = chance.choice(list(sheets))
    said = {name: sheets[name]}
    for _cell in range(chance.randint(0, 3)):
        if len(said[name]) > 1:
            row, column = some_cell(chance, said)
            row[column] = chance.choice([each for each in CELLS if each != "\t"])
    out = io.StringIO()
    csv.writer(out, delimiter=chance.choice(",;\t")).writerows([["" if cell is None else cell for cell in row] for row in said[name]])
    body = bytearray(out.getvalue().encode(chance.choice(["gb18030", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "big5"]), "replace"))
    if body and chance.random() < 0.3:
        body[chance.randrange(len(body))] = chance.choice([0, 34, 255, 13])
    return bytes(body)


def json_of(chance: random.Random, package: Any) -> bytes:
    """A value otherwise, away or twice; or the text hurt."""
    groups = [package, *(each for each in package.values() if isinstance(each, dict) and each)]
    groups += [row for each in package.values() if isinstance(each, list) for row in each if isinstance(row, dict) and row]
    group = chance.choice(groups)
    key = chance.choice(list(group))
    if chance.random() < 0.3:
        del group[key]
    else:
        group[key] = chance.choice([None, [], {}, 1, 1.5, "", "12.3万", "\ud800", "\0", True, "９９", {"a": []}])
    text = json.dumps(package, ensure_ascii=True)
    hurt = chance.choice(
        [text, text, text[: chance.randrange(len(text))], "[" * 5000, f'{{"a":1,"a":2,{text[1:]}', text.replace("1", "NaN", 1)]
    )
    return hurt.encode(chance.choice(["utf-8", "utf-8", "gb18030", "utf-16"]))


Make = Callable[[random.Random, Any], bytes]
ACCIDENTS: dict[str, tuple[str, Make]] = {
    "cells": ("xlsx", cells), "formulas": ("xlsx", formulas), "wide digits": ("xlsx", wide_digits), "rows": ("xlsx", rows),
    "headings": ("xlsx", headings), "unit": ("xlsx", unit), "looks": ("xlsx", looks), "far": ("xlsx", far), "torn": ("xlsx", torn),
    "parts": ("xlsm", parts), "no workbook": ("xlsx", no_workbook), "csv": ("csv", csv_of), "json": ("json", json_of),
}  # fmt: skip
