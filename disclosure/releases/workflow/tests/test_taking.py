"""Steps: by the right person, in the right order, with nothing in the way; the database holds to the same table."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from agencies.people.models import Notice
from agencies.tests.places import appoint
from disclosure.audit.acting import acting
from disclosure.core.facts import Address
from disclosure.filings.campaigning import extend
from disclosure.filings.models import Author, Campaign, Line, Window
from disclosure.filings.states import State
from disclosure.releases.models import Release, StepTaken, Submission, Transition
from disclosure.releases.workflow.remarks import comment, justify, place_of, reply
from disclosure.releases.workflow.standing import finding_key, standing_of
from disclosure.releases.workflow.steps import STEPS
from disclosure.releases.workflow.taking import Given, NotTaken
from disclosure.releases.workflow.tests.flow import FIGURES, LINES, REASON, approve, begin, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def flow(db):
    return begin()


def test_the_database_has_the_same_table_of_steps(db):
    declared = {row for step in STEPS.values() for row in step.transitions()}
    assert set(Transition.objects.values_list("step", "before", "after", "duty")) == declared


def test_a_filing_goes_all_the_way(flow):
    release = flow.to(State.READY).release()
    assert flow.fresh().state == State.RELEASED and list(Release.objects.in_force()) == [release]
    assert release.approval.number == "安财预〔2024〕1号" and release.by == "publisher"
    told = list(StepTaken.objects.filter(filing=flow.filing).values_list("step", "by__name"))
    assert told[-1] == ("release", "publisher") and len({by for _, by in told}) == 7
    assert Submission.objects.get(filing=flow.filing).document["title"] == release.title
    assert Notice.objects.filter(person=flow.people["department_reviewer"], subject__contains="等您办理").exists()


def test_raw_sql_of_the_office_moves_nothing_the_table_does_not_have(flow):
    """Every step between every two states, by every person, as rows: only those of the table, and never one's own work."""
    flow.to(State.SUBMITTED)
    wrong, known = [], {row[:3]: row[3] for step in STEPS.values() for row in step.transitions()}
    for step in STEPS:
        for after in State:
            for role in ("preparer", "department_reviewer"):
                key = (step, "submitted", str(after))
                fine = (
                    key in known and (known[key] == "author" or role != "preparer") and after != State.CORRECTING and step != "record_paper"
                )
                if inserted(flow, step, after, role) != fine:
                    wrong.append((step, after, role))
    assert wrong == []


def inserted(flow, step, after, role):
    point = transaction.savepoint()
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO releases_steptaken (filing_id, step, before, after, round, remit, by_id, why, content_sha256, substance_sha256)"
                " VALUES (%s, %s, 'submitted', %s, 1, '', %s, '', repeat('0', 64), repeat('0', 64))",
                [flow.filing.pk, step, str(after), flow.people[role].pk],
            )
        return True
    except DatabaseError:
        return False
    finally:
        transaction.savepoint_rollback(point)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE filings_filing SET state = 'ready' WHERE id = %s",
        "UPDATE filings_filing SET round = 2 WHERE id = %s",
        "UPDATE filings_line SET amount = 1 WHERE filing_id = %s",
        "DELETE FROM filings_text WHERE filing_id = %s",
        "DELETE FROM filings_line WHERE filing_id = %s",
        "INSERT INTO filings_text (filing_id, position, section, text) SELECT %s, 99, 'duties', 'x'",
        "UPDATE filings_filing SET objective = 'x' WHERE id = %s",
        "UPDATE releases_steptaken SET by_id = 1 WHERE filing_id = %s",
        "DELETE FROM filings_author WHERE filing_id = %s",
        "INSERT INTO filings_author (filing_id, person_id, at) SELECT %s, id, now() FROM people_person",
        "INSERT INTO releases_transition (step, before, after, duty) SELECT 'x', 'submitted', 'ready', 'author' WHERE %s > 0",
        "UPDATE filings_approval SET issued_on = now() WHERE %s > 0",
    ],
)
def test_raw_sql_of_the_office_cannot_go_round_the_steps(flow, sql):
    flow.to(State.SUBMITTED)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, [flow.filing.pk])


def test_every_row_of_a_filing_is_guarded_three_times(db):
    """A table that hangs on a filing and has no guard would be written while the filing is under review."""
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT relation.relname, array_agg(trigger.tgname::text ORDER BY trigger.tgname) FILTER (WHERE trigger.tgname LIKE 'guard_%')
            FROM pg_class AS relation JOIN pg_attribute AS it ON it.attrelid = relation.oid AND it.attname = 'filing_id'
            LEFT JOIN pg_trigger AS trigger ON trigger.tgrelid = relation.oid
            WHERE relation.relkind = 'r' AND relation.relname LIKE 'filings_%'
            AND relation.relname NOT IN ('filings_author', 'filings_importdraft', 'filings_loadedledger')  -- not what a filing says
            GROUP BY 1
        """)
        found = dict(cursor.fetchall())
    assert {"filings_line", "filings_text", "filings_project", "filings_reason"} <= set(found)
    assert {name: guards for name, guards in found.items() if guards != ["guard_delete", "guard_insert", "guard_update"]} == {}


def test_whoever_wrote_a_row_is_an_author_by_the_word_of_the_database(flow):
    with acting(flow.people["lead_reviewer"]):
        Line.objects.filter(filing=flow.filing).update(position=5)
    assert Author.objects.filter(person=flow.people["lead_reviewer"]).exists()
    flow.to(State.DIVISION_REVIEWED)
    with pytest.raises(NotTaken, match="您填报过这份文件"):
        flow.step("review_as_lead", "lead_reviewer")


def test_content_that_changed_since_it_was_seen_is_not_approved(flow):
    seen = flow.seen()
    flow.to(State.PREPARING)
    write(LINES, REASON | {Address("YX08", "total", "reception"): "另一个原因"})
    flow.to(State.SUBMITTED)
    with pytest.raises(NotTaken, match="内容在您打开页面之后有变化"):
        flow.step("review_as_department", "department_reviewer", seen=seen)


def test_an_error_stops_and_names_the_figures(flow):
    write(LINES, {})
    flow.to(State.PREPARING)
    with pytest.raises(NotTaken, match="N02 “三公”经费中的公务接待费"):
        flow.step("submit", "preparer")


def test_nothing_is_handed_in_before_the_window_opens(flow):
    flow.to(State.PREPARING)
    Window.objects.update(opens_on=timezone.localdate() + timedelta(days=3))
    with pytest.raises(NotTaken, match="请到时再上报"):
        flow.step("submit", "preparer")


def test_after_the_window_more_time_is_asked_for(flow):
    Window.objects.update(opens_on=timezone.localdate() - timedelta(days=9), closes_on=timezone.localdate() - timedelta(days=1))
    flow.to(State.PREPARING)
    with pytest.raises(NotTaken, match="填报已于.*截止。请向财政部门申请延期"):
        flow.step("submit", "preparer")
    extend(filing=flow.fresh(), until=timezone.localdate() + timedelta(days=3), why="系统迁移", by=flow.people["lead_reviewer"])
    assert flow.step("submit", "preparer").after == State.SUBMITTED


def test_a_step_is_sent_back_with_words_and_comes_again(flow):
    flow.to(State.DEPARTMENT_REVIEWED)
    with pytest.raises(NotTaken, match="请写明原因"):
        flow.step("send_back_as_division", "division_reviewer")
    flow.step("send_back_as_division", "division_reviewer", why="接待费的原因没有写清")
    assert flow.fresh().state == State.PREPARING
    assert Notice.objects.filter(person=flow.people["preparer"], subject__contains="接待费的原因没有写清").exists()
    assert flow.step("submit", "preparer").after == State.SUBMITTED


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((), "还没有录入批复"),
        ((FIGURES[0]._replace(amount=FIGURES[0].amount + FIGURES[0].amount / 3000000),), "批复30,000.01元，填报30,000.00元，少0.01元"),
        ((FIGURES[0]._replace(function="2012699"),), "功能科目2012604：批复0.00元，填报30,000.00元，多30,000.00元"),
    ],
)
def test_without_an_approval_of_the_same_figures_nothing_is_cleared(db, figures, words):
    flow = begin(approved=False)
    flow.to(State.FINANCE_REVIEWED)
    if figures:
        approve(flow.filing, figures)
    flow.step("review_secrecy", "secrecy_reviewer")
    flow.step("sign", "signatory")
    with pytest.raises(NotTaken, match=words):
        flow.step("clear", "publisher")


def test_facts_hold_for_the_content_that_they_were_said_of(flow):
    flow.to(State.FINANCE_REVIEWED)
    flow.step("sign", "signatory")
    with pytest.raises(NotTaken, match="缺保密审查"):
        flow.step("clear", "publisher")
    flow.step("send_back_as_publisher", "publisher", why="改一个字")
    write(LINES, REASON | {Address("YX08", "total", "reception"): "新增业务多"})
    flow.to(State.FINANCE_REVIEWED)
    flow.step("review_secrecy", "secrecy_reviewer")
    with pytest.raises(NotTaken, match="缺负责人签发"):
        flow.step("clear", "publisher")


def test_a_reviewer_does_not_publish(flow):
    appoint(flow.people["lead_reviewer"], "publisher")
    flow.people["lead_reviewer"].__dict__.pop("_held", None)
    flow.to(State.FINANCE_REVIEWED)
    flow.step("review_secrecy", "secrecy_reviewer")
    flow.step("sign", "signatory")
    with pytest.raises(NotTaken, match="您审核过这份文件，不能再发布"):
        flow.step("clear", "lead_reviewer")


def test_comments_hang_at_a_cell_a_sentence_a_section(flow):
    flow.to(State.SUBMITTED)
    standing, reviewer = standing_of(flow.fresh()), flow.people["department_reviewer"]
    cell = place_of(standing, "cell", "YS03/2012604/total")
    made = comment(standing=standing, place=cell, text="这一项要核对", by=reviewer)
    assert (made.address, made.where) == ("YS03/2012604/total", "《单位支出总表》档案馆 合计")
    assert place_of(standing, "section", "1/一").words and place_of(standing, "sentence", "1/一/1").words
    for wrong in ("YS03/9999999/total", "YS99/x/y"):
        with pytest.raises(NotTaken, match="没有这个位置"):
            place_of(standing, "cell", wrong)
    reply(remark=made, text="已核对，数字无误", by=flow.people["preparer"])
    assert Notice.objects.filter(person=reviewer, subject__contains="已核对").exists()
    with pytest.raises(NotTaken, match="审核、签发和发布的人可以提意见"):
        comment(standing=standing, place=cell, text="自己提", by=flow.people["preparer"])


def test_a_warning_is_justified_as_it_is_worded(flow):
    write(LINES, {next(iter(REASON)): "新增业务"})
    flow.to(State.PREPARING)
    with pytest.raises(NotTaken, match="有1条预警还没有说明原因"):
        flow.step("submit", "preparer")
    finding = finding_key(standing_of(flow.fresh()).unjustified[0])
    with pytest.raises(NotTaken, match="至少写10个字"):
        justify(standing=standing_of(flow.fresh()), finding=finding, text="对的", by=flow.people["preparer"])
    justify(standing=standing_of(flow.fresh()), finding=finding, text="已经核对过，就是这样。", by=flow.people["preparer"])
    assert flow.step("submit", "preparer").after == State.SUBMITTED


def test_the_co_review_that_a_campaign_asks_for_comes_before_the_lead(flow):
    Campaign.objects.update(co_reviews=["performance"])
    flow.to(State.DIVISION_REVIEWED)
    with pytest.raises(NotTaken, match="缺绩效.*会审"):
        flow.step("review_as_lead", "lead_reviewer")
    flow.step("co_review", "co_reviewer", given=Given(remit="performance"))
    assert flow.step("review_as_lead", "lead_reviewer").after == State.FINANCE_REVIEWED
