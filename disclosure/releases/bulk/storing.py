"""Keeps the dated files: rebuilds a part when what it holds has changed, stores it whole or not at all, lets old ones go. Knows no page."""

import hashlib
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction
from django.utils.timezone import localtime

from disclosure.releases.bulk.rows import COLUMNS, Part, parts, releases_of, rows_of
from disclosure.releases.bulk.writing import MEDIA_TYPES, write_all
from disclosure.releases.models import Snapshot, SnapshotChunk
from disclosure.releases.releasing import database_now

CHUNK = 512 * 1024
KEPT = 10  # dated ones of each file


def refresh() -> int:
    """Every part whose content has changed is written anew; how many. What holds nothing any more goes."""
    now, known = database_now(), parts()
    gone = Snapshot.objects.exclude(part__in=[part.key for part in known]).delete()[0]
    return sum(renew(part, now) for part in known) + bool(gone)


def renew(part: Part, now: datetime) -> bool:
    """Whether the part was written. What was withdrawn while it was written is written anew the next time, without it."""
    releases = releases_of(part)
    fingerprint = fingerprint_of(releases)
    if not releases or Snapshot.objects.filter(part=part.key, fingerprint=fingerprint).exists():
        return False
    with tempfile.TemporaryDirectory() as folder:
        paths, count = write_all(Path(folder), f"figures-{part.key}", COLUMNS, rows_of(releases))
        with transaction.atomic():
            lock()
            if releases_of(part) != releases:
                return False
            for form, path in paths.items():
                store(path, part=part, form=form, rows=count, releases=releases, fingerprint=fingerprint, now=now)
            forget(part)
    return True


def lock() -> None:
    """Withdrawals and exemptions take the same lock before they take files away: the files are there to be taken, or not made."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('releases_snapshot'))")


def fingerprint_of(releases: list[int]) -> str:
    """A release never changes, so their numbers say what a file holds."""
    return hashlib.sha256(",".join(map(str, sorted(releases))).encode()).hexdigest()


def store(path: Path, *, part: Part, form: str, rows: int, releases: list[int], fingerprint: str, now: datetime) -> Snapshot:
    """The file and its chunks, with the hash of all bytes."""
    digest = hashlib.sha256()
    for chunk in chunks_of(path):
        digest.update(chunk)
    made = Snapshot.objects.create(
        part=part.key,
        stamp=f"{localtime(now):%Y%m%dT%H%M%S%f}"[:18],  # two runs within one second are two
        name=path.name,
        media_type=MEDIA_TYPES[form],
        size=path.stat().st_size,
        sha256=digest.hexdigest(),
        rows=rows,
        releases=releases,
        fingerprint=fingerprint,
        taken_at=now,
    )
    for number, chunk in enumerate(chunks_of(path)):
        SnapshotChunk.objects.create(snapshot=made, number=number, body=chunk)
    return made


def chunks_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def forget(part: Part) -> None:
    """Only the newest KEPT of each file stay."""
    for form in MEDIA_TYPES:
        name = f"figures-{part.key}.{form}"
        old = Snapshot.objects.filter(name=name).order_by("-taken_at").values_list("pk", flat=True)[KEPT:]
        Snapshot.objects.filter(pk__in=list(old)).delete()
