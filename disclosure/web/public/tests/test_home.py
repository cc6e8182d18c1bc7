"""The home page: what this is, and what is published; nothing else."""

import re

import pytest

from disclosure.web.public.tests.documents import department_document, document
from disclosure.web.public.tests.releases import FUTURE, HOME, PAST, publish

pytestmark = pytest.mark.django_db


def texts(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_says_that_nothing_is_published_and_what_comes(client):
    page = client.get("/").content.decode()
    assert "还没有公开的预算和决算" in page
    assert "<table" not in page


def test_lists_a_release_with_its_figures(client, release):
    page = client.get("/").content.decode()
    assert f'<a href="{HOME}">安澜市档案馆</a>' in page
    assert "2024年2月8日 09:00 安澜市档案馆 2024年单位预算 7,138.30 ↓ 下降 39.2% 已公开" in texts(page)


def test_counts_what_is_published(client, release):
    publish({**department_document(), "agency": {**document()["agency"], "code": "308", "parent": None}})
    page = texts(client.get("/").content.decode())
    assert "2024年预算按时公开的部门和单位 0.0 % 期限已到或已经公开 2 个 按时公开 0 个 逾期后公开 2 个" in page
    assert "按地区 已公开份数 安澜市 2" in page and "已公开份数 2024年预算 2" in page


def test_a_correction_takes_the_place_of_the_first_version(client, release):
    publish(document(), version=2)
    page = texts(client.get("/").content.decode())
    assert page.count("安澜市档案馆") == 1
    assert "2024年单位预算（更正）" in page


def test_what_is_not_due_is_not_listed(client, db):
    publish(document(), at=FUTURE)
    assert "安澜市档案馆" not in client.get("/").content.decode()


def test_the_foot_names_who_runs_the_site(client, db, settings):
    settings.SITE_WORDS = {"name": "安澜市预决算公开", "host": "安澜市财政局", "icp": "", "government_code": "3699000001"}
    page = client.get("/").content.decode()
    assert "安澜市预决算公开" in page and "主办单位：安澜市财政局" in page and "政府网站标识码：3699000001" in page


def test_every_link_leads_somewhere(client, release):
    links = re.findall(r'<a [^>]*href="([^"#]+)"', client.get("/").content.decode())
    assert [client.get(link).status_code for link in links] == [200] * len(links)


def test_four_questions_to_the_database(client, release, django_assert_max_num_queries):
    publish(document(year=2023, title="安澜市档案馆2023年单位预算"), at=PAST)
    client.get("/")  # the classification is remembered
    with django_assert_max_num_queries(4):
        client.get("/")
