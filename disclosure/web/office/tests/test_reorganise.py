"""Reorganisation over HTTP: shown first, then carried out; what cannot be read is told with its line."""

import pytest

from agencies.models import AgencyYear, Succession
from agencies.tests.places import YEAR, agency
from disclosure.web.office.tests.world import someone, walker

PAGE = "/office/agencies/reorganise/"


@pytest.fixture
def keeper(db):
    for code, name in (("101", "甲局"), ("102", "乙局")):
        agency(code, name)
    return walker(someone("lead", AgencyYear.objects.first().region.bureau, "lead_reviewer"))


def said(**more):
    return {
        "kind": "merge",
        "year": YEAR,
        "leaving": "101\n102",
        "newcomers": "105，丙局",
        "on": f"{YEAR}-06-30",
        "why": "安编〔2026〕8号",
        **more,
    }


def test_it_is_shown_then_carried_out(keeper):
    page = keeper.post(PAGE, said()).content.decode()
    assert "6月30日起会这样，还没有写入任何内容" in page and "105 丙局" in page and not Succession.objects.exists()
    assert keeper.post(PAGE, said(confirmed="1")).url == "/office/agencies/"
    assert Succession.objects.count() == 2 and AgencyYear.objects.get(code="105").name == "丙局"
    assert "合并" in keeper.get(f"/office/agencies/{AgencyYear.objects.get(code='101').pk}/").content.decode()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"newcomers": "丙局"}, "第1行“丙局”看不懂"),
        ({"leaving": "101\n999"}, "选的单位不在2026年的名录里"),
        ({"leaving": "101"}, "合并至少选两个单位"),
        ({"on": "昨天"}, "日期"),
        ({"why": ""}, "依据"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(keeper, more, words):
    for confirmed in ({}, {"confirmed": "1"}):
        assert words in keeper.post(PAGE, said(**more, **confirmed)).content.decode()
    assert not Succession.objects.exists() and AgencyYear.objects.count() == 2
