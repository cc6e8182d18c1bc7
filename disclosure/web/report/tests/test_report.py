"""The form without a session: what is sent is taken once, refused in words with everything kept, and answered under its receipt."""

import re
import time

import pytest
from django.test import override_settings

from agencies.tests.places import bureau
from disclosure.reports import receiving
from disclosure.reports.models import Report
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import FUTURE, HOME, publish
from disclosure.web.report.tokens import LONGEST, SHORTEST, new_token

pytestmark = pytest.mark.django_db
TEXT = "表3的合计比表1少了五十万元，应当相等。"


@pytest.fixture
def place():
    bureau("361100", "安澜市")
    return publish(document())


def sent(client, *, at=HOME, age=60, token=None, **said):
    token = new_token(at, now=time.time() - age) if token is None else token
    body = {"matter": "figure", "place": "表3", "text": TEXT, "token": token, **said}
    return client.post(f"/report/?at={at}" if at else "/report/", body)


def test_a_citizen_reports_and_reads_by_the_receipt_what_came_of_it(client, place):
    page = client.get(f"/report/?at={HOME}").content.decode()
    assert place.title in page and "哪个地区" not in page
    answer = sent(client)
    one = Report.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/report/{one.receipt}/")
    assert (one.release, one.agency_code, one.text) == (place, "307001", TEXT)
    seen = client.get(answer.url).content.decode()
    assert one.receipt in seen and "正在办理" in seen and TEXT not in seen
    assert client.get("/report/", {"receipt": one.receipt.lower().replace("-", " ")}).url == answer.url


def test_no_answer_sets_a_cookie_or_may_be_kept(client, place):
    answers = [client.get("/report/"), sent(client), client.get(f"/report/{Report.objects.get().receipt}/"), sent(client, text="")]
    for each in answers:
        assert not each.cookies and each["Cache-Control"] == "no-store, private" and "ETag" not in each


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"text": "错" * 100_000}, "说明有100000个字，最多2000个字"),
        ({"text": "错了"}, "说明只有2个字，至少要10个字"),
        ({"text": ""}, "请写说明"),
        ({"matter": ""}, "请选一类问题"),
        ({"matter": "bribe"}, "bribe"),
        ({"place": "远" * 101}, "位置有101个字"),
        ({"text": "空\x00字符" * 10}, "不允许"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words_and_kept(client, place, said, words):
    answer = sent(client, **said)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page and not Report.objects.exists()
    assert 'value="表3"' in page or "place" in said


def test_a_script_is_words_and_nothing_else(client, place):
    answer = sent(client, text="<script>alert(1)</script>这里的合计不对", place='"><img src=x onerror=alert(1)>', matter="")
    page = answer.content.decode()
    assert "<script>alert" not in page and "<img" not in page and "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "change", [{"age": SHORTEST - 2}, {"age": LONGEST + 5}, {"token": "forged"}, {"token": ""}, {"token": new_token("/361100/")}]
)
def test_a_form_that_did_not_come_from_here_in_time_is_not_taken(client, place, change):
    answer = sent(client, **change)
    assert answer.status_code == 422 and "再点一次" in answer.content.decode() and TEXT in answer.content.decode()
    assert not Report.objects.exists()


def test_the_same_form_twice_is_one_report(client, place):
    token = new_token(HOME, now=time.time() - 60)
    assert sent(client, token=token).url == sent(client, token=token).url and Report.objects.count() == 1


def test_too_many_are_refused_and_the_words_kept(client, place, monkeypatch):
    monkeypatch.setattr(receiving, "AN_HOUR", 1)
    sent(client)
    answer = sent(client, text="第二处：表5的合计也不对，请核对。")
    assert answer.status_code == 429 and "第二处" in answer.content.decode() and Report.objects.count() == 1


def test_without_a_document_the_region_is_asked(client, place):
    assert "请选地区" in sent(client, at="").content.decode()
    assert sent(client, at="", region="361100").status_code == 302
    assert Report.objects.get().release is None and sent(client, at="", region="999999").status_code == 422


@pytest.mark.parametrize(
    "at", ["/361100/307001/2024/final/", "/361100/999999/", "/nowhere", "/office/desk/", "/361100/", "x" * 5000, "//evil.example/"]
)
def test_what_is_not_public_cannot_be_reported_on(client, place, at):
    publish({**document(), "year": 2023}, at=FUTURE)
    assert client.get("/report/", {"at": at}).status_code == 404 == client.get("/report/?at=/361100/307001/2023/budget/").status_code


def test_only_reading_and_sending(client, place):
    assert (
        client.put("/report/").status_code
        == client.delete("/report/").status_code
        == client.post("/report/AAAA-BBBB-CCCC/").status_code
        == 405
    )
    assert client.get("/report/AAAA-BBBB-CCCC/").status_code == client.get("/report/?receipt=abc").status_code == 404


def test_pages_lead_here_and_speak_english(client, place):
    for address, about in ((HOME, HOME + "v1/"), ("/361100/307001/", "/361100/307001/")):
        for manner in ("", "/en"):
            link = re.search(r'href="([^"]*/report/\?at=[^"]*)"', client.get(manner + address).content.decode())[1]
            assert link == f"{manner}/report/?at=" + about.replace("/", "%2F")
            assert client.get(link).status_code == 200
    assert "Report a mistake" in client.get(f"/en/report/?at={HOME}").content.decode()


@override_settings(SITE="office", ROOT_URLCONF="disclosure.web.office.urls")
def test_the_office_half_serves_it_alone(client, place):
    assert sent(client).status_code == 302
    assert client.get("/report/").status_code == 200 and client.get("/report/ABCD-EFGH-JKLM/").status_code == 404
    assert 'href="/published/"' in client.get("/report/").content.decode() and client.get("/published/").status_code == 404
