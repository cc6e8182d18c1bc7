"""What waits for a person, in the order in which it should be done. Knows the doors' permissions, no page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from agencies.models import AgencyYear
from agencies.people.access import held, may, within
from agencies.people.models import Appointment, Notice, Person
from agencies.people.roles import Permission
from disclosure.releases.models import Release
from disclosure.reports.models import Report, ReportState
from disclosure.web.office.desk_filings import SHOWN, Filed, Waiting, filed, to_prepare, to_publish, to_review, to_sign

Task = Waiting


@dataclass(frozen=True)
class Desk:
    """The desk of one person today."""

    tasks: list[Task]
    agencies: list[AgencyYear]
    filed: list[Filed]
    past: list[Release]
    notices: list[Notice]


def desk_of(person: Person) -> Desk:
    """Everything on the desk, from what the person reaches."""
    agencies = agencies_of(person)
    return Desk(
        tasks=[task for make in TASKS for task in make(person)],
        agencies=agencies[:SHOWN],
        filed=filed(person),
        past=past_of(person, agencies),
        notices=list(Notice.objects.filter(person=person, read_at=None)[:SHOWN]),
    )


def agencies_of(person: Person) -> list[AgencyYear]:
    """The agencies for which the person works, in the newest year of the register that is not after this one."""
    mine = {each.agency_id for each in held(person) if each.agency_id}
    rows = AgencyYear.objects.filter(agency__in=mine, year__lte=localdate().year).select_related("parent")
    return list(rows.order_by("agency", "-year").distinct("agency"))


def past_of(person: Person, agencies: list[AgencyYear]) -> list[Release]:
    """What these agencies have published, newest first."""
    releases = Release.objects.in_force().filter(region=person.bureau_id, agency_code__in=[each.code for each in agencies])
    return list(releases.defer("document").order_by("-year", "kind", "agency_code")[:SHOWN])


def to_confirm(person: Person) -> Iterator[Task]:
    if not may(person, Permission.CONFIRM_ROLES):
        return
    waiting = within(Appointment.objects.waiting(), by=person, permission=Permission.CONFIRM_ROLES).exclude(granted_by=person).count()
    if waiting:
        yield Task(_("复核授权"), waiting, reverse("appointments_waiting"), _("去复核"), _("复核之前这些任职不起作用"))


def without_preparer(person: Person) -> Iterator[Task]:
    """Units below a department reviewer where nobody may prepare."""
    if not may(person, Permission.REVIEW_AS_DEPARTMENT):
        return
    year = localdate().year
    units = within(AgencyYear.objects.filter(year=year), by=person, permission=Permission.REVIEW_AS_DEPARTMENT)
    preparers = Appointment.objects.in_force().filter(role="preparer", agency=OuterRef("agency"))
    lacking = units.exclude(parent=None).filter(~Exists(preparers)).count()
    if lacking:
        yield Task(_("单位没有填报人"), lacking, reverse("people"), _("去开户"), _("没有填报人的单位无法填报"))


def register_missing(person: Person) -> Iterator[Task]:
    """The year whose register nobody has made yet."""
    if not may(person, Permission.KEEP_REGISTER):
        return
    year = localdate().year
    if not within(AgencyYear.objects.filter(year=year), by=person, permission=Permission.KEEP_REGISTER).exists():
        yield Task(_("本年度还没有单位名录"), 1, reverse("agencies_import"), _("去导入"), _("没有名录就不能布置填报"))


def to_answer(person: Person) -> Iterator[Task]:
    """What the public reported."""
    if may(person, Permission.ANSWER_REPORTS):
        waiting = within(Report.objects.filter(state=ReportState.RECEIVED), by=person, permission=Permission.ANSWER_REPORTS).count()
        if waiting:
            yield Task(_("公众纠错等答复"), waiting, reverse("reports"), _("去答复"), _("提出的人凭回执号等着结果"))


def to_publish_answers(person: Person) -> Iterator[Task]:
    """Answers of others that wait to be made public."""
    if may(person, Permission.PUBLISH):
        rows = within(Report.objects.filter(state=ReportState.ANSWERED), by=person, permission=Permission.PUBLISH)
        if waiting := rows.exclude(answered_by=person).count():
            yield Task(_("纠错答复等公开"), waiting, reverse("reports"), _("去公开"), _("公开以后提出的人和公众才能看到"))


TASKS: tuple[Callable[[Person], Iterator[Task]], ...] = (
    to_publish, to_review, to_sign, to_prepare, to_answer, to_publish_answers, to_confirm, register_missing, without_preparer,
)  # fmt: skip
