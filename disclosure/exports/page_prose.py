"""Running text of a page: headings, paragraphs with linked figures and terms, notes in the margin.

It knows the parts and the glossary of a document; it knows nothing of tables, addresses of the site or the database.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from disclosure.exports.anchors import cell_id, paragraph_id, place_of, term_id
from disclosure.exports.headings import section_title
from disclosure.exports.page_counts import COUNTED, Counts, counts_beside
from disclosure.exports.page_marks import Mark, flag
from disclosure.exports.shape import Form, Paragraph, Section, Term

# The last digit and the unit stay together; a span from the first digit on would indent a line that begins with it.
AMOUNT = r"\d(?:亿元|万元|元)"
UNIT = re.compile(r"亿元|万元|元|%")
MOST_ENTRIES = 3
OUTER = re.compile(r"（[^（）]*）$")
# Measured on the page at 16 px: a line of prose holds 38 characters, a line of a note about 20.
PROSE_LINE, PROSE_PITCH, NOTE_LINE, NOTE_PITCH, GAP, WIDEST_SPAN = 38, 28, 20, 22, 12, 8


@dataclass(frozen=True)
class Entry:
    """A term explained in the margin; where the first sentence is not all, `href` leads to the rest."""

    term: str
    text: str
    href: str = ""


HOW_TO_READ = Entry("点数字看出处", "文中带点线的数字与表格单元格是同一个值，点开即到该格。")


@dataclass(frozen=True)
class Note:
    """Terms explained, or counts in a small table."""

    entries: list[Entry]
    span: int = 1
    counts: Counts | None = None


@dataclass(frozen=True)
class Block:
    """One row of the text. `kind` is heading, paragraph or form; `height` is estimated in pixels."""

    kind: str
    height: int
    text: str = ""
    level: int = 3
    html: SafeString = SafeString("")
    anchor: str = ""
    marks: Sequence[Mark] = ()
    form: Form | None = None
    form_index: int = 0
    note: Note | None = None
    counts: Counts | None = None


@dataclass
class Reading:
    """Where figures lead, what is counted, which findings stand where, and which terms have been met; a term is linked where it is met first."""

    places: frozenset[str]
    glossary: Sequence[Term]
    counted: COUNTED = field(default_factory=dict)
    met: set[int] = field(default_factory=set)
    marks: Mapping[str, Sequence[Mark]] = field(default_factory=dict)
    unplaced: set[str] = field(default_factory=set)  # ids that findings lead to; what comes first takes its own

    def __post_init__(self) -> None:
        self._terms = {plain_term(term["term"]): index for index, term in reversed(list(enumerate(self.glossary)))}
        words = sorted(filter(None, self._terms), key=len, reverse=True)
        self._pattern = re.compile("|".join([AMOUNT, *map(re.escape, words)]))

    def paragraph(self, paragraph: Paragraph) -> SafeString:
        pieces = with_units([paragraph] if isinstance(paragraph, str) else paragraph)
        return format_html_join("", "{}", ((self._piece(piece),) for piece in pieces))

    def _piece(self, piece: Any) -> SafeString:
        if isinstance(piece, str):
            return self._text(piece)
        text, place = piece["text"], place_of(piece["cell"], self.places)
        shown = format_html('<a class="fig-link" href="#{}">{}</a>', place, text) if place else self._text(text)
        own = cell_id(piece["cell"])
        return flagged(shown, self.take(own), self.marks.get(own, ()))

    def take(self, own: str) -> str:
        """The id, for the first that asks; "" for what no finding leads to."""
        if own not in self.unplaced:
            return ""
        self.unplaced.remove(own)
        return own

    def _text(self, text: str) -> SafeString:
        return format_html_join("", "{}", ((part,) for part in self._words(text)))

    def _words(self, text: str) -> Iterator[str]:
        end = 0
        for found in self._pattern.finditer(text):
            yield text[end : found.start()]
            yield self._word(found[0])
            end = found.end()
        yield text[end:]

    def _word(self, word: str) -> str:
        index = self._terms.get(word)
        if index is None:
            return format_html('<span class="nb">{}</span>', word)
        if index in self.met:
            return word
        self.met.add(index)
        return format_html('<a class="term" href="#{}">{}</a>', term_id(index), word)


def flagged(shown: SafeString, anchor: str, marks: Sequence[Mark]) -> SafeString:
    """A figure with the marks of its findings behind it."""
    if not anchor and not marks:
        return shown
    context = {"shown": shown, "anchor": anchor, "marks": marks, "css": flag(marks)}
    return mark_safe(render_to_string("_parts/finding_figure.html", context).strip())  # noqa: S308  our own template, which escapes


def plain_term(term: str) -> str:
    """行政运行（项） is looked for as 行政运行."""
    return OUTER.sub("", term).strip()


def with_units(pieces: Sequence[Any]) -> list[Any]:
    """A figure takes the unit behind it along, so that the link reads 713.83万元 and never breaks inside."""
    made: list[Any] = []
    for piece in pieces:
        unit = UNIT.match(piece) if isinstance(piece, str) and made and isinstance(made[-1], dict) else None
        if unit:
            made[-1] = {**made[-1], "text": made[-1]["text"] + unit[0]}
        made.append(piece[unit.end() :] if unit else piece)
    return made


def blocks(sections: Sequence[Section], projects: Sequence[Form], reading: Reading) -> list[Block]:
    """The rows of a part from top to bottom, notes beside those that have room for one; without projects their forms stand elsewhere."""
    return _annotated(list(_rows(sections, projects, reading, 3)), reading)


def _rows(sections: Sequence[Section], projects: Sequence[Form], reading: Reading, level: int) -> Iterator[tuple[Block, set[int]]]:
    for section in sections:
        if text := section_title(section):
            yield Block("heading", 60 if level == 3 else 46, text=text, level=min(level, 5)), set()
        for number, paragraph in enumerate(section["paragraphs"], 1):
            yield _paragraph(paragraph, paragraph_id(section.get("place") or "", number), reading)
        index = section.get("project")
        if index is not None and projects:
            yield Block("form", 0, form=projects[index], form_index=index), set()
        yield from _rows(section["sections"], projects, reading, level + 1)


def _paragraph(paragraph: Paragraph, own: str, reading: Reading) -> tuple[Block, set[int]]:
    """The paragraph and the terms that it is the first to use; `own`: its id, written where a finding leads to it."""
    before = set(reading.met)
    html = reading.paragraph(paragraph)
    length = len(re.sub(r"<[^>]+>", "", html))
    height = lines(length, PROSE_LINE) * PROSE_PITCH + GAP
    counts, marks = counts_beside(paragraph, reading.counted), reading.marks.get(own, ())
    return Block("paragraph", height, html=html, anchor=reading.take(own), marks=marks, counts=counts), reading.met - before


def lines(length: int, width: int) -> int:
    return -(-length // width)


def _annotated(rows: Sequence[tuple[Block, set[int]]], reading: Reading) -> list[Block]:
    """A note stands beside its paragraph and the rows after it; while it does, there is no room for the next one."""
    following = [block for block, _ in rows]
    made: list[Block] = []
    free_from = 0
    for place, (block, terms) in enumerate(rows):
        entries = [_entry(index, reading.glossary) for index in sorted(terms)]
        if place == 0 and any('class="fig-link"' in row.html for row in following):
            entries = [HOW_TO_READ]
        note = (_table(block, following[place:]) or _note(entries, following[place:])) if place >= free_from else None
        free_from = place + note.span if note else free_from
        made.append(replace(block, note=note))
    return made


def _entry(index: int, glossary: Sequence[Term]) -> Entry:
    """The first sentence explains; the rest stands in the glossary."""
    term = glossary[index]
    first, _, rest = term["definition"].partition("。")
    return Entry(plain_term(term["term"]), f"{first}。" if rest else term["definition"], term_id(index) if rest else "")


def _table(block: Block, rows: Sequence[Block]) -> Note | None:
    """A table of counts; at the end of a part it may be longer than the text."""
    return Note([], max(1, min(len(rows), WIDEST_SPAN)), block.counts) if block.counts else None


def _note(entries: Sequence[Entry], rows: Sequence[Block]) -> Note | None:
    """As many of the terms as there is room for."""
    for count in range(min(len(entries), MOST_ENTRIES), 0, -1):
        needed = sum((1 + lines(len(entry.text), NOTE_LINE)) * NOTE_PITCH + GAP for entry in entries[:count])
        if span := _span(needed, rows):
            return Note(list(entries[:count]), span)
    return None


def _span(needed: int, rows: Sequence[Block]) -> int:
    """How many rows a note reaches over; 0 where a form or the end of the part comes too soon."""
    height = 0
    for count, row in enumerate(rows[:WIDEST_SPAN], 1):
        if row.kind == "form":
            return 0
        height += row.height
        if height >= needed:
            return count
    return 0 if len(rows) > WIDEST_SPAN else len(rows)
