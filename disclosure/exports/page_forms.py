"""Performance forms of a page: facts, funds, objective and indicators, each once, at their addresses. It knows no template and no site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from disclosure.exports import forms, headings
from disclosure.exports.anchors import cell_id, form_id
from disclosure.exports.layout import IndicatorCell, indicator_rows
from disclosure.exports.page_marks import Mark, flag
from disclosure.exports.page_tables import Cell, TableRow, words
from disclosure.exports.shape import Document, Form, Statement

Marked = Mapping[str, Sequence[Mark]]  # by the id they stand at


@dataclass(frozen=True)
class FormView:
    anchor: str
    name: str
    facts: list[tuple[str, str]]
    funds_title: str
    funds: list[tuple[str, Cell]]
    objective_title: str
    objective: str
    heads: Sequence[str]
    rows: list[TableRow]


@dataclass(frozen=True)
class Places:
    """The ids of a form's figures: the statement, and of a project its row; none where the flat data do not say which row it is."""

    code: str
    row: str
    kind: str

    def fund(self, name: str) -> str:
        return self._id(self.row, name) if self.kind == "project" else self._id(name, "amount")

    def indicator(self, number: int, column: str) -> str:
        return self._id(f"{self.row}.{number}" if self.kind == "project" else str(number), column)

    def _id(self, row: str, column: str) -> str:
        return cell_id([self.code, row, column]) if self.code else ""


def form_views(statement: Statement, document: Document, marks: Marked) -> list[FormView]:
    """The faces printed in the place of the table, unless a sentence stands there."""
    kind = statement["form"]
    if kind is None or headings.instead_of(statement):
        return []
    return [form_view(document, form, kind, index, marks) for index, form in enumerate(forms.forms_of(document, kind))]


def form_view(document: Document, form: Form, kind: str, index: int, marks: Marked) -> FormView:
    """The `index`th form of its kind."""
    places = places_of(document, kind, index)
    rows = [_row(row, number, places, marks) for number, row in enumerate(indicator_rows(form["indicators"]), 1)]
    widest = max((len(row.cells) for row in rows), default=4)
    return FormView(
        anchor=form_id(index) if kind == "project" else kind,
        name=form["name"],
        facts=forms.fields(form) if kind == "project" else [(field["title"], field["text"]) for field in form["fields"]],
        funds_title=forms.FUNDS_TITLE[kind],
        funds=[
            (title, _marked(text, places.fund(key), marks))
            for key, (title, text) in zip(forms.FUNDS[kind], forms.funds(form, kind), strict=True)
        ],
        objective_title=forms.OBJECTIVE_TITLE[kind],
        objective=form["objective"],
        heads=forms.indicator_titles(widest),
        rows=rows,
    )


def places_of(document: Document, kind: str, index: int) -> Places:
    """Rows of projects stand in the flat data in the order of the forms."""
    statement = next((each for each in document["statements"] if each["form"] == kind and each["panels"]), None)
    rows = [row["key"] for row in statement["panels"][0]["rows"]] if statement else []
    if statement is None or (kind == "project" and len(rows) != len(document["performance"]["projects"])):
        return Places("", "", kind)
    return Places(statement["code"], rows[index] if kind == "project" else "", kind)


def form_places(document: Document) -> frozenset[str]:
    """The ids of all figures in forms, in part two or in the text."""
    views = [view for statement in headings.printed(document) for view in form_views(statement, document, {})]
    projects = document["performance"]["projects"]
    views += [form_view(document, projects[index], "project", index, {}) for index in forms.in_text(document)]
    return frozenset(cell.anchor for view in views for cell in _cells(view) if cell.anchor)


def _cells(view: FormView) -> Iterator[Cell]:
    yield from (cell for _, cell in view.funds)
    yield from (cell for row in view.rows for cell in row.cells)


def _row(row: Sequence[IndicatorCell], number: int, places: Places, marks: Marked) -> TableRow:
    return TableRow([_cell(cell, places.indicator(number, cell.key), marks, is_first=index == 0) for index, cell in enumerate(row)])


def _cell(cell: IndicatorCell, anchor: str, marks: Marked, *, is_first: bool) -> Cell:
    scope = ("rowgroup" if cell.rowspan > 1 else "row") if cell.key in ("level1", "level2") else ""
    css = words(("n", cell.key in ("target", "actual")), ("inset", is_first and cell.key != "level1"))
    return _marked(cell.text, anchor, marks, css, scope, cell.rowspan)


def _marked(text: str, anchor: str, marks: Marked, css: str = "", scope: str = "", rowspan: int = 1) -> Cell:
    own = marks.get(anchor, ())
    return Cell(text, words((css, bool(css)), (flag(own), bool(own))), scope, anchor, rowspan=rowspan, marks=own)
