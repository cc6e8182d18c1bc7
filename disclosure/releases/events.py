"""What people do to a release after it was made: cancel before its second, withdraw after it, purge what may not be kept. Each is one event.

The database refuses what may not follow; the words here say why before it has to.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from agencies.people.appointing import tell
from agencies.people.models import Person
from agencies.people.roles import Permission
from disclosure.audit.acting import acting
from disclosure.filings.models import Filing
from disclosure.releases.models import Happening, Release, ReleaseEvent, StepTaken, Withdrawal
from disclosure.releases.releasing import database_now
from disclosure.releases.workflow.taking import Given, NotTaken, may_on, take
from disclosure.releases.workflow.telling import holders

CONFIRM_WITHIN = timedelta(hours=24)


def cancel(*, release: Release, by: Person, seen: str, why: str) -> StepTaken:
    """Take back a release before its second: it never was, its number is free. Raises NotTaken."""
    with refused(), acting(by, why=why), transaction.atomic():
        if not why.strip():
            raise NotTaken([_("请写明原因。")])
        if not Release.objects.standing().filter(pk=release.pk, publish_at__gt=Now()).exists():
            raise NotTaken([_("已经公开，不能撤销定时。需要撤下的，请办理撤回。")])
        ReleaseEvent.objects.create(release=release, kind=Happening.CANCELLED, by=by, why=why.strip())
        return take(step="cancel", filing=release.filing, by=by, seen=seen, why=why, given=Given(release=release))


def withdraw(*, releases: Iterable[Release], withdrawal: str, why: str, urgent: bool, by: Person) -> list[ReleaseEvent]:
    """Ask a second publisher to withdraw; urgent: withdraw at once, and a second looks at it within 24 hours. Raises NotTaken."""
    kind = Happening.WITHDRAWN if urgent else Happening.WITHDRAWAL_REQUESTED
    chosen = list(releases)
    if not why.strip() or withdrawal not in Withdrawal.values or not chosen:
        raise NotTaken([_("请选撤回的版本和类型，并写明原因；原因会公开。")])
    with refused(), acting(by, why=why), transaction.atomic():
        lock(chosen)
        for release in chosen:
            check_publisher(by, release)
            if standing_withdrawal(release) is not None:
                raise NotTaken([_("第%(version)s版已经撤回。") % {"version": release.version}])
            if not urgent and open_request(release, Happening.WITHDRAWAL_REQUESTED) is not None:
                raise NotTaken([_("第%(version)s版已有人申请撤回，等另一位发布人办理。") % {"version": release.version}])
        made = [
            ReleaseEvent.objects.create(release=release, kind=kind, withdrawal=withdrawal, is_urgent=urgent, by=by, why=why.strip())
            for release in chosen
        ]
        call_others(chosen[0], by, _("急撤：%(what)s，请在24小时内复核") if urgent else _("申请撤回：%(what)s，等您办理"))
    return made


def agree(*, request: ReleaseEvent, by: Person) -> ReleaseEvent:
    """The second publisher withdraws what the first asked for, or confirms what the first withdrew urgently. Raises NotTaken."""
    other(request, by)
    if request.kind == Happening.WITHDRAWAL_REQUESTED:
        return answer(request, Happening.WITHDRAWN, by, request.why, withdrawal=request.withdrawal)
    return answer(request, Happening.CONFIRMED, by, _("复核急撤"))


def give_back(*, request: ReleaseEvent, by: Person, why: str) -> ReleaseEvent:
    """The second publisher finds an urgent withdrawal unfounded: the document is public again. Raises NotTaken."""
    other(request, by)
    if not why.strip():
        raise NotTaken([_("请写明原因。")])
    return answer(request, Happening.RESTORED, by, why)


def ask_to_purge(*, release: Release, by: Person, why: str) -> ReleaseEvent:
    """Ask a second publisher to erase the bytes of a withdrawn release. Raises NotTaken."""
    check_publisher(by, release)
    if standing_withdrawal(release) is None:
        raise NotTaken([_("先撤回，再申请清除。")])
    if not why.strip():
        raise NotTaken([_("请写明依据和原因。")])
    with refused(), acting(by, why=why):
        made = ReleaseEvent.objects.create(release=release, kind=Happening.PURGE_REQUESTED, by=by, why=why.strip())
        call_others(release, by, _("申请清除：%(what)s，等您办理"))
    return made


def purge(*, request: ReleaseEvent, by: Person) -> None:
    """Erase the bytes, for ever; hashes and events stay. Raises NotTaken."""
    other(request, by)
    with refused(), acting(by, why=request.why), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT purge_release(%s, %s, %s)", [request.release_id, by.pk, request.why])


class refused:
    """What the database refuses becomes NotTaken."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, IntegrityError):
            raise NotTaken([_("没有办成：%(said)s。请刷新页面看最新状态。") % {"said": str(error).partition("\n")[0]}]) from error


def answer(request: ReleaseEvent, kind: str, by: Person, why: str, **more: str) -> ReleaseEvent:
    with refused(), acting(by, why=why), transaction.atomic():
        lock([request.release])
        if request.answers.exists():
            raise NotTaken([_("别人已经办过了。")])
        return ReleaseEvent.objects.create(release=request.release, kind=kind, by=by, why=why.strip(), refers_to=request, **more)


def lock(releases: Iterable[Release]) -> None:
    """One at a time on the filings of these releases."""
    list(Filing.objects.select_for_update(of=("self",)).filter(pk__in={release.filing_id for release in releases}).order_by("pk"))


def other(request: ReleaseEvent, by: Person) -> None:
    """The second person is another one, and a publisher here."""
    check_publisher(by, request.release)
    if request.by_id == by.pk:
        raise NotTaken([_("这是您自己提出的，请另一位发布人办理。")])


def check_publisher(by: Person, release: Release) -> None:
    if not may_on(by, Permission.PUBLISH, release.filing):
        raise NotTaken([_("您没有发布权限。")])


def call_others(release: Release, by: Person, words: str) -> None:
    """Every other publisher is told."""
    for person in holders(Permission.PUBLISH, release.filing).exclude(pk=by.pk):
        tell(person=person, subject=(words % {"what": release})[:200], href=f"/office/releases/{release.pk}/")


def standing_withdrawal(release: Release) -> ReleaseEvent | None:
    """The withdrawal that stands, if any."""
    back = ReleaseEvent.objects.filter(refers_to=OuterRef("pk"), kind=Happening.RESTORED)
    return ReleaseEvent.objects.filter(~Exists(back), release=release, kind=Happening.WITHDRAWN).last()


def open_request(release: Release, kind: str) -> ReleaseEvent | None:
    """What a first person asked for and no second has answered."""
    return open_requests().filter(release=release, kind=kind).last()


def open_requests() -> QuerySet[ReleaseEvent]:
    """Everything that waits for a second person."""
    answered = ReleaseEvent.objects.filter(refers_to=OuterRef("pk"))
    asking = ReleaseEvent.objects.filter(kind__in=(Happening.WITHDRAWAL_REQUESTED, Happening.PURGE_REQUESTED))
    urgent = ReleaseEvent.objects.filter(kind=Happening.WITHDRAWN, is_urgent=True)
    return (asking | urgent).filter(~Exists(answered)).select_related("release", "by")


def is_overdue(request: ReleaseEvent) -> bool:
    """An urgent withdrawal at which nobody has looked for 24 hours."""
    return request.is_urgent and request.at + CONFIRM_WITHIN < database_now()
