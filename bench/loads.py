"""Workbooks: the ledgers of 500 units loaded at once, beside what is allowed; 20,000 lines with every check, beside the bare reading."""

import io
import time
from collections.abc import Callable, Iterator
from statistics import median

import xlsxwriter
from django.core.management import call_command
from django.db import transaction
from python_calamine import CalamineWorkbook

from agencies.models import Agency, AgencyYear, Bureau, Region
from agencies.people.models import Person
from bench.filings import filing_of
from bench.row import BenchRow
from disclosure.core.facts import Facts
from disclosure.core.words import UnitKind
from disclosure.filings.campaign_models import Campaign, Stage
from disclosure.filings.campaigning import open_campaign
from disclosure.filings.loading.working import ask_to_write, hand_in_load
from disclosure.filings.models import Filing, Line
from disclosure.filings.package_file import package_of_workbook
from disclosure.filings.packing import package_of
from disclosure.filings.workbook_writing import write_workbook
from disclosure.jobs.work import run

YEAR, UNITS, LINES, ALLOWED = 2024, 500, 40, 60.0
LARGE, ROUNDS, MOST_TIMES = 19_900, 3, 6
ECONOMIC = ("30101", "30102", "30103", "30107", "30108", "30109", "30110", "30112", "30113", "30199")
HEAD = ("单位编码", "功能科目", "经济科目", "资金性质", "金额")


def measure() -> Iterator[BenchRow]:
    """Wall time of the load; the ratio of the reading."""
    for command in ("migrate", "roles"):
        call_command(command, verbosity=0, stdout=io.StringIO())
    with transaction.atomic():
        yield BenchRow(f"{UNITS} units, {UNITS * LINES:,} lines loaded", load_seconds(), "s", "allowed", ALLOWED)
        transaction.set_rollback(True)
    body = write_workbook(package_of(large()))
    bare = median(seconds_of(lambda: read_bare(body)) for _ in range(ROUNDS))
    whole = median(seconds_of(lambda: package_of_workbook(body)) for _ in range(ROUNDS))
    yield BenchRow(f"workbook of {LARGE:,} lines, checked", whole, "s", "its cells read by calamine alone", bare)


def load_seconds() -> float:
    """From the bytes of the export to the ledgers of every unit and department: read, matched, judged, compared, written."""
    by = place()
    body = export()
    begun = time.perf_counter()
    load, job = hand_in_load(bureau=by.bureau, year=YEAR, kind="budget", unit="yuan", name="测速.xlsx", body=body, by=by)
    run(job.pk)
    run(ask_to_write(load=load, over=[], by=by).pk)
    taken = time.perf_counter() - begun
    if Line.objects.filter(filing__in=Filing.objects.filter(year=YEAR, agency_year__region="999999")).count() != 2 * UNITS * LINES:
        raise AssertionError("not everything was loaded")
    return taken


def place() -> Person:
    """Fifty departments with ten units each, and their campaign."""
    region = Region.objects.create(code="999999", name="测速市")
    bureau = Bureau.objects.create(region=region, name="测速市财政局")
    by = Person.objects.create(username="bench-loader", name="测速", bureau=bureau)
    for number in range(UNITS // 10):
        above = entry(region, f"{100 + number}", None)
        for unit in range(1, 11):
            entry(region, f"{100 + number}{unit:03d}", above)
    campaign = Campaign.objects.create(bureau=bureau, year=YEAR, kind="budget", pack="jiangxi", stages=list(Stage.values))
    open_campaign(campaign=campaign, by=by)
    return by


def entry(region: Region, code: str, above: AgencyYear | None) -> AgencyYear:
    said = {"region": region, "year": YEAR, "code": code, "name": f"单位{code}", "kind": UnitKind.ADMINISTRATIVE, "parent": above}
    return AgencyYear.objects.create(agency=Agency.objects.create(region=region), **said)


def export() -> bytes:
    """What the bureau's system hands out."""
    body = io.BytesIO()
    with xlsxwriter.Workbook(body) as book:
        sheet = book.add_worksheet("明细")
        sheet.write_row(0, 0, ("2024年部门预算明细表",))
        sheet.write_row(1, 0, HEAD)
        codes = [f"{100 + number // 10}{number % 10 + 1:03d}" for number in range(UNITS)]
        items = [(function, economic) for function in ("2101501", "2080501", "2210201", "2101101") for economic in ECONOMIC]
        for row, (code, item) in enumerate(((code, item) for code in codes for item in items), 2):
            sheet.write_row(row, 0, (code, *item, "一般公共预算", 1000.25 + row))
    return body.getvalue()


def large() -> Facts:
    """As many lines as a workbook may hold."""
    return filing_of(LARGE)


def read_bare(body: bytes) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    for number in range(len(book.sheet_names)):
        book.get_sheet_by_index(number).to_python(skip_empty_area=False)


def seconds_of(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
