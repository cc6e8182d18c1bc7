"""What the queue finds of this room."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

from disclosure.reports.receiving import forget_origins


@app.periodic(cron="41 * * * *")
@app.task(name="forget_origins", queue="upkeep", queueing_lock="forget_origins", pass_context=True)
def forget_where_reports_came_from(context: JobContext, timestamp: int) -> None:
    """The hashes by which reports are counted are kept for a day."""
    forget_origins()
