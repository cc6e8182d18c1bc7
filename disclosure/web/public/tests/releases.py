"""Releases for tests: an invented archive publishes a document with small stand-ins for its files."""

import hashlib
from datetime import UTC, datetime

from django.db import transaction

from agencies.models import Agency, AgencyYear, Region
from disclosure.filings.models import Filing
from disclosure.releases.indexing import index
from disclosure.releases.models import Release, ReleaseFile
from disclosure.releases.tests.came_through import come_through, make_ready

PAST = datetime(2024, 2, 8, 1, tzinfo=UTC)
FUTURE = datetime(2124, 2, 8, 1, tzinfo=UTC)
HOME = "/361100/307001/2024/budget/"
FINAL = "/361100/307001/2024/final/"
MEDIA = {"pdf": "application/pdf", "json": "application/json", "csv": "text/csv; charset=utf-8", "html": "text/html; charset=utf-8"}
MEDIA["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAMES = ("disclosure.pdf", "disclosure.xlsx", "disclosure.json", "disclosure.html", "findings.json")
TABLES = ("tables/01-balance.csv", "tables/03-expenditure.csv")
COMPARED = ("tables/YX12-execution.csv", "tables/FA11-self_evaluation.csv")


def filing(document):
    region, _ = Region.objects.get_or_create(code="361100", defaults={"name": "安澜市"})
    code, year, name = document["agency"]["code"], document["year"], document["agency"]["name"]
    known = AgencyYear.objects.filter(region=region, code=code, year=year).first()
    at = {"region": region, "year": year, "code": code, "name": name, "kind": "administrative"}
    entry = known or AgencyYear.objects.create(agency=Agency.objects.create(region=region), **at)
    found, _ = Filing.objects.get_or_create(
        agency_year=entry, kind=document["kind"], defaults={"year": year, "scope": document["scope"], "pack": "jiangxi"}
    )
    return found


@transaction.atomic
def publish(document, version=1, at=PAST, whose=None):
    """A release of the document with its files; each file's bytes are its own name."""
    agency, whose = document["agency"], whose or filing(document)
    make_ready(whose)
    made = Release.objects.create(
        filing=whose,
        region=whose.agency_year.region_id,
        agency_code=agency["code"],
        agency_name=agency["name"],
        version=version,
        title=document["title"],
        document=document,
        document_sha256=sha256(document["title"]),
        content_sha256=sha256(document["title"]),
        publish_at=at,
        figures_checked=612,
        by="测试",
        **{key: document[key] for key in ("year", "kind", "scope")},
    )
    names = NAMES + TABLES + (COMPARED if document["kind"] == "final" else ())
    ReleaseFile.objects.bulk_create(file(made, name) for name in names)
    index(made)
    come_through(made)
    return made


def file(release, name):
    body = f"{release.version}/{name}".encode()
    media = MEDIA[name.rpartition(".")[2]]
    return ReleaseFile(release=release, name=name, media_type=media, size=len(body), sha256=sha256(body.decode()), body=body)


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()
