"""The page of a disclosure, computed from its document alone: what stands where, in which words, with which ids.

The release page and the standalone file are both drawn from it. It knows no address of the site and no database.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, cast

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from disclosure.exports import forms
from disclosure.exports.anchors import place_of, places, term_id
from disclosure.exports.headings import holds
from disclosure.exports.levels import Words
from disclosure.exports.original import OriginalView, original_of
from disclosure.exports.page_counts import counted
from disclosure.exports.page_findings import FindingsView, findings_view
from disclosure.exports.page_forms import FormView, form_places, form_view, stand_ins
from disclosure.exports.page_marks import Marks
from disclosure.exports.page_prose import Block, Reading, blocks
from disclosure.exports.page_statements import StatementView, statement_views
from disclosure.exports.shape import Document, Part, Term

SCOPES = {"department": _("部门"), "unit": _("单位")}
KINDS = {"budget": _("预算"), "final": _("决算")}
# direction: arrow, word before the amount, word before the rate. An equal or unknown figure is said in words alone.
DIRECTIONS: dict[str, tuple[str, Words, Words]] = {
    "increase": ("↑", _("增加"), _("增长")),
    "decrease": ("↓", _("减少"), _("下降")),
    "equal": ("", _("与上年持平"), ""),
    "gone": ("↓", _("减少"), _("下降")),
    "new": ("", _("上年无此项"), ""),
    "none": ("", _("两年均无此项"), ""),
    "unknown": ("", _("无上年数可比"), ""),
}


@dataclass(frozen=True)
class Change:
    arrow: str
    word: Words
    amount: str
    rate_word: Words
    rate: str


@dataclass(frozen=True)
class FigureView:
    title: str
    text: str
    unit: str
    anchor: str
    change: Change


@dataclass(frozen=True)
class Summary:
    answer: SafeString
    detail: SafeString
    why: list[SafeString]
    figures: list[FigureView]


@dataclass(frozen=True)
class TermView:
    anchor: str
    number: str
    term: str
    definition: str


@dataclass(frozen=True)
class PartView:
    anchor: str
    label: str
    title: str
    name: str
    rest: str
    short: str
    rows: list[tuple[Block, FormView | None]]
    statements: list[StatementView] = field(default_factory=list)
    glossary: list[tuple[str, list[TermView]]] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    document: Document
    scope: Words
    kind: Words
    name: str
    rest: str
    summary: Summary | None
    parts: list[PartView]
    findings: FindingsView
    original: OriginalView | None


def page_of(document: Document, files: frozenset[str] = frozenset()) -> Page:
    """`files`: names of the files that stand beside the page; only to these the tables link."""
    instead = stand_ins(document)
    known = places(document["statements"]) | form_places(document) | set(instead.values())
    name, rest = _divided(document["title"], document["agency"]["name"])
    findings, marks = findings_view(document, known, instead)
    reading = Reading(known, document["glossary"], counted(document["statements"]), marks=marks.at, unplaced=set(marks.unplaced))
    return Page(
        document=document,
        scope=SCOPES[document["scope"]],
        kind=KINDS[document["kind"]],
        name=name,
        rest=rest,
        summary=_summary(cast(Any, document.get("summary")), known, marks),
        parts=[_part(part, document, reading, files) for part in document["parts"]],
        findings=findings,
        original=original_of(document),
    )


def _divided(title: str, name: str) -> tuple[str, str]:
    """A title that begins with the agency's name breaks behind the name, not inside it."""
    return (name, title[len(name) :]) if title.startswith(name) else ("", title)


def _summary(summary: Any, known: frozenset[str], marks: Marks) -> Summary | None:
    if not summary:
        return None
    # The summary explains no terms and gives no ids: its own reading.
    reading = Reading(known, [], marks=marks.at)
    return Summary(
        answer=reading.paragraph(summary["answer"]),
        detail=reading.paragraph(summary["detail"] or ""),
        why=[reading.paragraph(paragraph) for paragraph in summary["why"]],
        figures=[_figure(figure, known) for figure in summary["figures"]],
    )


def _figure(figure: Any, known: frozenset[str]) -> FigureView:
    return FigureView(figure["title"], figure["text"], figure["unit"], place_of(figure["cell"], known), change_of(figure))


def change_of(figure: Any) -> Change:
    """`figure` is one of the summary's: direction, change and rate."""
    arrow, word, rate_word = DIRECTIONS[figure["direction"]]
    amount, rate = (figure.get("change") or "", figure.get("rate") or "") if arrow else ("", "")
    return Change(arrow, word, amount, rate_word, rate)


def _part(part: Part, document: Document, reading: Reading, files: frozenset[str]) -> PartView:
    label, _gap, title = part["title"].partition("　")
    name, rest = _divided(title, document["agency"]["name"])
    held, kind = holds(part), forms.project_kind(document["statements"])
    projects = document["performance"]["projects"] if forms.stand_in_text(document["statements"]) else []
    rows = blocks(part["sections"], projects, reading)
    return PartView(
        anchor=f"part-{part['number']}",
        label=label,
        title=title,
        name=name,
        rest=rest,
        short=rest.removeprefix(f"{document['year']}年").removeprefix("度"),
        rows=[(row, form_view(document, row.form, kind, row.form_index, reading.marks) if row.form else None) for row in rows],
        statements=statement_views(document, files, reading.marks) if held == "statements" else [],
        glossary=_glossary(document["glossary"]) if held == "glossary" else [],
    )


def _glossary(terms: Sequence[Term]) -> list[tuple[str, list[TermView]]]:
    numbered = enumerate(terms)
    return [
        (section, [TermView(term_id(index), term["number"], term["term"], term["definition"]) for index, term in group])
        for section, group in groupby(numbered, key=lambda pair: pair[1]["section"])
    ]
