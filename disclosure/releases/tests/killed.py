"""A process of a test that releases a filing and kills itself at a point of the way: python -m disclosure.releases.tests.killed DATABASE JOB POINT."""

import os
import signal
import sys

import django

# Before and after each of these the process may die; the eighth point is after the job has ended.
POINTS = ("claimed", "checked", "composed", "rendered", "row", "files", "step", "committed")


def main(database, job, point):
    os.environ["DJANGO_SETTINGS_MODULE"] = "disclosure.settings"
    django.setup()
    from disclosure.storage.tests.databases import point as lead_to

    lead_to(database)
    patch(point)
    from disclosure.jobs.work import run

    run(int(job))


def die(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)


def after(function):
    """The same function, and then death."""

    def last(*args, **kwargs):
        function(*args, **kwargs)
        die()

    return last


def patch(point):
    """Die at the point; everything else is as it is, but that the files are stand-ins."""
    from disclosure.jobs import work
    from disclosure.releases import publishing, releasing
    from disclosure.releases.models import ReleaseFile

    bodies = dict.fromkeys(("disclosure.json", "disclosure.pdf", "findings.json"), b"x")
    releasing.write_files = lambda document: (bodies, 1)
    if point == "claimed":
        work.done = die
    elif point == "checked":
        publishing.able = after(publishing.able)
    elif point == "composed":
        releasing.write_files = die
    elif point == "rendered":
        publishing.publish = die
    elif point == "row":
        ReleaseFile.objects.bulk_create = die
    elif point == "files":
        publishing.store = after(publishing.store)
    elif point == "step":
        publishing.take = after(publishing.take)
    elif point == "committed":
        publishing.publish = after(publishing.publish)


if __name__ == "__main__":
    main(*sys.argv[1:])
