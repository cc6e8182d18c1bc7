"""One changed byte anywhere in what was released is found and named; an untouched archive has no false alarm. The chain goes on from its last link."""

import os
import random
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DataError, IntegrityError, connections, transaction

from disclosure.releases import events
from disclosure.releases.models import Release, Seal
from disclosure.releases.releasing import database_now
from disclosure.releases.sealing import link, seal
from disclosure.releases.verifying import verify
from disclosure.releases.workflow.tests.flow import ready
from disclosure.storage.tests.furnishing import furnished_fresh

COUNT = 1000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 60
TEXTS = {
    "releases_release": (
        "title",
        "agency_name",
        "document_sha256",
        "content_sha256",
        "substance_sha256",
        "amounts_sha256",
        "by",
        "agency_code",
    ),
    "releases_releasefile": ("name", "media_type", "sha256"),
    "releases_releaseevent": ("why",),
    "releases_seal": ("content", "hash"),
}


def sealed():
    """A published version, its correction, and an event, sealed."""
    flow = ready()
    first = flow.release()
    flow.correct().release()
    said = {"withdrawal": "superseded", "why": "已有新的文件", "urgent": True}
    events.withdraw(releases=[first], **said, by=flow.people["publisher"])
    assert seal() == 3 and seal() == 0


fresh = furnished_fresh(sealed)


@pytest.fixture
def archive(as_owner):
    """What was sealed; as the owner, who can tamper."""
    for table in (*TEXTS, "releases_releasefile"):
        run(f"ALTER TABLE {table} DISABLE TRIGGER USER")


def run(sql, *values):
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else None


def test_a_clean_archive_has_no_false_alarm(archive, capsys):
    assert list(verify()) == []
    call_command("verify")
    assert "2个版本全部相符；链到第3环" in capsys.readouterr().out


def test_one_flipped_byte_is_named_every_time(archive):
    chance, missed = random.Random(6), []
    done = 0
    while done < COUNT:
        table, pk, column, before, after, name = flip(chance)
        try:
            run(f"UPDATE {table} SET {column} = %s WHERE {key(table)} = %s", after, pk)
        except DataError:  # no JSON any more: the database itself would not hold it
            continue
        done += 1
        found = [str(each) for each in verify()]
        if not any(name in each for each in found):
            missed.append((table, pk, column, found))
        run(f"UPDATE {table} SET {column} = %s WHERE {key(table)} = %s", before, pk)
    assert missed == [] and list(verify()) == []


def key(table):
    return "number" if table == "releases_seal" else "id"


def flip(chance):
    """Where, what was there, what is there now, and a word by which it must be named."""
    kind = chance.choice(("body", "document", *TEXTS))
    table = {"body": "releases_releasefile", "document": "releases_release"}.get(kind, kind)
    column = kind if kind in ("body", "document") else chance.choice(TEXTS[table])
    where = "WHERE name NOT LIKE '%%.pdf'" if kind == "body" and chance.random() < 0.5 else ""
    pk, before = chance.choice(run(f"SELECT {key(table)}, {column}{'::text' if column == 'document' else ''} FROM {table} {where}"))
    spoiled = bytearray(before if isinstance(before, bytes | memoryview) else str(before).encode())
    place = chance.choice(range(len(spoiled))) if kind == "body" else chance.choice(digits(spoiled))
    spoiled[place] = spoiled[place] ^ 1
    after = bytes(spoiled) if kind == "body" else spoiled.decode()
    return table, pk, column, before, after, "链的第" if table in ("releases_seal", "releases_releaseevent") else "第"


def digits(text):
    """Places of plain letters and digits, which stay text when a bit flips."""
    plain = [place for place, byte in enumerate(text) if chr(byte).isdigit() or chr(byte) in "abcdef"]
    return plain or [place for place, byte in enumerate(text) if byte < 128] or [len(text) - 1]


def test_a_missing_or_reordered_link_is_named(archive):
    run("DELETE FROM releases_seal WHERE number = 2")
    assert any("链的第2环：不见了" in str(each) for each in verify())


def test_verify_ends_with_one_where_something_differs(archive, capsys):
    run("UPDATE releases_releasefile SET body = 'x' WHERE name = 'disclosure.pdf' AND release_id = (SELECT min(id) FROM releases_release)")
    with pytest.raises(SystemExit) as ended:
        call_command("verify")
    assert ended.value.code == 1 and "的文件 disclosure.pdf：校验值应为" in capsys.readouterr().err


@pytest.mark.parametrize(("number", "before"), [(3, ""), (1, ""), (2, "0" * 64)])
def test_the_database_takes_no_link_that_does_not_carry_on_from_the_last(flow, release, number, before):
    assert seal() == 1
    second = flow.correct().release()
    said = {"number": number, "release": second, "content": "x", "hash": link(number, before or Seal.objects.get().hash, "x")}
    with pytest.raises(IntegrityError, match="carries on from the last"), transaction.atomic():
        Seal.objects.create(**said)
    assert seal() == 1


def test_what_is_to_come_is_not_sealed(db, client):
    ready().release(at=database_now() + timedelta(hours=1))
    assert seal() == 0 and not Seal.objects.exists() and Release.objects.exists()
    assert client.get("/integrity/").json() == {
        "format": "disclosure-integrity/1", "algorithm": "sha256", "number": 0, "hash": None, "sealed_at": None,
    }  # fmt: skip


def test_the_head_is_public(release, client):
    seal()
    head = client.get("/integrity/").json()
    assert (head["number"], head["hash"]) == (1, Seal.objects.get().hash)
