"""Statements of a page: title, unit line, table or form, notes, and what is said where there is no table. It knows no site."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from disclosure.exports import forms, headings
from disclosure.exports.anchors import cell_id, form_id, is_tabled
from disclosure.exports.english import TITLES
from disclosure.exports.layout import leaves
from disclosure.exports.page_forms import FormView, Marked, form_views
from disclosure.exports.page_marks import Mark
from disclosure.exports.page_tables import TableRow, body, head, words
from disclosure.exports.shape import Document, Statement

WIDE, WIDE_ON_PHONE = 8, 6  # columns


@dataclass(frozen=True)
class StatementView:
    anchor: str
    number: int | None
    title: str
    meta: list[str]
    notes: list[str]
    css: str
    status: str
    head: list[TableRow]
    body: list[TableRow]
    forms: list[FormView]
    see: str
    see_anchor: str
    csv: str
    marks: Sequence[Mark]
    english: str = ""


def statement_views(document: Document, files: frozenset[str], marks: Marked) -> list[StatementView]:
    """`marks`: by the id they stand at."""
    return [statement_view(statement, document, files, marks) for statement in headings.printed(document)]


def statement_view(statement: Statement, document: Document, files: frozenset[str], marks: Marked) -> StatementView:
    csv = f"tables/{statement['number'] or 0:02d}-{statement['key']}.csv"
    tabled, anchor = is_tabled(statement), cell_id([statement["code"]])
    return StatementView(
        anchor=anchor,
        number=statement["number"],
        title=statement["title"],
        meta=[] if statement["status"] == "missing" else statement["head"],
        notes=statement["notes"],
        css=_width(statement) if tabled else "",
        status=statement["status"],
        head=head(statement) if tabled else [],
        body=body(statement, marks) if tabled else [],
        forms=form_views(statement, document, marks),
        see=statement["see"] or "",
        see_anchor=_first_form(document) if statement["see"] else "",
        csv=csv if csv in files else "",
        marks=marks.get(anchor, ()),
        english=TITLES.get(statement["code"], "") if get_language() == "en" else "",
    )


def _first_form(document: Document) -> str:
    """Where the first form of a project stands in the text."""
    return next(map(form_id, forms.in_text(document)), "")


def _width(statement: Statement) -> str:
    columns = len(leaves(statement["panels"]))
    return words(("statement--wide", columns >= WIDE), ("statement--broad", columns >= WIDE_ON_PHONE))
