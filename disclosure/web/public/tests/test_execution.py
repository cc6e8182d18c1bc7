"""Budget and outturn side by side: public like the release, at both addresses, for final accounts alone."""

import re

import pytest

from disclosure.web.public.tests.documents import document, final_document
from disclosure.web.public.tests.releases import FINAL, FUTURE, HOME, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def final(db):
    return publish(final_document())


def texts(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


@pytest.mark.parametrize("address", [FINAL, FINAL + "v1/"])
def test_sets_budget_and_outturn_side_by_side(client, final, address):
    page = client.get(address + "execution/").content.decode()
    said = texts(page)
    assert "201 一般公共服务支出 8,000.00 8,912.34 912.34 111.4%" in said
    assert "2010102 行政运行 0.00 20.00 20.00 年初预算未安排" in said and "公共安全支出" not in said
    assert "年初预算数9,050.00万元，决算数9,012.34万元" in said and "金额单位：万元" in said and "没有预算数可比。" in said
    assert f'href="{address}#FA02-201-total">8,912.34</a>' in page


@pytest.mark.parametrize("address", [FINAL, FINAL + "v1/"])
def test_the_release_and_the_page_lead_to_each_other(client, final, address):
    release, page = client.get(address).content.decode(), client.get(address + "execution/").content.decode()
    assert release.count(f'href="{address}execution/"') == 2
    assert f'<a href="{address}">安澜市档案馆2024年度部门决算</a>' in page and f'<a href="{address}">2024年度部门决算</a>' in page


def test_every_link_leads_somewhere(client, final):
    links = set(re.findall(r'<a [^>]*href="([^"#]+)', client.get(FINAL + "execution/").content.decode()))
    assert {f"{FINAL}v1/disclosure.json", f"{FINAL}v1/tables/YX12-execution.csv"} <= links
    assert [client.get(link).status_code for link in links] == [200] * len(links)


def test_a_figure_is_read_with_its_row_and_its_column(client, final):
    page = client.get(FINAL + "execution/").content.decode()
    heads = re.findall(r'<th role="columnheader" scope="col" class="[n ]*last">(.+?)</th>', page)
    assert heads[:5] == ["项目", "年初预算数", "决算数", "相差", "执行率"]
    assert re.search(r'role="table"\s+aria-labelledby="YX12-title"\s+aria-describedby="YX12-unit"', page)
    assert page.count('scope="row"') == 6 and re.search(r'aria-hidden="true">\s*<rect', page)


def test_a_superseded_version_says_so(client, final):
    publish(final_document(), version=2)
    page = client.get(FINAL + "v1/execution/").content.decode()
    assert "这是第1版，已经更正。" in page and "（第1版，已不是现行版本）" in page
    assert "第2版，现行有效" in client.get(FINAL + "execution/").content.decode()


def test_a_budget_has_no_such_page_and_no_link_to_one(client, release):
    assert [client.get(HOME + rest).status_code for rest in ("execution/", "v1/execution/")] == [404, 404]
    assert "execution/" not in client.get(HOME).content.decode()


@pytest.mark.parametrize("rest", ["execution/", "v1/execution/"])
def test_what_is_not_published_yet_answers_like_what_does_not_exist(client, db, rest):
    publish(final_document(), at=FUTURE)
    early, never = client.get(FINAL + rest), client.get(FINAL.replace("307001", "307009") + rest)
    assert (early.status_code, early.content, dict(early.headers)) == (404, never.content, dict(never.headers))


def test_the_budget_beside_it_stays_a_budget(client, final):
    publish(document())
    assert client.get(FINAL + "execution/").status_code == 200 and client.get(HOME + "execution/").status_code == 404


def test_three_questions_to_the_database(client, final, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get(FINAL + "execution/")
