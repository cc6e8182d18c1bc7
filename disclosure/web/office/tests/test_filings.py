"""The way of a filing over HTTP: campaign, approval, steps, comments, paper, release, batch, withdrawal, each by the pages that people use."""

import io
import re

import pytest
import xlsxwriter
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from disclosure.core.facts import Address
from disclosure.filings.models import Approval, Campaign, Extension, Filing
from disclosure.filings.states import State
from disclosure.jobs.models import Job
from disclosure.jobs.work import run
from disclosure.releases.models import Comment, Look, Release, ReleaseEvent
from disclosure.releases.workflow.steps import STEPS
from disclosure.releases.workflow.tests.flow import REASON, begin, write
from disclosure.web.office.tests.world import walker

pytestmark = pytest.mark.django_db


@pytest.fixture
def flow(db):
    return begin()


def client(flow, role):
    """A browser of the person, who has a second factor."""
    person = flow.people[role]
    Authenticator.objects.get_or_create(user=person, type=Authenticator.Type.TOTP, defaults={"data": {"secret": "x"}})
    return walker(person)


def text(answer):
    return re.sub(r"<[^>]+>|\s", "", answer.content.decode())


def post(flow, role, step, **more):
    """The step's page, and its form sent with the check value that it shows."""
    where = reverse("filing_step", args=[flow.filing.pk, step])
    return client(flow, role).post(where, {"seen": flow.seen(), "why": "请核对第三段", **more})


STATES = [State.SUBMITTED, State.NOT_STARTED, State.PREPARING, State.DEPARTMENT_REVIEWED, State.DIVISION_REVIEWED, State.READY]


@pytest.mark.parametrize("state", [pytest.param(state, marks=[pytest.mark.deep] if place else []) for place, state in enumerate(STATES)])
def test_every_state_step_and_person_over_http(flow, state):
    """As the table says, and nothing else: states × steps × people, by the forms."""
    wrong = []
    flow.to(state)
    for code in STEPS.keys() - {"release", "record_paper", "cancel", "start", "submit", "co_review", "sign", "review_secrecy"}:
        for role in ("preparer", "department_reviewer", "division_reviewer", "lead_reviewer", "secrecy_reviewer", "publisher"):
            point = transaction.savepoint()
            post(flow, role, code)
            moved = flow.fresh().state != state
            transaction.savepoint_rollback(point)
            if moved != (OWNERS.get(code) == role and TURNS.get(code) in (None, state) and state in STEPS[code].before):
                wrong.append((state, code, role, moved))
    assert wrong == []


OWNERS = {
    "take_back": "preparer", "review_as_department": "department_reviewer", "send_back_as_department": "department_reviewer",
    "review_as_division": "division_reviewer", "send_back_as_division": "division_reviewer", "review_as_lead": "lead_reviewer",
    "send_back_as_lead": "lead_reviewer", "send_back_as_publisher": "publisher",
}  # fmt: skip
TURNS = {
    "review_as_division": "department_reviewed", "send_back_as_division": "department_reviewed", "review_as_lead": "division_reviewed",
    "send_back_as_lead": "division_reviewed",
}  # fmt: skip


def test_what_stands_in_the_way_is_told_before_and_after(flow):
    write(reasons={})
    flow.to(State.PREPARING)
    page = client(flow, "preparer").get(reverse("filing", args=[flow.filing.pk]))
    assert "还不能“上报”" in text(page) and "公务接待费" in text(page)
    answer = post(flow, "preparer", "submit")
    assert "没有办成，什么也没有改变" in text(answer) and flow.fresh().state == State.PREPARING


def test_what_changed_since_the_last_look_is_listed(flow):
    flow.to(State.SUBMITTED)
    reviewer, where = client(flow, "department_reviewer"), reverse("filing", args=[flow.filing.pk])
    assert "您上次看过之后" not in text(reviewer.get(where)) and Look.objects.count() == 1
    flow.step("send_back_as_department", "department_reviewer", why="改原因")
    write(reasons=REASON | {Address("YX08", "total", "reception"): "来访的人多了"})
    flow.to(State.SUBMITTED)
    page = text(reviewer.get(where))
    assert "您上次看过之后改了1处" in page and "来访的人多了" in page


def test_a_comment_at_a_cell_of_a_row(flow):
    flow.to(State.SUBMITTED)
    where = reverse("comment_new", args=[flow.filing.pk])
    one = client(flow, "department_reviewer")
    page = one.get(where, {"anchor": "cell", "row": "YS03/2012604"})
    assert "对一格提意见" in text(page)
    assert one.post(where, {"anchor": "cell", "address": "YS03/2012604/total", "text": "请核对这个数"}).status_code == 302
    remark = Comment.objects.get()
    assert remark.address == "YS03/2012604/total" and "请核对这个数" in text(one.get(reverse("filing_document", args=[flow.filing.pk])))
    answer = client(flow, "preparer").post(reverse("comment_reply", args=[remark.pk]), {"text": "已核对"})
    assert answer.status_code == 302 and Comment.objects.get().answer == "已核对"


def test_a_signed_paper_stands_for_both_facts(flow):
    flow.to(State.FINANCE_REVIEWED)
    where = reverse("filing_paper", args=[flow.filing.pk])
    one = client(flow, "preparer")
    seen = one.get(where).context["form"].initial["seen"]
    said = {"seen": seen, "secrecy_by": "甲", "signed_by": "乙", "signed_on": "2024-02-01"}
    bad = one.post(where, said | {"scan": SimpleUploadedFile("a.pdf", b"MZ")})
    assert "请上传PDF、JPG或PNG扫描件" in text(bad)
    assert one.post(where, said | {"scan": SimpleUploadedFile("a.pdf", b"%PDF-1.7 scan")}).status_code == 302
    paper = flow.fresh().papers.get()
    answer = client(flow, "publisher").get(reverse("paper", args=[paper.pk]))
    assert answer.content == b"%PDF-1.7 scan" and "sandbox" in answer["Content-Security-Policy"]
    flow.step("clear", "publisher")
    assert flow.fresh().state == State.READY


def test_a_release_by_its_page_and_its_job(flow):
    flow.to(State.READY)
    one, where = client(flow, "publisher"), reverse("filing_release", args=[flow.filing.pk])
    seen = one.get(where).context["form"].initial["seen"]
    late = one.post(where, {"seen": seen, "when": "later", "at": "2024-01-01T09:00:00"})
    assert "定时公开的时间已经过了" in text(late)
    answer = one.post(where, {"seen": seen, "when": "now"})
    job = Job.objects.get(kind="release")
    assert answer.url == reverse("job", args=[job.pk])
    run(job.pk)
    assert "个数字逐一核对相同" in text(one.get(answer.url)) and Release.objects.in_force().count() == 1


def test_a_batch_at_one_second(flow):
    flow.to(State.READY)
    one = client(flow, "publisher")
    answer = one.post(reverse("release_batch"), {"filing": [flow.filing.pk], "when": "later", "at": "2099-01-01T09:00:00"})
    assert answer.status_code == 302 and "batch=" in answer.url
    run(Job.objects.get(kind="release").pk)
    assert "办完1／1" in text(one.get(answer.url))
    assert Release.objects.get().publish_at.isoformat() == "2099-01-01T01:00:00+00:00"


def test_a_withdrawal_by_its_pages(flow):
    release = flow.to(State.READY).release()
    one, two = client(flow, "publisher"), client(flow, "publisher2")
    said = {"versions": [release.pk], "withdrawal": "secrecy", "why": "含个人信息", "urgent": "on"}
    assert one.post(reverse("release_withdraw", args=[release.pk]), said).status_code == 302
    event = ReleaseEvent.objects.get(kind="withdrawn")
    assert "等第二个人办理" in text(two.get(reverse("releases"))) and "急撤" in text(two.get(reverse("release_office", args=[release.pk])))
    assert one.post(reverse("event_agree", args=[event.pk])).status_code == 302 and not event.answers.exists()
    two.post(reverse("event_agree", args=[event.pk]))
    assert event.answers.get().kind == "confirmed"


PLAN = {
    "year": 2024,
    "kind": "budget",
    "pack": "jiangxi",
    "filers": "both",
    "stages": ["lead"],
    "opens_on": "2024-01-01",
    "closes_on": "2024-02-01",
}


def test_a_campaign_is_planned_once_by_whose_field_it_is(flow):
    one = client(flow, "lead_reviewer")
    assert "这项任务已经有了" in text(one.post(reverse("campaign_new"), PLAN))
    assert "您的职责不管这种文件" in text(one.post(reverse("campaign_new"), PLAN | {"kind": "final", "year": 2023}))
    made = one.post(reverse("campaign_new"), PLAN | {"year": 2025})
    assert made.url == reverse("campaign", args=[Campaign.objects.get(year=2025).pk])


def test_a_campaign_is_opened_again_and_a_filing_extended(flow):
    one = client(flow, "lead_reviewer")
    one.post(reverse("campaign_open", args=[Campaign.objects.get(year=2024).pk]))
    assert Filing.objects.filter(year=2024).count() == 1
    one.post(reverse("filing_extend", args=[flow.filing.pk]), {"until": "2099-01-01", "why": "系统迁移"})
    assert Extension.objects.get().why == "系统迁移"


def book(*rows):
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, {"in_memory": True}) as made:
        sheet = made.add_worksheet("批复")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return SimpleUploadedFile("批复.xlsx", body.getvalue())


LETTER = {
    "year": 2024,
    "kind": "budget",
    "number": "安财预〔2024〕7号",
    "issued_on": "2024-01-30",
    "issuer": "安澜市财政局",
    "unit": "yuan",
}
HEAD = ("单位编码", "文号", "批复日期", "功能科目", "性质", "金额")


def test_an_approval_is_typed_in_ten_thousands(flow):
    one = client(flow, "lead_reviewer")
    assert one.post(reverse("approval_new"), LETTER | {"unit": "wan", "code": "399001", "figures": "2012604\t3.00"}).status_code == 302
    page = text(one.get(reverse("approval", args=[Approval.objects.first().pk])))
    assert "逐项一致" in page and "30,000.00" in page
    answer = text(client(flow, "department_reviewer").post(reverse("approval_new"), LETTER | {"code": "399", "figures": "1"}))
    assert "部门的批复由财政部门录入" in answer


def test_a_workbook_of_approvals_with_mistakes_writes_nothing(flow):
    wrong = book(HEAD, ("399001", "x", "2024-02-01", "201", "吃饭", "1"), ("399009", "x", "2024-02-01", "2012604", "基本支出", "三"))
    answer = text(client(flow, "lead_reviewer").post(reverse("approvals_import"), LETTER | {"workbook": wrong}))
    assert "第2行“性质”：是“吃饭”" in answer and "第3行“金额”：是“三”" in answer and Approval.objects.count() == 1


def test_a_workbook_of_approvals_is_loaded_and_compared_to_the_fen(flow):
    one = client(flow, "lead_reviewer")
    fine = book(HEAD, ("399001", "安财预〔2024〕8号", "2024-02-01", "2012604", "基本支出", 30000.01))
    assert one.post(reverse("approvals_import"), LETTER | {"workbook": fine}).status_code == 302
    assert "填报30,000.00元，少0.01元" in text(one.get(reverse("approval", args=[Approval.objects.first().pk])))


def test_the_desk_says_what_waits(flow):
    flow.to(State.SUBMITTED)
    assert "等您审核（主管部门）" in text(client(flow, "department_reviewer").get("/office/desk/"))
    flow.to(State.READY)
    assert "待公开" in text(client(flow, "publisher").get("/office/desk/"))
    assert "安澜市档案馆" in text(client(flow, "preparer").get("/office/desk/"))
