"""Jobs: done once however often they run, cancelled, given up, taken up by another worker when theirs dies."""

import os
import signal
import subprocess
import sys
import time

import psycopg
import pytest
from django.db import connection

from agencies.tests.places import person
from disclosure.jobs import work as works
from disclosure.jobs.asking import ask, ask_to_end
from disclosure.jobs.models import Job
from disclosure.jobs.work import MOST_TRIES, WORKS, Busy, Refused, held, run
from disclosure.storage.tests.databases import parameters


@pytest.fixture
def kind(monkeypatch):
    """A kind of job that counts how often it was done; what it does can be set."""
    calls = []
    monkeypatch.setitem(WORKS, "probe", works.Work("probe", lambda job, report: calls.append(job.pk) or {"message": "好了"}))
    return calls


def made(**more):
    return Job.objects.create(kind="probe", person=person("clerk"), subject="试", arguments={}, **more)


def test_a_job_is_done_once_however_often_it_runs(db, kind):
    job = made()
    for _ in range(3):
        run(job.pk)
    job.refresh_from_db()
    assert kind == [job.pk] and (job.status, job.message, job.percent, job.tries) == ("done", "好了", 100, 1)


def test_a_job_that_waits_is_cancelled_and_never_begins(db, kind):
    job = made()
    assert ask_to_end(job=job)
    run(job.pk)
    job.refresh_from_db()
    assert kind == [] and job.status == "cancelled" and not ask_to_end(job=job)


def test_a_job_that_runs_stops_at_its_next_stage(db, monkeypatch):
    def steps(job, report):
        report("一", 10)
        ask_to_end(job=job)
        report("二", 20)
        raise AssertionError("went on")

    monkeypatch.setitem(WORKS, "probe", works.Work("probe", steps))
    job = made()
    run(job.pk)
    job.refresh_from_db()
    assert (job.status, job.percent) == ("cancelled", 20)


def test_what_cannot_be_done_says_why_and_is_not_tried_again(db, monkeypatch):
    def refuse(job, report):
        raise Refused("没有办成", ["第3行差0.01"])

    monkeypatch.setitem(WORKS, "probe", works.Work("probe", refuse))
    job = made()
    run(job.pk)
    job.refresh_from_db()
    assert job.status == "refused" and job.result == {"message": "没有办成", "problems": ["第3行差0.01"]}


def test_what_nobody_foresaw_is_tried_five_times_and_then_parked(db, monkeypatch):
    def break_down(job, report):
        raise ValueError("boom")

    monkeypatch.setitem(WORKS, "probe", works.Work("probe", break_down))
    job = made()
    for _ in range(MOST_TRIES):
        with pytest.raises(ValueError):
            run(job.pk)
    run(job.pk)
    job.refresh_from_db()
    assert job.status == "failed" and f"任务号{job.pk}" in job.message


def free(job):
    """Whether the server has seen the other's end."""
    with held(job.pk) as mine:
        return mine


def test_a_job_that_another_process_works_on_is_left_to_it(fresh, kind):
    job = made()
    with psycopg.connect(**parameters("default"), autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s, %s)", [works.LOCKS, job.pk])
        with pytest.raises(Busy):
            run(job.pk)
        assert kind == []
    until(lambda: free(job))
    run(job.pk)
    assert kind == [job.pk]


def test_a_job_is_queued_in_the_transaction_that_asks_for_it(db):
    job = ask(kind="probe", subject="试", by=person("clerk"), note="甲")
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args ->> 'number' FROM procrastinate_jobs WHERE (args ->> 'number')::bigint = %s", [job.pk])
        assert cursor.fetchall() == [("run_job", str(job.pk))]


def worker(fresh, *options):
    """A worker process on the test's database."""
    environment = os.environ | {"DISCLOSURE_TEST_DATABASE": fresh}
    return subprocess.Popen([sys.executable, "-m", "disclosure.jobs.tests.some_worker", *options], env=environment)


def until(true, seconds=30):
    """Wait until it is true; the seconds that took."""
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        if true():
            return time.monotonic() - began
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds} s")


def test_a_worker_that_is_killed_is_followed_by_another_within_thirty_seconds(fresh):
    job = ask(kind="slow", subject="试", by=person("clerk"))
    first = worker(fresh)
    until(lambda: Job.objects.filter(pk=job.pk, status="running").exists())
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    second = worker(fresh)
    try:
        assert until(lambda: Job.objects.filter(pk=job.pk, status="done").exists(), 40) < 30
        assert Job.objects.get(pk=job.pk).tries == 2
    finally:
        second.terminate()
        second.wait()
