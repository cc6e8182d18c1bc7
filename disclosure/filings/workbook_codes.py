"""The sheet of codes of a workbook, and the lists to choose from that point to it. It is never read; what is chosen is a code and its name in one cell."""

from collections.abc import Mapping
from typing import Any

from disclosure.core.chart import edition_years, load_chart
from disclosure.filings.meaning import Package
from disclosure.filings.workbook_kinds import CODES, Field

ROWS = 2000  # that offer a list
PROJECTS = "='项目'!$A$2:$A$200"
CHARTS = {"function": ("functional", "item", "功能科目"), "economic": ("economic", "group", "经济科目")}
NAMES = {"function": "function_name", "economic": "economic_name"}
Lists = Mapping[str, list[str]]


def code_lists(package: Package) -> Lists:
    """The 项 and 款 of the year with their names; nothing where the year's book is not at hand, or where figures are copied from a print."""
    if package["year"] not in edition_years() or package.get("origin") == "transcribed":
        return {}
    codes = sorted(load_chart(package["year"]).codes.items())
    return {
        key: [f"{code.code} {code.name}" for (of, _code), code in codes if of == kind and code.level == level]
        for key, (kind, level, _heading) in CHARTS.items()
    }


def write_codes(paper: Any, lists: Lists, look: Any) -> None:
    """A column for each chart."""
    for column, (key, found) in enumerate(lists.items()):
        paper.set_column(column, column, 48)
        paper.write_column(0, column, [CHARTS[key][2], *found], look)


def offer_codes(paper: Any, declared: Field, lists: Lists, column: int) -> None:
    """A list to choose from; what is typed otherwise is taken too, and judged when it is handed in."""
    sources = {key: f"='{CODES}'!${letter}$2:${letter}${len(found) + 1}" for letter, (key, found) in zip("AB", lists.items(), strict=False)}
    source = PROJECTS if declared.key == "project" else sources.get(declared.key)
    if source:
        paper.data_validation(1, column, ROWS, column, {"validate": "list", "source": source, "error_type": "information"})


def code_and_name(cell: Any) -> tuple[Any, str]:
    """2101501 行政运行, as it is chosen: the code, and the name; any other cell as it is."""
    code, _space, name = cell.strip().partition(" ") if isinstance(cell, str) else (cell, "", "")
    return (code, name.strip()) if name.strip() and code.isascii() and code.isdigit() else (cell, "")
