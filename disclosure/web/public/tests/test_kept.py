"""A finished page is given again only while the same stands in force of its agency; whatever comes, goes or is answered makes it anew at once."""

import pytest

from agencies.models import AgencyYear
from agencies.tests.places import bureau, person
from disclosure.releases.models import ReleaseEvent
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import HOME, publish
from disclosure.web.public.tests.reported import answered

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(monkeypatch):
    """How often a page was made."""
    from disclosure.web.public.views import release as view

    counted, make = [], view.newest
    monkeypatch.setattr(view, "newest", lambda *said: counted.append(said) or make(*said))
    return counted


def test_a_page_is_made_once_and_the_same_again(client, release, made):
    first, second = client.get(HOME), client.get(HOME)
    assert first.content == second.content and first["ETag"] == second["ETag"] and len(made) == 1
    with_mark = client.get(HOME + "?from=wechat")
    assert with_mark.content == first.content and len(made) == 1


def test_languages_and_sizes_are_pages_of_their_own(client, release, made):
    pages = {client.get(prefix + HOME).content for prefix in ("", "/en", "/large", "/en/large")}
    assert len(pages) == len(made) == 4
    assert {client.get(prefix + HOME).content for prefix in ("", "/en", "/large", "/en/large")} == pages and len(made) == 4


def test_a_correction_a_sibling_and_an_answer_make_it_anew(client, release, made):
    said = [client.get(HOME).content]
    publish(document(), version=2)
    said.append(client.get(HOME).content)
    publish({**document(), "year": 2023})
    said.append(client.get(HOME).content)
    answered(release)
    said.append(client.get(HOME).content)
    assert len(set(said)) == len(made) == 4


def test_what_is_withdrawn_or_exempt_is_gone_at_once(client, release):
    assert client.get(HOME).status_code == client.get(HOME).status_code == 200
    by = person("publisher", of=bureau("361100", "安澜市"))
    said = {"withdrawal": "published_in_error", "why": "有误", "is_urgent": True}
    ReleaseEvent.objects.create(release=release, kind="withdrawn", by=by, **said)
    assert client.get(HOME).status_code == 410
    publish({**document(), "year": 2023})
    other = HOME.replace("2024", "2023")
    assert client.get(other).status_code == client.get(other).status_code == 200
    AgencyYear.objects.update(exemption="按规定免予公开")
    assert client.get(other).status_code == 404


def test_nothing_is_kept_of_what_is_not_there(client, release, made):
    assert client.get("/361100/307001/2019/budget/").status_code == 404
    publish({**document(), "year": 2019})
    assert client.get("/361100/307001/2019/budget/").status_code == 200
