"""The workbook of a filing: handed in as it came it changes nothing, a whole filing comes through it, and bad ones are told by sheet and cell."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from disclosure.filings.models import ImportDraft, Line
from disclosure.filings.reading import read_facts
from disclosure.filings.tests.books import book
from disclosure.filings.workbook_cells import read_cells
from disclosure.web.office.tests.clerk import SAMPLES, document_of, emptied, saved
from disclosure.web.office.tests.test_filings import text
from disclosure.web.office.tests.world import walker


@pytest.fixture(params=["shangrao-2024-unit.json", "shangrao-2022-final.json"])
def entered(db, request):
    filing, person = saved(SAMPLES / request.param)
    return filing, walker(person), f"/office/filings/{filing.pk}/entry/"


def upload(browser, where, body, name="填报.xlsx", **more):
    return browser.post(f"{where}upload/", {"workbook": SimpleUploadedFile(name, body)}, **more)


def sheets_of(body):
    """The sheets as rows of cells."""
    return {
        name: [[row.cells.get(column) for column in range(1, max(row.cells) + 1)] for row in rows]
        for name, rows in read_cells(body).items()
    }


def changed(body, sheet, row, column, value):
    """The workbook with one cell otherwise; row as Excel counts it, column by its heading or as Excel counts it."""
    sheets = sheets_of(body)
    rows = sheets[sheet]
    place = rows[0].index(column) if isinstance(column, str) else column - 1
    rows[row - 1] += [None] * (place + 1 - len(rows[row - 1]))
    rows[row - 1][place] = value
    return book(sheets)


def test_as_it_came_it_changes_nothing(entered):
    filing, browser, where = entered
    body = browser.get(f"{where}workbook/").content
    assert "和现在填的完全相同" in text(upload(browser, where, body, follow=True))


def test_a_whole_filing_comes_through_its_workbook(entered):
    filing, browser, where = entered
    document, body = document_of(filing), browser.get(f"{where}workbook/").content
    emptied(filing)
    assert "收支明细" in text(upload(browser, where, body, follow=True)) and Line.objects.count() == 0
    assert browser.post(f"{where}import/").status_code == 302
    assert document_of(filing) == document and not ImportDraft.objects.exists()


def test_one_changed_amount_is_one_row(entered):
    filing, browser, where = entered
    body = browser.get(f"{where}workbook/").content
    page = upload(browser, where, changed(body, "收支明细", 2, "金额", 1), follow=True)
    assert "收支明细11" in text(page)
    browser.post(f"{where}import/")
    assert read_facts(filing.pk).lines[0].amount == 1


def test_who_wrote_meanwhile_is_not_overwritten(entered):
    filing, browser, where = entered
    upload(browser, where, changed(browser.get(f"{where}workbook/").content, "主要职责", 2, 1, "改了"))
    Line.objects.filter(pk=Line.objects.first().pk).update(amount=7)
    assert "没有导入" in text(browser.post(f"{where}import/", follow=True)) and Line.objects.filter(amount=7).exists()


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "words"),
    [
        ("收支明细", 2, "单位编码", ("=cmd()", "#NAME?"), ("收支明细", "单位编码")),
        ("收支明细", 3, "功能科目编码", "9999999", ("9999999", "收支明细", "3")),
        ("收支明细", 2, "金额", "一百", ("一百", "金额")),
        ("基本信息", 4, 2, "2025", ("年度", "2025")),
    ],
)
def test_what_is_wrong_is_told_by_sheet_and_cell_and_nothing_is_written(entered, sheet, row, column, value, words):
    filing, browser, where = entered
    before = read_facts(filing.pk)
    body = browser.get(f"{where}workbook/").content
    answer = upload(browser, where, changed(body, sheet, row, column, value))
    assert answer.status_code == 422 and all(each in text(answer) for each in words) and read_facts(filing.pk) == before


NO_WORKBOOKS = [
    ("填报.xls", b"\xd0\xcf", "不是xlsx工作簿"),
    ("填报.xlsx", b"PK\x03\x04", "损坏|打不开"),
    ("填报.xlsx", b"", "空"),
    ("填报.xlsx", b"\xd0\xcf\x11\xe0" * 9, "xlsx|密码"),
]


@pytest.mark.parametrize(("name", "body", "words"), NO_WORKBOOKS)
def test_what_is_no_workbook_is_told(entered, name, body, words):
    _filing, browser, where = entered
    answer = upload(browser, where, body, name)
    assert answer.status_code == 422 and re.search(words, text(answer)), text(answer)[:2000]
