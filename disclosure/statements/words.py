"""The words in which a statement is declared: Statement, Panel, Row, EachCode, EachItem, Column, Change, Against, and what a cell holds:
lines by a Pick, Given, Budgeted, Ratio, Dash, Blank, or Across, one of these for each column.

A declaration is a value; it holds no figure. `build.py` turns it into a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from disclosure.core import law
from disclosure.core.facts import Address
from disclosure.core.pick import EVERYTHING, Pick

CellKind = Literal["money", "count", "text", "dash", "percent"]
Level = Literal["total", "class", "group", "item", "line"]


@dataclass(frozen=True, slots=True)
class Given:
    """A cell read from an entered fact: the sum of the named keys, e.g. Given("procurement.goods"); blank when none is entered.

    In a row of an item, {item} stands for its key.
    """

    keys: tuple[str, ...]

    def __init__(self, *keys: str) -> None:
        object.__setattr__(self, "keys", keys)


@dataclass(frozen=True, slots=True)
class Blank:
    """A row or column that the format prints and nobody fills."""


@dataclass(frozen=True, slots=True)
class Dash:
    """A cell that the format crosses out: —."""


@dataclass(frozen=True, slots=True)
class Budgeted:
    """A cell read from the year's budget: the sum of the figures at these addresses there; blank when one is not known."""

    addresses: tuple[Address, ...]

    def __init__(self, *addresses: Address) -> None:
        object.__setattr__(self, "addresses", addresses)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A percentage of two other columns of the same row; blank without a base."""

    part: str
    whole: str


Content = Pick | Given | Blank | Dash | Budgeted | Ratio


@dataclass(frozen=True, slots=True)
class Across:
    """What a row holds in each column; a Pick says which lines reach the row."""

    columns: Mapping[str, Content]

    @property
    def pick(self) -> Pick | None:
        """The lines that reach the row; the format has one such column."""
        return next((each for each in self.columns.values() if isinstance(each, Pick)), None)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of its own. Rows of neighbouring panels with the same `align` stand on one line."""

    key: str
    name: str
    content: Content | Across = EVERYTHING
    level: Level = "line"
    depth: int = 0
    line: int | None = None
    align: str | None = None
    kind: CellKind | None = None  # of its cells, where it is not that of the columns

    @property
    def pick(self) -> Pick | None:
        """The lines that reach the row."""
        if isinstance(self.content, Across):
            return self.content.pick
        return self.content if isinstance(self.content, Pick) else None


@dataclass(frozen=True, slots=True)
class EachCode:
    """A row for every code that has an amount in the lines of `where`, by digits; `listed` codes always have one.

    `under` are the codes it stays below; `keep_empty` lists the whole chart; `numbered` writes 一、二、; `line` is the 行次 of the first.
    """

    codes: Literal["function", "economic"]
    digits: tuple[int, ...]
    keep_empty: bool = False
    numbered: bool = False
    depth: int = 0
    listed: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    where: Pick = EVERYTHING
    line: int | None = None


@dataclass(frozen=True, slots=True)
class EachItem:
    """A row for every project, unit, department or indicator of the filing."""

    items: Literal["project", "unit", "department", "goal_indicator", "project_indicator", "evaluated_project"]
    keep_empty: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A row for figures of a column of another statement, this year beside last year: the named rows, and every code of some levels.

    `if_known`: only where last year's figure is at hand, since no sentence needs it.
    """

    statement: str
    column: str
    rows: tuple[str, ...] = ()
    level: Level | tuple[Level, ...] | None = None
    if_known: bool = False

    def takes(self, key: str, level: Level | None) -> bool:
        """Whether a row of the other statement is compared."""
        return key in self.rows or level in self.levels

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels whose codes are compared."""
        return (self.level,) if isinstance(self.level, str) else self.level or ()


@dataclass(frozen=True, slots=True)
class Against:
    """A row for figures of a column of another statement, beside another figure: the named rows with its address, and every code of a level.

    The other figure stands in the year's budget, for a code in the `budget` statement and column; or, if `inside`, in this document.
    """

    statement: str
    column: str
    rows: Mapping[str, Address] = field(default_factory=dict)
    levels: tuple[Level, ...] = ()
    budget: tuple[str, str] = ("", "")
    inside: bool = False

    def other(self, key: str, level: Level | None) -> Address | None:
        """The address of the other figure; None for a row that is not compared."""
        if key in self.rows:
            return self.rows[key]
        return Address(self.budget[0], key, self.budget[1]) if level in self.levels else None


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
    """A column of the row's own code, name or 行次; `number` stands in the row of column numbers."""

    key: Literal["code", "name", "line"]
    title: str
    group: tuple[str, ...] = ()
    number: str = "**"


RowWord = Row | EachCode | EachItem | Change | Against


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
    """A table of the document. `code` is permanent; titles may hold {word} (部门/单位) and {year}.

    `label` is the number that the format prints at the head (公开01表), `measure` its unit where it is not 万元; `zeros` says whether a
    zero is printed: by default amounts are blank and counts are written.
    """

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
    form: Literal["department", "project", "evaluation"] | None = None
    see: str | None = None
    label: str = ""
    measure: str = ""
    zeros: Literal["", "blank", "written"] = ""
