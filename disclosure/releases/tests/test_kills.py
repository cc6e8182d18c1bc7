"""kill -9 at eight points of preparing and publishing: nothing is half published, nothing twice, and the next start completes it."""

import os
import subprocess
import sys

import pytest

from disclosure.filings.states import State
from disclosure.jobs.models import Job
from disclosure.releases.models import Release, ReleaseFile, StepTaken
from disclosure.releases.publishing import ask_to_release
from disclosure.releases.tests.killed import POINTS
from disclosure.releases.workflow.tests.flow import ready
from disclosure.storage.tests.furnishing import furnished_fresh

TIMES = 25 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 1
ROUNDS = [pytest.param(point, number, marks=[pytest.mark.deep] if number else []) for point in POINTS for number in range(TIMES)]

fresh = furnished_fresh(ready)


def child(database, job, point):
    """The exit of a process that releases and dies at the point."""
    command = [sys.executable, "-m", "disclosure.releases.tests.killed", database, str(job.pk), point]
    return subprocess.run(command, check=False, timeout=60).returncode


@pytest.mark.parametrize(("point", "number"), ROUNDS)
def test_a_killed_release_is_whole_or_not_there_and_the_next_start_completes_it(fresh, point, number):
    database, flow = fresh
    job = ask_to_release(filing=flow.fresh(), by=flow.people["publisher"], seen=flow.seen(), publish_at=None)
    assert child(database, job, point) == -9
    there = 1 if point == "committed" else 0
    assert (Release.objects.count(), ReleaseFile.objects.count()) == (there, 3 * there)
    assert flow.fresh().state == (State.RELEASED if there else State.READY)
    assert child(database, job, "nowhere") == 0
    assert (Release.objects.count(), ReleaseFile.objects.count()) == (1, 3)
    assert StepTaken.objects.filter(step="release").count() == 1 and Job.objects.get(pk=job.pk).status == "done"
    assert flow.fresh().state == State.RELEASED and Job.objects.filter(kind="self_check").count() == 1
