"""Before its second a release is like an address that never existed; after it, it is there, with every worker stopped."""

import os
import time
from datetime import timedelta

import pytest
from django.db import connection

from disclosure.releases.models import Release, ReleaseFile
from disclosure.releases.releasing import database_now
from disclosure.web.public.tests.crawling import answer
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import NAMES, TABLES, publish

COUNT = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 12
NEVER = "/361100/999999/2024/budget/"


def embargoed(count, at):
    """So many units with a release at that second."""
    made = []
    for number in range(count):
        said = document()
        code = f"3070{number + 10:02d}" if number < 90 else f"3{number:02d}{number:03d}"[:6]
        said = said | {"agency": said["agency"] | {"code": code, "name": f"机密单位{number}"}, "title": f"机密单位{number}2024年单位预算"}
        made.append(publish(said, at=at))
    return made


def asked(release, hashes):
    """Everything that may be asked for of a release, also with its true hash in hand."""
    home, base = release.get_absolute_url(), release.version_url()
    for path in (home, base, base + "changes/", base + "execution/", home.upper(), base[:-1], home + "..;/", home + "%2e/"):
        yield path, {}
    for name in (*NAMES, *TABLES):
        yield base + name, {}
        yield base + name, {"if-none-match": f'"{hashes.get((release.pk, name), "")}"', "range": "bytes=0-10"}


def blind(got, code):
    """The answer with the asked code put out: a redirect to the slash repeats what was asked."""
    status, headers, body = got
    return status, tuple((name, value.replace(code, "999999")) for name, value in headers), body.replace(code.encode(), b"999999")


def test_before_its_second_nothing_tells_a_release_from_what_never_was(fresh):
    empty = {path: answer(path) for path in ("/", "/rules/", "/integrity/")}
    at = database_now() + timedelta(hours=1)
    made = embargoed(COUNT, at)
    hashes = {(pk, name): sha for pk, name, sha in ReleaseFile.objects.values_list("release", "name", "sha256")}
    differing = [
        path
        for release in made
        for path, headers in asked(release, hashes)
        if blind(answer(path, **headers), release.agency_code) != answer(path.replace(release.agency_code, "999999"), **headers)
    ]
    assert differing == [] and {path: answer(path) for path in empty} == empty


def test_at_its_second_it_is_there_and_nobody_did_anything(fresh):
    """One second before and after, by the database's clock; no worker runs, and nothing is written."""
    at = database_now() + timedelta(seconds=4 + COUNT * 0.2)
    made = embargoed(COUNT, at)
    assert database_now() < at - timedelta(seconds=1)
    assert {answer(release.get_absolute_url())[0] for release in made[:5]} == {404}
    written = writes()
    while database_now() < at + timedelta(milliseconds=50):
        time.sleep(0.05)
    for release in made:
        assert answer(release.get_absolute_url())[0] == 200
        assert {answer(release.version_url() + name)[0] for name in NAMES} == {200}
    assert "机密单位0" in answer("/")[2].decode() and writes() == written
    assert Release.objects.in_force().count() == COUNT


def writes():
    """How many rows of releases, steps and events there are."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM releases_release), (SELECT count(*) FROM releases_steptaken), (SELECT count(*) FROM releases_releaseevent)"
        )
        return cursor.fetchone()


@pytest.mark.parametrize("path", [NEVER, NEVER + "v1/", NEVER + "v1/disclosure.pdf"])
def test_what_never_was_is_a_plain_404(db, path):
    status, headers, _ = answer(path)
    assert status == 404 and "ETag" not in dict(headers)
