"""Publishing through the queue: asked for by a publisher, rendered beforehand, stored with its step in one transaction; checked from outside afterwards.

Nothing is written at the second itself. Every job may be run again: what is done is found done.
"""

import errno
import urllib.request
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from urllib.error import URLError
from uuid import UUID, uuid4

from django.conf import settings
from django.db import OperationalError, transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from psycopg.errors import DiskFull

from agencies.people.appointing import tell
from agencies.people.models import Person
from disclosure.audit.acting import acting
from disclosure.exports.figures import FiguresDiffer
from disclosure.exports.pdf import PdfError, renderer
from disclosure.filings.approving import approval_of
from disclosure.filings.models import Filing
from disclosure.filings.states import State
from disclosure.jobs.asking import ask
from disclosure.jobs.models import Job
from disclosure.jobs.work import Refused, Report, Result, work
from disclosure.releases.hashes import sha256, substance_hash
from disclosure.releases.models import Happening, Release, ReleaseEvent, StepTaken
from disclosure.releases.releasing import Made, NotReleasable, database_now, make, store
from disclosure.releases.workflow.standing import Standing
from disclosure.releases.workflow.steps import STEPS
from disclosure.releases.workflow.taking import Given, NotTaken, problems, stand, take, who_and_when

RELEASE, SELF_CHECK = "release", "self_check"
CHECKED_FILES = ("disclosure.json", "disclosure.pdf")
CHECK_AFTER = timedelta(seconds=2)
CHECK_TRIES = 3
CHECK_SECONDS = 10


def ask_to_release(*, filing: Filing, by: Person, seen: str, publish_at: datetime | None) -> Job:
    """A job that makes and stores the next version; publish_at None: as soon as it is made. Raises NotTaken where something stands in the way already."""
    filing = Filing.objects.select_related("agency_year", "campaign", "window").get(pk=filing.pk)
    found = list(problems(STEPS["release"], stand(filing), by, seen=seen, why="", remit=""))
    if publish_at is not None and publish_at <= database_now():
        found.append(_("定时公开的时间已经过了。请选一个以后的时间，或选“立即公开”。"))
    open_job = Job.objects.filter(kind=RELEASE, arguments__filing=filing.pk, status__in=("queued", "running")).first()
    if open_job is not None:
        found.append(_("已经在准备公开（任务%(job)s），不必再点。") % {"job": open_job.pk})
    if found:
        raise NotTaken(found)
    at = publish_at.isoformat() if publish_at else None
    with acting(by, why=_("公开")), transaction.atomic():
        return ask(kind=RELEASE, subject=f"公开：{filing}", by=by, filing=filing.pk, seen=seen, publish_at=at)


def ask_for_batch(*, filings: Iterable[Filing], by: Person, publish_at: datetime | None) -> tuple[UUID, int]:
    """A job for each filing, to release what was cleared; how many. What stands in the way of one, its job tells. Raises NotTaken."""
    batch, count = uuid4(), 0
    if publish_at is not None and publish_at <= database_now():
        raise NotTaken([_("定时公开的时间已经过了。请选一个以后的时间，或选“立即公开”。")])
    waiting = set(Job.objects.filter(kind=RELEASE, status__in=("queued", "running")).values_list("arguments__filing", flat=True))
    with acting(by, why=_("成批公开")), transaction.atomic():
        for filing in filings:
            cleared = StepTaken.objects.filter(filing=filing, step="clear").last()
            if cleared is not None and filing.pk not in waiting and not list(who_and_when(STEPS["release"], filing, by)):
                at = publish_at.isoformat() if publish_at else None
                subject = f"公开：{filing}"
                ask(kind=RELEASE, subject=subject, by=by, batch=batch, filing=filing.pk, seen=cleared.substance_sha256, publish_at=at)
                count += 1
    return batch, count


@work(RELEASE, abort=renderer.close)
def release(job: Job, report: Report) -> Result:
    """Make the version and store it; done already when its step names this job."""
    done = StepTaken.objects.filter(step="release", details__job=job.pk).select_related("release").first()
    if done is not None and done.release is not None:
        return told(done.release)
    report(_("核对条件"), 5)
    filing = Filing.objects.select_related("agency_year", "campaign", "window").get(pk=job.arguments["filing"])
    try:
        standing = able(filing, job)
        made = make(
            filing=filing, publish_at=time_of(job), site=settings.PUBLIC_ADDRESS, approval=approval_of(filing), report=report
        )  # fmt: skip
        report(_("入库"), 90)
        return told(publish(filing=filing, made=made, standing=standing, job=job))
    except (NotTaken, NotReleasable, FiguresDiffer, PdfError) as error:
        if report.asked_to_end():
            raise
        raise Refused(_("没有公开，什么也没有写入。"), getattr(error, "problems", None) or [str(error)]) from error
    except (OSError, OperationalError) as error:
        if is_full(error):
            raise Refused(_("磁盘空间不足，没有公开，什么也没有写入。请系统管理员清理磁盘后再试。")) from error
        raise


def able(filing: Filing, job: Job) -> Standing:
    """The filing as it stands, once nothing is against its release; raises NotTaken."""
    standing = stand(filing)
    found = list(problems(STEPS["release"], standing, person_of(job), seen=job.arguments["seen"], why="", remit=""))
    if found:
        raise NotTaken(found)
    return standing


def person_of(job: Job) -> Person:
    assert job.person is not None
    return job.person


def time_of(job: Job) -> datetime:
    """When the version appears: at its set second, or now by the database's clock; never in the past."""
    wanted = job.arguments["publish_at"]
    now = database_now()
    return max(parse_datetime(wanted) or now, now) if wanted else now


def publish(*, filing: Filing, made: Made, standing: Standing, job: Job) -> Release:
    """The release, its files, its step and what follows it: all, or nothing. Raises NotTaken."""
    by = person_of(job)
    if substance_hash(made.document) != standing.substance:
        raise NotTaken([_("内容在准备时有变化。请刷新页面，看过变化再公开。")])
    with acting(by, why=_("公开")), transaction.atomic():
        if Filing.objects.select_for_update(of=("self",)).get(pk=filing.pk).state != State.READY:
            raise NotTaken([_("别人刚刚办过这份文件。请刷新页面看最新状态。")])
        stored = store(filing=filing, made=made, by=by.name)
        take(step="release", filing=filing, by=by, seen=job.arguments["seen"], given=Given(release=stored, details={"job": job.pk}))
        ask(kind=SELF_CHECK, subject=f"自查：{stored}", by=None, at=made.publish_at + CHECK_AFTER, release=stored.pk)
    return stored


def told(stored: Release) -> Result:
    """What the publisher reads."""
    return {
        "message": f"{stored}：{stored.figures_checked}个数字逐一核对相同，校验值{stored.document_sha256[:12]}…",
        "href": stored.version_url(),
    }


def is_full(error: Exception) -> bool:
    """Whether the disk of the machine or of the database is full."""
    return getattr(error, "errno", None) == errno.ENOSPC or isinstance(error.__cause__, DiskFull)


@work(SELF_CHECK)
def self_check(job: Job, report: Report) -> Result:
    """Ask for the published version as anybody would, and compare what comes; the first good answer is kept, the last bad one told."""
    one = Release.objects.defer("document").get(pk=job.arguments["release"])
    before = ReleaseEvent.objects.filter(release=one, kind=Happening.CHECKED, details__ok=True).first()
    is_gone = ReleaseEvent.objects.filter(release=one, kind__in=(Happening.CANCELLED, Happening.WITHDRAWN)).exists()
    if before is not None or is_gone:
        return {"message": _("不必再查")}
    wrong = list(differences(one))
    if wrong and job.tries < CHECK_TRIES:
        raise OSError("；".join(wrong))
    ReleaseEvent.objects.create(release=one, kind=Happening.CHECKED, details={"ok": not wrong, "problems": wrong})
    if wrong:
        for person in people_of(one):
            tell(person=person, subject=f"{one}公开后自查不符：{'；'.join(wrong)}"[:200], href="/office/releases/")
        raise Refused(_("从外面看到的和公开的不一致。"), wrong)
    return {"message": _("从外面看到的和公开的一致")}


def differences(one: Release) -> Sequence[str]:
    """What an anonymous visitor gets otherwise than it was released, in words."""
    return [said for name in CHECKED_FILES if (said := difference(one, name))]


def difference(one: Release, name: str) -> str:
    """Empty where the file is there and is what its hash says."""
    address = settings.PUBLIC_ADDRESS + one.version_url() + name
    try:
        with urllib.request.urlopen(address, timeout=CHECK_SECONDS) as answer:  # noqa: S310  our own address
            found = sha256(answer.read())
    except (URLError, OSError) as error:
        return f"{address}：打不开（{error}）"
    expected = one.files.get(name=name).sha256
    return "" if found == expected else f"{address}：校验值应为{expected[:12]}…，得到{found[:12]}…"


def people_of(one: Release) -> Sequence[Person]:
    """Whoever took the step that released it."""
    return [step.by for step in StepTaken.objects.filter(release=one, step="release").select_related("by")]
