"""Two publishers, two workers, at the same instant: one version, one step, one answer each."""

import os
import threading

import pytest
from django.db import connections

from disclosure.filings.states import State
from disclosure.jobs.models import Job
from disclosure.jobs.work import Busy, run
from disclosure.releases import events
from disclosure.releases.models import Release, ReleaseEvent, StepTaken
from disclosure.releases.workflow.taking import NotTaken
from disclosure.releases.workflow.tests.flow import REASON, begin

TIMES = 100 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 3


@pytest.fixture
def flow(fresh, monkeypatch):
    bodies = dict.fromkeys(("disclosure.json", "disclosure.pdf", "findings.json"), b"x")
    monkeypatch.setattr("disclosure.releases.releasing.write_files", lambda document: (bodies, 1))
    return begin().to(State.READY)


def together(*works):
    """All at once, each in a thread with its own connection."""
    gate, errors = threading.Barrier(len(works)), []

    def go(work):
        gate.wait()
        try:
            work()
        except (NotTaken, Busy) as refused:
            errors.append(refused)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=(work,)) for work in works]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return errors


def job(flow, role):
    said = {"filing": flow.filing.pk, "seen": flow.seen(), "publish_at": None}
    return Job.objects.create(kind="release", person=flow.people[role], subject="公开", arguments=said)


def test_two_publishers_release_once(flow):
    for number in range(1, TIMES + 1):
        jobs = [job(flow, "publisher"), job(flow, "publisher2")]
        together(*(lambda pk=each.pk: run(pk) for each in jobs))
        assert Release.objects.count() == number == StepTaken.objects.filter(step="release").count()
        assert sorted(Job.objects.filter(pk__in=[each.pk for each in jobs]).values_list("status", flat=True)) == ["done", "refused"]
        if number < TIMES:
            flow.correct(why=f"第{number}次", reasons=reasons(number))


def reasons(number):
    return {address: f"{text}{number}" for address, text in REASON.items()}


def test_one_job_by_two_workers_is_done_once(flow):
    one = job(flow, "publisher")
    together(lambda: run(one.pk), lambda: run(one.pk))
    run(one.pk)
    assert Release.objects.count() == 1 and Job.objects.get(pk=one.pk).tries == 1


def test_a_step_taken_by_two_is_taken_once(flow):
    flow.step("send_back_as_publisher", "publisher", why="再看")
    seen = flow.seen()
    refused = together(
        lambda: flow.step("submit", "preparer", seen=seen), lambda: flow.step("submit", "preparer2", seen=seen)
    )  # fmt: skip
    assert len(refused) == 1 and StepTaken.objects.filter(step="submit").count() == 2


def test_two_urgent_withdrawals_are_one(flow):
    flow.release()
    release = Release.objects.get()
    said = {"releases": [release], "withdrawal": "secrecy", "why": "急", "urgent": True}
    refused = together(*(lambda who=who: events.withdraw(**said, by=flow.people[who]) for who in ("publisher", "publisher2")))
    assert len(refused) == 1 and ReleaseEvent.objects.filter(kind="withdrawn").count() == 1
