"""Writes the transcript of a filing: the original, then what is printed in it. Deletes nothing; knows no lines."""

from disclosure.core.transcript import Transcript
from disclosure.filings.models import ExplainedTerm, Filing, Original, PrintedCell, PrintedRow, PrintedTable, Quotation, StatedFigure


def save_transcript(*, filing: Filing, transcript: Transcript) -> None:
    """The rows of a transcript, of which the filing has none yet."""
    original = transcript.original
    Original.objects.create(
        filing=filing,
        title=original.title,
        published_on=original.published_on,
        address=original.address,
        note=original.note,
        complete=sorted(transcript.complete),
        pictures=sorted(transcript.pictures),
    )
    _save_tables(filing, transcript)
    Quotation.objects.bulk_create(
        Quotation(filing=filing, position=position, section=each.section, text=each.text)
        for position, each in enumerate(transcript.quotations)
    )
    StatedFigure.objects.bulk_create(
        StatedFigure(filing=filing, position=position, text=text, **address._asdict())
        for position, (address, text) in enumerate(transcript.stated.items())
    )
    ExplainedTerm.objects.bulk_create(
        ExplainedTerm(filing=filing, position=position, section=each.section, term=each.term, definition=each.definition)
        for position, each in enumerate(transcript.terms)
    )


def _save_tables(filing: Filing, transcript: Transcript) -> None:
    tables = PrintedTable.objects.bulk_create(
        PrintedTable(filing=filing, position=position, statement=each.statement, title=each.title, notes=list(each.notes))
        for position, each in enumerate(transcript.tables)
    )
    rows = PrintedRow.objects.bulk_create(
        PrintedRow(table=table, position=position, key=each.key, name=each.name)
        for table, printed in zip(tables, transcript.tables, strict=True)
        for position, each in enumerate(printed.rows)
    )
    printed_rows = (row for table in transcript.tables for row in table.rows)
    PrintedCell.objects.bulk_create(
        PrintedCell(row=row, position=position, column=column, text=text)
        for row, printed in zip(rows, printed_rows, strict=True)
        for position, (column, text) in enumerate(printed.cells.items())
    )
