"""Review by exception: the unusual stands on top with its reason, the clean are passed in one action, which half a minute can undo."""

from datetime import timedelta

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from disclosure.filings.states import State
from disclosure.jobs.models import Job
from disclosure.jobs.work import run
from disclosure.releases.models import StepTaken
from disclosure.releases.workflow.exceptions import UNDO
from disclosure.releases.workflow.remarks import comment, place_of
from disclosure.releases.workflow.standing import standing_of
from disclosure.releases.workflow.tests.flow import LINES, REASON, begin, write
from disclosure.web.office.tests.test_filings import client, text

WHERE = "/office/filings/review/"


@pytest.fixture
def flow(db):
    return begin().to(State.SUBMITTED)


def keys(page):
    return [key for _, key in page.context["clean"]]


def test_the_clean_are_passed_in_one_action(flow):
    one = client(flow, "department_reviewer")
    page = one.get(WHERE)
    assert "要看的0份，没有异常的1份" in text(page)
    answer = one.post(WHERE, {"turn": keys(page)})
    job = Job.objects.get(kind="review")
    assert answer.url == reverse("job", args=[job.pk]) and flow.fresh().state == State.SUBMITTED
    run(job.pk)
    assert flow.fresh().state == State.DEPARTMENT_REVIEWED and "审核通过1份，没有办的0份" in text(one.get(answer.url))
    assert StepTaken.objects.get(step="review_as_department").by == flow.people["department_reviewer"]


def test_it_waits_half_a_minute_in_which_it_is_undone(flow):
    one = client(flow, "department_reviewer")
    one.post(WHERE, {"turn": keys(one.get(WHERE))})
    job = Job.objects.get(kind="review")
    queued = ProcrastinateJob.objects.get(args__number=job.pk)
    assert timedelta(0) < queued.scheduled_at - job.queued_at <= UNDO + timedelta(seconds=1)
    one.post(reverse("job_cancel", args=[job.pk]))
    run(job.pk)
    assert flow.fresh().state == State.SUBMITTED and Job.objects.get(pk=job.pk).status == "cancelled"


def test_what_changed_since_is_left_and_told(flow):
    one = client(flow, "department_reviewer")
    one.post(WHERE, {"turn": keys(one.get(WHERE))})
    flow.step("take_back", "preparer")
    write(LINES, {**REASON, next(iter(REASON)): "另有缘由"})
    flow.step("submit", "preparer")
    job = Job.objects.get(kind="review")
    run(job.pk)
    job.refresh_from_db()
    assert flow.fresh().state == State.SUBMITTED
    assert job.message == "审核通过0份，没有办的1份" and "内容在您打开页面之后有变化" in job.result["problems"][0]


def test_a_page_that_is_out_of_date_passes_nothing(flow):
    one = client(flow, "department_reviewer")
    assert "没有选文件" in text(one.post(WHERE, {"turn": [f"{flow.filing.pk}:review_as_department:{'0' * 64}"]}))
    assert not Job.objects.filter(kind="review").exists()


@pytest.mark.parametrize("unusual", ["comment", "returned"])
def test_the_unusual_has_its_reason_and_no_box(flow, unusual):
    if unusual == "comment":
        standing = standing_of(flow.fresh())
        comment(standing=standing, place=place_of(standing, "section", "1/一"), text="请说明", by=flow.people["department_reviewer"])
    else:
        flow.step("send_back_as_department", "department_reviewer", why="请改")
        flow.step("submit", "preparer")
    page = client(flow, "department_reviewer").get(WHERE)
    assert keys(page) == [] and {"comment": "1条意见没有答复", "returned": "退回过1次"}[unusual] in text(page)


def test_nobody_is_offered_what_is_not_his_turn(flow):
    for role in ("division_reviewer", "lead_reviewer", "preparer", "publisher"):
        assert "没有等您审核的文件" in text(client(flow, role).get(WHERE))
