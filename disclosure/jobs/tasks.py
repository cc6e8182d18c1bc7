"""What the queue knows: one task that runs a job, and one that takes up what a dead worker left. procrastinate finds them here."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

from disclosure.jobs.models import Job
from disclosure.jobs.work import MOST_TRIES, WORKS, run

log = logging.getLogger(__name__)
SILENT = 15  # seconds without a sign of life, after which a worker is taken for dead
WATCH = 0.5


@app.task(name="run_job", queue="office", retry=RetryStrategy(max_attempts=MOST_TRIES, wait=5), pass_context=True)
def run_job(context: JobContext, *, number: int) -> None:
    """Do the job of this number; whoever cancels it ends its child."""
    with watched(number):
        run(number, context.should_abort)


@contextmanager
def watched(number: int) -> Iterator[None]:
    """While a job runs, somebody looks whether its person has cancelled it."""
    ended = threading.Event()
    watcher = threading.Thread(target=watch, args=(number, ended), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def watch(number: int, ended: threading.Event) -> None:
    """Calls the work's `abort` once its person asked for the end."""
    try:
        while not ended.wait(WATCH):
            job = Job.objects.filter(pk=number, cancel_asked=True).first()
            if job is not None:
                WORKS[job.kind].abort()
                return
    finally:
        connection.close()


@app.periodic(cron="* * * * * */5")
@app.task(name="take_up_stalled", queue="upkeep", pass_context=True, queueing_lock="take_up_stalled")
async def take_up_stalled(context: JobContext, timestamp: int) -> None:
    """Jobs whose worker gave no sign of life are done by another."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        log.warning("job %s (%s) was left by its worker and is taken up", job.id, job.task_name)
        await manager.retry_job(job)
    await manager.prune_stalled_workers(SILENT)


@app.periodic(cron="17 3 * * *")
@app.task(name="clear_old_jobs", queue="upkeep", pass_context=True, queueing_lock="clear_old_jobs")
async def clear_old_jobs(context: JobContext, timestamp: int) -> None:
    """What ended long ago leaves the queue; people's own lists keep their answers for a month."""
    await context.app.job_manager.delete_old_jobs(nb_hours=24 * 7, include_failed=True, include_cancelled=True, include_aborted=True)
