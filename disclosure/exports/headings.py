"""Titles, anchors and the table of contents of a document: what every output that has pages or links calls its pieces.

It knows the document's shape and no markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.exports.shape import Document, Part, Section, Statement

HELD = {2: "statements", 4: "glossary"}  # in documents stored before parts said what they hold
MISSING = "原公开文本未载此表。"
BARE_NUMBERS = frozenset("一二三四五六七八九十百")


@dataclass(frozen=True)
class Entry:
    """One line of the contents; level 1 part, 2 chapter or table, 3 section."""

    level: int
    anchor: str
    title: str


def holds(part: Part) -> str:
    """ "statements" or "glossary" for the part that prints them; "" for text alone."""
    return part.get("holds", HELD.get(part["number"], ""))


def section_title(section: Section) -> str:
    number = section["number"]
    bare = bool(number) and set(number) <= BARE_NUMBERS
    return f"{number}{'、' if bare else ''}{section['title']}"


def statement_title(statement: Statement) -> str:
    return f"表{statement['number']}　{statement['title']}"


def statement_anchor(statement: Statement) -> str:
    return f"t{statement['number']}"


def head_line(statement: Statement) -> tuple[str, str, str]:
    """What stands above a table at the left, in the middle and at the right; heads of two have no middle."""
    *left, right = statement["head"] or [""]
    first, *middle = left or [""]
    return first, "　".join(middle), right


def instead_of(statement: Statement) -> str:
    """The sentence that stands in the place of the table or form; "" where that is printed itself."""
    return statement["see"] or (MISSING if statement["status"] == "missing" else "")


def printed(document: Document) -> list[Statement]:
    return [statement for statement in document["statements"] if statement["printed"]]


def glossary_sections(document: Document) -> dict[str, list[int]]:
    """Section of the glossary -> indexes of its terms, in order."""
    found: dict[str, list[int]] = {}
    for index, term in enumerate(document["glossary"]):
        found.setdefault(term["section"], []).append(index)
    return found


def sections_of(sections: list[Section], anchor: str, depth: int = 0) -> Iterator[tuple[str, int, Section]]:
    """(anchor, depth, section) of all sections, outer ones first."""
    for index, section in enumerate(sections, 1):
        own = f"{anchor}-{index}"
        yield own, depth, section
        yield from sections_of(section["sections"], own, depth + 1)


def contents(document: Document) -> list[Entry]:
    entries: list[Entry] = []
    for part in document["parts"]:
        anchor = f"p{part['number']}"
        entries.append(Entry(1, anchor, part["title"]))
        entries += [Entry(2 + depth, own, section_title(s)) for own, depth, s in sections_of(part["sections"], anchor) if depth < 2]
        if holds(part) == "statements":
            entries += tables(document)
        if holds(part) == "glossary":
            entries += [Entry(2, f"g{n}", title) for n, title in enumerate(glossary_sections(document), 1)]
    return entries


def tables(document: Document) -> list[Entry]:
    return [Entry(2, statement_anchor(statement), statement_title(statement)) for statement in printed(document)]
