"""A document made here as if it had been made elsewhere: its tables as printed, its sentences with their figures. Knows no rule."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from disclosure.core.chart import load_chart
from disclosure.core.facts import Address, Facts, Line, Prior
from disclosure.core.transcript import ExplainedTerm, Original, PrintedRow, PrintedTable, Quotation, Transcript, stated_reasons
from disclosure.core.words import Kind
from disclosure.exports.shape import Document, Paragraph, Section, Statement

FOUR = ("abroad", "reception", "car_running", "car_purchase")
COMPLETE = {
    Kind.BUDGET: frozenset(("YX01", "YX02", "YX04", "YX05", "YX06", "YX08", "YX09")), Kind.FINAL: frozenset(("YX06",)),
}  # fmt: skip
TEXT_PARTS = (1, 3, 5)
CROSSED_OUT = "—"


def compared(facts: Facts) -> Facts:
    """The same filing beside a last year that differs line by line; every change that asks for a reason has one."""
    chart = load_chart(facts.year - 1)
    known = [line for line in facts.lines if ("functional", line.function) in chart.codes and ("economic", line.economic) in chart.codes]
    lines = tuple(_last_year(line, number) for number, line in enumerate(known))
    reasons = {Address("YX08", "total", column): "按实际需要安排" for column in FOUR} | {
        Address("YX03", "operating", "amount"): "按定额核定"
    }
    return replace(facts, prior=Prior(lines=lines, complete=True), reasons=reasons)


def _last_year(line: Line, number: int) -> Line:
    return replace(line, amount=round(line.amount * Decimal(80 + number % 40) / 100, 2))


def transcribed(facts: Facts, document: Document) -> Facts:
    """The filing of the document as printed, instead of its ledger."""
    tables = tuple(table_of(each) for each in document["statements"] if each["printed"] or each["form"])
    sections = (each for part in document["parts"] if part["number"] in TEXT_PARTS for each in walk(part["sections"]))
    quotations = tuple(quotation for section in sections for quotation in quotations_of(section))
    terms = tuple(ExplainedTerm(each["section"], each["term"], each["definition"]) for each in document["glossary"])
    transcript = Transcript(Original(document["title"]), tables, quotations, {}, COMPLETE[facts.kind], terms)
    said = replace(facts, lines=(), entered={}, prior=Prior(), budget=Prior(), offices=(), transcript=transcript)
    return replace(said, reasons=stated_reasons(transcript))


def table_of(statement: Statement) -> PrintedTable:
    """A table as printed; texts of forms stand in the filing itself."""
    rows: dict[str, PrintedRow] = {}
    for panel in statement["panels"]:
        columns = [column["key"] for column in panel["columns"] if column["kind"] != "text"]
        for row in panel["rows"] if columns else ():
            cells = {column: text for column in columns if (text := row["cells"].get(column)) and text != CROSSED_OUT}
            rows[row["key"]] = PrintedRow(row["key"], cells, row["name"] if row["code"] else "")
    return PrintedTable(statement["code"], tuple(rows.values()), notes=tuple(statement["notes"]))


def walk(sections: list[Section]) -> Iterator[Section]:
    """Sections and those below them."""
    for section in sections:
        yield section
        yield from walk(section["sections"])


def quotations_of(section: Section) -> Iterator[Quotation]:
    """The paragraphs of a section but duties, which are a text of the agency's own."""
    for paragraph in section["paragraphs"] if section["place"] != "1/一" else ():
        yield Quotation(section["place"], marked(paragraph))


def marked(paragraph: Paragraph) -> str:
    """A paragraph with its figures at their addresses."""
    pieces = [paragraph] if isinstance(paragraph, str) else paragraph
    return "".join(each if isinstance(each, str) else f"[{each['text']}]({'/'.join(each['cell'])})" for each in pieces)
