"""What a sheet of the workbook form may be, and what stands under a heading. Knows no sheet in particular."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from disclosure.core.words import Word

CellKind = Literal["text", "code", "money", "count", "date", "flag", "printed"]
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A heading and the key of its value, dots for what lies inside; `words` are the labels of the values it may take."""

    heading: str
    key: str = ""
    kind: CellKind = "text"
    words: Mapping[str, str] = field(default_factory=dict)
    width: int = 14
    empty: bool = False  # whether a blank cell is an empty text
    many: bool = False  # whether a pair, or the row of a table, may be repeated; its values make a list
    only: str = ""  # the kind of document, budget or final, that alone has it

    @property
    def steps(self) -> Steps:
        return tuple(self.key.split(".")) if self.key else ()


@dataclass(frozen=True, slots=True)
class Rows:
    """A sheet of rows under headings."""

    name: str
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[Field, ...]:
        return self.fields

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(each.heading for each in self.columns)


@dataclass(frozen=True, slots=True)
class Listing(Rows):
    """A sheet in which a row is an entry of the list at `base`."""

    base: Steps


@dataclass(frozen=True, slots=True)
class Pairs:
    """A sheet in which a row is one value: its name, its content."""

    name: str
    fields: tuple[Field, ...]
    headings: tuple[str, ...] = ("名称", "内容")


@dataclass(frozen=True, slots=True)
class Indicators(Rows):
    """The sheet of indicators: a row belongs to a project by its key, or to the filing as a whole."""

    @property
    def columns(self) -> tuple[Field, ...]:
        return (OWNER_FIELD, *self.fields)


@dataclass(frozen=True, slots=True)
class PrintedTables(Rows):
    """The sheet of printed tables: a row is a table, a further row of the same table one more note of it."""


@dataclass(frozen=True, slots=True)
class PrintedCells(Rows):
    """The sheet of printed numbers: a row is a cell at its table, row and column, or a row of a table in which nothing is printed."""

    @property
    def columns(self) -> tuple[Field, ...]:
        row, name, number = self.fields
        return (STATEMENT, row, name, COLUMN, number)


Sheet = Listing | Pairs | Indicators | PrintedTables | PrintedCells

Row = list[tuple[Field, Any, Steps]]  # what stands under each heading, and where in the package it comes from

OWNER, WHOLE = "项目代号", "整体"
REMARK = "备注"  # a column allowed in every sheet and never read
GUIDE = "填写说明"  # a sheet allowed and never read
CODES = "科目"  # likewise
YES, NO = "是", "否"
OWNER_FIELD = Field(OWNER, kind="code")
STATEMENT, ROW, COLUMN = (
    Field("表", "statement", "code", width=8),
    Field("行", "row", "code", width=24),
    Field("栏", "column", "code", width=24),
)


def labels(*words: Word) -> dict[str, str]:
    """What stands in cells for words of the field."""
    return {word.value: word.label for word in words}


def of_kind(sheet: Sheet, kind: str) -> Sheet:
    """A sheet as a document of this kind has it; without fields where it does not."""
    return replace(sheet, fields=tuple(each for each in sheet.fields if each.only in ("", kind)))


def readable(sheet: Sheet, kind: str) -> Sheet:
    """The same, and behind it what only the other kind has, so that a cell there is told to be out of place and not unknown."""
    own = of_kind(sheet, kind).fields
    headings = {each.heading for each in own}
    return replace(sheet, fields=(*own, *(each for each in sheet.fields if each.heading not in headings)))
