"""What jobs are there: each a kind, its words, and a function that can be run again without harm. Knows the queue, no kind in particular."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone

from disclosure.jobs.models import ENDED, Job, Status

Result = Mapping[str, Any]
MOST_TRIES = 5


class Cancelled(Exception):
    """The person asked for the end."""


class Busy(Exception):
    """Another process works on the job, or has not been found dead yet: the queue asks again later."""


class Refused(Exception):
    """The job cannot be done as things stand; `problems` say why, in the words of its person. Trying again would not help."""

    def __init__(self, message: str, problems: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message, self.problems = message, list(problems)


@dataclass
class Report:
    """How a running job tells how far it is; raises Cancelled at a stage when the person asked for the end."""

    job: Job
    is_cancelled: Callable[[], bool] = field(default=lambda: False)

    def __call__(self, stage: str, percent: int) -> None:
        """`stage` in words, `percent` of the whole."""
        Job.objects.filter(pk=self.job.pk).update(stage=stage, percent=percent)
        if self.asked_to_end():
            raise Cancelled

    def asked_to_end(self) -> bool:
        return self.is_cancelled() or Job.objects.filter(pk=self.job.pk, cancel_asked=True).exists()


@dataclass(frozen=True)
class Work:
    """`run` does it: with the job and a report, gives what came of it. `abort` is called from another thread when the person cancels."""

    kind: str
    run: Callable[[Job, Report], Result]
    abort: Callable[[], None] = lambda: None


WORKS: dict[str, Work] = {}


def work(
    kind: str, *, abort: Callable[[], None] = lambda: None
) -> Callable[[Callable[[Job, Report], Result]], Callable[[Job, Report], Result]]:
    """Declare what a kind of job does."""

    def declared(run: Callable[[Job, Report], Result]) -> Callable[[Job, Report], Result]:
        WORKS[kind] = Work(kind, run, abort)
        return run

    return declared


@contextmanager
def held(number: int) -> Iterator[bool]:
    """Whether this process alone works on the job, as long as it lives: the lock dies with its connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, number])
        mine = bool(cursor.fetchone()[0])
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCKS, number])


LOCKS = 20260


def run(number: int, is_cancelled: Callable[[], bool] = lambda: False) -> None:
    """Do a job, whatever became of it before: done is left alone, half done is done again, one that another process works on is left to it."""
    with held(number) as mine:
        job = Job.objects.filter(pk=number).exclude(status__in=ENDED).first()
        if job is None:
            return
        if not mine:
            raise Busy(f"job {number} is being done by another process")
        if job.cancel_asked or job.tries >= MOST_TRIES:
            end(job, *given_up(job))
            return
        Job.objects.filter(pk=number).update(status=Status.RUNNING, started_at=Now(), tries=F("tries") + 1, stage="", percent=0)
        job.refresh_from_db()
        end(job, *done(job, Report(job, is_cancelled)))


def given_up(job: Job) -> tuple[Status, Result]:
    """A job that was cancelled before it began, or ended its process too often."""
    if job.cancel_asked:
        return Status.CANCELLED, {"message": "已取消"}
    return Status.FAILED, {"message": f"试了{job.tries}次都中断了，已停下。请把任务号{job.pk}告诉系统管理员。"}


def done(job: Job, report: Report) -> tuple[Status, Result]:
    """What came of the work; what nobody foresaw is raised, and the queue tries again."""
    try:
        return Status.DONE, WORKS[job.kind].run(job, report)
    except Cancelled:
        return Status.CANCELLED, {"message": "已取消"}
    except Refused as refused:
        return Status.REFUSED, {"message": refused.message, "problems": refused.problems}
    except Exception:
        if report.asked_to_end():  # its child was ended, which it took for a failure
            return Status.CANCELLED, {"message": "已取消"}
        Job.objects.filter(pk=job.pk).update(status=Status.QUEUED, stage="出错，稍后再试")
        raise


def end(job: Job, status: Status, result: Result) -> None:
    said = {"status": status, "result": dict(result), "stage": "", "ended_at": timezone.now()}
    Job.objects.filter(pk=job.pk).update(**said | ({"percent": 100} if status == Status.DONE else {}))
