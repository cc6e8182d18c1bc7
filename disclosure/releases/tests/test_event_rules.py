"""Which event may follow which, held by the database whoever writes: each rule is heard in its own words."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from disclosure.releases.models import ReleaseEvent
from disclosure.releases.releasing import database_now


@pytest.fixture
def record(flow):
    """Writes an event past every view and function of ours."""

    def write(release, kind, who="publisher", *, urgent=False, of=None):
        withdrawal = "published_in_error" if kind.startswith("withdraw") else ""
        said = {"withdrawal": withdrawal, "is_urgent": urgent, "why": "x", "refers_to": of}
        return ReleaseEvent.objects.create(release=release, kind=kind, by=flow.people[who], **said)

    return write


def refused(words):
    return pytest.raises(DatabaseError, match=words)


def test_a_withdrawal_needs_a_request_of_another_person(release, record):
    asked = record(release, "withdrawal_requested")
    with refused("takes two persons"), transaction.atomic():
        record(release, "withdrawn", of=asked)
    with refused("takes two persons"), transaction.atomic():
        record(release, "withdrawn", "publisher2")
    record(release, "withdrawn", "publisher2", of=asked)


def test_an_answer_belongs_to_its_own_release(flow, release, record):
    asked = record(release, "withdrawal_requested")
    other = flow.correct().release()
    with refused("belongs to the same release"), transaction.atomic():
        record(other, "withdrawn", "publisher2", of=asked)


@pytest.mark.parametrize("kind", ["withdrawn", "withdrawal_requested"])
def test_what_is_withdrawn_is_not_withdrawn_again(release, record, kind):
    record(release, "withdrawn", urgent=True)
    with refused("the release is withdrawn"), transaction.atomic():
        record(release, kind, "publisher2", urgent=kind == "withdrawn")


@pytest.mark.parametrize("kind", ["confirmed", "restored"])
def test_only_an_urgent_withdrawal_is_looked_at_and_by_another(release, record, kind):
    urgent = record(release, "withdrawn", urgent=True)
    with refused("looked at by a second person"), transaction.atomic():
        record(release, kind, of=urgent)
    record(release, "restored", "publisher2", of=urgent)
    plain = record(release, "withdrawn", "publisher2", of=record(release, "withdrawal_requested"))
    with refused("looked at by a second person"), transaction.atomic():
        record(release, kind, of=plain)


def test_what_is_cancelled_has_no_event_any_more(flow, record):
    release = flow.correct().release(at=database_now() + timedelta(hours=1))
    record(release, "cancelled")
    with refused("the release is cancelled"), transaction.atomic():
        record(release, "cancelled", "publisher2")


def test_only_what_is_withdrawn_is_purged_and_by_the_function_alone(release, record):
    with refused("only what is withdrawn is purged"), transaction.atomic():
        record(release, "purge_requested")
    record(release, "withdrawn", urgent=True)
    asked = record(release, "purge_requested")
    with refused("purging has its own function"), transaction.atomic():
        record(release, "purged", "publisher2", of=asked)


def test_nothing_is_purged_that_nobody_asked_to_purge(flow, release, record):
    record(release, "withdrawn", urgent=True)
    with refused("a purge is asked for by one"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT purge_release(%s, %s, 'x')", [release.pk, flow.people["publisher2"].pk])
    release.refresh_from_db()
    assert release.document != {}
