"""The deployed nginx before the public half: what it says itself, what it keeps for whom, and what readers get while parts fail."""

import http.client
import os
import socket
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from psycopg import sql

from agencies.tests.places import bureau, person
from bench.serving import HOST, missing, serving
from disclosure.releases.models import ReleaseEvent
from disclosure.storage.tests.databases import run
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import HOME, publish

PDF = HOME + "v1/disclosure.pdf"
KEPT = ("/", HOME, HOME + "v1/", "/en" + HOME, "/361100/", "/published/", PDF)
OLD = 2.1  # a second is kept for a second, and nginx counts whole ones
DOWN = 30 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 2
ITS_OWN = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


LAST_YEAR = HOME.replace("2024", "2023")


def published():
    """This year's document and last year's."""
    publish(document())
    return publish({**document(), "year": 2023})


@pytest.fixture(scope="module")
def front(furniture, django_db_blocker):
    """nginx as it is deployed, gunicorn behind it, and one published document."""
    assert not set(missing()) - {"wrk"}, "nginx is missing: make setup EXTRA=nginx-light"
    with django_db_blocker.unblock():
        furniture.enter(published)
        furniture.leave()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder), furniture.built[published][0], limited=True) as served:
        yield served


def ask(front, address, method="GET", body=None, **headers):
    """Status, headers and body of an answer; a host may be asked for that is not ours."""
    with closing(http.client.HTTPConnection(HOST, front.cached, timeout=20)) as connection:
        connection.request(method, address, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()


def spoken(front, words):
    """The same of a request that no client would send."""
    with socket.create_connection((HOST, front.cached), timeout=20) as connection:
        connection.sendall(words)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        return answer.status, dict(answer.getheaders()), answer.read()


def own(answer, status, words):
    """The answer is nginx's own, with every header, and says this and no more."""
    got, headers, body = answer
    assert (got, body.decode()) == (status, words)
    assert {name: headers.get(name) for name in ITS_OWN} == ITS_OWN
    assert headers["Content-Type"] == "text/plain; charset=utf-8" and headers["Server"] == "nginx" and "Set-Cookie" not in headers


MALFORMED = (
    b"NONSENSE\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"GET /../../etc HTTP/1.1\r\nHost: x\r\n\r\n",
)


@pytest.mark.parametrize("words", MALFORMED)
def test_what_cannot_be_read_is_refused_in_words(front, words):
    own(spoken(front, words), 400, "请求有误，无法处理。")


def test_whatever_nginx_says_itself_carries_the_headers(front):
    own(ask(front, "/" + "a" * 9000), 414, "请求有误，无法处理。")
    own(ask(front, "/", Cookie="a" * 40000), 400, "请求有误，无法处理。")
    own(ask(front, "/readyz"), 404, "没有这一页。")
    own(ask(front, "/malformed"), 404, "没有这一页。")
    own(spoken(front, f"TRACE / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode()), 405, "这里不接受这种请求。")
    own(ask(front, "/", "POST", b"x" * 5000), 413, "文件太大，没有收下。")
    own(ask(front, PDF, Range="bytes=9000-"), 416, "文件没有这一段。")
    own(ask(front, "/healthz"), 200, "ok")
    assert [ask(front, address, host="office.invalid")[0] for address in ("/", "/readyz")] == [302, 404]


def test_who_asks_too_often_is_told_to_wait(front):
    answers = [ask(front, f"/search?q={number}") for number in range(60)]
    refused = [each for each in answers if each[0] == 429]
    assert {each[0] for each in answers} == {200, 429} and answers[0][0] == 200
    own(refused[0], 429, "请求太频繁，请一分钟后再试。")
    assert refused[0][1]["Retry-After"] == "60" and ask(front, HOME)[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "", f"{HOST}.evil.example"])
def test_another_name_gets_no_answer(front, host):
    with pytest.raises(http.client.RemoteDisconnected):
        spoken(front, f"GET {HOME} HTTP/1.1\r\nHost: {host or 'localhost'}\r\n\r\n".encode())


def test_a_part_of_a_file_and_what_one_has_already_carry_the_headers_of_the_whole(front):
    _status, whole, body = ask(front, PDF)
    part = ask(front, PDF, Range="bytes=2-9")
    assert (part[0], part[1]["Content-Range"], part[2]) == (206, f"bytes 2-9/{len(body)}", body[2:10])
    unchanged = ask(front, PDF, If_None_Match=whole["ETag"])
    assert (unchanged[0], unchanged[2]) == (304, b"")
    for headers in (part[1], unchanged[1]):
        assert {name: headers[name] for name in ITS_OWN} == {name: whole[name] for name in ITS_OWN}


@pytest.fixture
def last_year(front, furniture, django_db_blocker):
    """Last year's release, where nginx reads it."""
    with django_db_blocker.unblock():
        yield furniture.enter(published)
        furniture.leave()


def test_a_file_that_is_withdrawn_is_gone_from_the_cache_at_once(front, last_year):
    pdf = LAST_YEAR + "v1/disclosure.pdf"
    first = ask(front, pdf)
    assert (first[0], first[1]["Cache-Control"]) == (200, "public, max-age=300, must-revalidate") and "X-Accel-Expires" not in first[1]
    time.sleep(OLD)
    assert ask(front, pdf)[2] == first[2]  # nginx asked whether it is still the same
    by = person("publisher", of=bureau("361100", "安澜市"))
    said = {"withdrawal": "published_in_error", "why": "有误", "is_urgent": True}
    ReleaseEvent.objects.create(release=last_year, kind="withdrawn", by=by, **said)
    time.sleep(OLD)
    assert [ask(front, address)[0] for address in (pdf, LAST_YEAR, PDF)] == [410, 410, 200]


POISONS = {
    "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher", "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Prefix": "/evil",
    "X-Original-URL": "/office/", "X-Rewrite-URL": "/office/", "X-HTTP-Method-Override": "DELETE", "X-Host": "evil.example", "Forwarded": "host=evil.example",
    "Accept-Language": "en", "Accept": "application/json", "Cookie": "sid=evil; sessionid=evil; django_language=en", "Authorization": "Basic ZXZpbDpldmls",
    "User-Agent": "<script>evil</script>", "Referer": "https://evil.example/", "Origin": "https://evil.example", "X-Requested-With": "XMLHttpRequest",
    "If-None-Match": '"evil"', "If-Modified-Since": "Sun, 29 Nov 2026 00:00:00 GMT", "Cache-Control": "no-cache", "Pragma": "no-cache", "Range": "bytes=0-3",
}  # fmt: skip


@pytest.mark.parametrize("poison", POISONS)
def test_nothing_that_one_reader_sends_changes_what_the_next_one_gets(front, poison):
    time.sleep(0.2)  # the limits of rates are those that are deployed
    for place, address in enumerate(("/", HOME, "/361100/")):
        asked = f"{address}?{poison}={place}"
        first = ask(front, asked, **{poison: POISONS[poison]})
        after, clean = ask(front, asked), ask(front, f"{address}?clean={poison}")
        assert first[0] in (200, 206, 304) and after[0] == clean[0] == 200
        assert after[2] == clean[2] and b"evil" not in after[2] and "Set-Cookie" not in after[1]


@contextmanager
def gone(front):
    front.stop()
    try:
        yield
    finally:
        front.start()


@contextmanager
def without_database(front):
    """Nobody may connect any more, and who was connected is thrown out."""
    name = sql.Identifier(front.database)
    run(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(name))
    run(sql.SQL("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}").format(sql.Literal(front.database)))
    try:
        yield
    finally:
        run(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(name))


def says_so(front, words):
    """What nobody asked before is refused at once, in these words and no others."""
    begun = time.monotonic()
    status, headers, body = ask(front, f"{HOME}v1/?at={begun}")
    assert (status, headers["Retry-After"], headers["X-Content-Type-Options"]) == (503, "30", "nosniff") and time.monotonic() - begun < 1
    assert words in body.decode() and b"Traceback" not in body and front.database.encode() not in body


def answers_again(front):
    recovered_by = time.monotonic() + 10
    while ask(front, f"{HOME}v1/?at={time.monotonic()}")[0] != 200:
        assert time.monotonic() < recovered_by
        time.sleep(0.2)


@pytest.mark.parametrize(("part", "words"), [(gone, "系统正在维护"), (without_database, "暂时无法打开")])
def test_while_a_part_fails_kept_pages_stay_and_the_others_say_so(front, part, words):
    kept = {address: ask(front, address)[::2] for address in KEPT}
    assert {status for status, _body in kept.values()} == {200}
    time.sleep(OLD)
    with part(front):
        until = time.monotonic() + DOWN
        while time.monotonic() < until:
            says_so(front, words)
            assert {address: ask(front, address)[::2] for address in KEPT} == kept
            time.sleep(0.5)
    answers_again(front)
