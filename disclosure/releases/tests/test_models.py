"""What was released is never changed or deleted; in force is what the database's clock says."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from disclosure.releases.hashes import sha256
from disclosure.releases.models import Release, ReleaseFile
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import publish


@pytest.fixture
def release(db: None) -> Release:
    return publish(document())


CHANGES = (
    "UPDATE releases_release SET title = 'x'", "DELETE FROM releases_release", "TRUNCATE releases_release CASCADE",
    "UPDATE releases_releasefile SET body = ''", "DELETE FROM releases_releasefile", "TRUNCATE releases_releasefile",
    "INSERT INTO releases_releasefile (id, release_id, name, media_type, size, sha256, body) "
    "SELECT id, release_id, name, media_type, size, sha256, body FROM releases_releasefile ON CONFLICT (id) DO UPDATE SET body = ''",
)  # fmt: skip


def refused(sql: str, words: str) -> None:
    with pytest.raises(DatabaseError, match=words), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(sql)


@pytest.mark.parametrize("sql", CHANGES)
def test_raw_sql_of_the_office_cannot_change_a_release(release: Release, sql: str) -> None:
    refused(sql, "permission denied")


def test_not_even_the_owner_can(as_owner: None) -> None:
    publish(document())
    for sql in CHANGES:
        refused(sql, "never changed or deleted")


@pytest.mark.parametrize("sql", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_not_even_the_owner_changes_an_approval(as_owner: None, sql: str) -> None:
    for table in ("filings_approval", "filings_approvedfigure"):
        refused(sql.format(table), "an approval is never changed; a later one replaces it")


def test_the_orm_cannot_either(release: Release) -> None:
    for attempt in (release.delete, lambda: Release.objects.update(title="x"), ReleaseFile.objects.all().delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def test_what_did_not_come_through_the_steps_is_no_release(release: Release) -> None:
    release.pk, release.version = None, 2
    with pytest.raises(DatabaseError, match="did not come through the steps"), transaction.atomic(), connection.cursor() as cursor:
        release.save(force_insert=True)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


FILE = {"name": "more.txt", "media_type": "text/plain", "size": 1, "sha256": sha256(b"x"), "body": b"x"}


@pytest.mark.parametrize("wrong", [{"body": b"y"}, {"size": 2}, {"sha256": "0" * 64}])
def test_a_file_is_what_its_hash_and_size_say(release: Release, wrong: dict[str, object]) -> None:
    assert ReleaseFile.objects.create(release=release, **FILE | {"name": "right.txt"}).pk
    with pytest.raises(DatabaseError, match="is what its hash says"), transaction.atomic():
        ReleaseFile.objects.create(release=release, **FILE | wrong)


def test_a_file_comes_with_its_release_and_never_later(fresh: None) -> None:
    release = publish(document())
    with pytest.raises(DatabaseError, match="a file comes with its release"):
        ReleaseFile.objects.create(release=release, **FILE)


def test_the_highest_published_version_is_in_force(release: Release) -> None:
    second = publish(document(), version=2)
    publish(document(), version=3, at=timezone.now() + timedelta(hours=1))
    assert list(Release.objects.in_force()) == [second]
    assert Release.objects.published().count() == 2


def test_a_version_is_once(release: Release) -> None:
    with pytest.raises(DatabaseError, match="version 1 does not follow version 1"), transaction.atomic():
        publish(document())


def test_addresses_of_a_release(release: Release) -> None:
    assert release.get_absolute_url() == "/361100/307001/2024/budget/"
    assert release.version_url() == "/361100/307001/2024/budget/v1/"


def test_not_even_the_owner_changes_an_event_by_the_way(as_owner):
    for table in ("releases_releaseevent", "releases_steptaken", "releases_seal", "releases_transition", "filings_approval"):
        for statement in ("DELETE FROM {}", "TRUNCATE {} CASCADE"):
            with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement.format(table))
