"""From region to department to unit; who published when; feeds, the list of pages; what is not public has no page."""

import re
from datetime import UTC, datetime

import pytest
from django.utils.timezone import localdate, timedelta

from agencies.models import Agency, AgencyYear, Succession
from disclosure.filings.models import Approval
from disclosure.web.public.facets import facets
from disclosure.web.public.tests.documents import department_document
from disclosure.web.public.tests.places import named, one_agency, show, three
from disclosure.web.public.tests.releases import FUTURE, publish

pytestmark = pytest.mark.django_db


def text(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_region_lists_departments_with_their_units(client):
    three()
    shown = text(client, "/361100/")
    assert "安澜市 2024年预算和决算" in shown and "307002 安澜市医疗保障局" in shown
    assert "人力资源" not in text(client, "/361100/?year=2023")
    assert client.get("/361199/").status_code == 404


def test_who_is_exempt_is_nowhere_though_it_published(client):
    three()
    AgencyYear.objects.filter(code="307003").update(exemption="按规定免予公开")
    for address in (
        "/",
        "/361100/",
        "/search?q=人社局",
        "/search?q=7138.30",
        "/published/",
        "/compare/league/basic/",
        "/feed.atom",
        "/sitemap.xml",
    ):
        assert "/307003/" not in client.get(address).content.decode(), address
    assert client.get("/361100/307003/").status_code == 404
    assert client.get("/api/figures?agency=307003").json()["count"] == client.get("/api/published?agency=307003").json()["count"] == 0


def test_an_agency_lists_its_years(client):
    three()
    shown = text(client, "/361100/307002/")
    assert "历年预算和决算" in shown and "2024" in shown and "2023" in shown
    assert client.get("/361100/307009/").status_code == 404


def test_a_scheduled_release_gives_its_agency_no_page(client):
    publish(named("307001", "安澜市档案馆"), at=FUTURE)
    for address in ("/361100/", "/361100/307001/", "/361100/307001/feed.atom"):
        assert client.get(address).status_code == 404
    assert "/307001/" not in client.get("/sitemap.xml").content.decode()


def test_a_former_name_stays_with_the_agency(client):
    publish(named("307001", "安澜市国家档案馆", 2023))
    publish(named("307001", "安澜市档案馆", 2024))
    one_agency("307001")
    assert "曾用名：安澜市国家档案馆（2023年）" in text(client, "/361100/307001/")
    assert "曾用名：安澜市国家档案馆" in text(client, "/search?q=国家档案馆")


def test_a_merged_agency_leads_to_its_heir(client):
    three()
    old = AgencyYear.objects.get(code="307001", year=2024)
    heir = AgencyYear.objects.get(code="307003", year=2024)
    Succession.objects.create(
        from_agency=old.agency, to_agency=heir.agency, region=old.region, kind="merge", on="2024-06-01", why="改革方案"
    )
    assert "2024年6月1日起由 安澜市人力资源和社会保障局 承继" in text(client, "/361100/307001/")
    assert "由安澜市档案馆调整而来" in text(client, "/361100/307003/")


def approval(entry, days_ago):
    said = {
        "agency": entry.agency,
        "agency_year": entry,
        "year": entry.year,
        "number": "安财预〔2024〕1号",
        "issuer": "安澜市财政局",
        "unit": "yuan",
    }
    return Approval.objects.create(kind="budget", issued_on=localdate() - timedelta(days=days_ago), **said)


def late_one():
    region = AgencyYear.objects.get(code="307001", year=2024).region
    agency = Agency.objects.create(region=region)
    entry = AgencyYear.objects.create(agency=agency, region=region, year=2024, code="310", name="安澜市逾期局", kind="administrative")
    approval(entry, 21)


def test_who_is_late_is_counted_and_named_only_where_the_bureau_says_so(client):
    three()
    late_one()
    shown = text(client, "/published/?year=2024")
    assert "逾期局" not in shown and re.search(r"安澜市 2024年预算 3 0 3 0 1", shown)
    assert client.get("/361100/310/").status_code == 404
    show(late=True)
    assert "安澜市逾期局" in text(client, "/published/?year=2024&word=overdue") and "已逾期1天" in text(client, "/")


def test_the_last_day_is_still_in_time(client):
    three()
    entry = AgencyYear.objects.get(code="307001", year=2024)
    agency = Agency.objects.create(region=entry.region)
    due = AgencyYear.objects.create(agency=agency, region=entry.region, year=2024, code="311", name="安澜市今日局", kind="administrative")
    approval(due, 20)
    assert re.search(r"安澜市 2024年预算 3 0 3 1 0", text(client, "/published/?year=2024"))


def test_feeds_name_versions_corrections_and_nothing_else(client):
    three()
    publish(named("307001", "安澜市档案馆"), version=2, at=datetime(2024, 3, 1, tzinfo=UTC))
    everything, corrected = (client.get(each).content.decode() for each in ("/feed.atom", "/corrections.atom"))
    assert everything.count("<entry>") == 5 and corrected.count("<entry>") == 1
    assert "（更正，第2版）" in corrected and "/361100/307001/2024/budget/v2/" in corrected
    assert client.get("/361100/307002/feed.atom").content.decode().count("<entry>") == 2


def test_the_list_of_pages_leads_only_to_pages(client):
    three()
    pages = re.findall(r"<loc>[a-z]+://[^/]+(/[^<]*)</loc>", client.get("/sitemap.xml").content.decode())
    assert "/361100/307002/2023/budget/" in pages
    assert [each for each in pages if client.get(each).status_code != 200] == []
    assert "/office" not in client.get("/robots.txt").content.decode()


def test_a_department_that_published_itself_heads_its_units(client):
    publish({**department_document(), "agency": department_document()["agency"] | {"code": "307", "name": "安澜市档案局"}})
    three()
    facets.forget()
    shown = text(client, "/361100/")
    assert shown.index("安澜市档案局") < shown.index("307001")


@pytest.mark.parametrize("prefix", ["/en", "/large", "/en/large"])
def test_the_manner_stays_in_every_address(client, prefix):
    three()
    page = client.get(f"{prefix}/361100/").content.decode()
    inner = re.findall(r'href="(/[^"]*)"', page)
    outside = [each for each in inner if not each.startswith((prefix, "/static/"))]
    assert f'href="{prefix}/361100/307001/2024/budget/"' in page and len(outside) <= 3
    assert ('lang="en"' in page[:200]) == prefix.startswith("/en")
