"""The import of a whole register, from the bytes of a workbook to the rows of the database; taken back at the end."""

import io
import time
from collections.abc import Iterator
from datetime import date

import xlsxwriter
from django.core.management import call_command
from django.db import transaction

from agencies.models import Bureau, Region
from agencies.people.models import Person
from agencies.tree import apply_tree, draft_tree
from agencies.tree_rows import CODE, NAME, tree_rows
from bench.row import BenchRow
from disclosure.filings.workbook_cells import read_cells

YEAR, LIMIT = 2026, 20.0  # seconds that are allowed


def workbook() -> bytes:
    """A hundred departments with five units each."""
    codes = [f"{number:03d}" for number in range(100, 200)]
    codes += [f"{100 + number // 5:03d}{number % 5 + 1:03d}" for number in range(500)]
    body = io.BytesIO()
    with xlsxwriter.Workbook(body) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([(CODE, NAME), *((code, f"部门{code}") for code in codes)]):
            sheet.write_row(row, 0, cells)
    return body.getvalue()


def measure() -> Iterator[BenchRow]:
    """Wall time beside what is allowed."""
    for command in ("migrate", "roles"):
        call_command(command, verbosity=0, stdout=io.StringIO())
    with transaction.atomic():
        yield BenchRow("tree of 600 agencies imported", seconds(workbook()), "s", "allowed", LIMIT)
        transaction.set_rollback(True)


def seconds(body: bytes) -> float:
    """From bytes to rows, read in the child process as an upload is."""
    region = Region.objects.create(code="999999", name="测速市")
    bureau = Bureau.objects.create(region=region, name="测速市财政局")
    keeper = Person.objects.create(username="bench-keeper", name="测速", bureau=bureau)
    begun = time.perf_counter()
    rows = tree_rows((row.number, row.cells) for row in next(iter(read_cells(body).values())))
    draft = draft_tree(bureau=bureau, year=YEAR, rows=rows, by=keeper)
    plan = apply_tree(draft=draft, end_missing=False, on=date(YEAR, 6, 30), by=keeper)
    if len(plan.new) != len(rows):
        raise AssertionError("not everything was imported")
    return time.perf_counter() - begun
