"""What of filings waits for a person: by the table of steps, in the order in which it should be done. Knows no page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agencies.people.access import held, may, within
from agencies.people.models import Person
from agencies.people.roles import Permission
from disclosure.filings.campaign_models import Stage
from disclosure.filings.models import Filing
from disclosure.filings.states import OPEN, UNDER_REVIEW, State
from disclosure.releases import events
from disclosure.releases.models import Release
from disclosure.releases.workflow.exceptions import kinds_of
from disclosure.releases.workflow.standing import last_releases, shown_state
from disclosure.releases.workflow.steps import next_stage, stages_of
from disclosure.releases.workflow.telling import REVIEWER
from disclosure.web.office.filing_page import chip

SHOWN = 8


@dataclass(frozen=True)
class Waiting:
    """Filings that wait: what, how many, where, why it matters."""

    what: Promise
    count: int
    href: str
    go: Promise
    why: Promise


WORDS: dict[Permission, tuple[Promise, Promise]] = {
    Permission.REVIEW_AS_DEPARTMENT: (_("等您审核（主管部门）"), _("您不审，单位的文件到不了财政")),
    Permission.REVIEW_AS_DIVISION: (_("等您审核（业务股）"), _("您不审，综合股审不了")),
    Permission.REVIEW_AS_LEAD: (_("等您审核（综合股）"), _("您不审，公开不了")),
}


def to_prepare(person: Person) -> Iterator[Waiting]:
    """What the person has to fill in, returned ones among them."""
    if may(person, Permission.PREPARE):
        rows = within(Filing.objects.filter(state__in=OPEN), by=person, permission=Permission.PREPARE)
        if count := rows.count():
            first = rows.order_by("window__closes_on", "pk").values_list("pk", flat=True)[0]
            where = reverse("entry", args=[first]) if is_entered(first) else reverse("filing", args=[first])
            yield Waiting(_("要填报的文件"), count, where, _("去填报"), _("过了截止日期要申请延期"))


def is_entered(filing: int) -> bool:
    """Whether the filing is filled in here, rather than transcribed from an original."""
    return Filing.objects.filter(pk=filing, origin="entered").exists()


def to_review(person: Person) -> Iterator[Waiting]:
    """Filings whose turn is this person's review."""
    for stage, permission in REVIEWER.items():
        if may(person, permission):
            count = sum(turns(person, permission)[stage, kind] for kind in kinds_of(person, permission))
            if count:
                what, why = WORDS[permission]
                yield Waiting(what, count, reverse("filing_review"), _("去审核"), why)


def turns(person: Person, permission: Permission) -> Counter[tuple[Stage | None, str]]:
    """How many filings wait at each stage, by kind."""
    rows = within(Filing.objects.filter(state__in=UNDER_REVIEW), by=person, permission=permission)
    told = rows.values_list("state", "kind", "scope", "campaign__stages")
    return Counter(
        (next_stage(state, stages_of(asked or Stage.values, is_department=scope == "department")), kind)
        for state, kind, scope, asked in told
    )


def to_sign(person: Person) -> Iterator[Waiting]:
    """What waits for the signature or the secrecy review of this person."""
    for permission, words in ((Permission.SIGN, _("等您签发")), (Permission.REVIEW_SECRECY, _("等您保密审查"))):
        if may(person, permission):
            rows = within(Filing.objects.filter(state__in=UNDER_REVIEW), by=person, permission=permission)
            fact = "sign" if permission == Permission.SIGN else "review_secrecy"
            if count := rows.exclude(steps__step=fact).distinct().count():
                yield Waiting(
                    words, count, reverse("filings") + f"?state={State.FINANCE_REVIEWED}", _("去办"), _("没有签发和保密审查不能公开")
                )


def to_publish(person: Person) -> Iterator[Waiting]:
    """What waits to be cleared or released, and what a second publisher has to look at."""
    if not may(person, Permission.PUBLISH):
        return
    mine = within(Filing.objects.all(), by=person, permission=Permission.PUBLISH)
    asked = within(events.open_requests().exclude(by=person), by=person, permission=Permission.PUBLISH).count()
    if asked:
        yield Waiting(_("撤回、清除等您办理"), asked, reverse("releases"), _("去办"), _("急撤要在24小时内复核"))
    if count := mine.filter(state=State.FINANCE_REVIEWED).count():
        where = reverse("filings") + f"?state={State.FINANCE_REVIEWED}"
        yield Waiting(_("等您核准公开"), count, where, _("去核准"), _("批复后20日内要公开"))
    if count := mine.filter(state=State.READY).count():
        yield Waiting(_("待公开"), count, reverse("release_batch"), _("去公开"), _("批复后20日内要公开"))


@dataclass(frozen=True)
class Filed:
    """One document of the person's agencies."""

    filing: Filing
    words: str | Promise
    chip: str


def filed(person: Person) -> list[Filed]:
    """The documents of the agencies for which the person works, the nearest deadline first."""
    mine = {each.agency_id for each in held(person) if each.agency_id}
    rows = Filing.objects.filter(agency_year__agency__in=mine).select_related("agency_year", "window", "campaign")
    shown = list(rows.order_by("-year", "kind", "agency_year__code")[:SHOWN])
    known: dict[int, Release] = last_releases([each.pk for each in shown])
    states = [shown_state(each, known.get(each.pk)) for each in shown]
    return [Filed(each, state.words, chip(state)) for each, state in zip(shown, states, strict=True)]
