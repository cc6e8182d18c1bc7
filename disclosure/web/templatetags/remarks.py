"""How a draft's sections, cells and the comments beside them are drawn. Knows the document, no filing's rows."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from disclosure.exports.shape import Panel, Row, Section, paragraph_text

register = template.Library()
Remarks = Mapping[str, list[Any]]


@register.simple_tag
def draft_section(filing: Any, above: str | int, section: Section, remarks: Remarks) -> SafeString:
    """A section with its paragraphs, their comments, and the sections below it."""
    address = f"{above}/{section['number']}"
    paragraphs = [
        (number, paragraph_text(each), f"{address}/{number}", remarks.get(f"{address}/{number}", []))
        for number, each in enumerate(section["paragraphs"], 1)
    ]
    context = {
        "section": section,
        "address": address,
        "new": reverse("comment_new", args=[filing.pk]),
        "here": remarks.get(address, []),
        "paragraphs": paragraphs,
        "below": mark_safe("".join(draft_section(filing, address, each, remarks) for each in section["sections"])),  # noqa: S308  templates' own
    }
    return SafeString(render_to_string("office/filings/section.html", context))


@register.filter
def cells(row: Row, panel: Panel) -> list[str]:
    """The printed cells of a row in the order of the panel's columns."""
    return [row["cells"].get(column["key"]) or "" for column in panel["columns"]]


@register.filter
def of_row(remarks: Remarks, statement: Mapping[str, Any]) -> Remarks:
    """The comments at a table's cells."""
    return {address: found for address, found in remarks.items() if address.startswith(f"{statement['code']}/")}


@register.filter
def of_key(remarks: Remarks, row: Row) -> list[Any]:
    """The comments at the cells of a row."""
    return [each for address, found in remarks.items() if address.split("/")[1:2] == [row["key"]] for each in found]
