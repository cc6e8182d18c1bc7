"""Performance forms of a page: facts, funds, objective and indicators, each once. It knows no template and no site."""

from collections.abc import Sequence
from dataclasses import dataclass

from disclosure.exports import forms
from disclosure.exports.anchors import form_id
from disclosure.exports.layout import IndicatorCell, indicator_rows
from disclosure.exports.page_tables import Cell, TableRow, words
from disclosure.exports.shape import Document, Form, Statement


@dataclass(frozen=True)
class FormView:
    anchor: str
    name: str
    facts: list[tuple[str, str]]
    funds_title: str
    funds: list[tuple[str, str]]
    objective_title: str
    objective: str
    heads: Sequence[str]
    rows: list[TableRow]


def form_views(statement: Statement, document: Document) -> list[FormView]:
    """The faces printed in the place of the table; where `see` stands, they stand in their sections."""
    kind = statement["form"]
    if kind is None or statement["see"]:
        return []
    return [form_view(form, kind, index) for index, form in enumerate(forms.forms_of(document, kind))]


def form_view(form: Form, kind: str, index: int) -> FormView:
    rows = [_row(row) for row in indicator_rows(form["indicators"])]
    widest = max((len(row.cells) for row in rows), default=4)
    return FormView(
        anchor=form_id(index) if kind == "project" else kind,
        name=form["name"],
        facts=forms.fields(form) if kind == "project" else [(field["title"], field["text"]) for field in form["fields"]],
        funds_title=forms.FUNDS_TITLE[kind],
        funds=forms.funds(form, kind),
        objective_title=forms.OBJECTIVE_TITLE[kind],
        objective=form["objective"],
        heads=forms.indicator_titles(widest),
        rows=rows,
    )


def _row(row: Sequence[IndicatorCell]) -> TableRow:
    return TableRow([_cell(cell, is_first=index == 0) for index, cell in enumerate(row)])


def _cell(cell: IndicatorCell, *, is_first: bool) -> Cell:
    scope = ("rowgroup" if cell.rowspan > 1 else "row") if cell.key in ("level1", "level2") else ""
    css = words(("n", cell.key in ("target", "actual")), ("inset", is_first and cell.key != "level1"))
    return Cell(cell.text, css, scope, rowspan=cell.rowspan)
