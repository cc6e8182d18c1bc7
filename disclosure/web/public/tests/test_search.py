"""A search finds what people mean: short names, letters, former names, codes, amounts; and nothing that is not public."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connections

from disclosure.pub.models import Current, Figure
from disclosure.releases.models import ReleasedText
from disclosure.web.public.asked import asked
from disclosure.web.public.tests.places import named, three
from disclosure.web.public.tests.releases import FUTURE, publish

pytestmark = pytest.mark.django_db


def hits(client, words, **more):
    """Kind and title of what was found, in order."""
    answer = client.get("/search", {"q": words, **more})
    assert answer.status_code == 200
    page = answer.content.decode()
    found = re.findall(r'<p class="hit__kind">(.*?)</p>.*?<h2 class="hit__title">\s*<a href="([^"]*)">(.*?)</a>', page, re.DOTALL)
    return [(kind.strip(), title.strip(), href) for kind, href, title in found]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("医保局", "安澜市医疗保障局"), ("人社局", "安澜市人力资源和社会保障局"), ("安澜市档案馆", "安澜市档案馆"), ("ａｌｓｄａｇ", "安澜市档案馆"),
        ("alsylbzj", "安澜市医疗保障局"), ("ylbzj", "安澜市医疗保障局"), ("yiliaobaozhang", "安澜市医疗保障局"), ("307003", "安澜市人力资源和社会保障局"),
        ("2012601", "2012601 行政运行"), ("20126", "20126 档案事务"), ("行政运行", "2010101 行政运行"), ("档案事务", "20126 档案事务"),
        ("公务接待费", "公务接待费"),
    ],
)  # fmt: skip
def test_the_first_hit_is_what_is_meant(client, words, title):
    three()
    assert hits(client, words)[0][1] == title


@pytest.mark.parametrize("words", ["7138.30", "7,138.30万元", "71383000", "71,383,000元", "７１３８．３０"])
def test_an_amount_is_found_in_yuan_and_in_ten_thousands(client, words):
    three()
    kind, _title, href = hits(client, words)[0]
    assert kind == "金额" and re.search(r"/361100/307\d{3}/2024/budget/#YS0\d-", href)


def test_an_item_is_found_in_both_languages(client):
    for words in ("公务接待费", "Official receptions"):
        answer = client.get("/en/search", {"q": words}).content.decode()
        assert 'href="/en/compare/league/reception/"' in answer, words


def test_an_amount_lands_on_its_cell(client):
    publish(named("307001", "安澜市档案馆"))
    page, place = hits(client, "4778.90")[0][2].split("#")
    assert f'id="{place}"' in client.get(page).content.decode()


def test_text_is_found_with_its_surroundings(client):
    three()
    answer = client.get("/search", {"q": "收入预算总额", "in": "text"}).content.decode()
    assert "收入预算总额为" in answer and "年单位预算收支情况说明，收入预算情况" in answer


def test_what_is_not_due_is_not_found(client):
    publish(named("307001", "安澜市档案馆"), at=FUTURE)
    assert hits(client, "安澜市档案馆") == [] and hits(client, "7138.30") == []


def test_filters_stand_in_the_address(client):
    three()
    assert {kind for kind, _title, _href in hits(client, "安澜市", **{"in": "agency"})} == {"部门、单位"}
    assert all("/2023/" in href for _kind, _title, href in hits(client, "7138.30", year="2023"))
    assert hits(client, "安澜市档案馆", region="999999") == []


@pytest.mark.parametrize(
    "words", ["x" * 600, "' OR 1=1 --", "%_%", "\x00", "(((", "🀄", "\\", "“”", "a" * 90, "１" * 90, "-", "0", "9" * 40]
)
def test_nothing_that_is_typed_breaks_it(client, words):
    three()
    assert client.get("/search", {"q": words}).status_code == 200


@pytest.mark.parametrize(("name", "value"), [("page", "x"), ("page", "-1"), ("year", "20x4"), ("in", "drafts"), ("region", "3611")])
def test_what_the_address_asks_wrongly_is_refused_in_words(client, name, value):
    answer = client.get("/search", {"q": "档案馆", name: value})
    assert answer.status_code == 400 and "请求无法处理" in answer.content.decode()


def test_a_page_beyond_the_last_is_the_last(client):
    three()
    assert client.get("/search", {"q": "安澜市", "page": "99999"}).status_code == 200


def test_three_questions_to_the_database(client, django_assert_max_num_queries):
    three()
    client.get("/search", {"q": "x"})
    for words in ("医保局", "7138.30", "收入预算总额", "2012601"):
        with django_assert_max_num_queries(3):
            client.get("/search", {"q": words})


def test_a_typed_amount_is_understood():
    assert asked("7138.3万元").amount.fen == (7138300000,)
    assert asked("1.2亿").amount.fen == (12000000000,)
    assert asked("713.83").amount.printed == ("713.83", "713.83")
    assert asked("档案馆").amount is None and asked(",,,").amount is None
    assert asked("2012601 行政运行").code == "2012601" and asked("2012601").amount.is_plain


def test_the_time_of_a_release_says_nothing_before_it(client):
    publish(named("307001", "安澜市档案馆"), at=datetime(2023, 1, 1, tzinfo=UTC))
    assert hits(client, "安澜市档案馆")[0][1] == "安澜市档案馆"


def test_a_corrected_document_is_found_and_counted_once(client):
    publish(named("307001", "安澜市档案馆"))
    publish(named("307001", "安澜市档案馆"), version=2)
    assert Current.objects.count() == 1 and Figure.objects.values("release_id").distinct().count() == 1
    found = [href for kind, _title, href in hits(client, "7138.30") if kind == "金额"]
    assert len(found) == len(set(found)) > 0


def test_texts_of_the_newest_year_come_first_and_none_that_was_replaced(client):
    for year in (2022, 2024, 2023):
        publish(named("307001", "安澜市档案馆", year))
    publish(named("307001", "安澜市档案馆", 2023), version=2)
    words = ReleasedText.objects.filter(kind="text").first().title
    years = [re.search("/(20..)/", href)[1] for kind, title, href in hits(client, words) if kind == "文字" and title == words]
    assert years == sorted(years, reverse=True)
    assert {year: years.count(year) for year in years} == dict.fromkeys(("2024", "2023", "2022"), len(years) // 3)
    assert all("/2023/" in href for _kind, _title, href in hits(client, words, year="2023"))
    with connections["public"].cursor() as cursor:
        cursor.execute("SELECT year FROM pub.find_texts(%s, 'text', '', 0, 1)", [words])
        assert cursor.fetchall() == [(2024,)]  # where fewer are asked for than there are, the newest
