"""Statements of a page: title, unit line, table or form, notes, and what is said where there is no table. It knows no site."""

from dataclasses import dataclass

from disclosure.exports import headings
from disclosure.exports.anchors import cell_id, form_id, is_tabled
from disclosure.exports.layout import leaves
from disclosure.exports.page_forms import FormView, form_views
from disclosure.exports.page_tables import TableRow, body, head, words
from disclosure.exports.shape import Document, Statement

WIDE, WIDE_ON_PHONE = 10, 6  # columns


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


def statement_views(document: Document, files: frozenset[str]) -> list[StatementView]:
    return [statement_view(statement, document, files) for statement in headings.printed(document)]


def statement_view(statement: Statement, document: Document, files: frozenset[str]) -> StatementView:
    csv = f"tables/{statement['number'] or 0:02d}-{statement['key']}.csv"
    tabled = is_tabled(statement)
    return StatementView(
        anchor=cell_id([statement["code"]]),
        number=statement["number"],
        title=statement["title"],
        meta=statement["head"],
        notes=statement["notes"],
        css=_width(statement) if tabled else "",
        status=statement["status"],
        head=head(statement) if tabled else [],
        body=body(statement) if tabled else [],
        forms=form_views(statement, document),
        see=statement["see"] or "",
        see_anchor=form_id(0) if statement["see"] and document["performance"]["projects"] else "",
        csv=csv if csv in files else "",
    )


def _width(statement: Statement) -> str:
    columns = len(leaves(statement["panels"]))
    return words(("statement--wide", columns >= WIDE), ("statement--broad", columns >= WIDE_ON_PHONE))
