"""The list of findings of a page: numbered through, grouped by level, each leading to its place. It knows no template and no site."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from disclosure.exports.levels import LEVELS, UNCHECKED, Words, checked_words
from disclosure.exports.page_marks import Marks, is_marked, marks_of, spots_of
from disclosure.exports.shape import Document, Finding

FOLDED = 5  # more hints, or rules that could not be checked, are folded away
NOTES: Mapping[str, Words] = {UNCHECKED: _("文件没有给出所需的数，这些规则无从判断。")}


@dataclass(frozen=True)
class FindingView:
    """`href`: the id of its place; "" where nothing of it is on the page."""

    number: int
    is_marked: bool
    rule: str
    message: str
    source: str
    where: str
    href: str


@dataclass(frozen=True)
class Group:
    css: str
    word: Words
    note: Words
    is_folded: bool
    findings: list[FindingView]


@dataclass(frozen=True)
class FindingsView:
    said: str
    groups: list[Group]
    has_marks: bool


def findings_view(document: Document, drawn: frozenset[str], stand_ins: Mapping[str, str]) -> tuple[FindingsView, Marks]:
    """`drawn`: the ids of the statements and cells on the page; `stand_ins`: ids of what is not -> of what stands for it."""
    ranks, spots = list(LEVELS), spots_of(document, drawn, stand_ins)
    ordered = sorted(document["findings"], key=lambda each: ranks.index(each["level"]))
    placed = [(number, each, spots.of(each)) for number, each in enumerate(ordered, 1)]
    titles = {each["code"]: each["title"] for each in document["statements"]}
    grouped = groupby(placed, key=lambda each: each[1]["level"])
    groups = [group(level, [view(*each, titles) for each in found]) for level, found in grouped]
    marks = marks_of(placed, drawn)
    return FindingsView(checked_words(ordered), groups, bool(marks.at)), marks


def group(level: str, findings: list[FindingView]) -> Group:
    is_folded = level in ("hint", UNCHECKED) and len(findings) > FOLDED
    return Group(level.replace(" ", "-"), LEVELS[level], NOTES.get(level, ""), is_folded, findings)


def view(number: int, finding: Finding, spot: str, titles: Mapping[str, str]) -> FindingView:
    return FindingView(
        number=number,
        is_marked=is_marked(finding, spot),
        rule=finding["rule"],
        message=finding["message"],
        source=finding["source"],
        where=finding.get("where") or where_of(finding, titles),
        href=spot,
    )


def where_of(finding: Finding, titles: Mapping[str, str]) -> str:
    """The table of a finding that names no place in words."""
    title = titles.get(finding["statement"] or "")
    return f"《{title}》" if title else ""
