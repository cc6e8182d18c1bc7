"""The page of a release: at both addresses, for ever, and never early."""

import pytest

from disclosure.exports.html import page_html
from disclosure.web.public.tests.documents import document, transcribed_document
from disclosure.web.public.tests.releases import FUTURE, HOME, PAST, publish

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", [HOME, HOME + "v1/"])
def test_shows_what_the_document_says(client, release, address):
    page = client.get(address).content.decode()
    for said in (
        "安澜市档案馆",
        "比上年减少459.7",
        "第1版，现行有效，未作更正",
        "2024年2月8日09:00",
        "612个数字逐一核对相同",
        release.document_sha256,
    ):
        assert said in page


def test_links_files_and_tables_below_the_version(client, release):
    page = client.get(HOME).content.decode()
    for name in ("disclosure.pdf", "disclosure.xlsx", "disclosure.json", "findings.json", "tables/03-expenditure.csv"):
        assert f'href="{HOME}v1/{name}"' in page
    assert "tables/02-income.csv" not in page


def test_cites_the_version_and_not_the_moving_address(client, release, settings):
    page = client.get(HOME).content.decode()
    assert f"安澜市档案馆. 2024年单位预算[EB/OL]. 第1版. (2024-02-08)[引用日期]. {settings.PUBLIC_ADDRESS}{HOME}v1/" in page


def test_a_figure_of_the_prose_leads_to_its_cell(client, release):
    page = client.get(HOME).content.decode()
    assert '<a class="fig-link" href="#YS01-in0-income">6103.2万元</a>' in page
    assert page.count('id="YS01-in0-income"') == 1


def test_a_correction_stands_at_the_address_and_the_first_version_stays(client, release):
    publish(document(), version=2)
    now, before = client.get(HOME).content.decode(), client.get(HOME + "v1/").content.decode()
    assert "第2版，现行有效，已更正前一版" in now
    assert "这是第1版，已经更正。" in before
    assert f'<a href="{HOME}">查看现行版本</a>' in before


def test_the_years_of_the_agency_are_one_step_away(client, release):
    publish(document(year=2023, title="安澜市档案馆2023年单位预算"))
    publish(document(year=2023, kind="final", title="安澜市档案馆2023年单位决算"))
    publish(document(year=2025, title="安澜市档案馆2025年单位预算"), at=FUTURE)
    page = client.get(HOME).content.decode()
    assert '<a href="/361100/307001/2023/budget/">2023</a><span aria-current="page">2024</span></dd>' in page
    assert '<a href="/361100/307001/2023/final/">2023</a>' in page
    assert "2025" not in page.partition("<footer")[0].partition("version-banner")[0]


def test_a_single_year_has_nothing_to_switch_to(client, release):
    assert 'class="years"' not in client.get(HOME).content.decode()


def test_what_was_published_elsewhere_says_so_and_its_findings_lead_to_the_rules(client, db):
    publish(transcribed_document())
    page = client.get(HOME).content.decode()
    assert page.index("照原件列示，未作改动") < page.index("answer__line") < page.index('id="findings"') < page.index('id="closing"')
    assert 'href="/rules/#B01"' in page and 'href="#YS01-in_all-income"' in page
    assert 'href="/rules/' not in page_html(transcribed_document())


def test_the_first_sentence_carries_the_mark_of_its_figure(client, db):
    publish(transcribed_document())
    answer = client.get(HOME).content.decode().partition("answer__line")[2].partition("</p>")[0]
    assert 'href="#finding-1"' in answer and " id=" not in answer


UNKNOWN = ["/361100/307002/2024/budget/", "/361101/307001/2024/budget/", "/361100/307001/2023/budget/", "/361100/307001/2024/final/"]
SPELT = [HOME + "v2/", HOME + "v01/", HOME + "v0/", "/36110/307001/2024/budget/", "/361100/3070/2024/budget/", "/361100/307001/2024/plan/"]


@pytest.mark.parametrize("address", UNKNOWN + SPELT)
def test_what_does_not_exist_is_not_found(client, release, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("rest", ["", "v1/", "v1/disclosure.pdf", "v1/findings.json", "v1/tables/01-balance.csv"])
def test_what_is_not_published_yet_answers_like_what_does_not_exist(client, db, rest):
    publish(document(), at=FUTURE)
    early, never = client.get(HOME + rest), client.get(HOME.replace("307001", "307009") + rest)
    assert (early.status_code, early.content, dict(early.headers)) == (404, never.content, dict(never.headers))


def test_a_correction_to_come_changes_nothing(client, release):
    before = client.get(HOME).content
    publish(document(title="安澜市档案馆2024年单位预算"), version=2, at=FUTURE)
    assert client.get(HOME).content == before


def test_five_questions_to_the_database_and_one_for_a_kept_page(client, release, django_assert_max_num_queries):
    publish(document(year=2023, title="安澜市档案馆2023年单位预算"), at=PAST)
    with django_assert_max_num_queries(5):
        client.get(HOME)
    with django_assert_max_num_queries(1):
        client.get(HOME)
