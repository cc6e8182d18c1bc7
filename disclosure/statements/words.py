"""The nine words in which a statement is declared: Statement, Panel, Row, EachCode, EachItem, Column, Change, Given, Blank.

A declaration is a value; it holds no figure. `build.py` turns it into a table.
"""

from dataclasses import dataclass
from typing import Literal

from disclosure.core import law
from disclosure.core.pick import EVERYTHING, Pick

CellKind = Literal["money", "count", "text", "dash", "percent"]
Level = Literal["total", "class", "group", "item", "line"]


@dataclass(frozen=True, slots=True)
class Given:
    """A cell read from an entered fact: the sum of the named keys, e.g. Given("procurement.goods"); blank when none is entered."""

    keys: tuple[str, ...]

    def __init__(self, *keys: str) -> None:
        object.__setattr__(self, "keys", keys)


@dataclass(frozen=True, slots=True)
class Blank:
    """A row or column that the format prints and nobody fills."""


Content = Pick | Given | Blank


@dataclass(frozen=True, slots=True)
class Row:
    """A row of its own. Rows of neighbouring panels with the same `align` stand on one line."""

    key: str
    name: str
    content: Content = EVERYTHING
    level: Level = "line"
    depth: int = 0
    line: int | None = None
    align: str | None = None


@dataclass(frozen=True, slots=True)
class EachCode:
    """A row for every code that has an amount, by digits; `keep_empty` lists the whole chart; `numbered` writes 一、二、."""

    codes: Literal["function", "economic"]
    digits: tuple[int, ...]
    keep_empty: bool = False
    numbered: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class EachItem:
    """A row for every project, unit, department or indicator of the filing."""

    items: Literal["project", "unit", "department", "goal_indicator", "project_indicator"]
    keep_empty: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A row for figures of a column of another statement, this year beside last year: the named rows, and every code of a level."""

    statement: str
    column: str
    rows: tuple[str, ...] = ()
    level: Level | None = None

    def takes(self, key: str, level: Level | None) -> bool:
        """Whether a row of the other statement is compared."""
        return key in self.rows or (level is not None and level == self.level)


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `group` is the path of heads above it, outermost first; `text` names the field of an item that a text column shows."""

    key: str
    title: str
    content: Content = EVERYTHING
    kind: CellKind = "money"
    group: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Stub:
    """A column of the row's own code or name."""

    key: Literal["code", "name"]
    title: str
    group: tuple[str, ...] = ()


RowWord = Row | EachCode | EachItem | Change


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows × columns over the lines that `scope` accepts."""

    key: str
    rows: tuple[RowWord, ...]
    columns: tuple[Column, ...]
    scope: Pick = EVERYTHING
    stub: tuple[Stub, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A table of the document. `code` is permanent; titles may hold {word} (部门/单位) and {year}."""

    code: str
    key: str
    title: str
    panels: tuple[Panel, ...]
    source: law.Source
    number: int | None = None
    printed: bool = True
    layout: Literal["list", "sides"] = "list"
    orientation: Literal["portrait", "landscape"] = "portrait"
    column_numbers: bool = False
    notes: tuple[str, ...] = ()
    empty_note: str = ""  # printed below the table when nothing is in it
    form: Literal["department", "project"] | None = None
    see: str | None = None
