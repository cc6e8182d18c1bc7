"""Mistakes to plant in a clean document that was made elsewhere: one each, with its place and the rule that must find it there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosure.core.facts import Address, Facts, Indicator
from disclosure.core.transcript import PrintedRow, PrintedTable, Quotation, Transcript, stated_reasons

Edit = Callable[[Facts], Facts]


@dataclass(frozen=True)
class Plant:
    """A mistake: the rule that must find it, where, and how it gets in."""

    rule: str
    place: str
    edit: Edit

    def __str__(self) -> str:
        return f"{self.rule} {self.place}"


def on_transcript(change: Callable[[Transcript], Transcript]) -> Edit:
    """A change of the transcript as a change of the facts."""

    def edit(facts: Facts) -> Facts:
        transcript = change(facts.transcript)
        return replace(facts, transcript=transcript, reasons=stated_reasons(transcript))

    return edit


def in_table(code: str, change: Callable[[tuple[PrintedRow, ...]], tuple[PrintedRow, ...]]) -> Edit:
    """A change of the rows of one table."""

    def edit(transcript: Transcript) -> Transcript:
        changed = (replace(each, rows=change(each.rows)) if each.statement == code else each for each in transcript.tables)
        return replace(transcript, tables=tuple(changed))

    return on_transcript(edit)


def cell(rule: str, place: str, amount: str = "1.00") -> Plant:
    """A printed figure that is so much more."""
    address = Address.parse(place)

    def change(rows: tuple[PrintedRow, ...]) -> tuple[PrintedRow, ...]:
        return tuple(more(row, address.column, Decimal(amount)) if row.key == address.row else row for row in rows)

    return Plant(rule, place, in_table(address.statement, change))


def more(row: PrintedRow, column: str, amount: Decimal) -> PrintedRow:
    """A row with one figure raised."""
    figure = Decimal(row.cells.get(column, "0").replace(",", "")) + amount
    return replace(row, cells={**row.cells, column: f"{figure:,.2f}"})


def put(rule: str, place: str, text: str, told_at: str = "") -> Plant:
    """A printed cell that says something else; `told_at` is where that is found, if not there."""
    address = Address.parse(place)

    def change(rows: tuple[PrintedRow, ...]) -> tuple[PrintedRow, ...]:
        return tuple(replace(row, cells={**row.cells, address.column: text}) if row.key == address.row else row for row in rows)

    return Plant(rule, told_at or place, in_table(address.statement, change))


def new_row(rule: str, place: str, text: str = "1.00") -> Plant:
    """A row that nothing else knows."""
    address = Address.parse(place)
    return Plant(rule, place, in_table(address.statement, lambda rows: (*rows, PrintedRow(address.row, {address.column: text}))))


def without_rows(rule: str, place: str, digits: int) -> Plant:
    """A row whose rows below, of so many digits, are left out."""
    code, row, _ = place.split("/")
    return Plant(
        rule, place, in_table(code, lambda rows: tuple(each for each in rows if not (each.key.startswith(row) and len(each.key) == digits)))
    )


def renamed(rule: str, place: str, name: str) -> Plant:
    """A row under another name."""
    code, row, _ = place.split("/")
    return Plant(rule, place, in_table(code, lambda rows: tuple(replace(each, name=name) if each.key == row else each for each in rows)))


def without_table(rule: str, code: str) -> Plant:
    """A table that is left out."""
    return Plant(
        rule, f"{code}//", on_transcript(lambda said: replace(said, tables=tuple(each for each in said.tables if each.statement != code)))
    )


def noted(rule: str, code: str, *notes: str) -> Plant:
    """A table with other notes."""

    def changed(table: PrintedTable) -> PrintedTable:
        return replace(table, notes=notes) if table.statement == code else table

    return Plant(rule, f"{code}//", on_transcript(lambda said: replace(said, tables=tuple(map(changed, said.tables)))))


def stated(rule: str, place: str, text: str) -> Plant:
    """A figure of the text that is printed otherwise, wherever it stands."""
    mark = f"]({place})"

    def changed(quotation: Quotation) -> Quotation:
        before, _, after = quotation.text.rpartition(mark)
        return replace(quotation, text=f"{before.rpartition('[')[0]}[{text}{mark}{after}") if mark in quotation.text else quotation

    return Plant(rule, place, on_transcript(lambda said: replace(said, quotations=tuple(map(changed, said.quotations)))))


def reworded(rule: str, place: str, old: str, new: str) -> Plant:
    """Words of a section that are printed otherwise."""
    section = place.split("|")[0]

    def changed(quotation: Quotation) -> Quotation:
        return replace(quotation, text=quotation.text.replace(old, new, 1)) if quotation.section == section else quotation

    where = place.split("|")[1] if "|" in place else f"text//{section}"
    return Plant(rule, where, on_transcript(lambda said: replace(said, quotations=tuple(map(changed, said.quotations)))))


def without_section(rule: str, section: str, place: str = "") -> Plant:
    """A section that is left out."""
    kept = on_transcript(lambda said: replace(said, quotations=tuple(each for each in said.quotations if each.section != section)))
    return Plant(rule, place or f"text//{section}", kept)


def terms(rule: str, place: str, change: Callable[[str], bool], *more_terms: str) -> Plant:
    """A glossary that leaves out or adds terms."""

    def edit(said: Transcript) -> Transcript:
        kept = tuple(each for each in said.terms if change(each.term))
        return replace(said, terms=kept + tuple(replace(said.terms[0], term=each) for each in more_terms))

    return Plant(rule, place, on_transcript(edit))


def target(rule: str, number: int, **said: str) -> Plant:
    """An indicator of the first project that says something else."""
    column = "level2" if "level2" in said else "target"
    form = "JS11" if "actual" in said else "YS11"

    def edit(facts: Facts) -> Facts:
        first, *others = facts.projects
        goal = replace(first.goal, indicators=tuple(other(each, at) for at, each in enumerate(first.goal.indicators, 1)))
        return replace(facts, projects=(replace(first, goal=goal), *others))

    def other(indicator: Indicator, at: int) -> Indicator:
        return replace(indicator, **said) if at == number else indicator

    return Plant(rule, f"{form}/p1.{number}/{column}", edit)


def project(rule: str, place: str, **said: object) -> Plant:
    """The first project with something else about it."""
    return Plant(rule, place, lambda facts: replace(facts, projects=(replace(facts.projects[0], **said), *facts.projects[1:])))
