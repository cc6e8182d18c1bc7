"""Releasing: once, whole, at its second by the database's clock; corrected in the open; what stands in the way is told in words."""

import errno
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from agencies.models import AgencyYear
from disclosure.core.facts import Address
from disclosure.filings.models import Filing
from disclosure.filings.states import State
from disclosure.jobs.models import Job
from disclosure.jobs.work import run
from disclosure.releases import events, publishing
from disclosure.releases.models import Release, ReleaseEvent
from disclosure.releases.publishing import ask_for_batch, ask_to_release
from disclosure.releases.releasing import database_now, make, store
from disclosure.releases.workflow.standing import last_releases, shown_state
from disclosure.releases.workflow.taking import Given, NotTaken
from disclosure.releases.workflow.tests.flow import FIGURES, LINES, REASON, approve, ready, write
from disclosure.storage.tests.furnishing import furnished

HOUR = timedelta(hours=1)


furnished_ready = furnished(ready)


@pytest.fixture
def flow(furnished_ready, db):
    return furnished_ready


def result(job):
    job.refresh_from_db()
    return job.status, job.result


def test_a_release_at_once_is_public_and_checked_from_outside(flow, monkeypatch):
    release = flow.release()
    assert list(Release.objects.in_force()) == [release] and release.publish_at <= database_now()
    monkeypatch.setattr(publishing.urllib.request, "urlopen", lambda address, timeout: Answer(release, address))
    check = Job.objects.get(kind="self_check")
    run(check.pk)
    assert ReleaseEvent.objects.get(release=release).details == {"ok": True, "problems": []}
    run(check.pk)
    assert ReleaseEvent.objects.count() == 1


class Answer:
    """What an anonymous visitor gets."""

    def __init__(self, release, address, spoiled=b""):
        self.body = bytes(release.files.get(name=address.rpartition("/")[2]).body) + spoiled

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def read(self):
        return self.body


def test_a_self_check_that_finds_other_bytes_tells_the_publisher(flow, monkeypatch):
    release = flow.release()
    monkeypatch.setattr(publishing.urllib.request, "urlopen", lambda address, timeout: Answer(release, address, b"x"))
    check = Job.objects.get(kind="self_check")
    for _ in range(2):
        with pytest.raises(OSError, match="校验值应为"):
            run(check.pk)
    run(check.pk)
    assert result(check)[0] == "refused" and not ReleaseEvent.objects.get().details["ok"]
    assert flow.people["publisher"].notices.filter(subject__contains="公开后自查不符").exists()


def test_a_set_second_is_kept_and_the_state_follows_the_clock(flow):
    release = flow.release(at=database_now() + HOUR)
    assert not Release.objects.published().exists()
    known = last_releases([flow.filing.pk])[flow.filing.pk]
    assert "待公开（定时" in shown_state(flow.fresh(), known).words
    assert release.document["imprint"]["published_at"] == timezone.localtime(release.publish_at).isoformat(timespec="seconds")
    with pytest.raises(NotTaken, match="还没有公开，不能更正"):
        flow.step("start_correction", "preparer", why="更正")


def test_what_is_cancelled_before_its_second_never_was_and_has_no_number(flow):
    first = flow.release(at=database_now() + HOUR)
    events.cancel(release=first, by=flow.people["publisher2"], seen=flow.seen(), why="再核一遍")
    assert flow.fresh().state == State.READY
    second = flow.release()
    assert (first.version, first.attempt, second.version, second.attempt) == (1, 1, 1, 2)
    with pytest.raises(NotTaken):
        events.cancel(release=second, by=flow.people["publisher2"], seen=flow.seen(), why="已经公开")


def test_an_apps_clock_an_hour_wrong_changes_nothing(flow, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: database_now() - HOUR)
    with pytest.raises(NotTaken, match="定时公开的时间已经过了"):
        ask_to_release(filing=flow.fresh(), by=flow.people["publisher"], seen=flow.seen(), publish_at=database_now() - timedelta(minutes=1))
    release = flow.release()
    assert abs(release.publish_at - database_now()) < timedelta(minutes=1)


def test_a_double_click_and_two_publishers_release_once(flow):
    seen, filing = flow.seen(), flow.fresh()
    job = ask_to_release(filing=filing, by=flow.people["publisher"], seen=seen, publish_at=None)
    for who in ("publisher", "publisher2"):
        with pytest.raises(NotTaken, match="已经在准备公开"):
            ask_to_release(filing=filing, by=flow.people[who], seen=seen, publish_at=None)
    run(job.pk)
    assert result(job)[0] == "done"
    with pytest.raises(NotTaken, match="不能办“公开”"):
        ask_to_release(filing=filing, by=flow.people["publisher2"], seen=seen, publish_at=None)
    Job.objects.filter(pk=job.pk).update(status="queued")
    run(job.pk)  # a worker that died after the commit
    assert result(job)[0] == "done" and Release.objects.count() == 1


def test_a_full_disk_leaves_nothing_and_says_so(flow, monkeypatch):
    def full(document):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("disclosure.releases.releasing.write_files", full)
    job = ask_to_release(filing=flow.fresh(), by=flow.people["publisher"], seen=flow.seen(), publish_at=None)
    run(job.pk)
    status, told = result(job)
    assert status == "refused" and "磁盘空间不足，没有公开，什么也没有写入" in told["message"]
    assert not Release.objects.exists() and flow.fresh().state == State.READY


def test_a_full_disk_of_the_database_is_the_same(flow, monkeypatch):
    def full(**said):
        raise OperationalError("full") from publishing.DiskFull("could not extend file")

    monkeypatch.setattr(publishing, "store", full)
    job = ask_to_release(filing=flow.fresh(), by=flow.people["publisher"], seen=flow.seen(), publish_at=None)
    run(job.pk)
    assert result(job)[0] == "refused" and flow.fresh().state == State.READY


def test_an_agency_that_moved_between_approval_and_release_is_looked_at_again(flow):
    job = ask_to_release(filing=flow.fresh(), by=flow.people["publisher"], seen=flow.seen(), publish_at=None)
    AgencyYear.objects.filter(pk=flow.filing.agency_year_id).update(name="安澜市档案中心")
    run(job.pk)
    status, told = result(job)
    assert status == "refused" and "内容在您打开页面之后有变化" in told["problems"][0]
    with pytest.raises(NotTaken, match="内容和核准公开时不同（例如单位划转、改名）"):
        flow.release()
    flow.step("send_back_as_publisher", "publisher", why="单位改名，请重报")
    assert flow.fresh().state == State.PREPARING


def test_figures_of_a_later_approval_that_differ_by_a_fen_stop_the_release(flow):
    approve(flow.filing, (FIGURES[0]._replace(amount=FIGURES[0].amount + 1),), number="安财预〔2024〕2号")
    with pytest.raises(NotTaken, match="和批复安财预〔2024〕2号不一致"):
        ask_to_release(filing=flow.fresh(), by=flow.people["publisher"], seen=flow.seen(), publish_at=None)


def test_a_correction_that_changes_nothing_is_refused_and_may_be_abandoned(flow):
    flow.release()
    flow.step("start_correction", "preparer", why="更正")
    with pytest.raises(NotTaken, match="和第1版相比没有任何改动"):
        flow.step("submit", "preparer")
    last = Release.objects.get()
    flow.step("abandon_correction", "preparer", given=Given(release=last))
    assert (flow.fresh().state, flow.fresh().round) == (State.RELEASED, 1)


def test_a_correction_that_changed_something_is_not_abandoned(flow):
    flow.release()
    flow.step("start_correction", "preparer", why="更正")
    write(LINES, REASON | {Address("YX08", "total", "reception"): "新增业务，来访增多"})
    with pytest.raises(NotTaken, match="填报内容已经改动，和第1版不同"):
        flow.step("abandon_correction", "preparer", given=Given(release=Release.objects.get()))
    assert flow.fresh().state == State.CORRECTING


def test_a_text_is_corrected_and_the_correction_says_why(flow):
    flow.release()
    second = flow.correct(why="公务接待费的原因写漏了一半").release()
    assert second.version == 2 and second.document["imprint"]["correction"] == "公务接待费的原因写漏了一半"
    assert list(Release.objects.in_force()) == [second]


def test_amounts_are_corrected_only_with_a_new_approval(flow):
    flow.release()
    flow.step("start_correction", "preparer", why="批复调整")
    lines = (replace(LINES[0], amount=LINES[0].amount + 100), LINES[1])
    write(lines, REASON)
    with pytest.raises(NotTaken, match="已公开的金额只能按新的批复更正"):
        flow.step("submit", "preparer")
    approve(flow.filing, (FIGURES[0]._replace(amount=FIGURES[0].amount + 100),), number="安财预〔2024〕9号")
    flow.step("submit", "preparer")
    assert flow.fresh().state == State.SUBMITTED


def test_a_batch_gives_each_its_own_job_and_tells_what_stands_in_the_way(flow):
    batch, count = ask_for_batch(
        filings=Filing.objects.select_related("agency_year", "campaign"), by=flow.people["publisher"], publish_at=None
    )
    assert count == 1 and ask_for_batch(filings=[flow.fresh()], by=flow.people["publisher"], publish_at=None)[1] == 0
    AgencyYear.objects.filter(pk=flow.filing.agency_year_id).update(name="安澜市档案中心")
    job = Job.objects.get(batch=batch)
    run(job.pk)
    assert result(job)[0] == "refused"
    assert Filing.objects.get().state == State.READY


def test_a_release_that_did_not_come_through_the_steps_does_not_commit(flow):
    store(filing=flow.fresh(), made=make(filing=flow.fresh(), publish_at=database_now(), site="https://example.org"), by="x")
    with pytest.raises(Exception, match="did not come through the steps"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    connection.needs_rollback = True
