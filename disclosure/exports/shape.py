"""The document's shape as types, for those who draw from it; it knows no values and no output."""

from typing import Literal, NotRequired, TypedDict

Address = list[str]


class Figure(TypedDict):
    text: str
    cell: Address


Paragraph = str | list[str | Figure]


class Section(TypedDict):
    number: str
    title: str
    place: NotRequired[str]
    paragraphs: list[Paragraph]
    sections: list["Section"]
    project: NotRequired[int | None]


class Part(TypedDict):
    number: int
    title: str
    holds: NotRequired[Literal["", "statements", "glossary"]]
    sections: list[Section]


class Stub(TypedDict):
    key: str
    title: str
    group: list[str]
    number: str


class Column(TypedDict):
    key: str
    title: str
    group: list[str]
    number: str
    kind: Literal["money", "count", "text", "dash", "percent"]


class Row(TypedDict):
    key: str
    code: str | None
    printed_code: str | None
    name: str
    level: Literal["item", "group", "class", "total", "line"]
    depth: int
    line: str | int | None
    align: str | None
    cells: dict[str, str | None]
    yuan: dict[str, str | None]
    kind: NotRequired[Literal["money", "count", "text", "dash", "percent"]]


class Panel(TypedDict):
    key: str
    title: str
    stub: list[Stub]
    columns: list[Column]
    rows: list[Row]


class Statement(TypedDict):
    code: str
    key: str
    number: int | None
    title: str
    printed: bool
    status: Literal["present", "empty", "missing"]
    orientation: Literal["portrait", "landscape"]
    layout: Literal["list", "sides"]
    column_numbers: bool
    unit: str
    form: Literal["department", "project", "evaluation"] | None
    see: str | None
    head: list[str]
    notes: list[str]
    panels: list[Panel]


class Indicator(TypedDict):
    level1: str
    level2: str
    level3: str
    target: str
    actual: NotRequired[str | None]
    reason: NotRequired[str]


class Field(TypedDict):
    title: str
    text: str


class Form(TypedDict):
    name: str
    fields: list[Field]
    funds: dict[str, str]
    objective: str
    achieved: NotRequired[str]
    indicators: list[Indicator]


class Performance(TypedDict):
    department: Form | None
    projects: list[Form]


class Term(TypedDict):
    section: str
    number: str
    term: str
    definition: str


class Parent(TypedDict):
    code: str
    name: str


class Agency(TypedDict):
    code: str
    name: str
    region: str
    parent: Parent | None


class Imprint(TypedDict):
    place: str
    version: int
    published_at: str
    address: str
    correction: NotRequired[str]


class Original(TypedDict):
    title: str
    published_on: str | None
    address: str
    note: str


class Finding(TypedDict):
    rule: str
    level: Literal["error", "warning", "hint", "not checked"]
    message: str
    statement: str | None
    row: str | None
    column: str | None
    source: str
    where: NotRequired[str]
    also: NotRequired[list[Address]]


class Document(TypedDict):
    format: str
    title: str
    year: int
    kind: Literal["budget", "final"]
    scope: Literal["department", "unit"]
    amount_unit: str
    origin: NotRequired[Literal["entered", "transcribed"]]
    original: NotRequired[Original | None]
    draft: bool
    agency: Agency
    imprint: Imprint | None
    summary: NotRequired[object]
    parts: list[Part]
    statements: list[Statement]
    performance: Performance
    glossary: list[Term]
    findings: list[Finding]


def paragraph_text(paragraph: Paragraph) -> str:
    """The words of a paragraph, its figures among them."""
    if isinstance(paragraph, str):
        return paragraph
    return "".join(piece if isinstance(piece, str) else piece["text"] for piece in paragraph)
