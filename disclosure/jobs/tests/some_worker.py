"""A worker of a test: on the test's own database, with a kind of job that is slow the first time."""

import os
import sys
import time

import django


def main():
    os.environ["DJANGO_SETTINGS_MODULE"] = "disclosure.settings"
    django.setup()
    from django.core.management import call_command

    from disclosure.jobs.work import WORKS, Work
    from disclosure.storage.tests.databases import point

    point(os.environ["DISCLOSURE_TEST_DATABASE"])

    def slow(job, report):
        time.sleep(60 if job.tries == 1 else 0)
        return {"message": "好了"}

    WORKS["slow"] = Work("slow", slow)
    call_command("worker", once="--once" in sys.argv)


if __name__ == "__main__":
    main()
