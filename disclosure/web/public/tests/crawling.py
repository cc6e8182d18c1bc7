"""Every public address that is there or might be, asked for without a login: status, headers, bytes."""

from django.core.cache import caches
from django.test import Client

from disclosure.web.public.codes import codes
from disclosure.web.public.facets import facets
from disclosure.web.public.kept import PAGES
from disclosure.web.public.names import names
from disclosure.web.public.tests.releases import COMPARED, NAMES, TABLES

QUERIES = ("", "?q=机密", "?year=2024", "?page=2", "?utm_source=x")
ALWAYS = (
    "/", "/rules/", "/healthz", "/integrity/", "/nowhere", "/feed.atom", "/corrections.atom", "/sitemap.xml", "/robots.txt", "/search", "/published/",
    "/data/", "/answers/", "/api/", "/compare/", "/compare/tree/", "/compare/tree/functional/201/", "/compare/league/reception/", "/en/", "/large/published/",
)  # fmt: skip
ASKED = (
    "/search?q=机密词语七三九一", "/search?q=甲单位", "/search?q=jdw", "/search?q=399001", "/search?q=30000", "/search?q=2012604", "/compare/?add=399001",
    "/compare/?a=369900-399001&a=361100-307001", "/compare/tree/?region=369900", "/published/?region=369900", "/compare/league/reception/?format=csv",
)  # fmt: skip


def addresses(documents):
    """`documents`: region, agency code, year, kind of everything that is, will be or never was."""
    yield from (each + query for each in ALWAYS for query in QUERIES)
    yield from ASKED
    for region, code, year, kind in documents:
        home = f"/{region}/{code}/{year}/{kind}/"
        yield from (home, home + "execution/", f"/{region}/", f"/{region}/{code}/", home + "?q=1", f"/{region}/feed.atom")
        yield from (f"/{region}/{code}/feed.atom", f"/en{home}", f"/compare/?a={region}-{code}")
        for version in (1, 2, 3):
            base = f"{home}v{version}/"
            yield from (base, base + "execution/", base + "changes/", *(base + name for name in (*NAMES, *TABLES, *COMPARED)))


def answer(address, **headers):
    """Everything of an answer that a visitor can see."""
    got = Client(raise_request_exception=False).get(address, headers=headers)
    return got.status_code, tuple(sorted((name, value) for name, value in got.headers.items())), bytes(got.content)


def crawl(documents):
    """Nothing is remembered from an earlier crawl."""
    for memory in (names, codes, facets):
        memory.forget()
    caches[PAGES].clear()
    return {address: answer(address) for address in dict.fromkeys(addresses(documents))}
