"""A document as HTML for paper: values ready to draw are handed to templates/document; it knows no PDF."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import segno
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from disclosure.exports import forms, headings
from disclosure.exports.dates import chinese_date
from disclosure.exports.drawing import TableView, table_views
from disclosure.exports.layout import IndicatorCell, indicator_rows, side_by_side
from disclosure.exports.original import original_of
from disclosure.exports.shape import Document, Form, Part, Section, Statement, paragraph_text

KEPT_TOGETHER = 25  # rows; a longer table starts a page and may continue on the next
LEAD = re.compile(r"^((?:[①-⑳]|（\d+）|[（(][一二三四五六七八九十]+[)）])[^：。，；]{2,14}：)(.*)$", re.DOTALL)
COUNTS = "零一二三四五六七八九十"


@dataclass(frozen=True)
class FormView:
    name: str
    caption: str
    fields: list[tuple[str, str]]
    funds_title: str
    funds: list[tuple[str, str]]
    objective_title: str
    objective: str
    titles: Sequence[str]
    indicators: list[list[IndicatorCell]]
    is_long: bool


@dataclass(frozen=True)
class StatementView:
    anchor: str
    title: str
    css: str
    left: str
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
    anchor, number = f"p{part['number']}", part["number"]
    sections = [section_view(document, *found) for found in headings.sections_of(part["sections"], anchor)]
    here = number == headings.STATEMENTS_PART, number == headings.GLOSSARY_PART
    return PartView(anchor, part["title"], opener if gap else "", name if gap else part["title"], sections, *here)


def section_view(document: Document, anchor: str, depth: int, section: Section) -> SectionView:
    project, form = section.get("project"), None
    if project is not None and forms.stand_in_text(document["statements"]):
        title = f"{forms.project_title(document['statements'])}（{document['year']}年度）"
        form = form_view(document["performance"]["projects"][project], "project", title)
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
    *left, right = statement["head"] or [""]
    form, title, instead = statement["form"], headings.statement_title(statement), headings.instead_of(statement)
    drawn: dict[str, Any] = {}
    if form and not instead:
        drawn["forms"] = [form_view(f, form, f"（{document['year']}年度）") for f in forms.forms_of(document, form)]
    elif not form:
        drawn["tables"] = table_views(statement)
    css = statement_css(statement, first)
    return StatementView(headings.statement_anchor(statement), title, css, "　".join(left), right, statement, instead, **drawn)


def statement_css(statement: Statement, first: bool) -> str:
    if statement["status"] == "missing":
        return "first" if first else ""
    rows = len(side_by_side(statement))
    names = {"wide": statement["orientation"] == "landscape", "two": statement["layout"] == "sides", "first": first}
    forms_here = bool(statement["form"]) and not statement["see"]
    return " ".join(name for name, holds in {**names, "long": rows > KEPT_TOGETHER, "forms": forms_here}.items() if holds)


def form_view(form: Form, kind: str, caption: str) -> FormView:
    rows = indicator_rows(form["indicators"])
    titles = forms.indicator_titles(len(rows[0])) if rows else forms.indicator_titles(4)
    figures = forms.funds(form, kind)
    words = forms.FUNDS_TITLE[kind], figures, forms.OBJECTIVE_TITLE[kind], form["objective"]
    is_long = len(rows) + len(figures) > KEPT_TOGETHER
    return FormView(form["name"], caption, forms.fields(form), *words, titles, unmerged(rows) if is_long else rows, is_long)


def unmerged(rows: list[list[IndicatorCell]]) -> list[list[IndicatorCell]]:
    """Rows that may stand on different pages: a level is said once and its cells below are left open, not spanned."""
    level: dict[str, int] = {}
    return [[cell for key in ("level1", "level2") for cell in said(row, key, level)] + plain(row) for row in rows]


def said(row: list[IndicatorCell], key: str, left: dict[str, int]) -> list[IndicatorCell]:
    """The one cell of a level in this row; `left` counts the rows that its block still has."""
    cell = next((cell for cell in row if cell.key == key), None)
    left[key] = cell.rowspan - 1 if cell else left[key] - 1
    return [IndicatorCell(cell.text if cell else "", "open" if left[key] else "closed")]


def plain(row: list[IndicatorCell]) -> list[IndicatorCell]:
    return [cell for cell in row if cell.key not in ("level1", "level2")]
