"""A file for one filing is read by a job that shows how far it is and can be cancelled; good rows alone, one sheet as CSV, all as JSON; macros go."""

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from disclosure.filings.entry.importing import READ
from disclosure.filings.models import EnteredFigure, ImportDraft, Indicator, Line
from disclosure.filings.packing import package_of
from disclosure.filings.reading import read_facts
from disclosure.filings.tests.books import book
from disclosure.jobs.models import Job
from disclosure.jobs.work import run
from disclosure.web.office.tests.clerk import SAMPLES, saved
from disclosure.web.office.tests.test_entry_workbook import changed, marked, read_now, sheets_of, upload
from disclosure.web.office.tests.test_filings import text
from disclosure.web.office.tests.world import walker


@pytest.fixture
def entered(db):
    filing, person = saved(SAMPLES / "shangrao-2024-unit.json")
    return filing, walker(person), f"/office/filings/{filing.pk}/entry/"


def test_while_it_is_read_the_page_says_how_far_and_offers_the_end(entered):
    _filing, browser, where = entered
    browser.post(f"{where}upload/", {"workbook": SimpleUploadedFile("填报.xlsx", browser.get(f"{where}workbook/").content)})
    page = browser.get(f"{where}import/")
    job = Job.objects.get(kind=READ)
    assert "正在读您的文件" in text(page) and f"/jobs/{job.pk}/cancel/" in page.content.decode() and "排队" in text(page)
    assert browser.post(f"/office/jobs/{job.pk}/cancel/").status_code == 302
    run(job.pk)
    assert "取消了，或者中断了" in text(browser.get(f"{where}import/"))
    assert browser.post(f"{where}import/").status_code == 302 and ImportDraft.objects.get().package is None


def wrong_book(body):
    """Two lines and a headcount that are wrong."""
    body = changed(changed(body, "收支明细", 2, "金额", "一百"), "收支明细", 4, "功能科目编码", "9999999")
    row = next(at for at, cells in enumerate(sheets_of(body)["机构人员"], 1) if cells[0] == "退休人数")
    return changed(body, "机构人员", row, 2, "许多")


def test_only_the_good_rows(entered):
    filing, browser, where = entered
    before, retired = read_facts(filing.pk).lines, EnteredFigure.objects.get(filing=filing, key="headcount.retired").count
    assert "只导入没有错的行" in text(upload(browser, where, wrong_book(browser.get(f"{where}workbook/").content)))
    assert browser.post(f"{where}import/", {"good": "1"}).status_code == 302
    page = text(read_now(browser, where))
    assert "这些行有错，不导入" in page and all(each in page for each in ("一百", "9999999", "许多"))
    assert read_facts(filing.pk).lines == before
    browser.post(f"{where}import/")
    assert read_facts(filing.pk).lines == (before[1], *before[3:])
    assert EnteredFigure.objects.get(filing=filing, key="headcount.retired").count == retired


def test_a_single_value_is_known_in_whichever_column_its_name_stands(entered):
    filing, browser, where = entered
    sheets = sheets_of(wrong_book(browser.get(f"{where}workbook/").content))
    sheets["机构人员"] = [[*row[1:2], None, row[0]] if len(row) > 1 else [None, None, row[0]] for row in sheets["机构人员"]]
    retired = EnteredFigure.objects.get(filing=filing, key="headcount.retired").count
    upload(browser, where, book(sheets))
    browser.post(f"{where}import/", {"good": "1"})
    read_now(browser, where)
    browser.post(f"{where}import/")
    assert EnteredFigure.objects.get(filing=filing, key="headcount.retired").count == retired


def test_what_was_left_out_is_marked_in_ones_own_file(entered):
    _filing, browser, where = entered
    upload(browser, where, wrong_book(browser.get(f"{where}workbook/").content))
    browser.post(f"{where}import/", {"good": "1"})
    read_now(browser, where)
    _, back = marked(browser, where)
    assert [cell.value for row in back["收支明细"].iter_rows() for cell in row if cell.comment] == ["一百", "9999999"]


def test_what_is_wrong_in_no_row_is_not_left_out(entered):
    filing, browser, where = entered
    sheets = sheets_of(browser.get(f"{where}workbook/").content)
    sheets["收支明细"][0][sheets["收支明细"][0].index("金额")] = "钱数"
    assert "只导入没有错的行" in text(upload(browser, where, book(sheets)))  # the heading stands in a row, but is none of the table
    browser.post(f"{where}import/", {"good": "1"})
    assert "钱数" in text(read_now(browser, where)) and ImportDraft.objects.get().package is None


def lines_csv(body, amount, encoding="gb18030", delimiter=","):
    out = io.StringIO()
    rows = sheets_of(body)["收支明细"]
    rows[1][rows[0].index("金额")] = amount
    csv.writer(out, delimiter=delimiter).writerows([["2024年预算明细"], [], *([cell or "" for cell in row] for row in rows)])
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize(("encoding", "delimiter"), [("gb18030", ","), ("utf-8-sig", ","), ("utf-8", ";"), ("utf-16", "\t")])
def test_a_csv_is_one_sheet_and_the_others_stay(entered, encoding, delimiter):
    filing, browser, where = entered
    before = read_facts(filing.pk)
    body = lines_csv(browser.get(f"{where}workbook/").content, "12,345.67", encoding, delimiter)
    assert "收支明细11" in text(upload(browser, where, body, "明细.csv"))
    browser.post(f"{where}import/")
    after = read_facts(filing.pk)
    assert str(after.lines[0].amount) == "12345.67" and after.lines[1:] == before.lines[1:]
    assert replace(after, lines=before.lines) == before


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("甲,乙\n1,2\n".encode(), "标题行不像任何一个工作表"),
        (b"\x81\xff\xff\x00", "不是UTF-8、GBK或UTF-16"),
        (b" \r\n", "空"),
        ('功能科目编码,金额\n"2012604,1\n'.encode(), "引号不成对"),
        (("功能科目编码,金额" + "," * 200).encode(), "至多20,000行、100列"),
    ],
)
def test_what_is_no_csv_is_told(entered, body, words):
    _filing, browser, where = entered
    page = upload(browser, where, body, "明细.csv")
    assert words in text(page) and "下载标出错误的工作簿" not in text(page) and "只导入没有错的行" not in text(page)


def test_a_bad_cell_of_a_csv_is_told_by_its_place(entered):
    filing, browser, where = entered
    page = text(upload(browser, where, lines_csv(browser.get(f"{where}workbook/").content, "一百"), "明细.csv"))
    assert "工作表“收支明细”第4行“金额”" in page and "“一百”" in page


def test_json_is_the_whole_filing(entered):
    filing, browser, where = entered
    package = package_of(read_facts(filing.pk))
    package["lines"][0]["amount"] = "5"
    assert "收支明细11" in text(upload(browser, where, json.dumps(package).encode(), "填报.json"))
    package["lines"][0]["amount"] = "5.123"
    page = text(upload(browser, where, json.dumps(package).encode(), "填报.json"))
    assert "lines[0].amount" in page and "5.123" in page and "只导入" not in page


def test_macros_come_back_taken_out_and_it_says_so(entered):
    _filing, browser, where = entered
    out = io.BytesIO(browser.get(f"{where}workbook/").content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert "文件带有宏" in text(upload(browser, where, out.getvalue(), "填报.xlsm"))
    body, back = marked(browser, where)
    assert (
        "宏" in [cell.value for cell in back["检查结果"]["C"]][-1]
        and "xl/vbaProject.bin" not in zipfile.ZipFile(io.BytesIO(body)).namelist()
    )
    assert "完全相同" in text(upload(browser, where, body))


def test_yuan_typed_as_ten_thousands_is_asked_about(entered):
    filing, browser, where = entered
    sheets = sheets_of(browser.get(f"{where}workbook/").content)
    for cells in sheets["基本信息"]:
        cells[1:] = ["万元"] if cells[0] == "金额单位" else cells[1:]
    assert "相差一千倍以上" in text(upload(browser, where, book(sheets)))


def test_another_file_takes_the_place_of_the_first(entered):
    filing, browser, where = entered
    body = browser.get(f"{where}workbook/").content
    browser.post(f"{where}upload/", {"workbook": SimpleUploadedFile("甲.xlsx", changed(body, "收支明细", 2, "金额", 1))})
    assert "完全相同" in text(upload(browser, where, body, "乙.xlsx"))
    assert ImportDraft.objects.get().name == "乙.xlsx" and Line.objects.filter(amount=1).count() == 0
    assert Indicator.objects.filter(filing=filing).exists() and load_workbook(io.BytesIO(body)).sheetnames
