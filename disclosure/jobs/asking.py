"""Asking for jobs, in the transaction that needs them, and for their end. Knows no kind of job."""

from typing import Any
from uuid import UUID

from django.db import transaction

from agencies.people.models import Person
from disclosure.jobs.models import ENDED, Job
from disclosure.jobs.tasks import run_job


@transaction.atomic
def ask(*, kind: str, subject: str, by: Person | None, batch: UUID | None = None, at: Any = None, **arguments: Any) -> Job:
    """A job that begins once the transaction is there, or at a time; its answer stays on the person's list."""
    job = Job.objects.create(kind=kind, person=by, subject=subject[:200], arguments=arguments, batch=batch)
    run_job.configure(schedule_at=at).defer(number=job.pk)
    return job


def ask_to_end(*, job: Job) -> bool:
    """Whether the job can still be ended: what waits is, what runs stops at its next stage, its child at once."""
    return bool(Job.objects.filter(pk=job.pk).exclude(status__in=ENDED).update(cancel_asked=True))
