"""Statements as CSV: one row a row, every amount in 万元 as printed and in exact 元; it knows no paper and no sheet."""

import csv
import io
import re
from collections.abc import Iterator

from disclosure.exports.plain_figures import plain_figure
from disclosure.exports.shape import Column, Document, Panel, Row, Statement

MARK = "\ufeff"  # without it Excel and WPS read UTF-8 as GBK
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
KEY = re.compile(r"^[a-z0-9_]+$")


def render_tables(document: Document) -> dict[str, bytes]:
    """File name -> bytes, one file a statement; those that only sentences print carry their code as number.

    What the original lacks has no file: a file without rows would say that the table is empty.
    """
    return {table_name(statement): render_table(statement) for statement in document["statements"] if statement["status"] != "missing"}


def table_name(statement: Statement) -> str:
    if not KEY.match(statement["key"]):
        raise ValueError(f"表的键不能作文件名：{statement['key']!r}")
    number = statement["number"]
    head = f"{number:02d}" if statement["printed"] and number is not None else statement["code"]
    return f"tables/{head}-{statement['key']}.csv"


def render_table(statement: Statement) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    several = len(statement["panels"]) > 1
    for number, panel in enumerate(statement["panels"]):
        if number:
            writer.writerow([])
        writer.writerow([safe(title) for title in titles(statement, panel, several)])
        writer.writerows([*([safe(panel["title"] or panel["key"])] if several else []), *cells(panel, row)] for row in panel["rows"])
    return (MARK + out.getvalue()).encode()


def titles(statement: Statement, panel: Panel, several: bool) -> Iterator[str]:
    """The heads; a title under groups names them, since a file has one row of heads."""
    if several:
        yield "栏"
    yield from ("编码", "名称")
    if has_lines(panel):
        yield "行次"
    for column in panel["columns"]:
        name = "/".join([*column["group"], column["title"]])
        yield f"{name}（{statement['unit']}）" if column["kind"] == "money" else name
        if column["kind"] == "money":
            yield f"{name}（元）"


def cells(panel: Panel, row: Row) -> Iterator[str]:
    yield safe(row["code"] or "")
    yield safe(row["name"])
    if has_lines(panel):
        yield "" if row["line"] is None else str(row["line"])
    for column in panel["columns"]:
        yield from figures(column, row)


def figures(column: Column, row: Row) -> Iterator[str]:
    """As printed but without separators of thousands, then the exact 元 of money."""
    printed = row["cells"].get(column["key"]) or ""
    yield plain_figure(printed) or safe(printed)
    if column["kind"] == "money":
        yield row["yuan"].get(column["key"]) or ""


def has_lines(panel: Panel) -> bool:
    return any(row["line"] is not None for row in panel["rows"])


def safe(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe; numbers never pass here."""
    return f"'{text}" if text.lstrip(" \u3000").startswith(FORMULA) or text.startswith(FORMULA) else text
