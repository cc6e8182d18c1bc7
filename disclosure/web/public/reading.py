"""The questions that public pages ask the database: only released things, by the database's clock. It knows no page."""

from collections.abc import Mapping
from typing import Any

from disclosure.pub.models import Answer, Current, Release, ReleaseFile, Successor
from disclosure.web.public.edition import Sibling

# A page never needs the bytes of a file, and a list never needs a whole document.
SHOWN = 20
TOTAL = "document__summary__total"
LEDGER = ("region", "agency_code", "agency_name", "year", "kind", "scope", "version", "title", "publish_at", TOTAL)


def in_force(region: str, agency: str, year: str, kind: str) -> Release | None:
    return Release.objects.in_force().filter(region=region, agency_code=agency, year=year, kind=kind).first()


def of_version(region: str, agency: str, year: str, kind: str, number: str) -> Release | None:
    """Any version that was ever in force."""
    return Release.objects.filter(region=region, agency_code=agency, year=year, kind=kind, version=number).first()


def last_withdrawn(region: str, agency: str, year: str, kind: str) -> Release | None:
    """The newest withdrawn version, where none is in force."""
    return Release.objects.filter(region=region, agency_code=agency, year=year, kind=kind).order_by("version").last()


def before(found: Release) -> Release | None:
    """The version before that is not withdrawn."""
    same = Release.objects.filter(region=found.region, agency_code=found.agency_code, year=found.year, kind=found.kind)
    return same.filter(version__lt=found.version, withdrawn_at=None).order_by("version").last()


def heirs_of(region: str, agency: str, year: str, kind: str) -> list[tuple[Successor, Release]]:
    """Whoever goes on for an agency under another code and has published this document."""
    successors = {each.new_code: each for each in Successor.objects.filter(region=region, old_code=agency).exclude(new_code=agency)}
    published = Release.objects.in_force().filter(region=region, agency_code__in=successors, year=year, kind=kind).defer("document")
    return [(successors[release.agency_code], release) for release in published.order_by("agency_code")]


def file_of(region: str, agency: str, year: str, kind: str, number: str, name: str) -> ReleaseFile | None:
    """The file without its bytes; they are read when they are sent. The release first: together with it, all there are would be looked at."""
    releases = Release.objects.filter(region=region, agency_code=agency, year=year, kind=kind, version=number)
    if (release := releases.defer("document").first()) is None:
        return None
    found = ReleaseFile.objects.filter(release=release.pk, name=name).defer("body").order_by("pk").first()
    if found:
        found.release = release
    return found


def files_of(release: Release) -> list[tuple[str, int, str]]:
    """Name, size, sha256."""
    return list(ReleaseFile.objects.filter(release=release).order_by("name").values_list("name", "size", "sha256"))


def siblings_of(release: Release) -> list[Sibling]:
    """Every release in force of the same agency, this one's among them."""
    beside = Release.objects.in_force().filter(region=release.region, agency_code=release.agency_code).defer("document")
    return [Sibling(each.kind, each.year, each.version, each.get_absolute_url()) for each in beside]


def newest(limit: int) -> list[Mapping[str, Any]]:
    """Which they are is asked first: of all that is in force, only these are read."""
    newest = list(Current.objects.order_by("-publish_at", "agency_code", "region").values_list("pk", flat=True)[:limit])
    rows = {row["pk"]: row for row in Release.objects.filter(pk__in=newest).values("pk", *LEDGER)}
    return [rows[pk] for pk in newest if pk in rows]


def answers_of(release: Release) -> list[Answer]:
    """What the public reported on any version of the document, and what was answered."""
    same = {"region": release.region, "agency_code": release.agency_code, "year": release.year, "kind": release.kind}
    return list(Answer.objects.filter(**same)[:SHOWN])
