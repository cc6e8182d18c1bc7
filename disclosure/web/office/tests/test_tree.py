"""The register as a workbook over HTTP: what is downloaded is read again, what is bad is told, what is confirmed is written."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.models import AgencyYear, TreeDraft
from agencies.tests.places import YEAR, agency
from disclosure.web.office.tests.world import someone, walker
from disclosure.web.office.tree_workbook import register_workbook

UPLOAD = "/office/agencies/import/"


@pytest.fixture
def keeper(db):
    agency("101", "甲局")
    agency("101001", "=甲中心", kind="institution", exemption="国家安全")
    return walker(someone("lead", AgencyYear.objects.first().region.bureau, "lead_reviewer"))


def upload(client, body, year=YEAR):
    return client.post(UPLOAD, {"year": year, "workbook": SimpleUploadedFile("名录.xlsx", body)})


def book(*rows):
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, {"strings_to_formulas": False}) as made:
        sheet = made.add_worksheet()
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    return body.getvalue()


def test_what_was_downloaded_changes_nothing_when_it_is_uploaded(keeper):
    downloaded = keeper.get("/office/agencies/register.xlsx")
    assert "attachment" in downloaded["Content-Disposition"]
    answer = upload(keeper, downloaded.content)
    page = keeper.get(answer.url).content.decode()
    assert "新增 0 个，沿用往年 0 个，修改 0 个" in page and "不变 2 个" in page


def test_the_template_is_an_empty_register(keeper):
    assert keeper.get("/office/agencies/template.xlsx").content[:2] == b"PK"
    page = upload(keeper, register_workbook([])).content.decode()
    assert "表头以下没有内容" in page and not TreeDraft.objects.exists()


def test_changes_are_shown_then_written_as_a_whole(keeper):
    answer = upload(keeper, book(("名称", "编码"), ("甲局（改）", "101"), ("甲中心", 101001), ("乙局", "102")))
    page = keeper.get(answer.url).content.decode()
    assert "新增 1 个，沿用往年 0 个，修改 2 个" in page and "名称：甲局 → 甲局（改）" in page
    assert AgencyYear.objects.count() == 2
    assert keeper.post(answer.url).url == "/office/agencies/"
    assert set(AgencyYear.objects.values_list("code", "name")) == {("101", "甲局（改）"), ("101001", "甲中心"), ("102", "乙局")}
    assert AgencyYear.objects.get(code="101001").exemption == "国家安全"


def test_twice_the_same_is_once(keeper):
    where = upload(keeper, book(("名称", "编码"), ("乙局", "102"))).url
    assert (keeper.post(where).status_code, keeper.post(where).status_code) == (302, 404)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"not a workbook", "不是xlsx文件"),
        (b"", "空文件"),
        (book(("甲", "乙")), "没有找到表头"),
        (book(("编码", "名称"), ("1010", "甲局"), ("101", "")), "第2行“编码”：是“1010”"),
        (book(("编码", "名称"), *[(f"{n}x", "局") for n in range(300)]), "另有"),
    ],
)
def test_a_bad_workbook_is_told_and_nothing_is_written(keeper, body, words):
    page = upload(keeper, body).content.decode()
    assert words in page and not TreeDraft.objects.exists() and AgencyYear.objects.count() == 2
