"""An old address leads on, visibly, once the successor has published; an exempt agency is never there, neither now nor under its old code."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from agencies.models import Agency, AgencyYear, Succession
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import HOME, publish

OLD = "/361100/305001/2024/budget/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def merged():
    """安澜市档案馆 (307001) goes on for 安澜市方志馆 (305001)."""
    release = publish(document())
    new = release.filing.agency_year.agency
    old = Agency.objects.create(region=new.region)
    AgencyYear.objects.create(agency=old, region=new.region, year=2023, code="305001", name="安澜市方志馆", kind="institution")
    return Succession.objects.create(from_agency=old, to_agency=new, region=new.region, kind="merge", on=date(2023, 12, 1), why="文号")


def test_an_old_address_leads_to_the_successor(client, merged):
    page = client.get(OLD)
    assert page.status_code == 200 and f'href="{HOME}"' in page.content.decode()
    assert "2023年12月1日机构调整以后，编码 305001 不再使用" in page.content.decode()


@pytest.mark.parametrize("where", [OLD.replace("2024", "2025"), OLD.replace("budget", "final"), OLD + "v1/", OLD.replace("305", "306")])
def test_where_nothing_is_published_nothing_is_told(client, merged, where):
    assert client.get(where).status_code == 404


def test_before_its_day_nothing_is_told(client, merged):
    Succession.objects.update(on=timezone.localdate() + timedelta(days=1))
    assert client.get(OLD).status_code == 404


@pytest.mark.parametrize("code", ["305001", "307001"])
def test_the_exempt_are_never_there(client, merged, code):
    AgencyYear.objects.filter(code=code).update(exemption="国家安全")
    assert client.get(OLD).status_code == 404
    assert client.get(HOME).status_code == (404 if code == "307001" else 200)
    assert client.get(HOME + "v1/disclosure.pdf").status_code == (404 if code == "307001" else 200)
    assert ("安澜市档案馆" in client.get("/").content.decode()) == (code == "305001")
