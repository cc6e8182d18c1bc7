"""A document as HTML for paper: values ready to draw are handed to templates/document; it knows no PDF."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import segno
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from disclosure.exports import forms, headings
from disclosure.exports.layout import (
    BodyCell,
    HeadCell,
    IndicatorCell,
    Leaf,
    Line,
    body_cells,
    head_rows,
    indicator_rows,
    is_number_row,
    leaves,
    side_by_side,
)
from disclosure.exports.shape import Document, Form, Panel, Part, Section, Statement, paragraph_text
from disclosure.exports.widths import fit

PAGE = {"portrait": 432.0, "landscape": 728.0}  # pt, the widths of the type area in print.css
LARGEST = {"portrait": 10.0, "landscape": 9.0}
KEPT_TOGETHER = 25  # rows; a longer table starts a page and may continue on the next
LEAD = re.compile(r"^((?:[①-⑳]|（\d+）|[（(][一二三四五六七八九十]+[)）])[^：。，；]{2,14}：)(.*)$", re.DOTALL)
COUNTS = "零一二三四五六七八九十"


@dataclass(frozen=True)
class TableView:
    size: float
    widths: list[float]
    head: list[tuple[bool, list[HeadCell]]]
    lines: list[list["CellView"]]
    title: str = ""


@dataclass(frozen=True)
class CellView:
    text: str
    css: str
    heads: bool


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
        "qr": qr_code(imprint["address"]) if imprint else "",
        "contents": headings.contents(document),
        "tables": headings.tables(document),
        "table_count": chinese_count(len(statements)),
        "parts": [part_view(document, part) for part in document["parts"]],
        "statements": [statement_view(document, s, first=n == 0) for n, s in enumerate(statements)],
        "glossary": glossary_view(document),
    }


def chinese_date(moment: str) -> str:
    day = date.fromisoformat(moment[:10])
    return f"{day.year}年{day.month}月{day.day}日"


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


def part_view(document: Document, part: Part) -> PartView:
    opener, gap, name = part["title"].partition("　")
    anchor, number = f"p{part['number']}", part["number"]
    sections = [section_view(document, *found) for found in headings.sections_of(part["sections"], anchor)]
    here = number == headings.STATEMENTS_PART, number == headings.GLOSSARY_PART
    return PartView(anchor, part["title"], opener if gap else "", name if gap else part["title"], sections, *here)


def section_view(document: Document, anchor: str, depth: int, section: Section) -> SectionView:
    project, form = section.get("project"), None
    if project is not None:
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
    form, title = statement["form"], headings.statement_title(statement)
    drawn: dict[str, Any] = {}
    if form and not statement["see"]:
        drawn["forms"] = [form_view(f, form, f"（{document['year']}年度）") for f in forms.forms_of(document, form)]
    elif not form:
        drawn["tables"] = table_views(statement)
    css = statement_css(statement, first)
    return StatementView(headings.statement_anchor(statement), title, css, "　".join(left), right, statement, **drawn)


def statement_css(statement: Statement, first: bool) -> str:
    rows = len(side_by_side(statement))
    names = {"wide": statement["orientation"] == "landscape", "two": statement["layout"] == "sides", "first": first}
    forms_here = bool(statement["form"]) and not statement["see"]
    return " ".join(name for name, holds in {**names, "long": rows > KEPT_TOGETHER, "forms": forms_here}.items() if holds)


def table_views(statement: Statement) -> list[TableView]:
    """One table; several panels of the layout "list" are as many tables beneath each other."""
    panels = statement["panels"]
    if statement["status"] == "missing" or not panels:
        return []
    if statement["layout"] == "sides" or len(panels) == 1:
        return [table_view(statement, panels, side_by_side(statement), "")]
    return [table_view(statement, [panel], [[row] for row in panel["rows"]], panel["title"]) for panel in panels]


def table_view(statement: Statement, panels: list[Panel], lines: list[Line], title: str) -> TableView:
    drawn = [body_cells(panels, line) for line in lines]
    columns = [(leaf, column_texts(drawn, place)) for place, leaf in enumerate(leaves(panels))]
    total = PAGE[statement["orientation"]]
    size, widths = fit(columns, total, LARGEST[statement["orientation"]])
    head = [(is_number_row(row), row) for row in head_rows(panels, statement["column_numbers"])]
    return TableView(
        size, [round(w / total * 100, 2) for w in widths], head, [[cell_view(cell) for cell in cells] for cells in drawn], title
    )


def column_texts(lines: list[list[BodyCell]], place: int) -> list[tuple[str, int]]:
    cells = [line[place] for line in lines]
    return [(cell.text, cell.row["depth"] if cell.row else 0) for cell in cells]


def cell_view(cell: BodyCell) -> CellView:
    row = cell.row
    marks = ["r"] if cell.opens_side else []
    if cell.kind not in ("money", "count", "percent"):
        marks.append({"dash": "m", "line": "m"}.get(cell.kind, "c"))
    if row and (row["level"] == "total" or (row["level"] == "class" and cell.kind in ("code", "name"))):
        marks.append("b")
    if row and row["depth"] and cell.kind in ("code", "name"):
        marks.append(f"{cell.kind[0]}{min(row['depth'], 3)}")
    return CellView(cell.text, " ".join(marks), cell.kind == "name" and bool(cell.text))


def form_view(form: Form, kind: str, caption: str) -> FormView:
    rows = indicator_rows(form["indicators"])
    titles = forms.indicator_titles(len(rows[0])) if rows else forms.indicator_titles(4)
    figures = forms.funds(form, kind)
    words = forms.FUNDS_TITLE[kind], figures, forms.OBJECTIVE_TITLE[kind], form["objective"]
    return FormView(form["name"], caption, forms.fields(form), *words, titles, rows, len(rows) + len(figures) > KEPT_TOGETHER)


__all__ = ["Leaf", "document_html", "view"]
