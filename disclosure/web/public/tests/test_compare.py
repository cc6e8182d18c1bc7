"""Comparisons: side by side, over the years, down the tree, one measure of all; files say what the page says."""

import csv
import io
import re
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from disclosure.exports.tests.documents import panel, row, statement
from disclosure.web.public import charts, leagues
from disclosure.web.public.charts import Point
from disclosure.web.public.tests.documents import department_document
from disclosure.web.public.tests.places import named, one_agency, show, three
from disclosure.web.public.tests.releases import publish

pytestmark = pytest.mark.django_db


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def rows(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_two_agencies_stand_side_by_side(client):
    three()
    shown = page(client, "/compare/?a=361100-307001&a=361100-307003")
    assert "安澜市档案馆" in shown and "安澜市人力资源和社会保障局" in shown and shown.count("4,778.90") == 3  # and the median
    assert "apart" not in shown


def test_what_a_document_prints_is_shown_and_never_rounded_again(client):
    """舍位平衡 prints a hundredth more than the amount itself would give."""
    made = named("307001", "安澜市档案馆")
    spent = next(each for each in made["statements"] if each["code"] == "YS03")
    spent["panels"][0]["rows"][0]["cells"]["basic"] = "4,778.91"
    publish(made)
    for address in ("/compare/?a=361100-307001", "/compare/league/basic/"):
        assert "4,778.91" in page(client, address) and "4,778.90</td>" not in page(client, address)
    assert ["基本支出", "4,778.91", "47789000.00"] in rows(client.get("/compare/?a=361100-307001&format=csv"))


def test_a_change_is_the_one_that_the_document_prints(client):
    made = named("307001", "安澜市档案馆")
    columns = ("prior", "change")
    moved = row("YS03.total.basic", "合计", (50000000, -2211000), columns, "line")
    same = row("YS03.total.project", "合计", (23594000, None), columns, "line")
    changes = statement(7, "changes", "增减", [panel("changes", [], [], [moved, same])])
    changes["panels"][0]["columns"] = [{"key": key, "title": key, "group": [], "number": "", "kind": "money"} for key in columns]
    publish(made | {"statements": [*made["statements"], {**changes, "code": "YX07", "printed": False, "number": None}]})
    shown = re.sub(r"<[^>]+>|\s+", "", page(client, "/compare/?a=361100-307001"))
    assert "基本支出4,778.90↓减少221.10" in shown and "项目支出2,359.40持平" in shown


def test_another_year_or_scope_stands_apart(client):
    three()
    made = department_document()
    publish({**made, "agency": {**made["agency"], "code": "308", "name": "安澜市档案局"}})
    assert "口径不同" in page(client, "/compare/?a=361100-307001&a=361100-308")
    assert "口径不同" in page(client, "/compare/?a=361100-307001&a=361100-307002&year=2023")


def test_one_is_added_by_a_short_name_and_removed_again(client):
    three()
    answer = client.get("/compare/?a=361100-307001&add=医保局")
    assert (answer.status_code, answer.url) == (302, "/compare/?a=361100-307001&a=361100-307002")
    shown = page(client, answer.url)
    assert 'href="/compare/?a=361100-307001"' in shown


def test_who_never_existed_is_named_as_missing(client):
    assert "没有找到“361100-999999”" in page(client, "/compare/?a=361100-999999")
    assert "没有找到“没有这个局”" in page(client, "/compare/?add=没有这个局")


def test_years_are_a_series_that_parts_where_the_name_changed(client):
    publish(named("307001", "安澜市国家档案馆", 2022))
    publish(named("307001", "安澜市档案馆", 2023))
    publish(named("307001", "安澜市档案馆", 2025))
    one_agency("307001")
    shown = page(client, "/compare/?a=361100-307001")
    assert "未收录：没有在本平台公开" in shown and "名称变了，口径可能变了" in shown


def test_the_file_says_what_the_page_says_and_the_exact_amount(client):
    three()
    found = rows(client.get("/compare/?a=361100-307001&format=csv"))
    assert ["基本支出", "4,778.90", "47789000.00"] in found
    book = load_workbook(io.BytesIO(client.get("/compare/?a=361100-307001&format=xlsx").content))
    assert ("基本支出", "4,778.90", 47789000) in [row[:3] for row in book.active.iter_rows(values_only=True)]


def test_the_tree_adds_one_scope_and_never_both(client):
    three()
    made = department_document()
    publish({**made, "agency": {**made["agency"], "code": "308"}})
    units = rows(client.get("/compare/tree/?scope=unit&year=2024&format=csv"))
    departments = rows(client.get("/compare/tree/?scope=department&year=2024&format=csv"))
    assert units[1] == ["201", "一般公共服务支出", "214149000.00", "100.0%", "3"]
    assert departments[1][4] == "1"


def test_from_class_to_group_to_item_to_agency(client):
    three()
    assert "/compare/tree/functional/20126/?" in page(client, "/compare/tree/functional/201/")
    shown = page(client, "/compare/tree/functional/2012601/")
    assert "安澜市医疗保障局" in shown and "/361100/307002/2024/budget/" in shown
    assert client.get("/compare/tree/functional/999/").status_code == 404


def test_agencies_are_ranked_only_where_the_bureau_says_so(client):
    three()
    assert "位次" not in page(client, "/compare/league/basic/").replace("位次只说明", "")
    show(ranks=True)
    client.get("/compare/league/basic/")
    from disclosure.web.public.facets import facets

    facets.forget()
    assert '<th scope="col">位次</th>' in page(client, "/compare/league/basic/")


def test_a_league_says_amount_and_median(client):
    three()
    assert "中位数4,778.90万元" in page(client, "/compare/league/basic/")
    assert client.get("/compare/league/salaries/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/compare/?a=361100-307001&a=361100-307003", "/compare/tree/functional/20126/", "/compare/league/basic/"]
)
def test_three_questions_to_the_database(client, address, django_assert_max_num_queries):
    three()
    client.get(address)
    with django_assert_max_num_queries(3):
        client.get(address)


def test_a_median_is_exact():
    assert leagues.median([Decimal("1.01"), Decimal("3.00"), Decimal("2.00")]) == Decimal("2.00")
    assert leagues.median([Decimal("1.01"), Decimal("2.02")]) == Decimal("1.515")
    assert leagues.median([]) is None


def test_negative_amounts_hang_below_the_axis_and_zero_is_drawn_flat():
    chart = charts.chart_of([Point("2022", Decimal(5), "5"), Point("2023", Decimal(-5), "-5"), Point("2024", Decimal(0), "0")])
    above, below, flat = chart.bars
    assert above.y < chart.zero == below.y and flat.height == 0
    assert above.height == below.height


def test_no_line_crosses_a_break_or_a_missing_year():
    amounts = [Decimal(1), Decimal(2), None, Decimal(3), Decimal(4)]
    chart = charts.chart_of([Point(str(year), amount, "", parted=year == 4) for year, amount in enumerate(amounts)])
    assert len(chart.lines) == 1 and chart.breaks == [544.0]
    assert charts.chart_of([Point("2024", Decimal(1), "1")]) is None


def test_where_nobody_has_the_year_asked_for_the_first_gives_the_measure(client):
    three()
    publish(named("307009", "安澜市气象局", 2025))
    shown = page(client, "/compare/?a=361100-307001&a=361100-307003")
    assert "2024年单位预算对照" in re.sub(r"\s+", "", shown) and "口径不同" not in shown
    assert "口径不同" in page(client, "/compare/?a=361100-307001&a=361100-307009")
