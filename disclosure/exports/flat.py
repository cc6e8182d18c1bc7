"""The document as flat rows: every figure at its address, and every text that a reader may look for. It sees only the document."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from disclosure.exports.anchors import form_id, term_id
from disclosure.exports.plain_figures import plain_figure
from disclosure.exports.shape import Paragraph, Section, Statement

PROJECTS = "YX09"
BY_FUNCTION = ("YS03", "JS03")
UNITS: Mapping[str, Decimal] = {"万元": Decimal(10_000), "元": Decimal(1)}
LONGEST_TEXT, LONGEST_TITLE = 2000, 200


@dataclass(frozen=True, slots=True)
class FlatFigure:
    """One filled cell. `text`: as printed (万元 for money); `yuan`: the amount, of money alone; `parent`: the code above in the tree.

    A document made elsewhere has no exact amounts: its `yuan` is what is printed, and `is_exact` says so.
    """

    statement: str
    row: str
    column: str
    code: str
    level: str
    name: str
    kind: str
    text: str
    yuan: Decimal | None
    is_exact: bool = True

    @property
    def address(self) -> tuple[str, str, str]:
        """Statement, row, column: once in a document."""
        return self.statement, self.row, self.column

    @property
    def parent(self) -> str:
        return self.code[:-2] if len(self.code) > 3 else ""


@dataclass(frozen=True, slots=True)
class FlatText:
    """A project, a term or a paragraph, and where on the page it stands. `yuan` and `printed`: a project's amount."""

    kind: str
    place: str
    title: str
    text: str
    yuan: Decimal | None = None
    printed: str = ""


def figures_of(document: Mapping[str, Any]) -> list[FlatFigure]:
    """Every cell that prints something countable, in the order of the document."""
    return [figure for statement in document["statements"] for figure in _of_statement(statement, UNITS[document["amount_unit"]])]


def _of_statement(statement: Statement, unit: Decimal) -> Iterator[FlatFigure]:
    for panel in statement["panels"]:
        kinds = {column["key"]: column["kind"] for column in panel["columns"]}
        for row in panel["rows"]:
            said = (row["code"] or "", row["level"], row["name"])
            for key, printed in row["cells"].items():
                kind = row.get("kind") or kinds.get(key, "text")
                if printed and kind not in ("text", "dash"):
                    yuan, is_exact = _amount(row["yuan"].get(key), printed, unit) if kind == "money" else (None, True)
                    yield FlatFigure(statement["code"], row["key"], key, *said, kind, printed, yuan, is_exact)


def _amount(exact: str | None, printed: str, unit: Decimal) -> tuple[Decimal | None, bool]:
    """The exact amount; where there is none, the printed one; None where what is printed is no amount."""
    if exact:
        return Decimal(exact), True
    plain = plain_figure(printed)
    return (Decimal(plain) * unit, False) if plain and not plain.endswith("%") else (None, True)


def main_class(figures: Iterable[FlatFigure]) -> FlatFigure | None:
    """The 类 on which most is spent; of equals the first."""
    classes = [each for each in figures if each.statement in BY_FUNCTION and each.column == "total" and each.level == "class" and each.yuan]
    return max(classes, key=lambda each: each.yuan or Decimal(0), default=None)


def texts_of(document: Mapping[str, Any]) -> list[FlatText]:
    """Projects first, then what the text says, then the terms."""
    return [*_projects(document), *_paragraphs(document), *_terms(document)]


def _projects(document: Mapping[str, Any]) -> Iterator[FlatText]:
    forms = [project["name"] for project in document["performance"].get("projects", ())]
    for statement in (each for each in document["statements"] if each["code"] == PROJECTS):
        for row in (row for panel in statement["panels"] for row in panel["rows"]):
            yuan = row["yuan"].get("amount")
            index = forms.index(row["name"]) if row["name"] in forms else None
            place, said = (form_id(index), _said(document, index)) if index is not None else ("", "")
            yield FlatText("project", place, _short(row["name"]), said, Decimal(yuan) if yuan else None, row["cells"].get("amount") or "")


def _said(document: Mapping[str, Any], index: int) -> str:
    """What the form of a project says in words."""
    project = document["performance"]["projects"][index]
    return " ".join(part for part in (project.get("objective"), *(field["text"] for field in project["fields"])) if part)[:LONGEST_TEXT]


def _paragraphs(document: Mapping[str, Any]) -> Iterator[FlatText]:
    for part in document["parts"]:
        for section in part["sections"]:
            yield from _of_section(section, f"part-{part['number']}", "")


def _of_section(section: Section, place: str, above: str) -> Iterator[FlatText]:
    title = f"{above}，{section['title']}" if above else section["title"]
    for paragraph in section["paragraphs"]:
        yield FlatText("text", place, _short(title), plain(paragraph)[:LONGEST_TEXT])
    for below in section["sections"]:
        yield from _of_section(below, place, title)


def plain(paragraph: Paragraph) -> str:
    """The paragraph as a reader reads it."""
    return paragraph if isinstance(paragraph, str) else "".join(each if isinstance(each, str) else each["text"] for each in paragraph)


def _terms(document: Mapping[str, Any]) -> Iterator[FlatText]:
    for index, term in enumerate(document["glossary"]):
        yield FlatText("term", term_id(index), _short(term["term"]), term["definition"][:LONGEST_TEXT])


def _short(title: str) -> str:
    return title[:LONGEST_TITLE]
