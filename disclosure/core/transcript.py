"""A document that was published elsewhere, as printed: its tables, sentences of it, the figures that they state. Knows no rule and no template.

A sentence marks its figures by their addresses: 基本支出[386.62](YS03/total/basic)万元，较上年增加[52.16](YX07/YS03.total.basic/change)万元.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from disclosure.core.address import Address
from disclosure.core.targets import fold

MARK = re.compile(r"\[([^\[\]]+)\]\(([A-Z]{2}\d\d/[^()/]+/\w+)\)")
NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%]?")
LESS = re.compile(r"(?:减少|下降|降低|降幅|减幅|压缩|压减|缩减|负增长|(?<![增至])[减降少])(?:幅度|比例|率)?(?:了|为|约|达)?\s*$")
REASON = re.compile(r"(?:(?:主要)?原因(?:是|为|系)?|主要(?:是|系|因|由于))[：:]?([^。；;]*)")
UNCHANGED = (
    r"(?:与上年(?![^，。；,;]*(?:口径|基本|大致|大体))[^，。；,;]{0,8}(?:持平|一致|相同)"
    r"|(?:较|比|与)(?:上年|\d{4}年)(?:度?决算数?)?(?:相比)?无(?:增减)?变化)"
)
AS_PLANNED = r"(?:决算数)?(?:(?:较|比|与)?(?:全年|年初)预算数?(?:无变化|未安排|持平|一致))"
EVEN = re.compile(rf"(?:万元)?(?:[，,]{AS_PLANNED})*[，,]?(?:决算数)?{UNCHANGED}")
STILL = re.compile(rf"{UNCHANGED}[^，。；,;]*[，。；,;]$")
VERSUS = re.compile(r"(?:较|比|与)(年初|全年)预算数?[^，。；,;]*$")
PLANNED, SPENT = re.compile(r"(年初|全年)预算数为$"), re.compile(r"决算数为$")
CHANGES = "YX07"  # the statement of comparisons with last year, whose rows are named by the figures compared
EXECUTIONS = {"年初": "YX10", "全年": "YX11"}  # those of comparisons with a budget
SIGNED = ("change", "rate")
MOST_DIGITS, MOST_PLACES = 13, 6


class PrintedFigure(NamedTuple):
    """A figure inside a sentence: its text as printed, and the address that it is of."""

    text: str
    address: Address


class Stated(NamedTuple):
    """A figure that the text states: 减少 before a change makes it negative. `at` is the place of the sentence, None outside of one."""

    address: Address
    value: Decimal
    at: Address | None


@dataclass(frozen=True, slots=True)
class Original:
    """What was published, when and where."""

    title: str
    published_on: date | None = None
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row as printed: its key in the template, its name, its cells by column key; a blank name is the template's."""

    key: str
    cells: Mapping[str, str]
    name: str = ""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table as printed; a table of the template that a transcript does not have is missing in the original."""

    statement: str
    rows: tuple[PrintedRow, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A paragraph of prescribed wording; `section` is its place in the template: part and numbers, e.g. 3/一/（一）; of a project 3/一/（九）/p1."""

    section: str
    text: str


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """A term that the original explains; a blank definition is not carried over."""

    section: str
    term: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Transcript:
    """The original. `stated` are figures of sentences that are not quoted, as printed; of a statement in `complete` the text gives every
    item, so that what it does not name is 0; a table in `pictures` is there, but as an image that nobody has read.
    """

    original: Original
    tables: tuple[PrintedTable, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    stated: Mapping[Address, str] = field(default_factory=dict)
    complete: frozenset[str] = frozenset()
    terms: tuple[ExplainedTerm, ...] = ()
    pictures: frozenset[str] = frozenset()


def printed_number(text: str) -> Decimal:
    """1,709.37, 57.08%, －0.5 as a number; raises ValueError for what is none, or longer than any amount."""
    folded = fold(text)
    whole, _, fraction = folded.replace(",", "").strip("+-%").partition(".")
    if not NUMBER.fullmatch(folded) or len(whole) > MOST_DIGITS or len(fraction) > MOST_PLACES:
        raise ValueError(f"不是数：{text}")
    return Decimal(folded.replace(",", "").removesuffix("%"))


def pieces(text: str) -> Iterator[str | PrintedFigure]:
    """A sentence as strings and figures."""
    end = 0
    for found in MARK.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield PrintedFigure(found[1], Address.parse(found[2]))
        end = found.end()
    if end < len(text):
        yield text[end:]


def plain(text: str) -> str:
    """A sentence as printed."""
    return MARK.sub(r"\1", text)


def places(quotations: tuple[Quotation, ...]) -> Iterator[tuple[Address, Quotation]]:
    """Every quotation with its place: text, section, number of the paragraph from 1."""
    numbers: dict[str, int] = {}
    for quotation in quotations:
        numbers[quotation.section] = numbers.get(quotation.section, 0) + 1
        yield Address("text", quotation.section, str(numbers[quotation.section])), quotation


def stated_figures(transcript: Transcript) -> Iterator[Stated]:
    """Every figure of the quoted sentences in their order, then those outside of one."""
    for place, quotation in places(transcript.quotations):
        yield from figures_of(quotation.text, place)
    for address, text in transcript.stated.items():
        yield Stated(address, printed_number(text), None)


def figures_of(sentence: str, place: Address) -> Iterator[Stated]:
    """The figures of a sentence; 与上年持平 or 较2021年无变化 behind one says that it did not change."""
    before, last = "", None
    for piece in pieces(sentence):
        if isinstance(piece, PrintedFigure):
            less = piece.address.column in SIGNED and LESS.search(before)
            yield Stated(piece.address, printed_number(piece.text) * (-1 if less else 1), place)
            before, last = "", piece.address
        else:
            if last and last.statement != CHANGES and EVEN.match("".join(piece.split())):
                yield Stated(Address(CHANGES, row_of(last), "change"), Decimal(0), place)
            before = piece


def stated_reasons(transcript: Transcript) -> dict[Address, str]:
    """The reasons that sentences give, by the figure whose change they explain: what follows 主要原因是 up to the end of the clause.

    A reason for a difference from the budget is kept at its row in the statement of execution: YX10/JS04.208.total/change. A reason may
    stand at the head of the next paragraph of the section.
    """
    found: dict[Address, str] = {}
    subject, section = Subject(), ""
    for quotation in transcript.quotations:
        goes_on = quotation.section == section and REASON.match(quotation.text.strip())
        subject, section = subject if goes_on else Subject(), quotation.section
        before = ""
        for piece in pieces(quotation.text):
            if isinstance(piece, PrintedFigure):
                subject, before = subject.met(piece.address, "".join(before.split())), ""
            else:
                before = piece
                for address, reason in subject.reasons(piece):
                    found.setdefault(address, reason)
    return found


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence speaks of: the figure whose change a reason would explain, its row among the comparisons, the budget last named."""

    changed: Address | None = None
    row: str = ""
    budget: str = ""

    def met(self, address: Address, before: str) -> "Subject":
        """The subject behind a figure, which stands behind these words."""
        planned = PLANNED.search(before)
        budget = planned[1] if planned else self.budget
        if is_comparison(address):
            explained = compared(address) if address.statement == CHANGES else address._replace(column="change")
            is_told = address.statement != CHANGES or address.column == "change"
            return Subject(explained if is_told else self.changed, address.row, budget)
        if planned:
            return Subject(None, "", budget)
        if budget and SPENT.search(before):
            return Subject(Address(EXECUTIONS[budget], row_of(address), "change"), row_of(address), budget)
        return self

    def reasons(self, text: str) -> Iterator[tuple[Address, str]]:
        """The reasons in a text behind the last figure, by what they explain; 无变化 needs none."""
        end = 0
        for found in REASON.finditer(text):
            words, end = "".join(text[end : found.start()].split()), found.end()
            versus = VERSUS.search(words)
            own = Address(EXECUTIONS[versus[1]], self.row, "change") if versus and self.row else None
            explained = own if versus else None if STILL.search(words) else self.changed
            if explained and found[1].strip():
                yield explained, found[1].strip()


def is_comparison(address: Address) -> bool:
    """Whether a figure compares another one, whose address is its row."""
    return address.row.count(".") == len(Address._fields) - 1


def row_of(address: Address) -> str:
    """The row of a figure among the comparisons; that of a comparison is its own."""
    return address.row if is_comparison(address) else ".".join(address)


def compared(address: Address) -> Address:
    """YX07/YS03.total.basic/change compares YS03/total/basic."""
    return Address(*address.row.split("."))
