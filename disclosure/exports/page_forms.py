"""Performance forms of a page: facts, funds, objective and indicators, each once, at their addresses. It knows no template and no site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from disclosure.exports import forms, headings
from disclosure.exports.anchors import cell_id, form_id
from disclosure.exports.indicators import IndicatorCell, indicator_rows
from disclosure.exports.page_marks import Mark, flag
from disclosure.exports.page_tables import Cell, TableRow, words
from disclosure.exports.shape import Document, Form, Statement

REACHED = ("target", "actual")
WIDEST = 5  # columns; more scroll inside themselves on a phone
Marked = Mapping[str, Sequence[Mark]]  # by the id they stand at


@dataclass(frozen=True)
class FormView:
    anchor: str
    name: str
    facts: list[tuple[str, str]]
    funds_title: str
    fund_heads: Sequence[str]
    funds: list[tuple[str, list[Cell]]]
    objectives: list[tuple[str, str]]
    heads: list[tuple[str, str]]
    rows: list[TableRow]
    css: str
    marks: Sequence[Mark]


@dataclass(frozen=True)
class Places:
    """The ids of a form's figures: the statement, and of a project its row; none where the flat data do not say which row it is."""

    code: str
    row: str
    kind: str

    def fund(self, name: str) -> str:
        return self._id(self.row, name) if self.kind in forms.PROJECTS else self._id(name, "amount")

    def indicator(self, number: int, column: str) -> str:
        return self._id(f"{self.row}.{number}" if self.kind in forms.PROJECTS else str(number), column)

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
    places, columns = places_of(document, kind, index), forms.indicator_columns(form, kind)
    is_project = kind in forms.PROJECTS
    return FormView(
        anchor=form_id(index) if is_project else kind,
        name=form["name"],
        facts=forms.fields(form) if is_project else [(field["title"], field["text"]) for field in form["fields"]],
        funds_title=forms.FUNDS_TITLE[kind],
        fund_heads=[one_line(title) for title in forms.FUND_COLUMNS.get(kind, {}).values()],
        funds=_funds(form, kind, places, marks),
        objectives=forms.objectives(form, kind),
        heads=[(one_line(title), words(("n", key in REACHED), ("last", True))) for key, title in columns.items()],
        rows=[_row(row, number, places, marks) for number, row in enumerate(indicator_rows(form["indicators"], columns), 1)],
        css=words(("form--wide", len(columns) > WIDEST)),
        marks=marks.get(form_id(index), ()) if is_project else (),
    )


def one_line(title: str) -> str:
    """A title that breaks on paper."""
    return title.replace("\n", "")


def _funds(form: Form, kind: str, places: Places, marks: Marked) -> list[tuple[str, list[Cell]]]:
    """(title, cells) of every fund."""
    keyed = zip(forms.FUNDS[kind], forms.funds(form, kind), strict=True)
    return [
        (title, [_marked(text, places.fund(key), marks, "n") for key, text in zip(forms.fund_keys(kind, row), shown, strict=True)])
        for row, (title, shown) in keyed
    ]


def places_of(document: Document, kind: str, index: int) -> Places:
    """Rows of projects stand in the flat data in the order of the forms."""
    statement = next((each for each in document["statements"] if each["form"] == kind and each["panels"]), None)
    rows = [row["key"] for row in statement["panels"][0]["rows"]] if statement else []
    is_project = kind in forms.PROJECTS
    if statement is None or (is_project and len(rows) != len(document["performance"]["projects"])):
        return Places("", "", kind)
    return Places(statement["code"], rows[index] if is_project else "", kind)


def form_places(document: Document) -> frozenset[str]:
    """The ids of all figures in forms, in part two or in the text."""
    views = [view for statement in headings.printed(document) for view in form_views(statement, document, {})]
    projects = document["performance"]["projects"]
    kind = forms.project_kind(document["statements"])
    views += [form_view(document, projects[index], kind, index, {}) for index in forms.in_text(document)]
    return frozenset(cell.anchor for view in views for cell in _cells(view) if cell.anchor)


def stand_ins(document: Document) -> dict[str, str]:
    """Forms in the text that stand for a statement that is not printed: ids of the statement and of its rows -> the form's."""
    kind, shown = forms.project_kind(document["statements"]), forms.in_text(document)
    statement = next((each for each in document["statements"] if each["form"] == kind and not each["printed"]), None)
    if statement is None or not shown:
        return {}
    rows = {cell_id([statement["code"], places_of(document, kind, index).row]): form_id(index) for index in shown}
    return {**rows, cell_id([statement["code"]]): form_id(shown[0])}


def _cells(view: FormView) -> Iterator[Cell]:
    yield from (cell for _, cells in view.funds for cell in cells)
    yield from (cell for row in view.rows for cell in row.cells)


def _row(row: Sequence[IndicatorCell], number: int, places: Places, marks: Marked) -> TableRow:
    return TableRow([_cell(cell, places.indicator(number, cell.key), marks, is_first=index == 0) for index, cell in enumerate(row)])


def _cell(cell: IndicatorCell, anchor: str, marks: Marked, *, is_first: bool) -> Cell:
    scope = ("rowgroup" if cell.rowspan > 1 else "row") if cell.key in forms.LEVELS else ""
    css = words(("n", cell.key in REACHED), ("inset", is_first and cell.key != "level1"))
    return _marked(cell.text, anchor, marks, css, scope, cell.rowspan)


def _marked(text: str, anchor: str, marks: Marked, css: str = "", scope: str = "", rowspan: int = 1) -> Cell:
    own = marks.get(anchor, ())
    return Cell(text, words((css, bool(css)), (flag(own), bool(own))), scope, anchor, rowspan=rowspan, marks=own)
