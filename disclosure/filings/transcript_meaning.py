"""What a well-formed transcribed package may still get wrong: numbers that are none, marks that are none, what stands twice. Knows no template."""

import re
from collections.abc import Iterator
from typing import Any

from disclosure.core.transcript import MARK, printed_number
from disclosure.filings.problems import Problem
from disclosure.filings.repeating import repeated
from disclosure.filings.schema import published, shown

STATEMENT, ROW, COLUMN = (published()["$defs"][name]["pattern"].strip("^$") for name in ("statement", "row", "column"))
FIGURE = re.compile(rf"{STATEMENT}/{ROW}/{COLUMN}")
COMPARISON = re.compile(rf"{STATEMENT}/{STATEMENT}\.{ROW}\.{COLUMN}/{COLUMN}")
# Whoever writes an address in brackets, or anything in brackets behind square ones, means a mark.
ALMOST = re.compile(r"\[?[^\[\]，。；]{0,20}(?:\]\s{0,3}\([^()]*\)?|\]?\s{0,3}[(（]\s{0,3}[A-Z]{2}\d\d/[^()（）]*[)）]?)")
NUMBER = "应为印出的数，如 1,709.37、－0.5、57.08%"
ADDRESSED = "地址写成 表/行/栏，如 YS03/total/basic；增减写成 YX07/表.行.栏/change"


PICTURED = "照录了的表不是图片；同一张表只能写一次"


def transcript_problems(package: dict[str, Any]) -> Iterator[Problem]:
    """What is wrong with the tables, then with the sentences and figures of the text; nothing where nothing is transcribed."""
    tables = package.get("tables", [])
    yield from repeated((table["statement"] for table in tables), "tables[{}].statement", "同一张表只能写一次")
    for index, table in enumerate(tables):
        yield from row_problems(table["rows"], f"tables[{index}].rows")
    for index, quotation in enumerate(package.get("quotations", [])):
        yield from mark_problems(quotation["text"], f"quotations[{index}].text")
    for index, row in enumerate(package.get("stated", [])):
        yield from number_problems(row["text"], f"stated[{index}].text", NUMBER)
        yield from place_problems("/".join((row["statement"], row["row"], row["column"])), f"stated[{index}]")
    yield from repeated(package.get("complete", []), "complete[{}]", "同一张表只能写一次")
    yield from picture_problems(package, tables)


def picture_problems(package: dict[str, Any], tables: list[dict[str, Any]]) -> Iterator[Problem]:
    """A table is a picture or transcribed, and named once."""
    pictures = package.get("pictures", [])
    yield from repeated(pictures, "pictures[{}]", PICTURED)
    given = {table["statement"] for table in tables}
    for index, code in enumerate(pictures):
        if code in given:
            yield Problem(f"pictures[{index}]", f"{code}已经照录", PICTURED)


def row_problems(rows: list[dict[str, Any]], path: str) -> Iterator[Problem]:
    """Each row stands once in its table, and its cells are numbers or blank."""
    yield from repeated((row["row"] for row in rows), path + "[{}].row", "同一行只能写一次")
    for index, row in enumerate(rows):
        for column, text in row["cells"].items():
            if text:
                yield from number_problems(text, f"{path}[{index}].cells.{column}", f"{NUMBER}；空白的不写内容")


def number_problems(text: str, path: str, expected: str) -> Iterator[Problem]:
    """A printed number is a number."""
    try:
        printed_number(text)
    except ValueError:
        yield Problem(path, f"{shown(text)}不是数", expected)


def mark_problems(text: str, path: str) -> Iterator[Problem]:
    """Every marked figure is a number at an address, and nothing merely looks like one."""
    for found in MARK.finditer(text):
        yield from number_problems(found[1], path, f"{NUMBER}；在{shown(found[0])}")
        yield from place_problems(found[2], path)
    for found in ALMOST.finditer(MARK.sub("\n", text)):
        yield Problem(path, f"{shown(found[0].strip())}不是标出的数", f"写成 [386.62](YS03/total/basic)；{ADDRESSED}")


def place_problems(address: str, path: str) -> Iterator[Problem]:
    """The address of a change names what is compared, for its reason is kept by that."""
    is_change = address.endswith("/change")
    if not (COMPARISON.fullmatch(address) or (FIGURE.fullmatch(address) and not is_change)):
        yield Problem(path, f"地址{shown(address)}不对", ADDRESSED)
