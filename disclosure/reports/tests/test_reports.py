"""A report is taken once and so many times; what was sent stands; an answer is public by another's hand, and goes with what it is about."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models.functions import Now

from agencies.models import AgencyYear, Bureau
from agencies.tests.places import agency, bureau
from disclosure.filings.models import Approval
from disclosure.pub.models import Answer
from disclosure.releases import events
from disclosure.releases.tests.test_events import withdraw
from disclosure.reports import receiving
from disclosure.reports.answering import NotAnswered, answer, decline, publish
from disclosure.reports.models import Report
from disclosure.reports.receiving import DAY, Said, TooMany, forget_origins, receive
from disclosure.reports.subjects import of_agency, of_region, of_release
from disclosure.web.public.tests.documents import document
from disclosure.web.public.tests.releases import FUTURE
from disclosure.web.public.tests.releases import publish as released

SAID = Said("figure", "表3，第5行", "表3的合计比表1少了五十万元，应当相等。")


@pytest.fixture
def about(flow, release):
    """The release as what is reported on."""
    return of_release(release.region, release.agency_code, str(release.year), release.kind)


def reported(about, token="1", address="192.0.2.1"):
    return receive(subject=about, said=SAID, token=token, address=address)


def answered(flow, about, outcome="right"):
    one = reported(about)
    answer(report=one, outcome=outcome, question=SAID.text, words="已核对，两张表口径不同，数字无误。", by=flow.people["publisher"])
    return one


def test_one_form_is_one_report(about):
    one = reported(about)
    assert (reported(about), Report.objects.count()) == (one, 1)
    assert len(one.receipt) == 14 and "192.0.2.1" not in str(Report.objects.values().get())


def test_an_address_may_send_so_many_and_others_still_may(about):
    for number in range(receiving.AN_HOUR):
        reported(about, token=str(number))
    with pytest.raises(TooMany):
        reported(about, token="more")
    assert reported(about, token="other", address="192.0.2.2").pk


def test_all_together_may_send_so_many(about, monkeypatch):
    monkeypatch.setattr(receiving, "EVERYBODY", 1)
    reported(about)
    with pytest.raises(TooMany):
        reported(about, token="2", address="192.0.2.2")


def test_after_a_day_nothing_tells_where_it_came_from(about, monkeypatch):
    one = reported(about)
    assert forget_origins() == 0 and one.origin
    monkeypatch.setattr(receiving, "DAY", -DAY)
    assert forget_origins() == 1
    one.refresh_from_db()
    assert one.origin == ""


def test_an_answer_is_published_by_another_and_only_then_public(flow, about):
    one = answered(flow, about)
    assert not Answer.objects.exists()
    with pytest.raises(NotAnswered, match="请另一位发布人公开"):
        publish(report=one, by=flow.people["publisher"])
    publish(report=one, by=flow.people["publisher2"])
    shown = Answer.objects.get()
    assert (shown.question, shown.outcome, shown.version) == (SAID.text, "right", about.release.version)
    with pytest.raises(NotAnswered, match="没有等待公开的答复"):
        publish(report=one, by=flow.people["publisher2"])


def test_corrected_needs_a_corrected_version(flow, about):
    with pytest.raises(NotAnswered, match="还没有更正后的新版本"):
        answered(flow, about, "corrected")


def test_what_is_withdrawn_takes_its_answers_along(flow, release, about):
    publish(report=answered(flow, about), by=flow.people["publisher2"])
    events.agree(request=withdraw(flow, release), by=flow.people["publisher2"])
    assert not Answer.objects.exists()


def test_an_exempt_agency_takes_its_answers_along(flow, about):
    publish(report=answered(flow, about), by=flow.people["publisher2"])
    AgencyYear.objects.filter(agency=about.agency).update(exemption="按规定免予公开")
    assert not Answer.objects.exists()


def test_an_answer_is_taken_down_with_a_reason_and_its_words_erased(flow, about):
    one = answered(flow, about)
    publish(report=one, by=flow.people["publisher2"])
    decline(report=one, why="来信含个人信息", erase=True, by=flow.people["publisher2"])
    one.refresh_from_db()
    assert (one.text, one.place, one.question, one.state) == ("", "", "", "declined") and not Answer.objects.exists()
    with pytest.raises(NotAnswered, match="已经办结"):
        answer(report=one, outcome="right", question="问", words="答复答复答复答复答复", by=flow.people["publisher"])


FORBIDDEN = (
    "UPDATE reports_report SET text = '改了'",
    "UPDATE reports_report SET matter = 'other'",
    "UPDATE reports_report SET receipt = 'AAAA'",
    "UPDATE reports_report SET origin = 'somebody'",
    "UPDATE reports_report SET state = 'published'",
    "UPDATE reports_report SET state = 'declined'",
    "DELETE FROM reports_report",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_database_holds_what_was_sent(about, statement):
    reported(about)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("change", [{"answer": "别的答复"}, {"outcome": "noted"}, {"state": "received"}])
def test_what_was_published_is_only_taken_down(flow, about, change):
    one = answered(flow, about)
    publish(report=one, by=flow.people["publisher2"])
    with pytest.raises(DatabaseError, match="can only be taken down"), transaction.atomic():
        Report.objects.filter(pk=one.pk).update(**change)


def test_the_person_who_answered_cannot_publish_past_the_code(flow, about):
    one = answered(flow, about)
    with pytest.raises(DatabaseError, match="an_answer_is_published_by_another"), transaction.atomic():
        Report.objects.filter(pk=one.pk).update(state="published", closed_by=flow.people["publisher"], closed_at=Now())


def test_nothing_is_reported_on_that_is_not_public(db):
    bureau("361100", "安澜市")
    released(document(), at=FUTURE)
    assert of_release("361100", "307001", "2024", "budget") is None and of_agency("361100", "307001") is None
    assert of_agency("361100", "999999") is None and of_region("999999") is None
    released({**document(), "year": 2023})
    assert of_release("361100", "307001", "2023", "budget").name == of_agency("361100", "307001").name == document()["agency"]["name"]
    assert of_release("361100", "307001", "2023", "budget", "9") is None
    AgencyYear.objects.update(exemption="按规定免予公开")
    assert of_release("361100", "307001", "2023", "budget") is None and of_agency("361100", "307001") is None


def test_an_agency_that_is_due_is_known_only_where_its_bureau_names_the_late(db):
    row = agency("399", "安澜市统计局", year=2024)
    assert of_agency(row.region_id, "399") is None
    Bureau.objects.update(shows_late=True)
    assert of_agency(row.region_id, "399") is None  # the register is no news
    said = {"number": "安财预〔2024〕9号", "issued_on": "2024-02-01", "issuer": "安澜市财政局", "unit": "yuan"}
    Approval.objects.create(agency=row.agency, agency_year=row, year=2024, kind="budget", **said)
    assert of_agency(row.region_id, "399").name == "安澜市统计局"
