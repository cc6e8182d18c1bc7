"""A batch of 24 releases, rendered, read back and stored, by two workers beside one; in a database of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from django.conf import settings
from django.db import connections

from agencies.people.models import Person
from agencies.tests.places import appoint
from bench.row import BenchRow
from disclosure.core.facts import Facts
from disclosure.filings.models import Filing
from disclosure.filings.package import facts_of, read_package
from disclosure.filings.saving import save_facts
from disclosure.jobs.models import Job
from disclosure.releases.models import Justification
from disclosure.releases.publishing import ask_for_batch
from disclosure.releases.tests.came_through import make_ready, somebody
from disclosure.releases.workflow.standing import finding_key, standing_of
from disclosure.storage.tests.databases import build_template, drop

NAME, COUNT = "bench_batch", 24
SAMPLE = settings.BASE_DIR / "samples" / "shangrao-2024-unit.json"


def measure() -> Iterator[BenchRow]:
    """Wall time of a whole batch, workers started for it, beside the same with one."""
    build_template(NAME)  # type: ignore[no-untyped-call]
    try:
        one, two = seconds(workers=1, first=1), seconds(workers=2, first=1 + COUNT)
        yield BenchRow(f"{COUNT} releases by two workers", two, "s", "by one worker", one)
    finally:
        connections.close_all()
        drop(NAME)  # type: ignore[no-untyped-call]


def seconds(*, workers: int, first: int) -> float:
    """From the first worker's start until every job is done."""
    batch = asked_for(range(first, first + COUNT))
    begun = time.perf_counter()
    running = [worker(NAME) for _ in range(workers)]
    for each in running:
        each.wait()
    took = time.perf_counter() - begun
    all_done(batch, COUNT)
    return took


def asked_for(numbers: range) -> UUID:
    """Jobs that release as many units at once, for whoever works; their batch."""
    filings = [ready(number) for number in numbers]
    publisher = Person.objects.get(username=somebody(filings[0], "publisher").username)
    batch, count = ask_for_batch(filings=filings, by=publisher, publish_at=None)
    if count != len(filings):
        raise AssertionError(f"{count} jobs instead of {len(filings)}")
    return batch


def worker(database: str) -> subprocess.Popen[bytes]:
    """Does the jobs that are there and ends."""
    command = [sys.executable, "-m", "disclosure.jobs.tests.some_worker", "--once"]
    return subprocess.Popen(command, env=os.environ | {"DISCLOSURE_TEST_DATABASE": database})  # noqa: S603


def all_done(batch: UUID, count: int) -> None:
    """Anything less is no benchmark."""
    if (done := Job.objects.filter(batch=batch, status="done").count()) != count:
        raise AssertionError(f"{done} of {count} are done: {Job.objects.exclude(status='done').first()!r}")


def ready(number: int) -> Filing:
    """A unit like the example, cleared to be released."""
    filing = save_facts(entered=like(facts_of(read_package(SAMPLE.read_bytes())), f"307{number:03d}"))
    filing = Filing.objects.select_related("agency_year", "campaign", "window").get(pk=filing.pk)
    standing, author = standing_of(filing), somebody(filing, "author")
    for each in standing.unjustified:
        said = {"rule": each["rule"], "message": each["message"], "text": "已核对，数字无误。"}
        Justification.objects.create(filing=filing, finding=finding_key(each), by=author, **said)
    publisher = somebody(filing, "publisher")
    if not publisher.appointments.exists():
        appoint(publisher, "publisher")  # type: ignore[no-untyped-call]
    make_ready(filing, standing.substance)
    filing.refresh_from_db()
    return filing


def like(facts: Facts, code: str) -> Facts:
    """The same facts of another unit."""
    member = replace(facts.agency.units[0], code=code, name=f"测速单位{code}")
    agency = replace(facts.agency, code=code, name=member.name, units=(member,))
    return replace(facts, agency=agency, lines=tuple(replace(line, unit=code) for line in facts.lines),
                   prior=replace(facts.prior, lines=tuple(replace(line, unit=code) for line in facts.prior.lines)))  # fmt: skip
