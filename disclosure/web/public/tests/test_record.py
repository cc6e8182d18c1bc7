"""A release stands in the catalogue of government information, for readers and for machines."""

import re

import pytest

from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import HOME, publish

pytestmark = pytest.mark.django_db


def tags(client, address):
    return dict(re.findall(r'<meta\s+name="(\w+)"\s+content="([^"]*)"', client.get(address).content.decode()))


def test_a_release_says_its_index_number_publisher_and_dates(client, release):
    found = tags(client, HOME)
    assert found["ArticleTitle"] == release.title and found["ContentSource"] == release.agency_name
    assert found["PubDate"] == "2024-02-08 09:00" and found["Url"].endswith(HOME + "v1/")
    page = re.sub(r"<[^>]+>|\s+", "", client.get(HOME).content.decode())
    for words in ("索引号361100-307001-2024-budget-1", "公开方式主动公开", "公开时限长期公开", "主题分类财政预算、决算"):
        assert words in page


def test_every_version_has_a_number_of_its_own(client, release):
    publish(document(), version=2)
    numbers = {re.search(r"361100-307001-2024-budget-\d", client.get(at).content.decode())[0][-1] for at in (HOME + "v1/", HOME)}
    assert numbers == {"1", "2"}


def test_every_page_says_whose_site_it_is(client, release, settings):
    settings.SITE_WORDS = {**settings.SITE_WORDS, "name": "安澜市预决算公开", "government_code": "3699000001", "domain": "data.example"}
    for address in ("/", "/published/", "/361100/307001/", "/search?q=x"):
        found = tags(client, address)
        assert (found["SiteName"], found["SiteIDCode"], found["SiteDomain"]) == ("安澜市预决算公开", "3699000001", "data.example")
