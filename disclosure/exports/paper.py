"""A document as HTML for paper: values ready to draw are handed to templates/document; it knows no PDF."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any
from urllib.parse import quote

import segno
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from disclosure.exports import forms, headings
from disclosure.exports.dates import chinese_date
from disclosure.exports.drawing import PAGE, TableView, table_views
from disclosure.exports.form_grid import FormRow, merged_rows, open_rows, top_rows
from disclosure.exports.grid import placed
from disclosure.exports.layout import side_by_side
from disclosure.exports.original import original_of
from disclosure.exports.shape import Document, Form, Part, Section, Statement, paragraph_text
from disclosure.exports.widths import PADDING, text_width

KEPT_TOGETHER = 25  # rows; a longer table starts a page and may continue on the next
LEAD = re.compile(r"^((?:[①-⑳]|（\d+）|[（(][一二三四五六七八九十]+[)）])[^：。，；]{2,14}：)(.*)$", re.DOTALL)
WIDTHS = {4: (18, 25, 35, 22), 5: (18, 20, 28, 17, 17), 6: (16, 16, 16, 14, 14, 24)}  # % by the number of columns of a form
BRIEF, FEW = (16, 16, 24, 15, 15, 14), 6  # of a form without reasons of more than a few characters
FORM_ROOM, FORM_SIZE, FORM_LEADING, FORM_WHITE = 540.0, 9.5, 12.5, 4.3  # pt: of a page below two headings, of type, of rows
COUNTS = "零一二三四五六七八九十"


@dataclass(frozen=True)
class FormView:
    caption: str
    widths: Sequence[int]
    rows: list[FormRow]
    is_long: bool


@dataclass(frozen=True)
class StatementView:
    anchor: str
    title: str
    css: str
    left: str
    middle: str
    right: str
    statement: Statement
    instead: str
    tables: list[TableView] = field(default_factory=list)
    forms: list[FormView] = field(default_factory=list)


@dataclass(frozen=True)
class SectionView:
    anchor: str
    tag: str
    title: str
    paragraphs: list[tuple[str, str]]
    form: FormView | None


@dataclass(frozen=True)
class PartView:
    anchor: str
    title: str
    opener: str
    name: str
    sections: list[SectionView]
    holds_statements: bool
    holds_glossary: bool


def document_html(document: Document) -> str:
    """The whole document without its style sheet, which the renderer keeps warm."""
    return render_to_string("document/document.html", view(document))


def view(document: Document) -> dict[str, Any]:
    imprint = document["imprint"]
    year = f"{document['year']}年"
    name, _, rest = document["title"].partition(year)
    statements = headings.printed(document)
    return {
        "document": document,
        "name": name,
        "rest": year + rest if rest else document["title"],
        "what": "预算公开" if document["kind"] == "budget" else "决算公开",
        "level": "单位" if document["scope"] == "unit" else "部门",
        "published": chinese_date(imprint["published_at"]) if imprint else "",
        "original": original_of(document),
        "draft_mark": draft_mark() if document["draft"] else "",
        "qr": qr_code(imprint["address"]) if imprint else "",
        "contents": headings.contents(document),
        "tables": headings.tables(document),
        "table_count": chinese_count(len(statements)),
        "parts": [part_view(document, part) for part in document["parts"]],
        "statements": [statement_view(document, s, first=n == 0) for n, s in enumerate(statements)],
        "glossary": glossary_view(document),
    }


def chinese_count(count: int) -> str:
    if count <= 10:
        return COUNTS[count]
    return f"十{COUNTS[count - 10]}" if count < 20 else str(count)


def qr_code(address: str) -> SafeString:
    """segno writes the SVG itself: a path and a title that it escapes."""
    out = io.BytesIO()
    options: dict[str, Any] = {"xmldecl": False, "svgns": True, "omitsize": True, "border": 0, "nl": False}
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", svgclass="qr", lineclass=None, title="本文件固定网址二维码", **options
    )
    return mark_safe(out.getvalue().decode())  # noqa: S308


def draft_mark() -> SafeString:
    """草稿 as outlines in a data address: a picture of words, so that only the mark at the foot is read."""
    drawing = render_to_string("document/draft.svg").strip()
    return mark_safe(f"data:image/svg+xml,{quote(drawing)}")  # noqa: S308


def part_view(document: Document, part: Part) -> PartView:
    opener, gap, name = part["title"].partition("　")
    anchor, held = f"p{part['number']}", headings.holds(part)
    sections = [section_view(document, *found) for found in headings.sections_of(part["sections"], anchor)]
    title = opener if gap else "", name if gap else part["title"]
    return PartView(anchor, part["title"], *title, sections, held == "statements", held == "glossary")


def section_view(document: Document, anchor: str, depth: int, section: Section) -> SectionView:
    project, form = section.get("project"), None
    if project is not None and forms.stand_in_text(document["statements"]):
        kind = forms.project_kind(document["statements"])
        form = form_view(document["performance"]["projects"][project], kind, forms.caption(document))
    texts = [paragraph_text(paragraph) for paragraph in section["paragraphs"]]
    led = [split_lead(text) if project is not None else ("", text) for text in texts]
    return SectionView(anchor, f"h{min(3 + depth, 5)}", headings.section_title(section), led, form)


def split_lead(text: str) -> tuple[str, str]:
    """ "①项目概述：", which is set bold, and what follows."""
    found = LEAD.match(text)
    return (found[1], found[2]) if found else ("", text)


def glossary_view(document: Document) -> list[tuple[str, str, list[tuple[str, str]]]]:
    terms = document["glossary"]
    return [
        (f"g{n}", title, [(f"{terms[i]['number']}{terms[i]['term']}：", terms[i]["definition"]) for i in indexes])
        for n, (title, indexes) in enumerate(headings.glossary_sections(document).items(), 1)
    ]


def statement_view(document: Document, statement: Statement, *, first: bool) -> StatementView:
    form, title, instead = statement["form"], headings.statement_title(statement), headings.instead_of(statement)
    drawn: dict[str, Any] = {}
    if form and not instead:
        drawn["forms"] = [form_view(f, form, f"（{document['year']}年度）") for f in forms.forms_of(document, form)]
    elif not form:
        drawn["tables"] = table_views(statement)
    css, head = statement_css(statement, first), headings.head_line(statement)
    return StatementView(headings.statement_anchor(statement), title, css, *head, statement, instead, **drawn)


def statement_css(statement: Statement, first: bool) -> str:
    if statement["status"] == "missing":
        return "first" if first else ""
    rows = len(side_by_side(statement))
    names = {"wide": statement["orientation"] == "landscape", "two": statement["layout"] == "sides", "first": first}
    forms_here = bool(statement["form"]) and not statement["see"]
    return " ".join(name for name, holds in {**names, "long": rows > KEPT_TOGETHER, "forms": forms_here}.items() if holds)


def form_view(form: Form, kind: str, caption: str) -> FormView:
    widths = form_widths(form, kind)
    top, merged = top_rows(form, kind), merged_rows(form, kind)
    is_long = len(merged) + len(forms.FUNDS[kind]) > KEPT_TOGETHER or form_height([*top, *merged], widths) > FORM_ROOM
    rows = [*top, *(open_rows(form, kind) if is_long else merged)]
    return FormView(caption, widths, rows, is_long)


def form_widths(form: Form, kind: str) -> Sequence[int]:
    """Reasons take their room from the names of indicators, where there are any."""
    columns = forms.indicator_columns(form, kind)
    is_brief = "reason" in columns and all(len(item.get("reason") or "") <= FEW for item in form["indicators"])
    return BRIEF if is_brief else WIDTHS[len(columns)]


def form_height(rows: Sequence[FormRow], widths: Sequence[int]) -> float:
    """Points, as print.css sets forms; a form that is kept together but needs more than a page leaves its heading behind."""
    lines = [1] * len(rows)
    for number, column, cell in placed([row.cells for row in rows]):
        room = (sum(widths[column : column + cell.colspan]) / 100 * PAGE["portrait"] - PADDING) / FORM_SIZE
        if cell.rowspan == 1:
            lines[number] = max(lines[number], sum(ceil(text_width(piece) / room) or 1 for piece in cell.text.split("\n")))
    return sum(count * FORM_LEADING + FORM_WHITE for count in lines)
