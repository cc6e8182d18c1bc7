"""What every answer carries, whatever it is."""

import pytest

from disclosure.web.public.tests.documents import final_document
from disclosure.web.public.tests.releases import FINAL, HOME, publish

pytestmark = pytest.mark.django_db
PAGES = ["/", "/rules/", HOME, HOME + "v1/", "/healthz", "/readyz", "/nowhere", "/361100/307009/2024/budget/", FINAL + "execution/"]
FILES = [HOME + "v1/disclosure.pdf", HOME + "v1/tables/01-balance.csv"]


@pytest.fixture
def release(release):
    """A final account beside the budget."""
    publish(final_document())
    return release


@pytest.mark.parametrize("address", PAGES + FILES)
def test_no_cookie_no_sniffing_no_frame(client, release, address):
    answer = client.get(address)
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == answer["Cross-Origin-Resource-Policy"] == answer["Referrer-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Content-Security-Policy"]


@pytest.mark.parametrize("address", [a for a in PAGES if a not in ("/healthz", "/readyz")])
def test_a_page_allows_nothing_but_its_own_styles_and_images(client, release, address):
    answer = client.get(address)
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert policy.pop("img-src") == "'self' data:"
    assert {policy.pop(name) for name in ("script-src", "style-src", "font-src", "connect-src", "form-action")} == {"'self'"}
    assert set(policy.values()) == {"'none'"}
    assert answer["Cache-Control"] == "public, max-age=1"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("address", ["/", HOME, HOME + "v1/", HOME + "v1/disclosure.pdf", FINAL + "v1/execution/", "/healthz"])
def test_everything_is_only_read(client, release, address, method):
    answer = getattr(client, method)(address)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("address", ["/", HOME, HOME + "v1/disclosure.pdf", FINAL + "execution/"])
def test_head_answers_like_get_without_a_body(client, release, address):
    get, head = client.get(address), client.head(address)
    assert (head.status_code, head["Content-Type"], head.content) == (200, get["Content-Type"], b"")


@pytest.mark.parametrize("address", ["/?from=wechat&isappinstalled=0", HOME + "?x=1"])
def test_unknown_parameters_change_nothing(client, release, address):
    assert client.get(address).content == client.get(address.partition("?")[0]).content
