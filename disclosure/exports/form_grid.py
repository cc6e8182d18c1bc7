"""A performance form as one grid of cells, which paper and workbook draw alike. It knows no markup and no sheet."""

from collections.abc import Sequence
from dataclasses import dataclass

from disclosure.exports import forms
from disclosure.exports.indicators import IndicatorCell, indicator_rows
from disclosure.exports.shape import Form


@dataclass(frozen=True)
class FormCell:
    """`scope` makes it a head; `css` is "fig" for an amount, "open" for a level that goes on below."""

    text: str
    scope: str = ""
    colspan: int = 1
    rowspan: int = 1
    css: str = ""


@dataclass(frozen=True)
class FormRow:
    """`is_head`: titles of columns; `starts_under`: it begins below a cell of an earlier row."""

    cells: list[FormCell]
    is_head: bool = False
    starts_under: bool = False


def form_width(form: Form, kind: str) -> int:
    return len(forms.indicator_columns(form, kind))


def top_rows(form: Form, kind: str) -> list[FormRow]:
    """Facts, funds, objective, and the titles of the indicators below."""
    titles = forms.indicator_columns(form, kind)
    width = len(titles)
    facts = [FormRow([FormCell(title, "row"), FormCell(text, colspan=width - 1)]) for title, text in forms.fields(form)]
    heads = FormRow([FormCell(title, "col") for title in titles.values()], is_head=True)
    return [*facts, *fund_rows(form, kind, width), *objective_rows(form, kind, width), heads]


def fund_rows(form: Form, kind: str, width: int) -> list[FormRow]:
    """One figure a fund beside a title of all, or several under titles of their own."""
    given, columns, title = forms.funds(form, kind), forms.FUND_COLUMNS.get(kind, {}), forms.FUNDS_TITLE[kind]
    if columns:
        rest = width - len(columns)
        heads = FormRow([FormCell(title, "col", rest), *(FormCell(each, "col") for each in columns.values())], is_head=True)
        return [heads, *(FormRow([FormCell(name, "row", rest), *(FormCell(each, css="fig") for each in shown)]) for name, shown in given)]
    rows = [[FormCell(name, "row"), FormCell(shown[0], colspan=width - 2)] for name, shown in given]
    whole = FormCell(title, "row", rowspan=len(rows))
    return [FormRow([whole, *rows[0]]), *(FormRow(row, starts_under=True) for row in rows[1:])]


def objective_rows(form: Form, kind: str, width: int) -> list[FormRow]:
    """One objective beside its title; what was to be reached and what was, side by side below theirs."""
    given = forms.objectives(form, kind)
    if len(given) == 1:
        return [FormRow([FormCell(given[0][0], "row"), FormCell(given[0][1], colspan=width - 1)])]
    span = width // len(given)
    heads = [FormCell(title, "col", span) for title, _ in given]
    return [FormRow(heads, is_head=True), FormRow([FormCell(text, colspan=span) for _, text in given])]


def merged_rows(form: Form, kind: str) -> list[FormRow]:
    """The indicators; a level spans the rows that share it."""
    return [
        FormRow(
            [FormCell(cell.text, "row" if cell.key in forms.LEVELS else "", rowspan=cell.rowspan) for cell in row],
            starts_under=is_under(row),
        )
        for row in indicators(form, kind)
    ]


def open_rows(form: Form, kind: str) -> list[FormRow]:
    """The indicators as rows that may stand on different pages: a level is said once, its cells below are left open."""
    left: dict[str, int] = {}
    rows = indicators(form, kind)
    return [
        FormRow([said(row, key, left) for key in forms.LEVELS] + [FormCell(cell.text) for cell in row if cell.key not in forms.LEVELS])
        for row in rows
    ]


def said(row: Sequence[IndicatorCell], key: str, left: dict[str, int]) -> FormCell:
    """The one cell of a level in this row; `left` counts the rows that its block still has."""
    cell = next((cell for cell in row if cell.key == key), None)
    left[key] = cell.rowspan - 1 if cell else left[key] - 1
    text = cell.text if cell else ""
    return FormCell(text, "row" if text else "", css="open" if left[key] else "")


def indicators(form: Form, kind: str) -> list[list[IndicatorCell]]:
    return indicator_rows(form["indicators"], forms.indicator_columns(form, kind))


def is_under(row: Sequence[IndicatorCell]) -> bool:
    return row[0].key != "level1"
