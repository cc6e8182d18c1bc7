"""Every public address that is there or might be, asked for without a login: status, headers, bytes."""

from django.test import Client

from disclosure.web.public.tests.releases import COMPARED, NAMES, TABLES

QUERIES = ("", "?q=机密", "?year=2024", "?page=2", "?utm_source=x")
ALWAYS = ("/", "/rules/", "/healthz", "/integrity/", "/nowhere", "/feed.atom", "/sitemap.xml", "/search", "/published/", "/data/", "/api/")


def addresses(documents):
    """`documents`: region, agency code, year, kind of everything that is, will be or never was."""
    yield from (each + query for each in ALWAYS for query in QUERIES)
    for region, code, year, kind in documents:
        home = f"/{region}/{code}/{year}/{kind}/"
        yield from (home, home + "execution/", f"/{region}/", f"/{region}/{code}/", home + "?q=1")
        for version in (1, 2, 3):
            base = f"{home}v{version}/"
            yield from (base, base + "execution/", base + "changes/", *(base + name for name in (*NAMES, *TABLES, *COMPARED)))


def answer(address, **headers):
    """Everything of an answer that a visitor can see."""
    got = Client(raise_request_exception=False).get(address, headers=headers)
    return got.status_code, tuple(sorted((name, value) for name, value in got.headers.items())), bytes(got.content)


def crawl(documents):
    return {address: answer(address) for address in dict.fromkeys(addresses(documents))}
