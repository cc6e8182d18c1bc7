"""Reads the rows of a transcript, one query for each kind of row. Writes nothing."""

from collections import defaultdict

from disclosure.core import transcript
from disclosure.core.address import Address
from disclosure.filings.models import ExplainedTerm, Filing, Original, PrintedCell, PrintedRow, PrintedTable, Quotation, StatedFigure


def read_transcript(filing: Filing) -> transcript.Transcript | None:
    """The transcript of a filing; None where the agency entered it."""
    original: Original | None = getattr(filing, "original", None)
    if original is None:
        return None
    stated = StatedFigure.objects.filter(filing=filing).order_by("position").values_list("statement", "row", "column", "text")
    terms = ExplainedTerm.objects.filter(filing=filing).values_list("section", "term", "definition")
    return transcript.Transcript(
        transcript.Original(original.title, original.published_on, original.address, original.note),
        _tables(filing),
        tuple(transcript.Quotation(*row) for row in Quotation.objects.filter(filing=filing).values_list("section", "text")),
        {Address(*address): text for *address, text in stated},
        frozenset(original.complete),
        tuple(transcript.ExplainedTerm(*row) for row in terms),
        frozenset(original.pictures),
    )


def _tables(filing: Filing) -> tuple[transcript.PrintedTable, ...]:
    rows = _rows(filing)
    return tuple(
        transcript.PrintedTable(table.statement, tuple(rows[table.pk]), table.title, tuple(table.notes))
        for table in PrintedTable.objects.filter(filing=filing)
    )


def _rows(filing: Filing) -> dict[int, list[transcript.PrintedRow]]:
    cells: dict[int, dict[str, str]] = defaultdict(dict)
    found: dict[int, list[transcript.PrintedRow]] = defaultdict(list)
    for row, column, text in PrintedCell.objects.filter(row__table__filing=filing).values_list("row_id", "column", "text"):
        cells[row][column] = text
    for pk, table, key, name in PrintedRow.objects.filter(table__filing=filing).values_list("pk", "table_id", "key", "name"):
        found[table].append(transcript.PrintedRow(key, cells[pk], name))
    return found
