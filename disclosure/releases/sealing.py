"""The chain: everything published and everything that happened to it, each link carrying the hash of all before. Sealed outside the request."""

import hashlib
from collections.abc import Iterator
from itertools import chain

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Now

from disclosure.releases.hashes import canonical, sha256
from disclosure.releases.models import Release, ReleaseEvent, Seal

START = "0" * 64
LOCK = "releases_seal"
AT_ONCE = 500


def seal() -> int:
    """Seal what is published and not yet sealed, oldest first; how many. Two at once wait for each other."""
    count = 0
    for kind, pk in to_seal():
        with transaction.atomic():
            lock()
            count += seal_one(kind, pk)
    return count


def lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [LOCK])


def to_seal() -> Iterator[tuple[str, int]]:
    """Releases whose second has come, and events of releases that are sealed or about to be."""
    sealed = Seal.objects.filter(release=OuterRef("pk"))
    releases = Release.objects.published().filter(~Exists(sealed)).order_by("publish_at", "pk").values_list("pk", flat=True)[:AT_ONCE]
    done = Seal.objects.filter(event=OuterRef("pk"))
    out = Release.objects.published().values("pk")
    events = (
        ReleaseEvent.objects.filter(~Exists(done), release__in=out, at__lte=Now()).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]
    )
    return chain((("release", pk) for pk in releases), (("event", pk) for pk in events))


def seal_one(kind: str, pk: int) -> int:
    """The next link; nothing where another has sealed it meanwhile."""
    if Seal.objects.filter(**{kind: pk}).exists():
        return 0
    content = release_content(Release.objects.get(pk=pk)) if kind == "release" else event_content(ReleaseEvent.objects.get(pk=pk))
    last = Seal.objects.order_by("-number").first()
    number, before = (last.number + 1, last.hash) if last else (1, START)
    Seal.objects.create(number=number, **{f"{kind}_id": pk}, content=content, hash=link(number, before, content))
    return 1


def link(number: int, before: str, content: str) -> str:
    """What a link's hash is: its number, the hash before it, its content."""
    return hashlib.sha256(f"{number} {before} {content}".encode()).hexdigest()


RELEASE_FIELDS = (
    "id", "filing_id", "region", "agency_code", "agency_name", "year", "kind", "scope", "version", "attempt", "title", "document_sha256",
    "content_sha256", "substance_sha256", "amounts_sha256", "approval_id", "figures_checked", "by",
)  # fmt: skip
EVENT_FIELDS = ("id", "release_id", "kind", "withdrawal", "is_urgent", "by_id", "why", "refers_to_id", "details")


def release_content(release: Release) -> str:
    """A release by its own columns, and its files by name, type, size and hash: bytes may be purged, hashes stay."""
    files = [list(row) for row in release.files.order_by("name").values_list("id", "name", "media_type", "size", "sha256")]
    said = {name: getattr(release, name) for name in RELEASE_FIELDS}
    times = {name: getattr(release, name).isoformat() for name in ("publish_at", "created_at")}
    return sha256(canonical([said, times, files]))


def event_content(event: ReleaseEvent) -> str:
    return sha256(canonical([{name: getattr(event, name) for name in EVENT_FIELDS}, event.at.isoformat()]))
