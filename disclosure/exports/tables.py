"""Statements as CSV: one row a row, every amount in 万元 as printed and in exact 元; it knows no paper and no sheet."""

import csv
import io
import re
from collections.abc import Iterator, Sequence

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
        counted = counted_columns(panel)
        writer.writerow([safe(title) for title in titles(statement, panel, several, counted)])
        side = [safe(side_of(panel))] if several else []
        writer.writerows([*side, *cells(panel, row, counted)] for row in panel["rows"])
    return (MARK + out.getvalue()).encode()


def side_of(panel: Panel) -> str:
    """What the panel is called: its title, or the head that stands above all its columns."""
    above = {tuple(column["group"][:1]) for column in (*panel["stub"], *panel["columns"])}
    return panel["title"] or ("".join(*above) if len(above) == 1 else "") or panel["key"]


def titles(statement: Statement, panel: Panel, several: bool, counted: frozenset[str]) -> Iterator[str]:
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
        if column["key"] in counted:
            yield f"{name}（数量）"


def cells(panel: Panel, row: Row, counted: frozenset[str]) -> Iterator[str]:
    yield safe(row["code"] or "")
    yield safe(row["name"])
    if has_lines(panel):
        yield "" if row["line"] is None else str(row["line"])
    for column in panel["columns"]:
        yield from figures(column, row, column["key"] in counted)


def figures(column: Column, row: Row, is_counted: bool) -> Sequence[str]:
    """As printed but without separators of thousands; of money then the exact 元, and where the column counts too, the count."""
    printed = row["cells"].get(column["key"]) or ""
    figure = plain_figure(printed) or safe(printed)
    if column["kind"] != "money":
        return [figure]
    if is_counted and row.get("kind"):
        return ["", "", figure]
    return [figure, row["yuan"].get(column["key"]) or "", *([""] if is_counted else [])]


def counted_columns(panel: Panel) -> frozenset[str]:
    """Columns of money with figures of rows that count: a count is no 万元 and gets a column of its own."""
    counting = [row for row in panel["rows"] if row.get("kind")]
    money = [column["key"] for column in panel["columns"] if column["kind"] == "money"]
    return frozenset(key for key in money if any(plain_figure(row["cells"].get(key) or "") for row in counting))


def has_lines(panel: Panel) -> bool:
    return any(row["line"] is not None for row in panel["rows"])


def safe(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe; numbers never pass here."""
    return f"'{text}" if text.lstrip(" \u3000").startswith(FORMULA) or text.startswith(FORMULA) else text
