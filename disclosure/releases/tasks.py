"""What the queue finds of this room: the works that releases declare, and the sealing that runs beside them."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

from disclosure.releases import publishing as publishing
from disclosure.releases.bulk.storing import refresh
from disclosure.releases.sealing import seal
from disclosure.releases.workflow import exceptions as exceptions


@app.periodic(cron="* * * * * */10")
@app.task(name="seal_published", queue="upkeep", queueing_lock="seal_published", pass_context=True)
def seal_published(context: JobContext, timestamp: int) -> None:
    """Everything whose second has come goes into the chain."""
    seal()


@app.periodic(cron="*/5 * * * *")
@app.task(name="refresh_snapshots", queue="upkeep", queueing_lock="refresh_snapshots", lock="refresh_snapshots", pass_context=True)
def refresh_snapshots(context: JobContext, timestamp: int) -> None:
    """Open data in bulk follows what is in force, within a few minutes."""
    refresh()
