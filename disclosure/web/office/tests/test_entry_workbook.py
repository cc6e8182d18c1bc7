"""The workbook of a filing: handed in as it came it changes nothing, a whole filing comes through it, and bad ones are told by sheet and cell."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from disclosure.filings.entry.importing import READ
from disclosure.filings.models import ImportDraft, Line
from disclosure.filings.reading import read_facts
from disclosure.filings.tests.books import book
from disclosure.filings.workbook_cells import read_cells
from disclosure.jobs.models import Job, Status
from disclosure.jobs.work import run
from disclosure.web.office.tests.clerk import SAMPLES, document_of, emptied, saved
from disclosure.web.office.tests.test_filings import text
from disclosure.web.office.tests.world import walker


@pytest.fixture(params=["shangrao-2024-unit.json", "shangrao-2022-final.json"])
def entered(db, request):
    filing, person = saved(SAMPLES / request.param)
    return filing, walker(person), f"/office/filings/{filing.pk}/entry/"


def upload(browser, where, body, name="填报.xlsx"):
    """The page that stands there once the file is read; that of the form where it was not even kept."""
    answer = browser.post(f"{where}upload/", {"workbook": SimpleUploadedFile(name, body)})
    return read_now(browser, where) if answer.status_code == 302 else answer


def read_now(browser, where):
    """The queue does its work."""
    for job in Job.objects.filter(kind=READ, status=Status.QUEUED):
        run(job.pk)
    return browser.get(f"{where}import/")


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
    assert "和现在填的完全相同" in text(upload(browser, where, body))


def test_a_whole_filing_comes_through_its_workbook(entered):
    filing, browser, where = entered
    document, body = document_of(filing), browser.get(f"{where}workbook/").content
    emptied(filing)
    assert "收支明细" in text(upload(browser, where, body)) and Line.objects.count() == 0
    assert browser.post(f"{where}import/").status_code == 302
    assert document_of(filing) == document and not ImportDraft.objects.exists()


def test_one_changed_amount_is_one_row(entered):
    filing, browser, where = entered
    body = browser.get(f"{where}workbook/").content
    page = upload(browser, where, changed(body, "收支明细", 2, "金额", 1))
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
        ("绩效指标", 2, "项目代号", None, ("绩效指标", "第2行“项目代号”", "没有填写")),
        ("基本信息", 4, 2, "2025", ("年度", "2025")),
    ],
)
def test_what_is_wrong_is_told_by_sheet_and_cell_and_nothing_is_written(entered, sheet, row, column, value, words):
    filing, browser, where = entered
    before = read_facts(filing.pk)
    body = browser.get(f"{where}workbook/").content
    answer = upload(browser, where, changed(body, sheet, row, column, value))
    assert "没有写入任何内容" in text(answer) and all(each in text(answer) for each in words) and read_facts(filing.pk) == before


NO_WORKBOOKS = [
    ("填报.xls", b"\xd0\xcf", "请用WPS或Excel打开后另存为xlsx"),
    ("填报.xlsx", b"PK\x03\x04", "损坏|打不开"),
    ("填报.xlsx", b"", "空"),
    ("填报.xlsx", b"\xd0\xcf\x11\xe0" * 9, "xlsx|密码"),
]


@pytest.mark.parametrize(("name", "body", "words"), NO_WORKBOOKS)
def test_what_is_no_workbook_is_told(entered, name, body, words):
    _filing, browser, where = entered
    answer = upload(browser, where, body, name)
    assert re.search(words, text(answer)), text(answer)[:2000]


def marked(browser, where):
    answer = browser.get(f"{where}upload/marked.xlsx")
    assert answer.status_code == 200, answer
    return answer.content, load_workbook(io.BytesIO(answer.content))


def test_ones_own_file_comes_back_with_what_is_wrong_marked(entered):
    filing, browser, where = entered
    before = document_of(filing)
    bad = changed(browser.get(f"{where}workbook/").content, "收支明细", 2, "金额", "一百")
    page = upload(browser, where, bad)
    assert "下载标出错误的工作簿" in text(page)
    _, back = marked(browser, where)
    (cell,) = [cell for row in back["收支明细"].iter_rows() for cell in row if cell.comment]
    assert cell.value == "一百" and "一百" in cell.comment.text and cell.fill.fgColor.rgb == "00FFC7CE"
    assert back.sheetnames[0] == "检查结果" and back["检查结果"]["B2"].value == cell.coordinate
    assert document_of(filing) == before


def test_the_marked_file_is_read_again_once_it_is_mended(entered):
    filing, browser, where = entered
    body = browser.get(f"{where}workbook/").content
    upload(browser, where, changed(body, "收支明细", 2, "金额", "一百"))
    _, back = marked(browser, where)
    row = next(cell.row for line in back["收支明细"].iter_rows() for cell in line if cell.comment)
    column = next(cell.column for cell in back["收支明细"][1] if cell.value == "金额")
    back["收支明细"].cell(row, column).value = 7
    out = io.BytesIO()
    back.save(out)
    assert "收支明细11" in text(upload(browser, where, out.getvalue()))
    assert browser.get(f"{where}upload/marked.xlsx").status_code == 302


def test_a_finding_that_looks_like_a_formula_comes_back_as_text(entered):
    _, browser, where = entered
    upload(browser, where, changed(browser.get(f"{where}workbook/").content, "收支明细", 2, "金额", "=HYPERLINK(1)"))
    body, back = marked(browser, where)
    assert all(cell.data_type != "f" for row in back["检查结果"].iter_rows() for cell in row)


def test_the_workbook_of_another_agency_is_refused_and_comes_back(entered):
    filing, browser, where = entered
    body = browser.get(f"{where}workbook/").content
    row = next(at for at, cells in enumerate(sheets_of(body)["基本信息"], 1) if cells[0] == "编码")
    page = upload(browser, where, changed(body, "基本信息", row, 2, "999999"))
    assert "999999" in text(page) and Line.objects.filter(filing=filing).exists()


def test_what_cannot_be_written_again_is_only_told(entered):
    _, browser, where = entered
    page = upload(browser, where, b"PK\x03\x04")
    assert "下载标出错误的工作簿" not in text(page)
    assert browser.get(f"{where}upload/marked.xlsx").status_code == 302
