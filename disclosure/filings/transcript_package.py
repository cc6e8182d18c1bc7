"""The transcript of a checked package: the original, its tables, sentences and figures, everything as printed. Knows no rule of the package."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from disclosure.core.address import Address
from disclosure.core.transcript import ExplainedTerm, Original, PrintedRow, PrintedTable, Quotation, Transcript
from disclosure.core.words import Origin


def transcript_of(package: Mapping[str, Any]) -> Transcript | None:
    """What is transcribed; None where the agency entered it."""
    if package["origin"] != Origin.TRANSCRIBED:
        return None
    return Transcript(
        original_of(package["original"]),
        tuple(table_of(table) for table in package["tables"]),
        tuple(Quotation(row["section"], row["text"]) for row in package["quotations"]),
        {address_of(row): row["text"] for row in package.get("stated", [])},
        frozenset(package.get("complete", [])),
        tuple(ExplainedTerm(row["section"], row["term"], row.get("definition", "")) for row in package.get("glossary", [])),
        frozenset(package.get("pictures", [])),
    )


def original_of(original: Mapping[str, str]) -> Original:
    """What was published, when and where."""
    day = original.get("published_on")
    return Original(original["title"], date.fromisoformat(day) if day else None, original.get("address", ""), original.get("note", ""))


def table_of(table: Mapping[str, Any]) -> PrintedTable:
    """A table as printed."""
    rows = tuple(PrintedRow(row["row"], dict(row["cells"]), row.get("name", "")) for row in table["rows"])
    return PrintedTable(table["statement"], rows, table.get("title", ""), tuple(table.get("notes", [])))


def address_of(row: Mapping[str, str]) -> Address:
    """The address that a row of the package names."""
    return Address(row["statement"], row["row"], row["column"])
