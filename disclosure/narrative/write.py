"""Declared text becomes paragraphs of strings and figures. Knows every word of the narrative and no particular sentence."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosure.core.facts import Address, Facts
from disclosure.core.money import ZERO, percent, write_trimmed
from disclosure.narrative.compare import (
    Comparison,
    Figure,
    Phrase,
    compare,
    compare_percent,
    compare_with_rate,
    comparison_at,
    comparison_of,
    execute,
    versus,
)
from disclosure.narrative.phrases import joined, separated
from disclosure.narrative.words import Clause, Each, EachChange, FreeText, Listed, Paragraph, Piece, Wording
from disclosure.statements.numerals import chinese
from disclosure.statements.table import TableRow, Tables
from disclosure.statements.words import Against

TOKEN = re.compile(r"\{([^{}]*)\}")
ENUMERATOR = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|其中：|\d+[.．])")


@dataclass(frozen=True)
class Writer:
    """Everything that sentences of one document draw from."""

    facts: Facts
    tables: Tables
    wording: Wording
    words: dict[str, str]

    def title(self, template: str) -> str:
        """A heading; it may hold words but no figures."""
        return TOKEN.sub(lambda found: self.words[found[1]], template)

    def paragraphs(self, paragraph: Paragraph | Listed | FreeText) -> Iterator[Phrase]:
        """Free text as entered; a listing row by row; a declared paragraph once, if its condition holds."""
        if isinstance(paragraph, FreeText):
            texts: tuple[str, ...] = getattr(self.facts, paragraph.text)
            for text in texts:
                yield [text]
        elif isinstance(paragraph, Listed):
            rows = enumerate(sorted(self.changed_rows(paragraph.each)), 1)
            yield from (self.item(paragraph.each, key, name, number) for number, (key, name) in rows)
        elif self.applies(paragraph) and not self.lists_nothing(paragraph):
            yield self.phrase(paragraph)

    def lists_nothing(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is there for its listings and they are empty."""
        return paragraph.for_its_list and not any(self.each(piece) for piece in paragraph.pieces if isinstance(piece, Each))

    def applies(self, paragraph: Paragraph) -> bool:
        """Whether the figure that the paragraph depends on is there."""
        there = {name: self.holds(Address.parse(name)) for name in (paragraph.when, paragraph.unless) if name}
        return there.get(paragraph.when, True) and not there.get(paragraph.unless, False)

    def holds(self, address: Address) -> bool:
        """Whether there is anything at the address, be it less than is printed."""
        cell = self.tables.find(address)
        return bool(cell and (cell.yuan or cell.shown))

    def phrase(self, paragraph: Paragraph) -> Phrase:
        """The pieces one after the other."""
        return joined([self.piece(piece) for piece in paragraph.pieces])

    def piece(self, piece: Piece) -> Phrase:
        """A listing, a clause if its figure is there, or a template."""
        if isinstance(piece, Each):
            return self.each(piece)
        if isinstance(piece, Clause):
            return self.fill(piece.text) if self.holds(Address.parse(piece.when)) else []
        return self.fill(piece)

    def fill(self, template: str, own: Callable[[str], Phrase | None] = lambda token: None) -> Phrase:
        """A template with its tokens replaced; `own` answers the tokens of a row."""
        texts = TOKEN.split(template)
        return joined([self.answer(text, own) if index % 2 else [text] for index, text in enumerate(texts)])

    def answer(self, token: str, own: Callable[[str], Phrase | None]) -> Phrase:
        """What the row answers to a token, else what the document answers."""
        found = own(token)
        return self.token(token) if found is None else found

    def token(self, token: str) -> Phrase:
        """What one token stands for; an unknown one raises KeyError."""
        name, _, rest = token.partition(":")
        if token.startswith("="):
            return [self.figure(Address.parse(token[1:]))]
        if name in COMPARING:
            address, _, by = rest.partition(" by ")
            return COMPARING[name](self, Address.parse(address), by)
        if name == "share":
            return [self.share(*(Address.parse(each) for each in rest.split(" of ")))]
        return [self.words[token]]

    def number(self, address: Address) -> Decimal:
        """The printed figure at an address; a code without a row has 0."""
        cell = self.tables.find(address)
        return cell.shown or ZERO if cell else ZERO

    def figure(self, address: Address) -> Figure:
        """A figure as sentences write it; blank reads 0."""
        return Figure(write_trimmed(self.number(address)), address)

    def share(self, part: Address, whole: Address) -> Figure:
        """A percentage with one decimal, at the cell of the share where the table has one; raises ValueError when the whole is 0."""
        size = percent(self.measure(part), self.measure(whole), 1)
        own = part._replace(column=f"{part.column}_share")
        return Figure(f"{write_trimmed(size)}%", own if own.column in self.tables[own.statement].columns() else part)

    def measure(self, address: Address) -> Decimal:
        """What percentages are of: 元 where the place computes exactly and they are known, else what is printed."""
        cell = self.tables.find(address)
        return cell.yuan if self.wording.exact and cell and cell.yuan is not None else self.number(address)

    def known_comparison(self, address: Address) -> Comparison:
        """The comparison, or one that knows nothing of last year where there is none."""
        if ".".join(address) in self.tables[self.wording.changes].rows:
            return self.comparison(address)
        return Comparison(".".join(address), self.number(address), None, None, self.wording.changes)

    def comparison(self, address: Address, statement: str = "") -> Comparison:
        """The comparison of one figure with last year, or in another statement of comparisons."""
        return comparison_at(self.tables, self.wording, address, statement)

    def reason(self, address: Address, statement: str = "") -> str:
        """The reason that the agency gave for a comparison."""
        key = Address(statement, ".".join(address), "change") if statement else address
        return self.facts.reasons.get(key, "").rstrip("。")

    def change(self, address: Address, by: str) -> Phrase:
        return compare(self.comparison(address), self.said(by))

    def rate(self, address: Address, by: str) -> Phrase:
        said = self.said(by)
        return compare_with_rate(self.comparison(address), said, said.rate_before)

    def percent(self, address: Address, by: str) -> Phrase:
        said = self.said(by)
        return compare_percent(self.comparison(address), said, said.rate_before)

    def said(self, by: str) -> Wording:
        """The wording with its own words filled in, or compared in other words."""
        wording = self.wording
        return replace(wording, rate_before=by or self.title(wording.rate_before), equal=self.title(wording.equal))

    def because(self, address: Address, by: str) -> Phrase:
        """The reason that the agency gave for a change, if there is a change and it gave one."""
        reason = self.reason(address, by)
        has_changed = self.comparison(address, by).direction not in ("equal", "none")
        return [f"，主要原因是：{reason}"] if reason and has_changed else []

    def execution(self, address: Address, by: str) -> Phrase:
        return execute(self.comparison(address, by), self.wording.budgets[by], self.wording.rate_places, self.planned_at(address, by))

    def planned_at(self, address: Address, by: str) -> Address:
        """Where the budget of a figure stands: in a table of this document, or in the statement of execution itself."""
        words = (word for panel in self.tables[by].declared.panels for word in panel.rows)
        inside = (word for word in words if isinstance(word, Against) and word.inside and word.column == address.column)
        found = next((word.rows[address.row] for word in inside if address.row in word.rows), None)
        return found or Address(by, ".".join(address), "prior")

    def versus(self, address: Address, by: str) -> Phrase:
        return versus(self.comparison(address, by), self.wording.budgets[by], self.reason(address, by))

    def each(self, each: Each) -> Phrase:
        """The phrases of the rows, led in and separated; nothing when there are none."""
        rows = self.changed_rows(each) if isinstance(each, EachChange) else self.rows(each)
        phrases = [self.item(each, key, name) for key, name in rows]
        if not phrases:
            return []
        return joined([[each.lead], *separated(phrases, each.separator)])

    def item(self, each: Each, key: str, name: str, number: int = 1) -> Phrase:
        """The phrase of one row."""
        address = Address(each.statement, key, each.column)
        by = each.changes if isinstance(each, EachChange) else ""
        label = each.labels.get(key) or ENUMERATOR.sub("", name)
        words = {"label": label, "number": f"（{chinese(number)}）"}

        def answer(token: str) -> Phrase | None:
            if token in COMPARING:
                return COMPARING[token](self, address, by)
            if token == "part":
                return [self.share(address, Address.parse(each.whole))]
            return [words[token]] if token in words else [self.figure(address)] if token == "=" else None

        return self.fill(each.item, answer)

    def rows(self, each: Each) -> list[tuple[str, str]]:
        """Rows of the column that have a figure."""
        found = [row for row in self.tables[each.statement].rows.values() if wanted(each, row)]
        return [(row.key, row.name) for row in found if self.wording.list_zero_items or self.number_of(each, row)]

    def number_of(self, each: Each, row: TableRow) -> Decimal:
        return row.cells[each.column].shown or ZERO

    def changed_rows(self, each: EachChange) -> list[tuple[str, str]]:
        """Rows of the column that have a figure in either document."""
        statement = each.changes or self.wording.changes
        found = [(row.key.split(".")[1], row) for row in self.tables[statement].rows.values() if is_change_of(row, each)]
        return [(key, row.name) for key, row in found if chosen(each, key) and (key in each.always or self.tells(statement, row))]

    def tells(self, statement: str, row: TableRow) -> bool:
        """Whether a comparison is worth a phrase: a place may list items that are 0 in both documents."""
        return self.wording.list_zero_items or not comparison_of(self.tables, statement, row.key).is_nothing


COMPARING: dict[str, Callable[[Writer, Address, str], Phrase]] = {
    "change": Writer.change,
    "rate": Writer.rate,
    "percent": Writer.percent,
    "because": Writer.because,
    "execution": Writer.execution,
    "versus": Writer.versus,
}


def wanted(each: Each, row: TableRow) -> bool:
    """Whether a row of the statement belongs to the listing."""
    return each.column in row.cells and row.level in each.levels and chosen(each, row.key)


def chosen(each: Each, key: str) -> bool:
    """Whether the listing names the row, or names none and does not leave it out."""
    return (not each.rows or key in each.rows) and key not in each.without


def is_change_of(row: TableRow, each: Each) -> bool:
    """Whether a row of the changes compares a figure of the listing's column."""
    statement, _, column = row.key.split(".")
    return (statement, column) == (each.statement, each.column)
